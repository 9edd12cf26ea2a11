/** What the speed measurements over HTTP share: an archive of generated articles, servers as processes of their own, and rates. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { generateArchive } from './archive.js';

/** Where measurements keep what takes long to make. */
export const folder = 'data/bench';

const servers: ChildProcess[] = [];
const byAddress = new Map<string, ChildProcess>();

/** Ends the servers that were started. */
export function stopServers(): void {
  for (const server of servers) server.kill('SIGTERM');
}

/** An archive of so many generated articles, imported through the command line, as a user would; gives its file. */
export async function prepareArchive(count: number): Promise<string> {
  const archive = `${folder}/archive-${count}.sqlite`;
  mkdirSync(folder, { recursive: true });
  if (existsSync(archive)) return archive;
  console.log(`importing ${count} generated articles …`);
  const started = Date.now();
  const part = `${archive}.part`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(part + suffix, { force: true });
  const child = spawn(process.execPath, ['dist/main.js', 'import', '-', '--database', part], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const finished = once(child, 'exit');
  for (const record of generateArchive(count)) {
    if (!child.stdin?.write(`${JSON.stringify(record)}\n`)) await once(child.stdin as NodeJS.EventEmitter, 'drain');
  }
  child.stdin?.end();
  const [code] = await finished;
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  renameSync(part, archive);
  console.log(`done in ${((Date.now() - started) / 1000).toFixed(0)} s\n`);
  return archive;
}

/** Starts a server process that takes its port as the last argument, and waits until it answers. Gives its address. */
export async function start(args: string[], settings: Record<string, string> = {}): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  const child = spawn(process.execPath, [...args, String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, BAOKU_LOG_LEVEL: 'silent', ...settings },
  });
  servers.push(child);
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`${args[0]} ended with ${child.exitCode}`);
    const answered = await fetch(`${address}/`).then(
      ({ status }) => status !== 503,
      () => false,
    );
    if (answered) {
      byAddress.set(address, child);
      return address;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${args.join(' ')} does not answer`);
}

/** Milliseconds of CPU time that a server has used, all its threads together; NaN where the system does not tell, as Linux does. */
export function readCpuTime(server: string): number {
  const file = `/proc/${byAddress.get(server)?.pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const stat = readFileSync(file, 'utf8');
  const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number) as [number, number];
  // In hundredths of a second.
  return (user + system) * 10;
}

/** A server with what it is asked, again and again. */
export interface Side {
  server: string;
  requests: autocannon.Request[];
  /** What every answer has to be. */
  expected?: '2xx' | '3xx';
}

export interface Load {
  connections: number;
  /** Of a turn. */
  seconds: number;
  rounds: number;
}

/** What comparisons of servers take on the command line: how many articles are served, and how they are asked for. */
export function readOptions(): { count: number; load: Load } {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', default: '10000' },
      seconds: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '9' },
      connections: { type: 'string', default: '8' },
    },
  });
  const { articles, seconds, rounds, connections } = values;
  const load = { connections: Number(connections), seconds: Number(seconds), rounds: Number(rounds) };
  return { count: Number(articles), load };
}

/** How one side did, all numbers medians of the rounds. */
export interface Pace {
  /** Requests/s. */
  rate: number;
  /** The rate of the last side as a share of this one's, turn by turn. */
  share: number;
  /** What the last side takes of CPU time as a share of what this one takes, turn by turn. */
  cpuShare: number;
}

/**
 * Asks servers in turns, forth and back, after a round that warms them up. What else the machine does changes from second to second
 * and meets neighbours alike, so shares are taken turn by turn, and turns are short.
 */
export async function comparePaces(sides: readonly Side[], { connections, seconds, rounds }: Load): Promise<Pace[]> {
  const turns: { rate: number; cpu: number }[][] = sides.map(() => []);
  const order = [...sides.keys()];
  for (let round = 0; round <= rounds; round += 1) {
    for (const at of order) {
      const turn = await takeTurn(sides[at] as Side, connections, seconds);
      if (round > 0) turns[at]?.push(turn);
    }
    order.reverse();
  }
  const last = turns.at(-1) as { rate: number; cpu: number }[];
  return turns.map((own) => ({
    rate: median(own.map(({ rate }) => rate)),
    share: median(own.map(({ rate }, round) => (last[round]?.rate ?? 0) / rate)),
    cpuShare: median(own.map(({ cpu }, round) => (last[round]?.cpu ?? 0) / cpu)),
  }));
}

async function takeTurn(
  { server, requests, expected = '2xx' }: Side,
  connections: number,
  seconds: number,
): Promise<{ rate: number; cpu: number }> {
  const before = readCpuTime(server);
  const result = await autocannon({ url: server, connections, duration: seconds, requests });
  const cpu = readCpuTime(server) - before;
  const answered = result[expected];
  const failed = result['2xx'] + result.non2xx - answered;
  if (failed > 0 || result.errors > 0) throw new Error(`${server}: ${failed} failed, ${result.errors} errors`);
  return { rate: answered / result.duration, cpu: (1000 * cpu) / answered };
}

/** 500 ids of articles, some of each year, so that no part of the archive stays hot. */
export async function listIds(ask: (path: string) => Promise<string>): Promise<string[]> {
  const ids: string[] = [];
  for (let year = 2014; year < 2024; year += 1) {
    const { data } = JSON.parse(await ask(`/v1/articles?from=${year}&to=${year}&limit=50`)) as {
      data: { id: string }[];
    };
    ids.push(...data.map(({ id }) => id));
  }
  return ids;
}

/** The slugs of the sections that have none below them. */
export async function listLeaves(ask: (path: string) => Promise<string>): Promise<string[]> {
  type Node = { slug: string; children: Node[] };
  const { data: tree } = JSON.parse(await ask('/v1/sections')) as { data: Node[] };
  const leaves = (nodes: Node[]): string[] =>
    nodes.flatMap((node) => (node.children.length > 0 ? leaves(node.children) : node.slug));
  return leaves(tree);
}

export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}
