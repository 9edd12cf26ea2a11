/** From one year to another, either open. */
import { Choice } from './choice.js';

interface Props {
  words: Record<'from' | 'to' | 'anyYear', string>;
  chosen: { from?: string | undefined; to?: string | undefined };
  years: readonly { value: string; label: string }[];
  set: (changes: { from?: string | undefined; to?: string | undefined }) => void;
}

export function YearRange({ words, chosen, years, set }: Props) {
  return (['from', 'to'] as const).map((end) => (
    <Choice
      key={end}
      name={words[end]}
      none={words.anyYear}
      chosen={chosen[end]}
      options={years}
      onChoose={(year) => set({ [end]: year })}
    />
  ));
}
