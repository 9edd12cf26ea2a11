/** A person: how often they are quoted, in which roles over time, and what they said. */
import { useAnswer } from '../../archive.js';
import { QuotedPage } from '../../parts/quotes/quoted-page.js';
import type { ViewProps } from '../../paths.js';
import { question } from '../../query/question.js';

export default function Person({ parts: { name = '' }, query }: ViewProps) {
  const asked = question('getPerson', { name });
  const { answer, error } = useAnswer(asked);
  const tenures = (answer?.roles ?? []).map(({ role, organization, ...when }) => ({
    label: role,
    link: organization === null ? null : { view: 'organization' as const, name: organization },
    ...when,
  }));
  return (
    <QuotedPage kind="speaker" entryQuestion={asked} entry={answer} entryError={error} {...{ name, query, tenures }} />
  );
}
