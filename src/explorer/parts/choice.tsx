/** One of several values, or none; what the address says is among them, whatever else there is. */
import './choice.css';

interface Props {
  name: string;
  /** What is said when nothing is chosen; not given: something always is. */
  none?: string;
  chosen: string | undefined;
  options: readonly { value: string; label: string }[];
  onChoose: (value: string | undefined) => void;
}

export function Choice({ name, none, chosen, options, onChoose }: Props) {
  const isListed = chosen === undefined || options.some(({ value }) => value === chosen);
  return (
    <label class="choice">
      <span>{name}</span>
      <select
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {!isListed && <option value={chosen}>{chosen}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
