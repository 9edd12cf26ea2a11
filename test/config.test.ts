import { readFileSync } from 'node:fs';
import t from 'tap';
import { loadConfig, settings, toVariable } from '../src/config.js';

t.test('every setting has a default', (t) => {
  const config = loadConfig({});
  t.match(config, { databaseUrl: 'data/baoku.sqlite', host: '127.0.0.1', port: 3000, timezone: '+08:00' });
  t.ok(Object.isFrozen(config));
  t.end();
});

t.test('variables set what they name', (t) => {
  for (const [environment, expected, why] of [
    [{ BAOKU_PORT: '8080' }, { port: 8080 }, 'numbers are read'],
    [{ BAOKU_PORT: '' }, { port: 3000 }, 'an empty variable is as good as none'],
    [{ BAOKU_DATABASE_URL: 'file:///a.sqlite' }, { databaseUrl: 'file:///a.sqlite' }, 'words become a name'],
    [{ BAOKU_TIMEZONE: 'Asia/Taipei' }, { timezone: 'Asia/Taipei' }, 'zones may have names'],
    [{ BAOKU_PUBLIC_URL: 'https://archive.example/' }, { publicUrl: 'https://archive.example/' }, 'addresses'],
    [{ PORT: '1', baoku_port: '1' }, { port: 3000 }, 'other variables are none of its business'],
  ] as const) {
    t.match(loadConfig(environment), expected, why);
  }
  t.end();
});

t.test('what cannot be used is refused by name', (t) => {
  for (const [environment, variable, words] of [
    [{ BAOKU_PORT: 'http' }, 'BAOKU_PORT', /BAOKU_PORT cannot be "http": must be a whole number/],
    [{ BAOKU_PORT: '70000' }, 'BAOKU_PORT', /70000/],
    [{ BAOKU_PORT: '80.5' }, 'BAOKU_PORT', /80\.5/],
    [{ BAOKU_TIMEZONE: 'Peking' }, 'BAOKU_TIMEZONE', /IANA/],
    [{ BAOKU_LOG_LEVEL: 'loud' }, 'BAOKU_LOG_LEVEL', /loud/],
    [{ BAOKU_PUBLIC_URL: 'archive.example' }, 'BAOKU_PUBLIC_URL', /archive\.example/],
    [{ BAOKU_MAX_PAGE_BYTES: '10' }, 'BAOKU_MAX_PAGE_BYTES', /1024/],
  ] as const) {
    t.throws(() => loadConfig(environment), { code: 'invalid_configuration', parameter: variable, message: words });
  }
  t.end();
});

t.test('a variable that is not known is an error with the nearest name', (t) => {
  t.throws(() => loadConfig({ BAOKU_DATABASE: 'x', BAOKU_PORT: '1' }), {
    message: /BAOKU_DATABASE/,
    parameter: 'BAOKU_DATABASE',
    suggestion: /BAOKU_DATABASE_URL/,
  });
  t.throws(() => loadConfig({ BAOKU_COLOR_OF_THE_SKY: 'blue' }), {
    message: /BAOKU_COLOR_OF_THE_SKY/,
    parameter: 'BAOKU_COLOR_OF_THE_SKY',
    suggestion: /docs\/configuration\.md/,
  });
  t.end();
});

t.test('docs/configuration.md lists exactly the settings', (t) => {
  const documentation = readFileSync(new URL('../docs/configuration.md', import.meta.url), 'utf8');
  const rows = documentation.split('\n').filter((line) => line.startsWith('| `BAOKU_'));
  const defaults = loadConfig({}) as Record<string, unknown>;
  const expected = Object.entries(settings.shape).map(([name, schema]) => {
    const { unit, description } = schema.meta() as { unit: string | null; description: string };
    const value = defaults[name] === '' ? '' : `\`${defaults[name]}\` `;
    return `| \`${toVariable(name)}\` | ${value}| ${unit ?? '–'} | ${description} |`;
  });
  t.same(rows, expected);
  t.end();
});
