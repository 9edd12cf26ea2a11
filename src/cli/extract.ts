/** `baoku extract`: what extraction finds on one page and why; nothing is stored. */

import type { Article } from '../domain/article.js';
import { previewArticle } from '../domain/preview.js';
import type { Warning } from '../ingest/article.js';
import { readPages } from '../ingest/source.js';
import { type Extraction, extractHere, extractPages, toWrite } from '../services/extract.js';
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
import { markText } from './marking.js';
import { addPageOptions, type PageOptions, toHints } from './page-options.js';
import { describeQuote, describeStatistic, renderArticle, renderFields } from './render.js';

interface ExtractOptions extends CommonOptions, PageOptions {
  explain?: true;
}

export const extractCommand: CommandFactory = (open, finish) =>
  addPageOptions(createCommand('extract', 'Show what extraction finds on a page; nothing is stored.'))
    .argument('<file>', 'a page, a file of pages, or - for standard input')
    .option('--explain', 'print the text with quotes and figures marked, and the rule that found each')
    .action(async (file: string, options: ExtractOptions) => {
      finish(await extractFile(file, options, open(options)));
    });

async function extractFile(file: string, options: ExtractOptions, session: Session): Promise<ExitCode> {
  const { config, io, stdout, stderr } = session;
  const siteRules = await loadSiteRules(options.siteRules ?? config.siteRules);
  const pages = readPages([file], {
    stdin: io.stdin,
    maxPageBytes: config.maxPageBytes,
    maxUnpackedBytes: config.maxUnpackedBytes,
    hints: toHints(options),
  });
  const extractor = extractHere({ timeZone: config.timezone, siteRules });
  let exitCode: ExitCode = exitCodes.done;
  for await (const item of extractPages(pages, { extractor, ahead: 1, signal: io.signal })) {
    if (stdout.isClosed) break;
    if ('write' in item) await print(item);
    else {
      exitCode = exitCodes.failed;
      const reason = 'skipped' in item ? `skipped, ${item.skipped}` : `${item.error.message} (${item.error.code})`;
      await stderr.writeLine(`failed: ${toPrintable(item.name)}: ${toPrintable(reason)}`);
    }
  }
  return exitCode;

  async function print({ name, write, warnings }: Extract<Extraction, { write: unknown }>): Promise<void> {
    const article = previewArticle(toWrite(write), io.clock(), config.timezone);
    const render = options.explain === true ? explainArticle : renderArticle;
    await stdout.writeLine(
      session.json ? JSON.stringify({ name, article, warnings }) : render(name, article, warnings, stdout.hasColors),
    );
  }
}

/** An article with its whole text, quotes and figures marked in it, and for each what was found and by which rule. */
function explainArticle(name: string, article: Article, warnings: readonly Warning[], inColor: boolean): string {
  const quotes = (article.quotes ?? []).map((quote, index) => ({ ...quote, label: `Q${index + 1}` }));
  const statistics = (article.statistics ?? []).map((statistic, index) => ({ ...statistic, label: `S${index + 1}` }));
  const marks = [
    ...quotes.map(({ span, label }) => ({ span, label, kind: 'quote' as const })),
    ...statistics.map(({ span, label }) => ({ span, label, kind: 'statistic' as const })),
  ];
  const found = ({ rule, confidence }: { rule: string; confidence: number }) =>
    `      rule ${rule}, confidence ${confidence}`;
  return [
    toPrintable(name),
    ...renderFields(article),
    ...warnings.map(({ code, message }) => `  Warning     ${toPrintable(message)} (${code})`),
    '',
    markText(article.text, marks, inColor),
    '',
    `${quotes.length} quotes`,
    ...quotes.flatMap((quote) => [
      `  ${quote.label.padEnd(4)}“${toPrintable(quote.text)}”`,
      `      ${describeQuote(quote)}`,
      found(quote),
    ]),
    `${statistics.length} statistics`,
    ...statistics.flatMap((statistic) => [
      `  ${statistic.label.padEnd(4)}${toPrintable(statistic.text)}`,
      `      ${describeStatistic(statistic)}`,
      found(statistic),
    ]),
    '',
  ].join('\n');
}
