/** The fields of a quote or figure that people correct, and what of them was changed. Pure. */

export const fieldNames = {
  quote: ['speaker', 'role', 'organization', 'kind'],
  statistic: ['measure', 'value', 'unit', 'normalizedValue', 'normalizedUnit', 'basis'],
} as const;

export type Target = keyof typeof fieldNames;
export type FieldName = (typeof fieldNames)[Target][number];

/** Fields that take one of a few values. */
export const choices: Partial<Record<FieldName, readonly string[]>> = {
  kind: ['direct', 'testimonial', 'indirect'],
  basis: ['level', 'yoy', 'mom', 'share', 'change', 'rank'],
};

/** Fields that always have a value. */
const required: readonly string[] = ['kind', 'value', 'basis'];

export type Values = Partial<Record<FieldName, string>>;

/** What stands in the fields of an item: nothing where there is no value. */
export function readValues(item: object, target: Target): Values {
  const given = item as Record<string, string | null>;
  return Object.fromEntries(fieldNames[target].map((name) => [name, given[name] ?? '']));
}

/** The fields that were changed, as they are to be set: an emptied one has no value any more, where it may be without. */
export function findChanges(before: Values, after: Values): Record<string, string | null> {
  const set: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(after)) {
    const given = value.trim();
    if (given === before[name as FieldName]) continue;
    if (given !== '') set[name] = given;
    else if (!required.includes(name)) set[name] = null;
  }
  return set;
}
