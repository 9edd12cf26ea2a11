/** The figures of the chart as a table, and those that contradict each other side by side. */
import type { StatisticInArticle } from '../../../client/index.js';
import { base } from '../../location.js';
import { formatPeriod } from '../../messages/index.js';
import { toAddress } from '../../paths.js';
import { toSentence } from './chart.js';
import { formatValue } from './format.js';
import type { Dispute, Point } from './points.js';
import { statisticsWords } from './words.js';

export function FigureTable({ points }: { points: readonly Point[] }) {
  const words = statisticsWords.value;
  return (
    <details class="figure-table">
      <summary>{words.table}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
      <div class="scroll" tabIndex={0}>
        <table>
          <caption class="unseen">{words.title}</caption>
          <thead>
            <tr>
              {(['period', 'value', 'printed', 'measure', 'asOf', 'article'] as const).map((column) => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <Row key={point.statistic.id} point={point} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Row({ point }: { point: Point }) {
  const { statistic, period, isDisputed } = point;
  return (
    <tr>
      <th scope="row">{formatPeriod(period)}</th>
      <td class="number">
        {formatValue(statistic)}
        {isDisputed && <span class="disputed"> {statisticsWords.value.disputed}</span>}
      </td>
      <td lang="zh-CN">
        <a href={toSentence(point)}>{statistic.text}</a>
      </td>
      <td lang="zh-CN">{statistic.measure}</td>
      <td lang="zh-CN">{statistic.asOf?.text}</td>
      <td lang="zh-CN">
        <a href={base + toAddress('article', { id: statistic.article.id })}>{statistic.article.title}</a>
      </td>
    </tr>
  );
}

export function Disputes({ disputes }: { disputes: readonly Dispute[] }) {
  const words = statisticsWords.value;
  if (disputes.length === 0) return null;
  return (
    <section class="disputes">
      <h2>{words.disputes}</h2>
      <p class="hint">{words.disputesHint}</p>
      <ul>
        {disputes.map(({ measure, period, statistics }) => (
          <li key={statistics[0]?.id}>
            <p>
              <strong lang="zh-CN">{measure}</strong> <span>{statistics[0]?.asOf?.text ?? formatPeriod(period)}</span>
            </p>
            <ul>
              {statistics.map((statistic) => (
                <li key={statistic.id}>
                  <Given statistic={statistic} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Given = ({ statistic }: { statistic: StatisticInArticle }) => (
  <>
    <a lang="zh-CN" href={toSentence({ statistic })}>
      {statistic.text}
    </a>{' '}
    <span class="number">{formatValue(statistic)}</span>{' '}
    <span lang="zh-CN" class="where">
      {statistic.article.source?.name} {statistic.article.title}
    </span>
  </>
);
