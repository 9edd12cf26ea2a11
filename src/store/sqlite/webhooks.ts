/** Webhooks and their messages as rows. What to send, and when, is decided in services/. */
import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Delivery, StoredWebhook } from '../../domain/webhook.js';
import type { AwaitedIssue, WebhookReads, WebhookWrites } from '../webhooks.js';
import { transact } from './connect.js';
import { webhookDeliveries as deliveries, webhooks } from './schema.js';
import { type Connection, prepareRead } from './statement.js';

const value = (name: string) => sql`${sql.placeholder(name)}`;

/** Columns of a message, in the order of {@link toDelivery}. */
const columns = {
  id: deliveries.id,
  webhook: deliveries.webhook,
  event: deliveries.event,
  seq: deliveries.seq,
  status: deliveries.status,
  attempts: deliveries.attempts,
  createdAt: deliveries.createdAt,
  at: deliveries.at,
  responseStatus: deliveries.responseStatus,
  error: deliveries.error,
  payload: deliveries.payload,
};
const names = Object.keys(columns) as (keyof Delivery)[];
const toDelivery = (row: unknown[]) => Object.fromEntries(names.map((name, at) => [name, row[at]])) as Delivery;

type Row = [position: number, document: string];
const parse = ([position, document]: Row): StoredWebhook => ({ ...JSON.parse(document), position });

/** Prepares the reading of webhooks. */
export function createWebhookReads(connection: Connection): WebhookReads {
  const { client, db } = connection;
  const webhook = { position: webhooks.position, document: webhooks.document };
  const all = prepareRead<Row>(connection, db.select(webhook).from(webhooks).orderBy(webhooks.createdAt, webhooks.id));
  const one = prepareRead<Row>(
    connection,
    db
      .select(webhook)
      .from(webhooks)
      .where(eq(webhooks.id, value('id'))),
  );
  const isOf = eq(deliveries.webhook, value('webhook'));
  const list = (condition: typeof isOf) =>
    prepareRead<unknown[]>(
      connection,
      db
        .select(columns)
        .from(deliveries)
        .where(condition)
        .orderBy(desc(deliveries.rowid))
        .limit(value('limit') as never),
    );
  const ofAny = list(isOf);
  const ofStatus = list(and(isOf, eq(deliveries.status, value('status'))) as typeof isOf);
  const due = prepareRead<unknown[]>(
    connection,
    db
      .select(columns)
      .from(deliveries)
      .innerJoin(webhooks, eq(webhooks.id, deliveries.webhook))
      .where(
        and(
          sql`${deliveries.status} = 'pending'`,
          lte(deliveries.at, value('until')),
          isNull(sql`json_extract(${webhooks.document}, '$.pausedAt')`),
        ),
      )
      .orderBy(deliveries.at, deliveries.rowid)
      .limit(value('limit') as never),
  );
  const pending = client
    .prepare("SELECT webhook, count(*) FROM webhook_deliveries WHERE status = 'pending' GROUP BY webhook")
    .raw();
  const settled = client.prepare(
    'SELECT source, date, seq, at FROM webhook_issues WHERE webhook = ? AND at <= ? ORDER BY seq',
  );
  const before = client.prepare('SELECT op FROM changes WHERE id = ? AND seq < ? ORDER BY seq DESC LIMIT 1').pluck();
  return {
    listWebhooks: async () => all.all().map(parse),
    async findWebhook(id) {
      const row = one.get({ id });
      return row ? parse(row) : null;
    },
    async listDeliveries(of, { limit, status }) {
      const rows =
        status === undefined ? ofAny.all({ webhook: of, limit }) : ofStatus.all({ webhook: of, limit, status });
      return rows.map(toDelivery);
    },
    listDue: async (until, limit) => due.all({ until, limit }).map(toDelivery),
    countPending: async () => new Map(pending.all() as [string, number][]),
    listSettledIssues: async (of, since) => settled.all(of, since) as AwaitedIssue[],
    stoodBefore: async (changes) => changes.map(({ id, seq }) => before.get(id, seq) === 'upsert'),
  };
}

/** Prepares the writing of webhooks; each method is one transaction. */
export function createWebhookWrites(connection: Connection): WebhookWrites {
  const { client } = connection;
  const find = client.prepare('SELECT position, document FROM webhooks WHERE id = ?').raw();
  const insert = client.prepare('INSERT INTO webhooks (id, created_at, position, document) VALUES (?, ?, ?, ?)');
  const update = client.prepare('UPDATE webhooks SET position = ?, document = ? WHERE id = ?');
  const remove = client.prepare('DELETE FROM webhooks WHERE id = ?');
  const advance = client.prepare('UPDATE webhooks SET position = ? WHERE id = ? AND position = ?');
  const add = client.prepare(
    `INSERT INTO webhook_deliveries (id, webhook, event, seq, status, attempts, created_at, at, response_status, error, payload)
      VALUES (@id, @webhook, @event, @seq, @status, @attempts, @createdAt, @at, @responseStatus, @error, @payload)
      ON CONFLICT (webhook, id) DO UPDATE SET status = excluded.status, attempts = excluded.attempts, at = excluded.at,
        payload = excluded.payload`,
  );
  const note = client.prepare(
    `UPDATE webhook_deliveries SET status = @status, attempts = @attempts, at = @at, response_status = @responseStatus,
      error = @error WHERE webhook = @webhook AND id = @id`,
  );
  const again = "UPDATE webhook_deliveries SET status = 'pending', attempts = 0, at = @at WHERE webhook = @webhook AND";
  const resendOne = client.prepare(`${again} id = @id`);
  const resendFailed = client.prepare(`${again} status = 'failed'`);
  const prune = client.prepare("DELETE FROM webhook_deliveries WHERE status <> 'pending' AND at < ?");
  const awaitIssue = client.prepare(
    `INSERT INTO webhook_issues (webhook, source, date, seq, at) VALUES (@webhook, @source, @date, @seq, @at)
      ON CONFLICT (webhook, source, date) DO UPDATE SET seq = excluded.seq, at = excluded.at`,
  );
  const forgetIssue = client.prepare(
    'DELETE FROM webhook_issues WHERE webhook = @webhook AND source = @source AND date = @date AND seq = @seq',
  );
  const hold = client.prepare(
    `INSERT INTO leases (name, holder, until) VALUES (@name, @holder, @until)
      ON CONFLICT (name) DO UPDATE SET holder = @holder, until = @until WHERE holder = @holder OR until <= @at`,
  );
  const change = (id: string, changed: Partial<StoredWebhook>) => {
    const row = find.get(id) as Row | undefined;
    if (row === undefined) return null;
    const webhook = { ...parse(row), ...changed };
    const { position, ...document } = webhook;
    update.run(position, JSON.stringify(document), id);
    return webhook;
  };
  return {
    async createWebhook({ position, ...document }) {
      transact(client, () => insert.run(document.id, document.createdAt, position, JSON.stringify(document)));
    },
    changeWebhook: async (id, changed) => transact(client, () => change(id, changed)),
    removeWebhook: async (id) => transact(client, () => remove.run(id).changes > 0),
    dispatch: async (webhook, { from, to, messages, awaited, told }) =>
      transact(client, () => {
        if (advance.run(to, webhook, from).changes === 0) return false;
        for (const message of messages) add.run(message);
        for (const issue of told) forgetIssue.run({ webhook, ...issue });
        for (const issue of awaited) awaitIssue.run({ webhook, ...issue });
        return true;
      }),
    async addDelivery(message) {
      transact(client, () => add.run(message));
    },
    async noteAttempt(attempt, state) {
      transact(client, () => {
        note.run(attempt);
        if (state !== null) change(attempt.webhook, state);
      });
    },
    resend: async (webhook, which, at) =>
      transact(client, () =>
        which === 'failed' ? resendFailed.run({ webhook, at }) : resendOne.run({ webhook, at, id: which.id }),
      ).changes,
    pruneDeliveries: async (instant) => transact(client, () => prune.run(instant)).changes,
    holdLease: async (name, holder, { at, until }) =>
      transact(client, () => hold.run({ name, holder, at, until })).changes > 0,
  };
}
