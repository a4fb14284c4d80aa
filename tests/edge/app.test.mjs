import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { World, get, load } from './support.mjs';

const routine = await load({ clientAddressHeader: 'x-miaobu-client-address' });
afterEach(() => mock.restoreAll());

const ENDPOINT = 'https://shop-abc.cn-hangzhou.fcapp.run';
const APP = { type: 'python', fc_endpoint: ENDPOINT, project_slug: 'demo', deployment_id: 9 };

for (const type of ['python', 'node']) {
  test(`a ${type} app gets path, query, method and body`, async () => {
    const world = new World({ ...APP, type });
    world.app = async (request) => Response.json({ url: request.url, method: request.method, body: await request.text() });
    const answer = await routine.fetch(get('/a%20b/../c/?q=1&q=2', {}, { method: 'POST', body: 'hello' }));
    assert.deepEqual(await answer.json(), { url: `${ENDPOINT}/c/?q=1&q=2`, method: 'POST', body: 'hello' });
    assert.equal(answer.headers.get('x-miaobu-deployment'), '9');
    assert.equal(world.kvReads.length, 1);
    assert.equal(world.fetches.length, 1);
  });
}

test('a body is passed on as it comes', async () => {
  const world = new World(APP);
  let first;
  world.app = async (request) => {
    const reader = request.body.getReader();
    first = Buffer.from((await reader.read()).value).toString();
    while (!(await reader.read()).done);
    return new Response('ok');
  };
  const body = new ReadableStream({
    start(controller) { controller.enqueue(Buffer.from('one')); setTimeout(() => { controller.enqueue(Buffer.from('two')); controller.close(); }, 20); },
  });
  await routine.fetch(get('/', {}, { method: 'PUT', body, duplex: 'half' }));
  assert.equal(first, 'one');
});

const REFUSED = [undefined, '', 7, 'no address', 'http://169.254.169.254', 'http://169.254.169.254/latest', 'https://evil.test', 'https://fcapp.run',
  'https://fcapp.run.evil.test', 'https://evil.test/.fcapp.run', 'https://evil.test#.fcapp.run', 'https://evil.test?.fcapp.run', 'http://shop.fcapp.run',
  'https://user:pass@shop.fcapp.run', 'https://shop.fcapp.run:8443', 'https://shop.fcapp.run/path', 'https://evilfcapp.run', 'javascript:alert(1)',
  'file:///etc/passwd', 'http://127.0.0.1:9000', 'https://shop.fcapp.run@evil.test'];
for (const endpoint of REFUSED) {
  test(`never asks ${endpoint}`, async () => {
    const world = new World({ ...APP, fc_endpoint: endpoint });
    const answer = await routine.fetch(get('/'));
    const body = await answer.text();
    assert.equal(answer.status, 500);
    assert.ok(answer.headers.get('x-miaobu-request'));
    assert.equal(answer.headers.get('x-miaobu-deployment'), '9');
    assert.equal(world.fetches.length, 0);
    assert.ok(typeof endpoint !== 'string' || endpoint === '' || ![body, ...world.errors].some((text) => text.includes(endpoint)));
  });
}

for (const endpoint of [ENDPOINT, `${ENDPOINT}/`, 'https://123.cn-beijing.fc.aliyuncs.com']) {
  test(`asks ${endpoint}`, async () => {
    new World({ ...APP, fc_endpoint: endpoint });
    assert.equal((await routine.fetch(get('/'))).status, 200);
  });
}

test('on this computer a port of loopback may be asked, and no other host', async () => {
  const local = await load({ functionEndpoints: ['http://127.0.0.1:*'] });
  for (const [endpoint, status] of [['http://127.0.0.1:9000', 200], ['http://127.0.0.1.evil.test:9000', 500], ['http://10.0.0.1:9000', 500], [ENDPOINT, 500]]) {
    new World({ ...APP, fc_endpoint: endpoint });
    assert.equal((await local.fetch(get('/'))).status, status, endpoint);
  }
});

test('headers a visitor could lie with do not reach the app', async () => {
  const world = new World(APP);
  await routine.fetch(get('/', {
    forwarded: 'for=1.2.3.4', 'x-forwarded-for': '1.2.3.4', 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'http', 'x-forwarded-server': 'evil',
    'x-forwarded-prefix': '/evil', 'x-real-ip': '1.2.3.4', 'x-client-ip': '1.2.3.4', 'true-client-ip': '1.2.3.4', 'x-original-url': '/admin',
    'x-rewrite-url': '/admin', 'x-fc-access-key-id': 'evil', 'x-fc-request-id': 'evil', 'x-miaobu-deployment': '1',
    connection: 'keep-alive, x-secret-hop', 'x-secret-hop': '1', 'keep-alive': 'timeout=5', te: 'trailers', trailer: 'x', 'transfer-encoding': 'chunked',
    upgrade: 'websocket', 'proxy-authorization': 'Basic eA==', 'proxy-connection': 'keep-alive', host: 'evil.test',
    'x-miaobu-client-address': '203.0.113.9', cookie: 'session=1', authorization: 'Bearer of-the-app', accept: 'text/plain', 'x-own': 'kept',
  }));
  assert.deepEqual(Object.fromEntries(world.fetches[0].headers), {
    'x-forwarded-host': 'demo.example.com', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9',
    cookie: 'session=1', authorization: 'Bearer of-the-app', accept: 'text/plain', 'x-own': 'kept',
  });
});

test('without a trustworthy source the app is told no address', async () => {
  const plain = await load();
  const world = new World(APP);
  await plain.fetch(get('/', { 'x-forwarded-for': '1.2.3.4', 'x-miaobu-client-address': '1.2.3.4' }));
  assert.equal(world.fetches[0].headers.get('x-forwarded-for'), null);
});

test('headers of the app', async () => {
  const world = new World(APP);
  const headers = new Headers({ 'content-type': 'text/html', 'content-disposition': 'attachment', 'x-fc-request-id': '1', 'x-fc-code-checksum': '2',
    'x-miaobu-deployment': '666', connection: 'keep-alive, x-hop', 'x-hop': '1', 'keep-alive': 'timeout=5', 'transfer-encoding': 'chunked', 'x-own': 'kept' });
  for (const cookie of ['a=1; Path=/; Domain=.example.com; Secure', 'b=2; domain=EXAMPLE.com', 'c=3; Domain=com; HttpOnly', 'd=4; Domain=demo.example.com',
    'e=Domain=example.com; Path=/', 'f=6; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Domain=example.com']) {
    headers.append('set-cookie', cookie);
  }
  world.app = () => new Response('ok', { headers });
  const answer = await routine.fetch(get('/'));
  assert.equal(answer.headers.get('set-cookie'), ['a=1; Path=/; Secure', 'b=2', 'c=3; HttpOnly', 'd=4; Domain=demo.example.com', 'e=Domain=example.com; Path=/',
    'f=6; Expires=Wed, 21 Oct 2026 07:28:00 GMT'].join(', '));
  answer.headers.delete('set-cookie');
  assert.deepEqual(Object.fromEntries(answer.headers), { 'content-type': 'text/html', 'cache-control': 'no-store', 'x-own': 'kept',
    'x-content-type-options': 'nosniff', 'x-miaobu-deployment': '9' });
});

test('cookies are told apart where they can only be read joined', async () => {
  const world = new World(APP);
  const headers = new Headers({ 'set-cookie': 'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Domain=example.com, b=2; Path=/' });
  Object.defineProperty(headers, 'getSetCookie', { value: undefined });
  world.app = () => Object.defineProperty(new Response('ok'), 'headers', { value: headers });
  const answer = await routine.fetch(get('/'));
  assert.equal(answer.headers.get('set-cookie'), 'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT, b=2; Path=/');
});

for (const [given, kept] of [['attachment', null], ['Attachment;', null], ['inline', 'inline'], ['attachment; filename="report.csv"', 'attachment; filename="report.csv"']]) {
  test(`Content-Disposition: ${given}`, async () => {
    const world = new World(APP);
    world.app = () => new Response('ok', { headers: { 'content-disposition': given } });
    assert.equal((await routine.fetch(get('/'))).headers.get('content-disposition'), kept);
  });
}

test('an app that has a cache rule keeps it', async () => {
  const world = new World(APP);
  world.app = () => new Response('ok', { headers: { 'cache-control': 'public, max-age=60' } });
  assert.equal((await routine.fetch(get('/'))).headers.get('cache-control'), 'public, max-age=60');
});

for (const [given, seen] of [['/login', '/login'], [`${ENDPOINT}/login?next=/`, 'https://demo.example.com/login?next=/'], [ENDPOINT, 'https://demo.example.com'],
  [`${ENDPOINT}.evil.test/`, `${ENDPOINT}.evil.test/`], ['https://sso.test/', 'https://sso.test/']]) {
  test(`a redirect to ${given} is the visitor's to follow`, async () => {
    const world = new World(APP);
    world.app = () => new Response(null, { status: 302, headers: { location: given } });
    const answer = await routine.fetch(get('/'));
    assert.equal(answer.status, 302);
    assert.equal(answer.headers.get('location'), seen);
    assert.equal(world.fetches[0].redirect, 'manual');
  });
}

for (const status of [204, 205, 304, 404, 418, 500, 503]) {
  test(`the app's own ${status} reaches the visitor`, async () => {
    const world = new World(APP);
    world.app = () => new Response(status < 400 ? null : 'words of the app', { status });
    const answer = await routine.fetch(get('/'));
    assert.equal(answer.status, status);
    assert.equal(await answer.text(), status < 400 ? '' : 'words of the app');
  });
}

test('an app that cannot be reached', async () => {
  const world = new World(APP);
  world.app = () => { throw new TypeError(`fetch of ${ENDPOINT} failed`); };
  const answer = await routine.fetch(get('/'));
  assert.equal(answer.status, 502);
  assert.ok(!(await answer.text()).includes(ENDPOINT));
});
