/** The command line: words to a command, errors to a sentence and an exit code. It does no work itself. */
import { Command, CommanderError } from 'commander';
import { ArchiveError } from '../domain/errors.js';
import { backupCommand } from './backup.js';
import { type CommonOptions, type ExitCode, exitCodes, Session } from './command.js';
import { doctorCommand } from './doctor.js';
import { extractCommand } from './extract.js';
import { importCommand } from './import.js';
import { type Io, Output } from './io.js';
import { keysCommand } from './keys.js';
import { readManifest } from './manifest.js';
import { migrateCommand } from './migrate.js';
import { mirrorCommand } from './mirror.js';
import { reextractCommand } from './reextract.js';
import { reindexCommand } from './reindex.js';
import { restoreCommand } from './restore.js';
import { serveCommand } from './serve.js';
import { watchCommand } from './watch.js';
import { webhooksCommand } from './webhooks.js';

const commands = [
  serveCommand,
  importCommand,
  extractCommand,
  reextractCommand,
  reindexCommand,
  keysCommand,
  migrateCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
  webhooksCommand,
  watchCommand,
  mirrorCommand,
];

/** Runs one command and gives its exit code; `words` are the arguments behind the name of the program. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const streams = { stdout: new Output(io.stdout), stderr: new Output(io.stderr) };
  let exitCode: ExitCode = exitCodes.done;
  const open = (options: CommonOptions) => new Session(io, streams, options);
  const finish = (code: ExitCode) => {
    exitCode = code;
  };
  const { version, description } = readManifest();
  const program = new Command('baoku')
    .description(description)
    .version(version, '--version', 'print the version')
    .helpCommand(false)
    .showHelpAfterError('Run with --help to see what there is.');
  for (const command of commands) program.addCommand(command(open, finish));
  for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) {
    command
      .exitOverride()
      .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) });
  }
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has said by now what was wrong with the words, or has printed help or version.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.misused;
    await streams.stderr.writeLine(renderError(error, words.includes('--verbose')));
    return error instanceof ArchiveError && error.code === 'invalid_configuration'
      ? exitCodes.misused
      : exitCodes.failed;
  }
}

function renderError(error: unknown, verbose: boolean): string {
  const lines: string[] = [];
  if (error instanceof ArchiveError) {
    lines.push(`baoku: ${error.message}`);
    if (error.suggestion !== undefined) lines.push(`  ${error.suggestion}`);
  } else {
    lines.push(`baoku: ${error instanceof Error ? error.message : String(error)}`);
    if (!verbose) lines.push('  This is a fault of the program; --verbose shows where.');
  }
  if (verbose && error instanceof Error) {
    lines.push(error.stack ?? '');
    if (error.cause instanceof Error) lines.push(`caused by ${error.cause.stack}`);
  }
  return lines.join('\n');
}
