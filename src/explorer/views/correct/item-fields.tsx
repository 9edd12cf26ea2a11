/** The fields of a quote or figure, in a form. */
import { messages } from '../../messages/index.js';
import { Field } from '../../parts/desk/field.js';
import { choices, type FieldName, fieldNames, type Target, type Values } from './fields.js';
import { correctWords } from './words.js';

interface Props {
  target: Target;
  values: Values;
  note: string;
  onChange: (values: Values) => void;
  onNote: (note: string) => void;
}

export function ItemFields({ target, values, note, onChange, onNote }: Props) {
  const { fields, kinds, bases } = messages.value;
  const words = correctWords.value;
  const names: Record<FieldName, string> = {
    ...fields,
    normalizedValue: fields.normalized,
    normalizedUnit: words.normalizedUnit,
  };
  const named: Record<string, string> = { ...kinds, ...bases };
  const set = (name: FieldName) => (value: string) => onChange({ ...values, [name]: value });
  return (
    <div class="fields">
      {fieldNames[target].map((name) =>
        choices[name] === undefined ? (
          <Field
            key={name}
            name={names[name]}
            lang="zh-CN"
            required={name === 'value'}
            value={values[name] ?? ''}
            onChange={set(name)}
          />
        ) : (
          <label key={name} class="field">
            <span>{names[name]}</span>
            <select value={values[name]} onChange={(event) => set(name)(event.currentTarget.value)}>
              {choices[name].map((option) => (
                <option key={option} value={option}>
                  {named[option]}
                </option>
              ))}
            </select>
          </label>
        ),
      )}
      <Field name={words.note} maxLength={1000} value={note} onChange={onNote} />
    </div>
  );
}
