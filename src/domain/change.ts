/** Changes: the log of what happened to the archive, in the order in which it became visible. */
import * as z from 'zod';

/** One entry of the log. Withdrawn articles leave a `delete`: an entry that says they are gone, and nothing of what they said. */
export const change = z
  .object({
    seq: z.int().min(1).meta({ description: 'Grows with every change, and is never used twice.' }),
    type: z.literal('article'),
    id: z.string(),
    op: z.enum(['upsert', 'delete']),
    at: z.int().meta({ description: 'Epoch milliseconds.' }),
    contentChanged: z.boolean().meta({ description: 'Whether readers see a change, not only how it was extracted.' }),
  })
  .meta({ id: 'Change' });
export type Change = z.infer<typeof change>;
