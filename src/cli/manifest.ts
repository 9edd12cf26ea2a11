/** What package.json says of the program. */
import { readFileSync } from 'node:fs';

interface Manifest {
  version: string;
  description: string;
}

/** Reads name and version of the program from the manifest it was shipped with. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest;
}
