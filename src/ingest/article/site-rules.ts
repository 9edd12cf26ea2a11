/** Site rules: CSS selectors, per site, for pages that generic extraction gets wrong. */
import { parseHTML } from 'linkedom';
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
type SiteRule = SiteRules[string];

/** What the rule of a site found: texts by field, the HTML of the body, and the page without what was to be dropped. */
export interface RuledPage {
  html: string;
  texts: Partial<Record<Exclude<keyof SiteRule, 'body' | 'remove'>, string>>;
  body: string | null;
}

/** The rule for a page's address: that of its host, or of the nearest host above it. */
export function findSiteRule(rules: SiteRules, address: string | null): SiteRule | null {
  if (address === null || !URL.canParse(address)) return null;
  let host = new URL(address).hostname.toLowerCase();
  for (;;) {
    const rule = Object.hasOwn(rules, host) ? rules[host] : undefined;
    if (rule !== undefined) return rule;
    const dot = host.indexOf('.');
    if (dot < 0) return null;
    host = host.slice(dot + 1);
  }
}

/** Applies the rule of a site to a page. Throws a `SyntaxError` for a selector that is none. */
export function applySiteRule(html: string, rule: SiteRule): RuledPage {
  const { document } = parseHTML(html);
  if (rule.remove !== undefined) for (const element of document.querySelectorAll(rule.remove)) element.remove();
  const texts: RuledPage['texts'] = {};
  for (const field of ['title', 'subtitle', 'lead', 'breadcrumb', 'source', 'publishedAt', 'byline'] as const) {
    const chosen = rule[field];
    if (chosen === undefined) continue;
    const element = document.querySelector(chosen);
    const text = (element?.getAttribute('content') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text !== '') texts[field] = text;
  }
  const body = rule.body === undefined ? null : (document.querySelector(rule.body)?.outerHTML ?? null);
  return { html: document.toString(), texts, body };
}
