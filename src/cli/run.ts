/** The command line: words to a command, errors to a sentence and an exit code. It does no work itself. */
import { Command, CommanderError } from 'commander';
import { ArchiveError } from '../domain/errors.js';
import { type CommandFactory, type CommonOptions, type ExitCode, exitCodes, Session } from './command.js';
import { type Io, Output } from './io.js';
import { readManifest } from './manifest.js';

/** A process loads the command that it runs: all of them are a thousand modules. */
const commands = {
  serve: async () => (await import('./serve.js')).serveCommand,
  import: async () => (await import('./import.js')).importCommand,
  extract: async () => (await import('./extract.js')).extractCommand,
  reextract: async () => (await import('./reextract.js')).reextractCommand,
  reindex: async () => (await import('./reindex.js')).reindexCommand,
  keys: async () => (await import('./keys.js')).keysCommand,
  migrate: async () => (await import('./migrate.js')).migrateCommand,
  backup: async () => (await import('./backup.js')).backupCommand,
  restore: async () => (await import('./restore.js')).restoreCommand,
  doctor: async () => (await import('./doctor.js')).doctorCommand,
  webhooks: async () => (await import('./webhooks.js')).webhooksCommand,
  watch: async () => (await import('./watch.js')).watchCommand,
  mirror: async () => (await import('./mirror.js')).mirrorCommand,
};

/** The command that is asked for; all where it is none of them, for help and for what was meant. */
function findCommands([word = '']: readonly string[]): Promise<CommandFactory[]> {
  const found = Object.entries(commands).filter(([name]) => name === word);
  return Promise.all((found.length > 0 ? found : Object.entries(commands)).map(([, load]) => load()));
}

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
  for (const command of await findCommands(words)) program.addCommand(command(open, finish));
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
