/** The inputs and mutations of schema.graphql are held to what the routes of REST take, field by field. */
import { isInputObjectType } from 'graphql';
import t from 'tap';
import * as z from 'zod';
import { articleFields, inputBlock } from '../../src/domain/article-input.js';
import { span } from '../../src/domain/span.js';
import { asOf } from '../../src/domain/statistic.js';
import { createSchema } from '../../src/graphql/schema.js';
import { methodOf } from '../../src/http/route.js';
import { routes } from '../../src/http/routes/index.js';
import { bodyOf, describeInput, memberOf, print, routeOf } from './sdl.js';

const schema = createSchema();
const blockType = z.enum(['heading', 'paragraph', 'list', 'image', 'table']);

/** What each input is checked by, which is what REST takes in its body. */
const inputs: Record<string, z.ZodObject> = {
  GivenPage: routeOf('createPage').query.extend({
    content: z.string(),
    format: z.enum(['html', 'markdown', 'text']).optional(),
  }),
  GivenArticle: bodyOf('createArticle'),
  GivenIssue: memberOf(articleFields, 'issue'),
  GivenBlock: mergeOptions(inputBlock as unknown as z.ZodDiscriminatedUnion<z.ZodObject[]>),
  ArticlePatch: bodyOf('patchArticle'),
  ArticleReplacement: bodyOf('putArticle'),
  UnpublishedPatch: bodyOf('patchUnpublished'),
  GivenQuote: bodyOf('addQuote'),
  QuotePatch: bodyOf('correctQuote'),
  GivenStatistic: bodyOf('addStatistic'),
  StatisticPatch: bodyOf('correctStatistic'),
  GivenSpan: span,
  GivenAsOf: asOf,
  KeyRequest: bodyOf('createKey'),
  KeyRotation: bodyOf('rotateKey'),
  WebhookRequest: bodyOf('createWebhook'),
  WebhookRotation: bodyOf('rotateWebhook'),
  WebhookReplay: bodyOf('replayWebhook'),
};

/** An input with the fields of all options: GraphQL has no unions of inputs. None has a default, which another would not take. */
function mergeOptions({ options }: z.ZodDiscriminatedUnion<z.ZodObject[]>): z.ZodObject {
  const shape = Object.assign({}, ...options.map((option) => option.shape)) as Record<string, z.ZodType>;
  const free = (type: z.ZodType) => (type instanceof z.ZodDefault ? (type.unwrap() as z.ZodType) : type).optional();
  return z.object({
    ...Object.fromEntries(Object.entries(shape).map(([name, type]) => [name, free(type)])),
    type: blockType,
  });
}
t.test('inputs have the fields that REST takes', async (t) => {
  const known = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  t.same(known.map(({ name }) => name).sort(), Object.keys(inputs).sort());
  for (const type of known) {
    const { shape } = inputs[type.name] as z.ZodObject;
    const fields = type.getFields();
    t.same(Object.keys(fields).sort(), Object.keys(shape).sort(), type.name);
    for (const [name, of] of Object.entries(shape) as [string, z.ZodType][]) {
      const field = fields[name];
      if (field === undefined) continue;
      t.equal(print(field.type), describeInput(of, name), `${type.name}.${name}`);
      const byDefault = of instanceof z.ZodDefault ? of.parse(undefined) : undefined;
      const dotless = JSON.stringify(byDefault ?? null).replaceAll('.', '_');
      t.equal(JSON.stringify(field.defaultValue ?? null), dotless, `${type.name}.${name} by default`);
    }
  }
});

t.test('there is a mutation for each route that changes the archive', async (t) => {
  const changing = routes.filter(
    (route) =>
      route.isWriting && methodOf(route) !== 'GET' && !['importPages', 'previewPage'].includes(route.operationId),
  );
  const mutations = schema.getMutationType()?.getFields() ?? {};
  t.same(Object.keys(mutations).sort(), changing.map(({ operationId }) => operationId).sort());
  const argumentsOf = { 'If-Match': 'ifMatch', 'Idempotency-Key': 'idempotencyKey', Prefer: 'prefer' };
  for (const { operationId, params, body, headers = [], scope } of changing) {
    const taken = [
      ...Object.keys(params.shape),
      ...(body ? ['input'] : []),
      ...headers.map((name) => argumentsOf[name]),
    ];
    const { args = [], description } = mutations[operationId] ?? {};
    t.same(args.map(({ name }) => name).sort(), taken.sort(), operationId);
    t.match(description?.replaceAll('\n', ' '), `Takes the scope \`${scope}\`.`);
  }
});
