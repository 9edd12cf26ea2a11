/** Which files `baoku watch` has read, kept beside the archive so that a restart does not read them again. */
import { readFile, rename, writeFile } from 'node:fs/promises';

/** A file as it was when it was read. */
type Stamp = `${number} ${number}`;

export interface FileStats {
  size: number;
  mtimeMs: number;
}

const toStamp = ({ size, mtimeMs }: FileStats): Stamp => `${size} ${Math.floor(mtimeMs)}`;

export class WatchMemory {
  readonly #file: string;
  readonly #read: Map<string, string>;

  private constructor(file: string, read: Map<string, string>) {
    this.#file = file;
    this.#read = read;
  }

  /** Opens the memory kept in a file. One that is not there or cannot be read is empty: reading a page again changes nothing. */
  static async open(file: string): Promise<WatchMemory> {
    const kept: unknown = await readFile(file, 'utf8')
      .then((text) => JSON.parse(text) as unknown)
      .catch(() => ({}));
    return new WatchMemory(file, new Map(Object.entries(kept as Record<string, string>)));
  }

  /** Whether a file was read as it is now. */
  has(path: string, stats: FileStats): boolean {
    return this.#read.get(path) === toStamp(stats);
  }

  note(path: string, stats: FileStats): void {
    this.#read.set(path, toStamp(stats));
  }

  forget(path: string): void {
    this.#read.delete(path);
  }

  /** Writes it down, in one step. */
  async save(): Promise<void> {
    await writeFile(`${this.#file}.part`, JSON.stringify(Object.fromEntries(this.#read)));
    await rename(`${this.#file}.part`, this.#file);
  }
}
