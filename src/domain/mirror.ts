/** Mirrors: archives that say what another one says. */
import type { ArchivedArticle } from './archives.js';
import type { Month } from './month.js';
import type { Address } from './write.js';

/** How far a mirror has come. */
export interface MirrorPlace {
  /** Token of the origin: what changed behind it is not in the mirror yet. */
  since: string;
  /** While it is filled from monthly files: the months that are in; null: all of them are. */
  months: Month[] | null;
}

/** What an archive that is a mirror knows of it. */
export interface Mirror extends MirrorPlace {
  /** Address of the origin when the mirror was begun. */
  url: string;
  /** Names the origin, whatever its address. */
  archiveId: string;
}

/** What to begin a mirror with. */
export interface MirrorOrigin extends Pick<Mirror, 'url' | 'archiveId' | 'since'> {
  timeZone: string;
}

/** What happened at the origin. */
export type MirrorStep =
  | { op: 'put'; article: ArchivedArticle; addresses: readonly Address[] }
  | { op: 'delete'; id: string };

/** What steps did to a mirror. */
export interface MirrorCounts {
  written: number;
  unchanged: number;
  removed: number;
}
