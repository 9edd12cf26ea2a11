/** The organizations the archive quotes, and what is said for them. */
import { QuotedIndex } from '../../parts/quotes/quoted-index.js';
import type { ViewProps } from '../../paths.js';

const Organizations = ({ query }: ViewProps) => <QuotedIndex kind="organization" query={query} />;
export default Organizations;
