/** The compiler, run on what a test wrote. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const compiler = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));

/** What the compiler finds wrong with the project in a folder; empty: nothing. */
export async function compileProject(folder: string): Promise<string> {
  try {
    await promisify(execFile)(process.execPath, [compiler, '-p', folder]);
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout || String(error);
  }
}
