/** The people the archive quotes, and what they said. */
import { QuotedIndex } from '../../parts/quotes/quoted-index.js';
import type { ViewProps } from '../../paths.js';

const People = ({ query }: ViewProps) => <QuotedIndex kind="speaker" query={query} />;
export default People;
