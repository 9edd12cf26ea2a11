/** An organization: how often it is quoted, who spoke for it over time, and what was said. */
import { useAnswer } from '../../archive.js';
import { QuotedPage } from '../../parts/quotes/quoted-page.js';
import type { ViewProps } from '../../paths.js';
import { question } from '../../query/question.js';

export default function Organization({ parts: { name = '' }, query }: ViewProps) {
  const asked = question('getOrganization', { name });
  const { answer, error } = useAnswer(asked);
  const tenures = (answer?.people ?? []).map(({ name, role, ...when }) => ({
    label: role,
    link: { view: 'person' as const, name },
    ...when,
  }));
  return (
    <QuotedPage
      kind="organization"
      entryQuestion={asked}
      entry={answer}
      entryError={error}
      ownQuoteCount={answer?.ownQuoteCount}
      {...{ name, query, tenures }}
    />
  );
}
