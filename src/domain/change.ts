/** Changes: the log of what happened to the archive, in the order in which it became visible. */
import * as z from 'zod';
import { ArchiveError } from './errors.js';

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

/** The place in the log that a token names. */
export interface ChangePosition {
  /** The archive whose log it is; undefined for a bare seq, which says nothing about that. */
  archiveId?: string;
  seq: number;
}

const TOKEN = /^(?:([0-9a-z]{1,11})-)?(\d{1,15})$/;

/** A token for a place in the log of an archive. To clients it is opaque. */
export function formatChangeToken({ archiveId, seq }: Required<ChangePosition>): string {
  return `${archiveId}-${seq}`;
}

/** Reads a token, or the bare seq of an entry. Undefined: it is neither. */
export function parseChangeToken(token: string): ChangePosition | undefined {
  const [, archiveId, seq] = TOKEN.exec(token) ?? [];
  if (seq === undefined) return undefined;
  return { ...(archiveId !== undefined && { archiveId }), seq: Number(seq) };
}

/**
 * Checks that the log of an archive can be read on from a position. Throws `changes_expired` when its entries are no longer
 * kept, and when it is of another archive or of one that was since restored from a backup.
 */
export function checkChangePosition(
  position: ChangePosition,
  archive: { archiveId: string; seq: number; logStart: number },
): void {
  const isOfThis = position.archiveId === undefined || position.archiveId === archive.archiveId;
  if (isOfThis && position.seq <= archive.seq && position.seq >= archive.logStart) return;
  throw new ArchiveError(
    'changes_expired',
    isOfThis && position.seq < archive.logStart
      ? 'The changes behind this token are no longer kept'
      : 'This token is not of the history of this archive',
    { parameter: 'since', suggestion: 'Start again from a snapshot: see the Link header.' },
  );
}
