/** What a list can be narrowed down by: the tree of sections, newspapers, and what its rows have beside. */
import { useState } from 'preact/hooks';
import type { FacetValue, Section } from '../../../client/index.js';
import { formatCount, messages } from '../../messages/index.js';
import type { SetParameters } from './questions.js';
import { facets as facetsOf, type Sought } from './questions.js';

interface Props {
  sought: Sought;
  facets: Partial<Record<string, FacetValue[]>> | undefined;
  /** Not known yet: undefined. */
  sections: readonly Section[] | undefined;
  set: SetParameters;
}

/** Values to show of a facet before all are asked for. */
const SHOWN = 8;

export function Facets({ sought, facets, sections, set }: Props) {
  const words = messages.value;
  // On a phone the list comes first: there the facets are closed until they are wanted.
  const [isWide] = useState(() => matchMedia('(min-width: 60rem)').matches);
  const others = facetsOf[sought.type].filter((name) => name !== 'section');
  return (
    <details class="facets" open={isWide}>
      <summary>{words.filters}</summary>
      <section>
        <h2>{words.facets.section}</h2>
        <SectionTree
          sections={sections ?? []}
          counts={new Map(facets?.section?.map(({ value, count }) => [value, count]))}
          chosen={sought.filters.section}
          set={set}
        />
      </section>
      {/* The tree would push them down. */}
      {(sections === undefined ? [] : others).map((name) => (
        <Values key={name} name={name} values={facets?.[name] ?? []} chosen={sought.filters[name]} set={set} />
      ))}
    </details>
  );
}

type ValueName = Exclude<(typeof facetsOf)[keyof typeof facetsOf][number], 'section'>;

function Values({
  name,
  values,
  chosen,
  set,
}: {
  name: ValueName;
  values: readonly FacetValue[];
  chosen: string | undefined;
  set: SetParameters;
}) {
  const words = messages.value;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? values : values.slice(0, SHOWN);
  return (
    <section>
      <h2>{words.facets[name]}</h2>
      <ul>
        {shown.map(({ value, name: label, count }) => (
          <li key={value}>
            <Value
              label={label}
              count={count}
              isChosen={chosen === value}
              onToggle={(on) => set({ [name]: on ? value : undefined })}
            />
          </li>
        ))}
      </ul>
      {values.length > shown.length && (
        <button type="button" class="plain" onClick={() => setWhole(true)}>
          {words.showAll(values.length)}
        </button>
      )}
    </section>
  );
}

interface TreeProps {
  sections: readonly Section[];
  /** Of what is listed; sections that are not in it have nothing of that. */
  counts: ReadonlyMap<string, number>;
  chosen: string | undefined;
  set: SetParameters;
}

function SectionTree({ sections, counts, chosen, set }: TreeProps) {
  const shown = [...sections]
    .filter(({ slug }) => counts.has(slug) || slug === chosen || chosen?.startsWith(`${slug}/`))
    .sort((a, b) => (counts.get(b.slug) ?? 0) - (counts.get(a.slug) ?? 0));
  if (shown.length === 0) return null;
  return (
    <ul class="tree">
      {shown.map((section) => (
        <SectionBranch key={section.slug} section={section} counts={counts} chosen={chosen} set={set} />
      ))}
    </ul>
  );
}

function SectionBranch({ section, counts, chosen, set }: Omit<TreeProps, 'sections'> & { section: Section }) {
  const words = messages.value;
  const { slug, name, children } = section;
  const holdsChosen = chosen === slug || chosen?.startsWith(`${slug}/`) === true;
  const [isOpen, setOpen] = useState(holdsChosen);
  const isShown = isOpen || holdsChosen;
  return (
    <li>
      {children.length > 0 && (
        <button
          type="button"
          class="twist"
          aria-expanded={isShown}
          aria-label={`${isShown ? words.close : words.open} ${name}`}
          onClick={() => setOpen(!isShown)}
        >
          <span aria-hidden="true">›</span>
        </button>
      )}
      <Value
        label={name}
        count={counts.get(slug) ?? 0}
        isChosen={chosen === slug}
        onToggle={(on) => set({ section: on ? slug : undefined })}
      />
      {isShown && <SectionTree sections={children} counts={counts} chosen={chosen} set={set} />}
    </li>
  );
}

function Value({
  label,
  count,
  isChosen,
  onToggle,
}: {
  label: string;
  count: number;
  isChosen: boolean;
  onToggle: (on: boolean) => void;
}) {
  return (
    <button type="button" class="value" aria-pressed={isChosen} onClick={() => onToggle(!isChosen)}>
      <span lang="zh-CN">{label}</span> <span class="count">{formatCount(count)}</span>
    </button>
  );
}
