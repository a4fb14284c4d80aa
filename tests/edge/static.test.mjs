import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { BROWSER, SCRIPT, SPA, STATIC, World, get, load } from './support.mjs';

const routine = await load();
afterEach(() => mock.restoreAll());

const FILES = ['index.html', 'about.html', 'docs/index.html', 'docs/v1.2/index.html', 'user.html', 'a b+c%.txt', '喵.html', 'assets/app-1a2b.js',
  'LICENSE', '.well-known/security.txt', '.nojekyll', 'guide/node.js.html', 'é.html', 'logo.png', '.miaobu/manifest.json', 'feed'];

// entry, files besides FILES, path, headers, status, object that answers ('' for none)
const TABLE = [
  ['start page', STATIC, [], '/', BROWSER, 200, 'index.html'],
  ['start page by name', STATIC, [], '/index.html', BROWSER, 200, 'index.html'],
  ['page as a file', STATIC, [], '/about', BROWSER, 200, 'about.html'],
  ['page as a file, with a slash', STATIC, [], '/about/', BROWSER, 200, 'about.html'],
  ['page as a folder', STATIC, [], '/docs', BROWSER, 200, 'docs/index.html'],
  ['page as a folder, with a slash', STATIC, [], '/docs/', BROWSER, 200, 'docs/index.html'],
  ['page by its file name', STATIC, [], '/about.html', BROWSER, 200, 'about.html'],
  ['folder with a dot', STATIC, [], '/docs/v1.2', BROWSER, 200, 'docs/v1.2/index.html'],
  ['page named like a script', STATIC, [], '/guide/node.js', BROWSER, 200, 'guide/node.js.html'],
  ['a script is never answered with a page of that name', STATIC, [], '/guide/node.js', SCRIPT, 404, ''],
  ['asset', STATIC, [], '/assets/app-1a2b.js', SCRIPT, 200, 'assets/app-1a2b.js'],
  ['query is not part of a file', STATIC, [], '/assets/app-1a2b.js?v=3', SCRIPT, 200, 'assets/app-1a2b.js'],
  ['file without an extension', STATIC, [], '/LICENSE', BROWSER, 200, 'LICENSE'],
  ['file without an extension, by a program', STATIC, [], '/feed', { accept: '*/*' }, 200, 'feed'],
  ['well-known file', STATIC, [], '/.well-known/security.txt', { accept: '*/*' }, 200, '.well-known/security.txt'],
  ['dot file', STATIC, [], '/.nojekyll', {}, 200, '.nojekyll'],
  ['encoded name', STATIC, [], '/a%20b%2Bc%25.txt', BROWSER, 200, 'a b+c%.txt'],
  ['plus as it is', STATIC, [], '/a%20b+c%25.txt', BROWSER, 200, 'a b+c%.txt'],
  ['Chinese name', STATIC, [], '/喵', BROWSER, 200, '喵.html'],
  ['decomposed name', STATIC, [], '/e%CC%81', BROWSER, 200, 'é.html'],
  ['needlessly encoded name', STATIC, [], '/%61bout', BROWSER, 200, 'about.html'],
  ['missing page without a page for that', STATIC, [], '/nowhere', BROWSER, 404, ''],
  ['missing page', STATIC, ['404.html'], '/nowhere', BROWSER, 404, '404.html'],
  ['missing page, by curl', STATIC, ['404.html'], '/nowhere', { accept: '*/*' }, 404, '404.html'],
  ['missing page, no Accept', STATIC, ['404.html'], '/nowhere', {}, 404, '404.html'],
  ['missing folder', STATIC, ['404.html'], '/no/where/', BROWSER, 404, '404.html'],
  ['missing asset is no page', STATIC, ['404.html'], '/assets/gone.js', SCRIPT, 404, ''],
  ['missing asset, typed in', STATIC, ['404.html'], '/gone.png', BROWSER, 404, ''],
  ['missing data', STATIC, ['404.html'], '/api/users', { accept: 'application/json' }, 404, ''],
  ['manifest', STATIC, ['404.html'], '/.miaobu/manifest.json', BROWSER, 404, ''],
  ['manifest, encoded', STATIC, ['404.html'], '/%2Emiaobu/manifest.json', BROWSER, 404, ''],
  ['app: deep link', SPA, [], '/user/42', BROWSER, 200, 'index.html'],
  ['app: deep link, by curl', SPA, [], '/user/42', { accept: '*/*' }, 200, 'index.html'],
  ['app: deep link with a dot', SPA, [], '/user/john.doe', BROWSER, 200, 'index.html'],
  ['app: deep link with a slash', SPA, [], '/user/42/', BROWSER, 200, 'index.html'],
  ['app: page that was made before', SPA, [], '/about', BROWSER, 200, 'about.html'],
  ['app: missing asset', SPA, ['404.html'], '/assets/gone.js', SCRIPT, 404, ''],
  ['app: missing asset, typed in', SPA, [], '/assets/gone.js', BROWSER, 404, ''],
  ['app: missing data', SPA, [], '/api/users', { accept: 'application/json' }, 404, ''],
  ['app: data asked for by the app', SPA, [], '/api/users', { accept: '*/*', 'sec-fetch-dest': 'empty' }, 404, ''],
  ['app: manifest', SPA, [], '/.miaobu/manifest.json', BROWSER, 404, ''],
  ['no type means static', { ...STATIC, type: undefined }, [], '/', BROWSER, 200, 'index.html'],
  ['no is_spa means pages', { ...STATIC, is_spa: undefined }, [], '/nowhere', BROWSER, 404, ''],
];

for (const [name, entry, more, path, headers, status, object] of TABLE) {
  for (const method of ['GET', 'HEAD']) {
    test(`${name} (${method} ${path})`, async () => {
      const world = new World(entry, [...FILES, ...more]);
      const answer = await routine.fetch(get(path, headers, { method }));
      const body = await answer.text();
      assert.equal(answer.status, status);
      if (object !== '') {
        assert.equal(world.asked.at(-1), object);
      }
      assert.equal(body, method === 'HEAD' ? '' : object === '' ? body : `content of ${object}`);
      if (object === '') {
        assert.ok(!body.includes('content of'));
      }
      assert.ok(!body.includes('NoSuchKey'));
      assert.equal(answer.headers.get('x-miaobu-deployment'), '7');
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(world.kvReads.length, 1, 'one KV read');
      assert.ok(world.fetches.length <= (answer.ok && object !== 'index.html' ? 3 : 4), `${world.fetches.length} fetches`);
      assert.ok(!world.asked.some((asked) => asked.startsWith('.miaobu')));
      assert.ok(world.fetches.every((request) => request.url.startsWith('https://demo.example.com/projects/demo/7/') && !request.url.includes('?')));
    });
  }
}

test('a missing asset is plain text', async () => {
  new World(SPA, ['index.html']);
  const answer = await routine.fetch(get('/assets/gone.js', SCRIPT));
  assert.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8');
});

for (const path of ['/a/../secret', '/a/%2e%2e/secret', '/%2E%2E/8/index.html', '/a/./b', '/a%2fb', '/a%5Cb', '/a\\..\\b', '/a%00.html', '/a%0d%0ax: y', '/%ff', '/%zz', '/%']) {
  test(`refuses ${path}`, async () => {
    const world = new World(SPA, FILES);
    // A platform may hand over an address that no parser has been at.
    const answer = await routine.fetch({ url: `https://demo.example.com${path}`, method: 'GET', headers: new Headers(BROWSER), body: null });
    assert.equal(answer.status, 400);
    assert.equal(world.fetches.length, 0);
  });
}

for (const [path, location] of [['//evil.example', '/evil.example'], ['/a//b?x=1', '/a/b?x=1'], ['///', '/'], ['/a///', '/a/'], ['//%5C', null]]) {
  test(`empty folders are left out of ${path}`, async () => {
    const world = new World(STATIC, FILES);
    const answer = await routine.fetch(get(path));
    assert.equal(answer.status, location ? 308 : 400);
    assert.equal(answer.headers.get('location'), location);
    assert.equal(world.fetches.length, 0);
  });
}

for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
  test(`${method} does not reach the origin`, async () => {
    const world = new World(STATIC, FILES);
    const answer = await routine.fetch(get('/', BROWSER, { method, body: method === 'OPTIONS' ? undefined : 'x' }));
    assert.equal(answer.status, 405);
    assert.equal(answer.headers.get('allow'), 'GET, HEAD');
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(world.fetches.length, 0);
  });
}

test('the origin sees the conditions of a visitor and nothing else', async () => {
  const world = new World(STATIC, FILES);
  const given = { ...BROWSER, range: 'bytes=0-3', 'if-range': '"1"', 'if-none-match': '"x"', 'if-modified-since': 'Mon, 01 Jan 2024 00:00:00 GMT',
    cookie: 'a=b', authorization: 'Basic eA==', 'x-forwarded-host': 'evil', 'x-original-url': '/evil', 'x-oss-process': 'image/resize' };
  await routine.fetch(get('/about.html?x-oss-process=style', given));
  const [request] = world.fetches;
  assert.deepEqual(Object.keys(Object.fromEntries(request.headers)).sort(), ['if-modified-since', 'if-none-match', 'if-range', 'range']);
  assert.equal(request.url, 'https://demo.example.com/projects/demo/7/about.html');
  assert.equal(request.redirect, 'manual');
});

test('an unchanged file stays 304', async () => {
  const world = new World(STATIC, FILES);
  world.objectHeaders = { 'content-length': '0' };
  const answer = await routine.fetch(get('/about', { ...BROWSER, 'if-none-match': '"1"' }));
  assert.equal(answer.status, 304);
  assert.equal(answer.headers.get('etag'), '"1"');
  assert.equal(answer.headers.get('content-length'), null);
});

test('the 404 page is never 304 or partial', async () => {
  const world = new World(STATIC, ['404.html']);
  const answer = await routine.fetch(get('/nowhere', { ...BROWSER, 'if-none-match': '"1"', range: 'bytes=0-1' }));
  assert.equal(answer.status, 404);
  assert.equal(world.fetches.at(-1).headers.get('range'), null);
});

test('what the origin says of a file is kept, what it says of itself is not', async () => {
  const world = new World(STATIC, FILES);
  world.objectHeaders = { 'cache-control': 'public, max-age=31536000, immutable', 'content-type': 'text/javascript; charset=utf-8', 'content-length': '29' };
  const { headers } = await routine.fetch(get('/assets/app-1a2b.js', SCRIPT));
  assert.deepEqual(Object.fromEntries(headers), { 'cache-control': 'public, max-age=31536000, immutable', 'content-length': '29',
    'content-type': 'text/javascript; charset=utf-8', etag: '"1"', 'x-content-type-options': 'nosniff', 'x-miaobu-deployment': '7' });
});

test('a file without a cache rule is asked for again each time', async () => {
  new World(STATIC, FILES);
  assert.equal((await routine.fetch(get('/'))).headers.get('cache-control'), 'no-cache');
});

test('errors are not kept by any cache, whatever the 404 page says of itself', async () => {
  const world = new World(STATIC, ['404.html']);
  world.objectHeaders = { 'cache-control': 'public, max-age=600' };
  for (const path of ['/nowhere', '/gone.js', '/%zz']) {
    assert.equal((await routine.fetch(get(path))).headers.get('cache-control'), 'no-store', path);
  }
});

for (const [status, expected] of [[403, 502], [500, 502], [503, 502], [302, 502], [416, 416], [412, 412]]) {
  test(`an origin that answers ${status}`, async () => {
    const world = new World(SPA, FILES);
    world.objectStatus = status;
    const answer = await routine.fetch(get('/about.html'));
    assert.equal(answer.status, expected);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.ok(!(await answer.text()).includes('secret words'));
    assert.equal(answer.headers.get('x-miaobu-deployment'), '7');
  });
}
