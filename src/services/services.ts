/** All services that change the archive, as both doors are handed them. */
import type { ReadStore, WriteStore } from '../store/store.js';
import { KeyService } from './keys.js';

export interface Services {
  keys: KeyService;
}

export interface ServiceOptions {
  read: ReadStore;
  write: WriteStore;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Makes the services of an archive. */
export function createServices(options: ServiceOptions): Services {
  return { keys: new KeyService(options) };
}
