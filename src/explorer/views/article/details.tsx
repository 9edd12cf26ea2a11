/** What is known of the findings that somebody points at: beside the words, on a phone at the foot of the screen. */
import { useEffect } from 'preact/hooks';
import { base } from '../../location.js';
import { formatPeriod, messages } from '../../messages/index.js';
import { describeNormalized } from '../../parts/describe.js';
import { toAddress } from '../../paths.js';
import { key } from '../../settings.js';
import type { Finding } from './findings.js';
import { useReading } from './reading.js';

export function Details() {
  const words = messages.value;
  const { id, shown } = useReading();
  const { findings = [], left = 0, top = 0, isPinned } = shown.value ?? {};
  useEffect(() => {
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      if (event.target instanceof Element && event.type === 'click' && event.target.closest('.found, .details')) return;
      shown.value = null;
    };
    document.addEventListener('keydown', close);
    document.addEventListener('click', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('click', close);
    };
  }, [shown]);
  return (
    <div
      id="details"
      class="details"
      role="status"
      hidden={findings.length === 0}
      style={{ '--left': `${left}px`, '--top': `${top}px` }}
    >
      {findings.map((finding) => (
        <section key={finding.id} class={finding.kind}>
          <h2>{words[finding.kind]}</h2>
          <dl>
            {listFacts(finding).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd lang="zh-CN">{value}</dd>
              </div>
            ))}
          </dl>
          {isPinned && key.value !== '' && (
            <a class="plain correct" href={`${base + toAddress('correct', { id })}#${finding.id}`}>
              {words.correct}
            </a>
          )}
        </section>
      ))}
      {isPinned && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            shown.value = null;
          }}
        >
          {words.closeDetails}
        </button>
      )}
    </div>
  );
}

/** What is known of a finding, by name. */
function listFacts(finding: Finding): [name: string, value: string][] {
  const { fields, kinds, bases, unknownSpeaker, fromTo } = messages.value;
  const facts: [string, string | null][] = [];
  if (finding.kind === 'quote') {
    const { speaker, role, organization, kind } = finding.quote;
    facts.push(
      [fields.speaker, speaker ?? unknownSpeaker],
      [fields.role, role],
      [fields.organization, organization],
      [fields.kind, kinds[kind]],
    );
  } else {
    const { value, valueMax, unit, measure, asOf, basis, qualifier } = finding.statistic;
    const days = [asOf?.from, asOf?.to].filter((day) => day != null).map(formatPeriod);
    const day = days.length === 2 && days[0] !== days[1] ? fromTo(days[0] ?? '', days[1] ?? '') : days.at(-1);
    facts.push(
      [fields.measure, measure],
      [fields.value, valueMax === null ? value : `${value}–${valueMax}`],
      [fields.unit, unit],
      [fields.normalized, describeNormalized(finding.statistic)],
      [fields.asOf, asOf && (day === undefined ? asOf.text : `${asOf.text}（${day}）`)],
      [fields.basis, bases[basis]],
      [fields.qualifier, qualifier],
    );
  }
  const { confidence } = finding.kind === 'quote' ? finding.quote : finding.statistic;
  facts.push([fields.confidence, `${Math.round(confidence * 100)} %`]);
  return facts.filter((fact): fact is [string, string] => fact[1] !== null);
}
