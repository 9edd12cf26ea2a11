/** Fields of the forms of the desk. */

interface Props {
  name: string;
  type?: 'text' | 'url' | 'date' | 'number';
  value: string;
  required?: boolean;
  placeholder?: string;
  lang?: string;
  min?: string;
  maxLength?: number;
  onChange: (value: string) => void;
}

/** One line of text, a date or a number. */
export const Field = ({ name, value, onChange, type = 'text', ...rest }: Props) => (
  <label class="field">
    <span>{name}</span>
    <input {...rest} type={type as 'text'} value={value} onInput={(event) => onChange(event.currentTarget.value)} />
  </label>
);

interface ChecksProps<T extends string> {
  name: string;
  values: readonly T[];
  describe: (value: T) => string;
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}

/** Any of several values. */
export const Checks = <T extends string>({ name, values, describe, chosen, onChange }: ChecksProps<T>) => (
  <fieldset class="checks">
    <legend>{name}</legend>
    {values.map((value) => (
      <label key={value}>
        <input
          type="checkbox"
          checked={chosen.includes(value)}
          onChange={(event) =>
            onChange(values.filter((each) => (each === value ? event.currentTarget.checked : chosen.includes(each))))
          }
        />
        <span>{describe(value)}</span>
      </label>
    ))}
  </fieldset>
);

/** Names that were typed one after another. */
export const splitNames = (text: string): string[] =>
  text
    .split(/[,，、;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
