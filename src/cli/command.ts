/** What all commands share: their common options, the settings behind them, and how they hand back an exit code. */
import { Command } from 'commander';
import { type Config, loadConfig } from '../config.js';
import { ArchiveError } from '../domain/errors.js';
import type { Io, Output } from './io.js';

/** Exit codes: what a script can tell apart. */
export const exitCodes = { done: 0, failed: 1, misused: 2, interrupted: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Options that every command takes. */
export interface CommonOptions {
  database?: string;
  json?: true;
  verbose?: true;
}

/** What a command runs in. */
export class Session {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly config: Config;
  readonly json: boolean;
  readonly verbose: boolean;
  /** Path or URL of the archive. */
  readonly database: string;

  constructor(
    readonly io: Io,
    streams: { stdout: Output; stderr: Output },
    options: CommonOptions,
  ) {
    this.stdout = streams.stdout;
    this.stderr = streams.stderr;
    this.config = loadConfig(io.environment);
    this.json = options.json === true;
    this.verbose = options.verbose === true;
    this.database = options.database ?? this.config.databaseUrl;
    if (/^(?!file:)[a-z][a-z0-9+]+:/i.test(this.database)) {
      throw new ArchiveError('invalid_configuration', `An archive is a file, and ${this.database} is none`, {
        suggestion: 'Give a path, or a file: URL.',
      });
    }
  }
}

/** Makes a command; `open` starts its session, `finish` takes its exit code. */
export type CommandFactory = (open: (options: CommonOptions) => Session, finish: (code: ExitCode) => void) => Command;

/** A command that has its common options, and no action yet. */
export function createCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--database <file>', 'the archive: path or file: URL (BAOKU_DATABASE_URL; data/baoku.sqlite)')
    .option('--json', 'print JSON, one object a line')
    .option('--verbose', 'say more: what was skipped, warnings, and where an error comes from');
}
