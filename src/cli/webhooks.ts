/** `baoku webhooks`: who is told of what happens to the archive. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { ArchiveError } from '../domain/errors.js';
import { formatInstant } from '../domain/time.js';
import {
  type Delivery,
  type StoredWebhook,
  type WebhookEvent,
  webhookEvents,
  webhookRequest,
} from '../domain/webhook.js';
import { type MadeWebhook, WebhookService } from '../services/webhooks.js';
import { type OpenArchive, openArchive } from './archive.js';
import { type CommandFactory, type CommonOptions, createCommand, exitCodes, type Session } from './command.js';
import { toPrintable } from './io.js';
import { toPostOptions } from './upkeep.js';

interface AddOptions extends CommonOptions {
  event?: WebhookEvent[];
  section?: string[];
  source?: string[];
  description?: string;
}

interface ReplayOptions extends CommonOptions {
  since?: number;
  message?: string;
}

const HOUR = 3_600_000;
const parseWhole = (value: string) => {
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be a whole number.');
};

/** What a subcommand works with. */
interface Tools extends OpenArchive {
  webhooks: WebhookService;
  session: Session;
}

export const webhooksCommand: CommandFactory = (open, finish) => {
  const withWebhooks = async (options: CommonOptions, work: (tools: Tools) => Promise<unknown>) => {
    const session = open(options);
    const archive = await openArchive(session);
    try {
      const webhooks = new WebhookService({ ...archive, ...toPostOptions(session), clock: session.io.clock });
      const isDone = await work({ ...archive, webhooks, session });
      finish(isDone === false ? exitCodes.failed : exitCodes.done);
    } finally {
      await archive.close();
    }
  };
  const onOne = (name: string, description: string, work: (tools: Tools, id: string) => Promise<StoredWebhook>) =>
    createCommand(name, description)
      .argument('<id>', 'the webhook, as webhooks list shows it')
      .action((id: string, options: CommonOptions) =>
        withWebhooks(options, async (tools) => tools.session.stdout.writeLine(describe(await work(tools, id), tools))),
      );

  const add = createCommand('add', 'Tell an address of what happens, from now on, and print its secret.')
    .argument('<url>', 'where messages are posted to')
    .addOption(new Option('--event <events...>', 'only these').choices(webhookEvents))
    .option('--section <sections...>', 'only articles in these sections and below, by slug or names joined with /')
    .option('--source <sources...>', 'only articles of these sources, by slug or name')
    .option('--description <text>', 'whose it is')
    .action((url: string, { event, section, source, description }: AddOptions & CommonOptions, command: Command) =>
      withWebhooks(command.opts(), async ({ webhooks, session, timeZone }) => {
        const request = webhookRequest.safeParse({
          url,
          events: event,
          sections: section,
          sources: source,
          description,
        });
        if (!request.success) {
          const [issue] = request.error.issues;
          throw new ArchiveError('invalid_parameter', `${issue?.path.join('.')}: ${issue?.message}`);
        }
        await printMade(await webhooks.create(request.data), session, timeZone);
      }),
    );

  const list = createCommand('list', 'List all webhooks, and how each fares.').action((options: CommonOptions) =>
    withWebhooks(options, async (tools) => {
      const pending = await tools.read.countPending();
      for (const webhook of await tools.read.listWebhooks()) {
        await tools.session.stdout.writeLine(describe(webhook, tools, pending.get(webhook.id) ?? 0));
      }
    }),
  );

  const remove = createCommand('remove', 'Remove a webhook and its messages.')
    .argument('<id>', 'the webhook, as webhooks list shows it')
    .action((id: string, options: CommonOptions) =>
      withWebhooks(options, async ({ webhooks, session: { json, stdout } }) => {
        await webhooks.remove(id);
        await stdout.writeLine(json ? JSON.stringify({ id, removed: true }) : `${id} is removed.`);
      }),
    );

  const rotate = createCommand('rotate', 'Give a webhook a new secret; the old one signs as well a while longer.')
    .argument('<id>', 'the webhook, as webhooks list shows it')
    .option('--grace <hours>', 'how long the old secret still signs', parseWhole, 24)
    .action((id: string, options: CommonOptions & { grace: number }) =>
      withWebhooks(options, async ({ webhooks, session, timeZone }) =>
        printMade(await webhooks.rotate(id, options.grace * HOUR), session, timeZone),
      ),
    );

  const test = createCommand('test', 'Post a message of type test now, and say what was answered.')
    .argument('<id>', 'the webhook, as webhooks list shows it')
    .action((id: string, options: CommonOptions) =>
      withWebhooks(options, async (tools) => {
        const delivery = await tools.webhooks.test(id);
        await tools.session.stdout.writeLine(describeDelivery(delivery, tools));
        return delivery.status === 'delivered';
      }),
    );

  const replay = createCommand('replay', 'Send messages again: those that failed for good, or others.')
    .argument('<id>', 'the webhook, as webhooks list shows it')
    .addOption(new Option('--since <seq>', 'all of the changes behind this one').argParser(parseWhole))
    .addOption(new Option('--message <message>', 'one, as webhooks deliveries shows it').conflicts('since'))
    .action((id: string, options: ReplayOptions) =>
      withWebhooks(options, async ({ webhooks, session: { json, stdout } }) => {
        const { since, message } = options;
        const which = since !== undefined ? { since } : message !== undefined ? { message } : 'failed';
        const count = await webhooks.replay(id, which);
        await stdout.writeLine(
          json
            ? JSON.stringify({ id, count })
            : `${count ?? `All messages since ${since}`} will be sent again, by the server.`,
        );
      }),
    );

  const deliveries = createCommand('deliveries', 'List the messages of a webhook, the newest first.')
    .argument('<id>', 'the webhook, as webhooks list shows it')
    .option('--limit <n>', 'so many', parseWhole, 20)
    .addOption(new Option('--status <status>', 'only these').choices(['pending', 'delivered', 'failed']))
    .action((id: string, options: CommonOptions & { limit: number; status?: Delivery['status'] }) =>
      withWebhooks(options, async (tools) => {
        await tools.webhooks.find(id);
        for (const delivery of await tools.read.listDeliveries(id, options)) {
          await tools.session.stdout.writeLine(describeDelivery(delivery, tools));
        }
      }),
    );

  const command = new Command('webhooks').description('Tell other systems of what happens to the archive.');
  for (const each of [
    add,
    list,
    remove,
    rotate,
    onOne('pause', 'Send nothing until it is resumed.', ({ webhooks }, id) => webhooks.pause(id)),
    onOne('resume', 'Send again, first what was missed.', ({ webhooks }, id) => webhooks.resume(id)),
    test,
    replay,
    deliveries,
  ]) {
    command.addCommand(each);
  }
  return command;
};

async function printMade({ webhook, secret }: MadeWebhook, session: Session, timeZone: string): Promise<void> {
  const { json, stdout, stderr } = session;
  if (json) return stdout.writeLine(JSON.stringify({ ...toPlain(webhook, timeZone), secret }));
  await stdout.writeLine(secret);
  await stderr.writeLine(`${webhook.id} is told from now on. The receiver checks signatures with this secret.`);
}

function describe(webhook: StoredWebhook, { session, timeZone }: Tools, pending?: number): string {
  if (session.json) return JSON.stringify({ ...toPlain(webhook, timeZone), pending });
  const { id, url, description, pausedAt, pauseReason, failingSince } = webhook;
  const state =
    pausedAt !== null
      ? `paused (${pauseReason}) since ${formatInstant(pausedAt, timeZone)}`
      : failingSince !== null
        ? `failing since ${formatInstant(failingSince, timeZone)}`
        : 'active';
  const waiting = pending ? `, ${pending} waiting` : '';
  return toPrintable(`${id}  ${url}${description === '' ? '' : ` (${description})`}  ${state}${waiting}`);
}

function describeDelivery(delivery: Delivery, { session, timeZone }: Tools): string {
  const { id, event, status, attempts, at, error, payload, createdAt } = delivery;
  const time = formatInstant(at, timeZone);
  if (session.json) {
    return JSON.stringify({
      ...delivery,
      payload: JSON.parse(payload),
      at: time,
      createdAt: formatInstant(createdAt, timeZone),
    });
  }
  const when = status === 'pending' ? `next at ${time}` : `at ${time}`;
  return toPrintable(`${id}  ${event}  ${status} ${when}, attempts: ${attempts}${error === null ? '' : `  ${error}`}`);
}

function toPlain({ secrets: _, ...webhook }: StoredWebhook, timeZone: string) {
  const format = (at: number | null) => (at === null ? null : formatInstant(at, timeZone));
  const { createdAt, failingSince, pausedAt } = webhook;
  return { ...webhook, createdAt: format(createdAt), failingSince: format(failingSince), pausedAt: format(pausedAt) };
}
