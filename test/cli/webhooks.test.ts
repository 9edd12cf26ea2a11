import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import t from 'tap';
import { runCommand } from '../helpers/command.js';

t.test('webhooks are made, listed, tested and removed', async (t) => {
  let status = 200;
  const server = createServer((_, response) => response.writeHead(status).end('no')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const environment: Record<string, string> = { BAOKU_DATABASE_URL: join(t.testdir(), 'a.sqlite') };
  const call = (...words: string[]) => runCommand(['webhooks', ...words], { environment });

  t.match(await call('add', url), { code: 1, err: /needs an https: address\n.*BAOKU_WEBHOOK_NETWORKS/ });
  environment.BAOKU_WEBHOOK_NETWORKS = '127.0.0.0/8';
  t.match(await call('add', 'nowhere'), { code: 1, err: /url: / });
  t.match(await call('add', url, '--event', 'article.eaten'), { code: 2, err: /article\.published/ });
  const { out, err } = await call(
    'add',
    url,
    '--event',
    'article.published',
    '--section',
    '新闻',
    '--description',
    '要闻组',
  );
  t.match(out, /^whsec_[\w+/=]{44}\n$/);
  const [id = ''] = /wh_\w+/.exec(err) ?? [];
  t.match(await call('list'), { code: 0, out: `${id}  ${url} (要闻组)  active\n` });
  t.match(JSON.parse((await call('list', '--json')).out), {
    id,
    sections: ['新闻'],
    events: ['article.published'],
    position: 0,
  });
  t.notMatch((await call('list', '--json')).out, /whsec_/, 'without secrets');

  t.match(await call('test', id), { code: 0, out: /test {2}delivered at/ });
  status = 500;
  t.match(await call('test', id), { code: 1, out: /test {2}failed at .*500 no/ });
  t.match(await call('deliveries', id, '--status', 'failed'), {
    code: 0,
    out: /^msg_test_\w+ {2}test {2}failed .*\n$/,
  });
  t.equal((await call('deliveries', id)).out.trimEnd().split('\n').length, 2);
  t.match(await call('replay', id), { code: 0, out: '1 will be sent again, by the server.\n' });
  t.match(await call('replay', id, '--since', '0'), { code: 0, out: /since 0/ });
  t.match(await call('replay', id, '--message', 'msg_x'), { code: 1, err: /has no message msg_x/ });
  t.match(await call('pause', id), { code: 0, out: /paused \(asked\)/ });
  t.match(await runCommand(['doctor'], { environment }), {
    out: new RegExp(`^warning  webhooks .*${id} is paused`, 'm'),
  });
  t.match(await call('resume', id), { code: 0, out: /active/ });
  t.match(await call('rotate', id, '--grace', '1'), { code: 0, out: /^whsec_/ });
  t.match(await call('remove', id), { code: 0, out: /removed/ });
  t.match(await call('remove', id), { code: 1, err: /no webhook/ });
});
