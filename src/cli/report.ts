/** The report of an import: each page is told as it is done, all are counted. It decides nothing. */
import type { Article } from '../domain/article.js';
import type { ArchiveError } from '../domain/errors.js';
import type { Warning } from '../ingest/article.js';
import type { PageOutcome } from '../services/publish.js';
import type { Session } from './command.js';
import { toPrintable } from './io.js';
import type { Progress } from './progress.js';
import { renderArticle, renderFailure } from './render.js';

/** Results go to standard output, reasons and warnings to standard error. */
export class Report {
  private readonly counts = { created: 0, updated: 0, unchanged: 0, failed: 0, skipped: 0, warnings: 0 };
  /** Pages of a dry run that gave an article. */
  private previewed = 0;

  constructor(
    private readonly session: Session,
    private readonly progress: Progress,
  ) {}

  get hasFailures(): boolean {
    return this.counts.failed > 0;
  }

  async addOutcome(item: PageOutcome): Promise<void> {
    if ('skipped' in item) return this.addSkipped(item.name, item.skipped);
    if (item.outcome === 'failed') return this.addFailure(item.name, item.error, item.id);
    const { name, id, outcome, warnings } = item;
    this.counts[outcome] += 1;
    this.counts.warnings += warnings.length;
    this.progress.addPage();
    if (this.session.json) await this.session.stdout.writeLine(JSON.stringify({ name, id, outcome }));
    if (!this.session.verbose) return;
    for (const { code, message } of warnings) {
      await this.progress.writeLine(`warning: ${toPrintable(name)}: ${toPrintable(message)} (${code})`);
    }
  }

  async addPreview(name: string, article: Article, warnings: readonly Warning[]): Promise<void> {
    this.previewed += 1;
    this.counts.warnings += warnings.length;
    this.progress.addPage();
    await this.session.stdout.writeLine(
      this.session.json ? JSON.stringify({ name, article, warnings }) : renderArticle(name, article, warnings),
    );
  }

  async addSkipped(name: string, reason: string): Promise<void> {
    this.counts.skipped += 1;
    if (this.session.verbose) await this.progress.writeLine(`skipped: ${toPrintable(name)}: ${reason}`);
  }

  /** `id` is null where the page gave no article. */
  async addFailure(name: string, error: ArchiveError, id: string | null): Promise<void> {
    this.counts.failed += 1;
    this.progress.addPage();
    const { code, message, suggestion } = error;
    await this.progress.writeLine(renderFailure(name, error));
    const { session } = this;
    if (session.verbose && error.cause instanceof Error) await this.progress.writeLine(error.cause.stack ?? '');
    if (session.json) {
      await session.stdout.writeLine(
        JSON.stringify({ name, id, outcome: 'failed', error: { code, message, suggestion } }),
      );
    }
  }

  /** Prints the sums; of a dry run with --json on standard error, since its output is articles. */
  async close(dryRun: boolean): Promise<void> {
    const { stdout, stderr, json } = this.session;
    if (json && !dryRun) await stdout.writeLine(JSON.stringify(this.counts));
    else await (json ? stderr : stdout).writeLine(this.renderSums(dryRun));
  }

  private renderSums(dryRun: boolean): string {
    const { created, updated, unchanged, failed, skipped, warnings } = this.counts;
    const pages = created + updated + unchanged + failed + this.previewed;
    const lines = [
      dryRun
        ? `${pages} pages: ${this.previewed} extracted, ${failed} failed; nothing was stored`
        : `${pages} pages: ${created} created, ${updated} updated, ${unchanged} unchanged, ${failed} failed`,
    ];
    if (pages === 0) lines.push('No page was found in the input.');
    const more = this.session.verbose ? '' : '; --verbose lists them';
    if (skipped > 0) lines.push(`${skipped} files skipped that are no pages${more}`);
    if (warnings > 0) lines.push(`${warnings} warnings${dryRun ? '' : more}`);
    return lines.join('\n');
  }
}
