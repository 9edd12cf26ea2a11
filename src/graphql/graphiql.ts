/** `/graphiql`: GraphiQL in the browser, all of it from this server, opened with queries that show what there is. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { examples } from './examples.js';

const { resolve } = createRequire(import.meta.url);
const inPackage = (name: string, file: string) => `${dirname(resolve(`${name}/package.json`))}/${file}`;

/** What the page loads, and where it lies. */
const assets = {
  'react.js': inPackage('react', 'umd/react.production.min.js'),
  'react-dom.js': inPackage('react-dom', 'umd/react-dom.production.min.js'),
  'graphiql.js': inPackage('graphiql', 'graphiql.min.js'),
  'graphiql.css': inPackage('graphiql', 'graphiql.min.css'),
};

// The style of the editor is set by its script.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Baoku GraphiQL</title>
<link rel="stylesheet" href="graphiql/graphiql.css">
<link rel="stylesheet" href="graphiql/page.css">
</head>
<body>
<div id="graphiql"></div>
<script src="graphiql/react.js"></script>
<script src="graphiql/react-dom.js"></script>
<script src="graphiql/graphiql.js"></script>
<script src="graphiql/page.js"></script>
</body>
</html>
`;
const style = 'html, body, #graphiql { height: 100%; margin: 0; }\n';
const script = `const fetcher = GraphiQL.createFetcher({ url: new URL('graphql', location.href).href });
const defaultTabs = ${JSON.stringify(examples.map((query) => ({ query })))};
ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(GraphiQL, { fetcher, defaultTabs }));
`;

/** Adds the page to `app`. */
export async function registerGraphiql(app: FastifyInstance): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(fastifyStatic, { root: dirname(assets['graphiql.js']), serve: false });
    // The page says nothing of what is in the archive.
    const hidden = { schema: { hide: true }, config: { scope: null } };
    const give = (path: string, type: string, text: string) =>
      scope.get(path, hidden, (_, reply) =>
        reply.headers({ 'content-type': `${type}; charset=utf-8`, 'content-security-policy': POLICY }).send(text),
      );
    give('/graphiql', 'text/html', page);
    give('/graphiql/page.css', 'text/css', style);
    give('/graphiql/page.js', 'text/javascript', script);
    for (const [name, file] of Object.entries(assets)) {
      const at = file.lastIndexOf('/');
      scope.get(`/graphiql/${name}`, hidden, (_, reply) =>
        reply.sendFile(file.slice(at + 1), file.slice(0, at), { maxAge: '1d' }),
      );
    }
  });
}
