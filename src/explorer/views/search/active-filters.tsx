/** The filters that are set, each with a button to take it away. */
import type { FacetValue, Section } from '../../../client/index.js';
import { formatPeriod, messages } from '../../messages/index.js';
import type { FilterName, SetParameters, Sought } from './questions.js';

interface Props {
  sought: Sought;
  facets: Partial<Record<string, FacetValue[]>> | undefined;
  sections: readonly Section[] | undefined;
  set: SetParameters;
}

export function ActiveFilters({ sought, facets, sections, set }: Props) {
  const words = messages.value;
  const filters = Object.entries(sought.filters) as [FilterName, string][];
  if (filters.length === 0) return null;
  const nameOf = (name: FilterName, value: string) => {
    if (name === 'from' || name === 'to' || name === 'issueDate') return formatPeriod(value);
    if (name === 'section') return findSection(sections ?? [], value)?.path.join(' › ') ?? value;
    return facets?.[name]?.find((one) => one.value === value)?.name ?? value;
  };
  return (
    <ul class="active-filters" aria-label={words.activeFilters}>
      {filters.map(([name, value]) => (
        <li key={name}>
          <button
            type="button"
            class="chip"
            aria-label={words.removeFilter(`${words.filterNames[name]} ${nameOf(name, value)}`)}
            onClick={() => set({ [name]: undefined })}
          >
            <span class="name">{words.filterNames[name]}</span> <span lang="zh-CN">{nameOf(name, value)}</span>
            <span aria-hidden="true"> ×</span>
          </button>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <button
            type="button"
            class="plain"
            onClick={() => set(Object.fromEntries(filters.map(([name]) => [name, undefined])))}
          >
            {words.clearFilters}
          </button>
        </li>
      )}
    </ul>
  );
}

function findSection(sections: readonly Section[], slug: string): Section | undefined {
  for (const section of sections) {
    const found = section.slug === slug ? section : findSection(section.children, slug);
    if (found !== undefined) return found;
  }
  return undefined;
}
