/** Site rules: CSS selectors, per site, for pages that generic extraction gets wrong. */
import * as z from 'zod';

const selector = z.string().min(1);

/** Rules by host name; a rule also holds for the hosts below it. Every field is a CSS selector for the element that holds it. */
export const siteRules = z.record(
  z.string().min(1),
  z.strictObject({
    title: selector.optional(),
    subtitle: selector.optional(),
    lead: selector.optional(),
    breadcrumb: selector.optional(),
    source: selector.optional(),
    publishedAt: selector.optional(),
    byline: selector.optional(),
    body: selector.optional(),
    remove: selector.optional().describe('Everything to drop before reading.'),
  }),
);
export type SiteRules = z.infer<typeof siteRules>;
