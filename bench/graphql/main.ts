/**
 * How fast GraphQL answers, beside two peers in the same run: the REST twin of each query, which gives the same rows and
 * fields, and a naive Mercurius (resolvers that ask a prepared statement for each parent; no loaders, no compilation).
 * First no answer is kept; then, as servers are set up by default, those that are asked for again are. Each over GET with the
 * hash of the query, and over POST.
 *
 *   npm run bench:graphql -- [--articles 10000] [--seconds 1] [--rounds 9] [--connections 8]
 *
 * The two sides take turns of so many seconds, and all numbers are medians of the rounds; shares are taken turn by turn.
 */
import { createHash } from 'node:crypto';
import type autocannon from 'autocannon';
import { prepareRows } from '../rows.js';
import {
  comparePaces,
  listIds,
  listLeaves,
  type Pace,
  prepareArchive,
  readOptions,
  type Side,
  start,
  stopServers,
} from '../servers.js';

const { count, load } = readOptions();

const reference = 'id title url publishedAt';
const span = 'span { start end }';
const quote = `id text kind speaker role organization verb ${span} confidence rule`;
const statistic = `id text value valueMax qualifier unit measure asOf { text from to } normalizedValue normalizedValueMax
  normalizedUnit basis ${span} confidence rule`;
const summary = `id url title subtitle lead section { slug name path } breadcrumb source { slug name } issue { date page }
  byline publishedAt modifiedAt keywords charCount revision extractor`;
const body = `body { type ${span} ... on HeadingBlock { level text } ... on ParagraphBlock { text } ... on ListBlock { ordered items }
  ... on ImageBlock { url alt caption } ... on TableBlock { caption rows } } text`;

try {
  await run();
} finally {
  stopServers();
}

async function run(): Promise<void> {
  const archive = await prepareArchive(count);
  const serve = ['dist/main.js', 'serve', '--no-demo', '--database', archive, '--port'];
  const baoku = await start(serve, { BAOKU_CACHE_BYTES: '0' });
  const keeping = await start(serve);
  const ask = async (path: string) => (await fetch(baoku + path)).text();
  const rows = await prepareRows(count, ask);
  const naive = await start(['--import', 'tsx', 'bench/graphql/naive.ts', rows]);
  const sections = await listLeaves(ask);
  const ids = await listIds(ask);

  console.log(`${count} articles, ${load.connections} connections, ${load.rounds} rounds of ${load.seconds} s\n`);
  console.log("requests/s                              peer    Baoku   of peer   wanted   CPU of peer's");
  const list = `query ($section: String!) { articles(section: $section, first: 20) { nodes { ${summary} }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const one = `query ($id: ID!) { article(id: $id) { ${summary} ${body} quotes { ${quote} } statistics { ${statistic} } } }`;
  const nested = `query ($section: String!) { articles(section: $section, first: 20) {
    nodes { ${reference} quotes { ${quote} } statistics { ${statistic} } } } }`;
  const listOf = (section: string) => ({ path: `/v1/articles?section=${encodeURIComponent(section)}&limit=20` });
  const oneOf = (id: string) => ({ path: `/v1/articles/${id}?include=quotes,statistics` });
  const hot = ids.slice(0, 20);
  for (const [server, kept, articles] of [
    [baoku, '', ids],
    [keeping, 'kept, ', hot],
  ] as const) {
    for (const query of [list, one])
      await fetch(`${server}${toHashed(query, {}).path}&query=${encodeURIComponent(query)}`);
    for (const [how, ask] of [
      ['GET', toHashed],
      ['POST', toRequest],
    ] as const) {
      await compare(
        `list of 20, ${kept}${how}`,
        { server, requests: sections.map(listOf) },
        { server, requests: sections.map((section) => ask(list, { section })) },
        0.8,
      );
      await compare(
        `article with children, ${kept}${how}`,
        { server, requests: articles.map(oneOf) },
        { server, requests: articles.map((id) => ask(one, { id })) },
        0.8,
      );
    }
  }
  const requests = sections.map((section) => toRequest(nested, { section }));
  await compare('20 with children, with naive', { server: naive, requests }, { server: baoku, requests }, 1.8);
}

async function compare(name: string, peer: Side, baoku: Side, wanted: number): Promise<void> {
  for (const { server, requests } of [peer, baoku]) await checkAnswer(server, requests[0] as autocannon.Request);
  const paces = await comparePaces([peer, baoku], load);
  const [{ share, cpuShare }] = paces as [Pace];
  const cells = [...paces.map(({ rate }) => rate.toFixed(0).padStart(9)), share.toFixed(2).padStart(9)];
  console.log(name.padEnd(34), ...cells, `≥ ${wanted}`.padStart(8), cpuShare.toFixed(2).padStart(14));
}

/** A GraphQL answer with errors has the status of one without. */
async function checkAnswer(server: string, { path = '/', ...request }: autocannon.Request): Promise<void> {
  const answer = (await (await fetch(server + path, request as RequestInit)).json()) as { errors?: unknown };
  if (answer.errors) throw new Error(`${server}${path}: ${JSON.stringify(answer.errors)}`);
}

function toRequest(query: string, variables: object): autocannon.Request {
  return {
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  };
}

function toHashed(query: string, variables: object): autocannon.Request & { path: string } {
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
  return { path: `/graphql?${new URLSearchParams({ extensions, variables: JSON.stringify(variables) })}` };
}
