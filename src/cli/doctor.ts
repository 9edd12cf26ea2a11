/** `baoku doctor`: whether the archive, its backups and the settings are as they should be. */
import { readFile } from 'node:fs/promises';
import { listBackups } from '../services/backups.js';
import { openReadStore } from '../store/sqlite/read-store.js';
import { examineArchive, type Finding } from '../store/sqlite/upkeep/examine.js';
import { repairArchive } from '../store/sqlite/upkeep/repair.js';
import { cutWords } from '../text/segment.js';
import {
  type CommandFactory,
  type CommonOptions,
  createCommand,
  type ExitCode,
  exitCodes,
  type Session,
} from './command.js';
import { loadSiteRules } from './extraction.js';
import { toPrintable } from './io.js';
import { renderRepair } from './render.js';

interface DoctorOptions extends CommonOptions {
  fix?: true;
}

/** What doctor says of anything. */
interface Diagnosis extends Omit<Finding, 'check'> {
  check: Finding['check'] | 'backups' | 'settings' | 'webhooks' | 'dictionary';
}

/** Days without a backup after which doctor warns. */
const OLD_BACKUP = 7;

export const doctorCommand: CommandFactory = (open, finish) =>
  createCommand('doctor', 'Check the archive, its backups and the settings; it may be in use.')
    .option('--fix', 'mend what follows from the rest: the search index and counts')
    .action(async (options: DoctorOptions) => {
      finish(await diagnose(options, open(options)));
    });

async function diagnose(options: DoctorOptions, session: Session): Promise<ExitCode> {
  const findings: Diagnosis[] = [];
  const tell = async (finding: Diagnosis) => {
    findings.push(finding);
    await session.stdout.writeLine(session.json ? JSON.stringify(finding) : renderFinding(finding));
  };
  for await (const finding of examineArchive(session.database)) await tell(finding);
  await tell(await examineBackups(session));
  for await (const finding of examineSettings(session)) await tell(finding);

  let problems = findings.filter(({ status }) => status === 'problem');
  if (options.fix === true && problems.some(({ fixable }) => fixable)) {
    const repair = repairArchive(session.database);
    const left: Diagnosis[] = [];
    for await (const finding of examineArchive(session.database)) if (finding.status === 'problem') left.push(finding);
    problems = [...problems.filter(({ check }) => check === 'settings' || check === 'dictionary'), ...left];
    await session.stdout.writeLine(
      session.json
        ? JSON.stringify({ repair, left: problems })
        : [`Mended: ${renderRepair(repair)}`, ...problems.map(renderFinding)].join('\n'),
    );
  } else if (!session.json && problems.some(({ fixable }) => fixable)) {
    await session.stdout.writeLine('`baoku doctor --fix` mends what is marked as fixable.');
  }
  return problems.length > 0 ? exitCodes.failed : exitCodes.done;
}

async function examineBackups({ config, io }: Session): Promise<Diagnosis> {
  const check = 'backups';
  if (config.backupFolder === '') {
    return { check, status: 'warning', detail: 'BAOKU_BACKUP_FOLDER is not set: nothing is known of backups' };
  }
  const [newest, ...older] = await listBackups(config.backupFolder);
  const interval = config.backupEveryHours / 24;
  if (newest === undefined) return { check, status: 'warning', detail: `there is none in ${config.backupFolder}` };
  const days = (io.clock() - newest.at) / 86_400_000;
  const detail = `the newest of ${older.length + 1} was made ${days.toFixed(1)} days ago: ${newest.file}`;
  if (interval > 0 && days > 2 * interval)
    return { check, status: 'problem', detail: `${detail}; the server fails to make them` };
  return { check, status: days > OLD_BACKUP ? 'warning' : 'ok', detail };
}

async function* examineSettings({ config, database }: Session): AsyncGenerator<Diagnosis> {
  const faults: string[] = [];
  await loadSiteRules(config.siteRules).catch((error: Error) => faults.push(error.message));
  if (config.graphqlQueries !== '') {
    await readFile(config.graphqlQueries).catch((error: Error) => faults.push(error.message));
  }
  yield faults.length === 0
    ? { check: 'settings', status: 'ok', detail: 'the files that settings name can be read' }
    : { check: 'settings', status: 'problem', detail: faults.join('; ') };

  const read = openReadStore(database, { threads: 1 });
  const { timeZone } = await read.getState();
  const webhooks = await read.listWebhooks();
  await read.close();
  if (timeZone !== config.timezone) {
    const detail = `the archive renders times in ${timeZone}; BAOKU_TIMEZONE, ${config.timezone}, is of no effect`;
    yield { check: 'settings', status: 'warning', detail };
  }
  const unwell = webhooks.filter(({ pausedAt, failingSince }) => pausedAt !== null || failingSince !== null);
  yield unwell.length === 0
    ? { check: 'webhooks', status: 'ok', detail: `all ${webhooks.length} are told` }
    : {
        check: 'webhooks',
        status: 'warning',
        detail: unwell
          .map(({ id, pauseReason }) => `${id} is ${pauseReason ? `paused (${pauseReason})` : 'failing'}`)
          .join('; '),
      };
  yield cutWords('报库整理新闻档案').length > 1
    ? { check: 'dictionary', status: 'ok', detail: 'queries are cut into words' }
    : { check: 'dictionary', status: 'problem', detail: 'queries are not cut into words; install Baoku again' };
}

function renderFinding({ check, status, detail, fixable }: Diagnosis): string {
  return `${status.padEnd(8)} ${check.padEnd(11)} ${toPrintable(detail)}${fixable ? ' (fixable)' : ''}`;
}
