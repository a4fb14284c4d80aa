import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { BROWSER, STATIC, World, configured, get, load } from './support.mjs';

const routine = await load();
afterEach(() => mock.restoreAll());

const ask = (host, path = '/') => routine.fetch(new Request(`https://${host}${path}`, { headers: BROWSER }));

for (const [host, path] of [['other.example.com', '/'], ['example.com', '/'], ['nothing.example.com', '/projects/demo/7/index.html'],
  ['example.com', '/projects/demo/7/index.html'], ['10.0.0.1', '/'], ['[::1]', '/'], ['demo.example.com.evil.test', '/']]) {
  test(`unknown host ${host}${path} is answered by nobody else`, async () => {
    const world = new World(STATIC, ['index.html']);
    const answer = await ask(host, path);
    assert.equal(answer.status, 404);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(answer.headers.get('x-miaobu-deployment'), null);
    assert.match(await answer.text(), /No site is connected/);
    assert.equal(world.fetches.length, 0);
  });
}

for (const host of ['DEMO.Example.COM', 'demo.example.com.', 'demo.example.com:8443', 'Demo.example.com.:8443']) {
  test(`host ${host} is demo.example.com`, async () => {
    const world = new World(STATIC, ['index.html']);
    assert.equal((await ask(host)).status, 200);
    assert.deepEqual(world.kvReads, [{ key: 'demo.example.com', type: 'text' }]);
    assert.equal(new URL(world.fetches[0].url).hostname, 'demo.example.com');
  });
}

for (const value of [undefined, null, '']) {
  test(`a key that is not there may read as ${JSON.stringify(value)}`, async () => {
    const world = new World(STATIC, ['index.html']);
    world.kvGet = () => value;
    assert.equal((await ask('demo.example.com')).status, 404);
  });
}

const BROKEN = {
  'no JSON': '{"secret_hash": "s3cret',
  'a JSON text': '"s3cret"',
  'a list': '["s3cret"]',
  'null': 'null',
  'an unknown type': { ...STATIC, type: 's3cret' },
  'no path': { ...STATIC, oss_path: undefined },
  'an empty path': { ...STATIC, oss_path: '' },
  'a path with a slash at the end': { ...STATIC, oss_path: 'projects/demo/7/' },
  'a path that climbs': { ...STATIC, oss_path: 'projects/../secret' },
  'a path with a query': { ...STATIC, oss_path: 'projects/demo?x=s3cret' },
  'a path that is no text': { ...STATIC, oss_path: 7 },
};
for (const [name, entry] of Object.entries(BROKEN)) {
  test(`an entry with ${name} is a plain error`, async () => {
    const world = new World(entry, ['index.html']);
    const answer = await ask('demo.example.com');
    const body = await answer.text();
    assert.equal(answer.status, 500);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.ok(answer.headers.get('x-miaobu-request'));
    assert.ok(body.includes(answer.headers.get('x-miaobu-request')));
    assert.ok(world.errors[0].includes(answer.headers.get('x-miaobu-request')));
    assert.ok(![body, ...world.errors].some((text) => text.includes('s3cret')));
    assert.equal(world.fetches.length, 0);
  });
}

test('unknown fields of an entry do no harm', async () => {
  new World({ ...STATIC, staging: { hash: 'x' }, is_new: true }, ['index.html']);
  assert.equal((await ask('demo.example.com')).status, 200);
});

test('a deployment id that is no whole number is not repeated', async () => {
  new World({ ...STATIC, deployment_id: '7\r\nx: y' }, ['index.html']);
  const answer = await ask('demo.example.com');
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('x-miaobu-deployment'), null);
});

test('a KV that fails', async () => {
  const world = new World(STATIC, ['index.html']);
  world.kvGet = () => { throw new Error('s3cret'); };
  const answer = await ask('demo.example.com');
  assert.equal(answer.status, 502);
  assert.ok(![await answer.text(), ...world.errors].some((text) => text.includes('s3cret')));
});

test('a KV that is slow still answers', async () => {
  const world = new World(STATIC, ['index.html']);
  world.kvGet = () => new Promise((resolve) => setTimeout(() => resolve(JSON.stringify(STATIC)), 50));
  assert.equal((await ask('demo.example.com')).status, 200);
});

test('a KV that never answers', async () => {
  const world = new World(STATIC, ['index.html']);
  // The routine's own limit, run out at once; other timers are left alone.
  const later = globalThis.setTimeout;
  mock.method(globalThis, 'setTimeout', (work, delay) => later(work, delay > 1000 && delay <= 6000 ? 0 : delay));
  world.kvGet = () => new Promise(() => {});
  assert.equal((await ask('demo.example.com')).status, 504);
});

test('an origin that cannot be reached', async () => {
  const world = new World(STATIC, ['index.html']);
  mock.method(globalThis, 'fetch', () => Promise.reject(new TypeError('connect 10.1.2.3 s3cret')));
  const answer = await ask('demo.example.com');
  assert.equal(answer.status, 502);
  assert.ok(![await answer.text(), ...world.errors].some((text) => text.includes('s3cret')));
});

test('a config of strange characters is still one valid module', async () => {
  const strange = '"; throw 1; // */ \u2028 \\ ${x} $& \'`';
  const odd = await load({ namespace: strange });
  const world = new World(STATIC, ['index.html']);
  assert.equal((await odd.fetch(get('/'))).status, 200);
  assert.equal(world.namespace, strange);
});

test('the routine needs nothing but itself and exports one thing', async () => {
  const text = configured({});
  assert.ok(!/^\s*import\b|\brequire\(|\bprocess\./m.test(text));
  assert.equal(text.match(/^export /gm).length, 1);
  assert.ok(text.split('\n').length <= 481);
});
