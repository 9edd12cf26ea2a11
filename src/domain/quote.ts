/** Quotes: who said what, in which capacity. */
import * as z from 'zod';
import { confidence, span } from './span.js';

export const quoteKind = z.enum(['direct', 'testimonial', 'indirect']).meta({
  id: 'QuoteKind',
  description:
    'direct: words inside quotation marks; testimonial: whole paragraphs signed with a —— line; indirect: reported speech without marks.',
});

/** A quote as its article carries it. */
export const quote = z
  .object({
    id: z.string().meta({ description: 'Stable: the same words in the same article keep it.' }),
    text: z.string().meta({ description: 'The words, without the quotation marks around them.' }),
    kind: quoteKind,
    speaker: z.string().nullable().meta({ description: 'Full name, or the description as printed.' }),
    role: z.string().nullable().meta({ description: 'Posts or description, joined with 、' }),
    organization: z.string().nullable().meta({ description: 'Where the role belongs to.' }),
    verb: z.string().nullable().meta({ description: 'The attributing verb as printed.' }),
    span,
    confidence,
    rule: z.string().meta({ description: 'The extraction rule that found it.' }),
  })
  .meta({ id: 'Quote' });
export type Quote = z.infer<typeof quote>;
