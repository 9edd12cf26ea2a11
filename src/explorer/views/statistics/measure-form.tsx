/** The choice of what is measured: typed, with measures that there are figures of proposed meanwhile, or taken from the latest. */
import { useEffect, useState } from 'preact/hooks';
import { useAnswer } from '../../archive.js';
import { base } from '../../location.js';
import { toAddress } from '../../paths.js';
import { askForMeasures, countValues } from './questions.js';
import { statisticsWords } from './words.js';

/** After so many milliseconds without a letter, what was typed is looked for. */
const PAUSE = 200;

export function MeasureForm({ measure, onChoose }: { measure: string; onChoose: (measure: string) => void }) {
  const words = statisticsWords.value;
  const [typed, setTyped] = useState(measure);
  const [sought, setSought] = useState('');
  useEffect(() => setTyped(measure), [measure]);
  useEffect(() => {
    const timer = setTimeout(() => setSought(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const { answer } = useAnswer(sought === '' || sought === measure ? null : askForMeasures(sought));
  const figures = answer?.data.flatMap(({ statistic }) => statistic ?? []) ?? [];
  return (
    <form
      class="measure-form"
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(typed.trim());
      }}
    >
      <label>
        <span>{words.measure}</span>
        <input
          type="text"
          name="measure"
          list="measures"
          lang="zh-CN"
          autocomplete="off"
          placeholder={words.measureHint}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <datalist id="measures">
        {countValues(figures, 'measure').map(({ value }) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      <button type="submit" class="button">
        {words.draw}
      </button>
    </form>
  );
}

/** Measures to begin with. */
export function Measures({ measures }: { measures: readonly { value: string; count: number }[] }) {
  const words = statisticsWords.value;
  return (
    <section class="measures">
      <h2>{words.suggestions}</h2>
      <ul>
        {measures.map(({ value }) => (
          <li key={value}>
            <a class="chip" lang="zh-CN" href={base + toAddress('statistics', {}, { measure: value })}>
              {value}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
