/** Keys: who may do what with the archive, and for how long. How a secret is made and checked is not decided here. */
import * as z from 'zod';
import { ArchiveError } from './errors.js';
import type { ArticleWrite } from './write.js';

export const scopes = ['read', 'ingest', 'edit', 'admin'] as const;
export const scope = z.enum(scopes).meta({
  id: 'Scope',
  description:
    'read: read where reading is not open to all; ingest: bring articles in; edit: also change and withdraw them, and read; admin: everything, keys included.',
});
export type Scope = z.infer<typeof scope>;

/** What a scope allows beside itself. */
const implied: Record<Scope, readonly Scope[]> = { read: [], ingest: [], edit: ['ingest', 'read'], admin: scopes };

const names = z.array(z.string().trim().min(1).max(200)).max(100);

/** What is said of a key when it is made. */
export const keyRequest = z.strictObject({
  name: z.string().trim().min(1).max(100).meta({ description: 'Whose it is, for people.', example: '云岭日报' }),
  scopes: z.array(scope).min(1).max(scopes.length).meta({ description: 'What it may do.' }),
  sections: names.default([]).meta({
    description:
      'Sections that it may write to, with all below them, by slug or by names joined with /. Empty: all. Not for admin.',
  }),
  sources: names
    .default([])
    .meta({ description: 'Sources whose articles it may write, by slug or name. Empty: all. Not for admin.' }),
  rateLimit: z
    .int()
    .min(1)
    .max(1_000_000)
    .nullable()
    .default(null)
    .meta({ description: 'Requests it may make in a window, wherever they come from; null: as many as an address.' }),
  expiresAt: z
    .int()
    .min(0)
    .nullable()
    .default(null)
    .meta({ description: 'When it ends, in epoch milliseconds; null: never.' }),
});
export type KeyRequest = z.output<typeof keyRequest>;

const secret = z.object({
  /** SHA-256 in base64url: secrets are random and long, so that a slow hash would defend nothing. */
  hash: z.string(),
  createdAt: z.int(),
  /** When it gives way to the one that replaced it; null: it is the newest. */
  expiresAt: z.int().nullable(),
});

/** A key as it is kept. */
export const storedKey = keyRequest.extend({
  id: z.string(),
  createdAt: z.int(),
  revokedAt: z.int().nullable(),
  lastUsedAt: z.int().nullable(),
  /** The newest first: one or, while clients change over, two. */
  secrets: z.array(secret).min(1).max(2),
});
export type StoredKey = z.infer<typeof storedKey>;

/** Whether a key can be used at a moment. */
export function isLive({ expiresAt, revokedAt }: StoredKey, at: number): boolean {
  return revokedAt === null && (expiresAt === null || at < expiresAt);
}

/** The hashes of the secrets that open a key at a moment; none of one that is over. */
export function listHashes(key: StoredKey, at: number): string[] {
  if (!isLive(key, at)) return [];
  return key.secrets.filter(({ expiresAt }) => expiresAt === null || at < expiresAt).map(({ hash }) => hash);
}

/** The key with a new secret. The newest of the old ones holds until `graceUntil`, and any other ends at once. */
export function rotateKey(key: StoredKey, hash: string, { at, graceUntil }: { at: number; graceUntil: number }) {
  const [newest] = key.secrets;
  const kept = newest && graceUntil > at ? [{ ...newest, expiresAt: graceUntil }] : [];
  return { ...key, secrets: [{ hash, createdAt: at, expiresAt: null }, ...kept] } satisfies StoredKey;
}

/** Whether a key has a scope, by itself or by another one. */
export function hasScope({ scopes: held }: Pick<StoredKey, 'scopes'>, wanted: Scope): boolean {
  return held.some((one) => one === wanted || implied[one].includes(wanted));
}

/** What a key may write to: sections, with all below them, and sources; an empty list is all of them. */
export type WriteLimits = Pick<StoredKey, 'sections' | 'sources'>;

/** Whether an article of this section and source is within limits. */
export function mayWrite(
  { sections, sources }: WriteLimits,
  { section, source }: Pick<ArticleWrite, 'section' | 'source'>,
): boolean {
  const isSource = (name: string) => source !== null && (name === source.slug || name === source.name);
  const paths = [section.map(({ slug }) => slug).join('/'), section.map(({ name }) => name).join('/')];
  const isSection = (wanted: string) => paths.some((path) => path === wanted || path.startsWith(`${wanted}/`));
  return (sources.length === 0 || sources.some(isSource)) && (sections.length === 0 || sections.some(isSection));
}

/** Throws `forbidden` unless all places are within limits. */
export function checkLimits(limits: WriteLimits, ...places: Pick<ArticleWrite, 'section' | 'source'>[]): void {
  if (places.every((place) => mayWrite(limits, place))) return;
  throw refuseWrite();
}

/** What is said to a key that may write elsewhere only. */
export const refuseWrite = () =>
  new ArchiveError('forbidden', 'The key may not write to this section or source, or to where the article is now');

/** Throws `forbidden` unless a key has a scope; `unauthenticated` where there is no key. */
export function requireScope(key: StoredKey | null, wanted: Scope): asserts key is StoredKey {
  if (key === null) {
    throw new ArchiveError('unauthenticated', 'This takes a key', {
      suggestion: 'Send Authorization: Bearer and the key.',
    });
  }
  if (hasScope(key, wanted)) return;
  throw new ArchiveError('forbidden', `This takes a key with the scope ${wanted}`, {
    suggestion: `The key bk_${key.id} has ${key.scopes.join(', ')}.`,
  });
}
