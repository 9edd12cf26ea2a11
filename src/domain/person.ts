/** People: who is quoted in the archive, how often, and in which roles over time. Told apart by name alone. */
import * as z from 'zod';
import { calendarDate } from './time.js';

const quoteCount = z.int().min(1);

/** What the indexes of people and of organizations say of each entry. */
export const indexEntry = z.object({
  name: z.string(),
  quoteCount,
  articleCount: z.int().min(1).meta({ description: 'Articles with any of these quotes.' }),
  firstQuotedOn: calendarDate.nullable().meta({ description: 'Day of the first of them; null when none has a date.' }),
  lastQuotedOn: calendarDate.nullable().meta({ description: 'Day of the last of them.' }),
});
export type IndexEntry = z.infer<typeof indexEntry>;

/** A person as lists give them. */
export const personSummary = indexEntry
  .extend({ name: z.string().meta({ description: 'Full name; two people of one name share an entry.' }) })
  .meta({ id: 'PersonSummary' });
export type PersonSummary = z.infer<typeof personSummary>;

/** The days on which, and how often, someone was quoted in a role. */
export const tenure = z.object({
  from: calendarDate
    .nullable()
    .meta({ description: 'Day of the first article that says so; null when none has a date.' }),
  to: calendarDate.nullable().meta({ description: 'Day of the last article that says so.' }),
  quoteCount,
});

/** What a person was called when they were quoted. Not when a post was taken or left: the archive only knows what it reads. */
export const personRole = tenure
  .extend({
    role: z.string().nullable().meta({ description: 'Posts or description, as quotes give it.' }),
    organization: z.string().nullable().meta({ description: 'Where the role belongs to.' }),
  })
  .meta({
    id: 'PersonRole',
    example: { role: '镇长', organization: '沙井镇', from: '2014-03-02', to: '2016-11-20', quoteCount: 7 },
  });

export const person = personSummary
  .extend({ roles: z.array(personRole).meta({ description: 'Newest first, at most 100.' }) })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof person>;
