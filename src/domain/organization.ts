/** Organizations: the bodies and places whose people are quoted, or that speak themselves; and who they are over time. */
import * as z from 'zod';
import { indexEntry, tenure } from './person.js';

/** An organization as lists give it. Its quotes are those of its people and those it is the speaker of itself. */
export const organizationSummary = indexEntry
  .extend({ name: z.string().meta({ description: 'As quotes give it.' }) })
  .meta({ id: 'OrganizationSummary' });
export type OrganizationSummary = z.infer<typeof organizationSummary>;

/** Someone who was quoted for an organization. */
export const organizationPerson = tenure
  .extend({
    name: z.string(),
    role: z.string().nullable().meta({ description: 'Posts or description, as quotes give it.' }),
  })
  .meta({
    id: 'OrganizationPerson',
    example: { name: '何以宽', role: '镇长', from: '2014-03-02', to: '2016-11-20', quoteCount: 7 },
  });

export const organization = organizationSummary
  .extend({
    ownQuoteCount: z.int().min(0).meta({ description: 'Quotes that the organization itself is the speaker of.' }),
    people: z
      .array(organizationPerson)
      .meta({ description: 'Its people, each role apart, newest first, at most 100.' }),
  })
  .meta({ id: 'Organization' });
export type Organization = z.infer<typeof organization>;
