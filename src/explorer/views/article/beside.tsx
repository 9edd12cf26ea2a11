/** The quotes and figures of an article, listed beside it and linked with their places. */
import { base } from '../../location.js';
import { messages } from '../../messages/index.js';
import { describeNormalized, describeSpeaker } from '../../parts/describe.js';
import { toAddress } from '../../paths.js';
import { key } from '../../settings.js';
import { type Finding, toPassage } from './findings.js';
import { useReading } from './reading.js';

export function Beside({ url }: { url: string | null }) {
  const words = messages.value;
  const { id, findings } = useReading();
  const quotes = findings.filter(({ kind }) => kind === 'quote');
  const statistics = findings.filter(({ kind }) => kind === 'statistic');
  return (
    <aside class="beside" aria-label={words.findings}>
      {findings.length === 0 && <p class="none">{words.noFindings}</p>}
      {quotes.length > 0 && <Findings title={words.quotes(quotes.length)} findings={quotes} url={url} />}
      {statistics.length > 0 && (
        <Findings title={words.statistics(statistics.length)} findings={statistics} url={url} />
      )}
      {key.value !== '' && (
        <p class="correct">
          <a class="button" href={base + toAddress('correct', { id })}>
            {words.correctThese}
          </a>
        </p>
      )}
    </aside>
  );
}

const Findings = ({ title, findings, url }: { title: string; findings: readonly Finding[]; url: string | null }) => (
  <section>
    <h2>{title}</h2>
    <ul>
      {findings.map((finding) => (
        <Item key={finding.id} finding={finding} url={url} />
      ))}
    </ul>
  </section>
);

function Item({ finding, url }: { finding: Finding; url: string | null }) {
  const words = messages.value;
  const { lit } = useReading();
  const { text } = finding.kind === 'quote' ? finding.quote : finding.statistic;
  const passage = toPassage(url, text);
  const light = () => {
    lit.value = finding.id;
  };
  const dim = () => {
    lit.value = null;
  };
  return (
    <li class={finding.kind} onMouseEnter={light} onMouseLeave={dim}>
      <a class="place" href={`#${finding.id}`} onFocus={light} onBlur={dim} lang="zh-CN">
        {finding.kind === 'quote' ? `“${text}”` : text}
      </a>
      <p lang="zh-CN">{describe(finding)}</p>
      {passage !== null && (
        <a class="outside" href={passage} target="_blank" rel="noreferrer" title={words.inOriginal}>
          <span aria-hidden="true">↗</span>
          <span class="unseen">{`${words.inOriginal}：${text}`}</span>
        </a>
      )}
    </li>
  );
}

function describe(finding: Finding): string {
  if (finding.kind === 'quote') return `——${describeSpeaker(finding.quote) ?? messages.value.unknownSpeaker}`;
  const { measure, asOf } = finding.statistic;
  return [measure, describeNormalized(finding.statistic), asOf?.text].filter((part) => part != null).join(' · ');
}
