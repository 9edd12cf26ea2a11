/** Articles by any of their addresses: ids, URLs, and what they were called before. It reads; what an address is, ingest/identity says. */
import type { Article } from '../domain/article.js';
import { identifyAddress } from '../ingest/identity.js';
import type { ReadStore } from '../store/store.js';

type Reading = Pick<ReadStore, 'findOwners'>;

/** For each address the id of the article that it leads to; the address itself where it leads nowhere. */
export async function resolveIds(read: Reading, addresses: readonly string[]): Promise<string[]> {
  const ids = addresses.map(identifyAddress);
  const owners = await read.findOwners([...addresses, ...ids]);
  return addresses.map((address, at) => owners.get(address) ?? owners.get(ids[at] as string) ?? address);
}

/** The same of one address. */
export async function resolveId(read: Reading, address: string): Promise<string> {
  const [id = address] = await resolveIds(read, [address]);
  return id;
}

/** Whether an address is the URL that an article has now. */
export const isUrlOf = ({ url }: Pick<Article, 'url'>, address: string): boolean =>
  url !== null && identifyAddress(url) === identifyAddress(address);
