import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { RUNNER, configured } from './support.mjs';

const KEY = 'key-of-the-origin';
const BIG = Buffer.alloc(3_000_000, 'miaobu ');
const folder = mkdtempSync(join(tmpdir(), 'edge-runner-'));
const seen = []; // what the origin was asked
let origin; // the fake of the emulator's inner door
let app; // a function
let appAsked = null;
let openStreams = 0;
let site; // { port, child }

const objects = { 'index.html': 'the start page', 'big.bin': BIG, 'empty.txt': '', '喵 a+b.txt': 'meow' };

function answerOrigin(request, response) {
  seen.push({ url: request.url, headers: request.headers });
  if (request.headers['x-miaobu-origin-key'] !== KEY) {
    response.writeHead(403).end();
    return;
  }
  if (request.url.startsWith('/kv/space/')) {
    const entries = {
      'demo.localhost': { type: 'static', oss_path: 'projects/demo/7', deployment_id: 7, is_spa: true },
      'app.localhost': { type: 'node', fc_endpoint: `http://127.0.0.1:${app.address().port}`, deployment_id: 8 },
      'down.localhost': { type: 'node', fc_endpoint: 'http://127.0.0.1:1', deployment_id: 9 },
    };
    const entry = entries[request.url.slice('/kv/space/'.length)];
    response.writeHead(entry ? 200 : 404).end(entry ? JSON.stringify(entry) : '<Error/>');
    return;
  }
  const name = decodeURIComponent(request.url.replace('/object/sites/projects/demo/7/', ''));
  if (name === 'cut.bin') {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
    return;
  }
  if (name === 'endless.bin') {
    response.writeHead(200);
    ++openStreams;
    const timer = setInterval(() => response.write('more '), 5);
    response.on('close', () => { clearInterval(timer); --openStreams; });
    return;
  }
  if (!(name in objects)) {
    response.writeHead(404, { 'content-type': 'application/xml' }).end('<Error/>');
    return;
  }
  const body = Buffer.from(objects[name]);
  const headers = { etag: '"e"', 'content-type': 'text/plain; charset=utf-8', 'accept-ranges': 'bytes', 'x-oss-request-id': '1' };
  if (request.headers['if-none-match'] === '"e"') {
    response.writeHead(304, headers).end();
    return;
  }
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  const part = range ? body.subarray(Number(range[1]), Number(range[2]) + 1) : body;
  response.writeHead(range ? 206 : 200, { ...headers, 'content-length': part.length, ...(range && { 'content-range': `bytes ${range[1]}-${range[2]}/${body.length}` }) });
  response.end(request.method === 'HEAD' ? undefined : part);
}

async function answerApp(request, response) {
  appAsked = { method: request.method, url: request.url, headers: request.headers };
  if (request.url === '/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: one\n\n');
    response.on('close', () => { appAsked.closed = true; });
    return;
  }
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
  }
  response.writeHead(200, { 'set-cookie': ['a=1; Domain=localhost', 'b=2'], 'x-size': size }).end('answered');
}

async function start(options) {
  const child = spawn(process.execPath, [fileURLToPath(RUNNER)], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.write(`${JSON.stringify(options)}\n`);
  const [line] = await once(child.stdout, 'data');
  return { child, ...JSON.parse(line.toString()) };
}

const routinePath = join(folder, 'routine.js');
const options = (port = 0) => ({ port, routine: routinePath, origin: `http://127.0.0.1:${origin.address().port}`, originKey: KEY, bucket: 'sites',
  namespace: 'space', baseDomain: 'localhost' });

before(async () => {
  writeFileSync(routinePath, configured({ baseDomain: 'localhost', namespace: 'space', functionEndpoints: ['http://127.0.0.1:*'],
    clientAddressHeader: 'x-miaobu-client-address' }));
  origin = http.createServer(answerOrigin).listen(0, '127.0.0.1');
  app = http.createServer(answerApp).listen(0, '127.0.0.1');
  await Promise.all([once(origin, 'listening'), once(app, 'listening')]);
  site = await start(options());
});

after(async () => {
  site.child.stdin.end();
  await once(site.child, 'exit');
  for (const server of [origin, app]) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true });
});

/** One request with the Host header a browser would send; resolves with the whole answer. */
function ask(path, { host = 'demo.localhost', address = '127.0.0.1', method = 'GET', headers = {}, body, agent } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: address, port: site.port, path, method, agent, headers: { host: `${host}:${site.port}`, ...headers } }, async (response) => {
      try {
        const chunks = [];
        for await (const chunk of response) {
          chunks.push(chunk);
        }
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
      } catch (error) {
        reject(error);
      }
    });
    request.on('error', reject);
    request.end(body);
  });
}

test('a site is there on both loopback addresses', async (t) => {
  for (const address of ['127.0.0.1', '::1']) {
    if (address === '::1' && !(await hasIpv6())) {
      t.diagnostic('this computer has no ::1');
      continue;
    }
    const answer = await ask('/', { address });
    assert.equal(answer.status, 200);
    assert.equal(answer.body.toString(), 'the start page');
    assert.equal(answer.headers['x-miaobu-deployment'], '7');
    assert.equal(answer.headers['x-oss-request-id'], undefined);
  }
});

function hasIpv6() {
  const probe = net.createServer();
  return new Promise((resolve) => {
    probe.on('error', () => resolve(false));
    probe.listen(0, '::1', () => probe.close(() => resolve(true)));
  });
}

test('a deep link of an app, and the key stays behind the edge', async () => {
  const answer = await ask('/user/42');
  assert.equal(answer.body.toString(), 'the start page');
  assert.ok(!JSON.stringify(answer.headers).includes(KEY));
  assert.ok(seen.every(({ headers }) => headers['x-miaobu-origin-key'] === KEY));
});

test('bytes are the same, large, empty and with odd names', async () => {
  assert.ok((await ask('/big.bin')).body.equals(BIG));
  const empty = await ask('/empty.txt');
  assert.equal(empty.status, 200);
  assert.equal(empty.headers['content-length'], '0');
  assert.equal((await ask('/%E5%96%B5%20a+b.txt')).body.toString(), 'meow');
});

test('HEAD, Range and If-None-Match', async () => {
  const head = await ask('/big.bin', { method: 'HEAD' });
  assert.equal(head.headers['content-length'], String(BIG.length));
  assert.equal(head.body.length, 0);
  const part = await ask('/big.bin', { headers: { range: 'bytes=7-12' } });
  assert.equal(part.status, 206);
  assert.equal(part.body.toString(), 'miaobu');
  assert.equal(part.headers['content-range'], `bytes 7-12/${BIG.length}`);
  const unchanged = await ask('/big.bin', { headers: { 'if-none-match': '"e"' } });
  assert.equal(unchanged.status, 304);
  assert.equal(unchanged.body.length, 0);
});

test('unknown hosts, wrong methods and broken requests', async () => {
  assert.equal((await ask('/', { host: 'other.localhost' })).status, 404);
  assert.equal((await ask('/', { host: '127.0.0.1' })).status, 404);
  assert.equal((await ask('/', { method: 'POST', body: Buffer.alloc(300_000) })).status, 405);
  assert.equal((await ask('/', { headers: { host: 'a b' } })).status, 400);
  assert.equal((await ask('/', { headers: { host: 'demo.localhost:99999' } })).status, 400);
  assert.equal((await ask('http://demo.localhost/')).status, 400);
  assert.equal((await ask('//evil.test/')).status, 308);
  assert.equal((await ask('/')).status, 200, 'and it is still there');
});

test('a site is found without a port and with a dot after the host, too', async () => {
  assert.equal((await ask('/', { headers: { host: 'demo.localhost' } })).status, 200);
  assert.equal((await ask('/', { headers: { host: 'DEMO.localhost.' } })).status, 200);
});

test('an app gets the body, the visitor and nothing that was made up', async () => {
  const answer = await ask('/form?x=1', { host: 'app.localhost', method: 'POST', body: BIG, headers: { 'x-miaobu-client-address': '6.6.6.6',
    'x-forwarded-for': '6.6.6.6', 'transfer-encoding': 'chunked' } });
  assert.equal(answer.body.toString(), 'answered');
  assert.equal(answer.headers['x-size'], String(BIG.length));
  assert.deepEqual(answer.headers['set-cookie'], ['a=1', 'b=2']);
  assert.equal(appAsked.url, '/form?x=1');
  assert.equal(appAsked.headers['x-forwarded-for'], '127.0.0.1');
  assert.equal(appAsked.headers['x-forwarded-host'], `app.localhost:${site.port}`);
  assert.equal(appAsked.headers['x-forwarded-proto'], 'http');
  assert.equal(appAsked.headers.host, `127.0.0.1:${app.address().port}`);
  assert.equal(appAsked.headers['x-miaobu-origin-key'], undefined);
});

test('an app that is down is a page, not a hang', async () => {
  assert.equal((await ask('/', { host: 'down.localhost' })).status, 502);
});

test('a stream arrives while it is written, and a visitor who leaves ends it', async () => {
  const request = http.get({ host: '127.0.0.1', port: site.port, path: '/events', headers: { host: `app.localhost:${site.port}` } });
  const [response] = await once(request, 'response');
  const [chunk] = await once(response, 'data');
  assert.equal(chunk.toString(), 'data: one\n\n');
  request.destroy();
  while (!appAsked.closed) {
    await wait(5);
  }
});

test('a visitor who leaves a download ends it at the origin', async () => {
  const request = http.get({ host: '127.0.0.1', port: site.port, path: '/endless.bin', headers: { host: `demo.localhost:${site.port}` } });
  const [response] = await once(request, 'response');
  await once(response, 'data');
  assert.equal(openStreams, 1);
  request.destroy();
  while (openStreams > 0) {
    await wait(5);
  }
});

test('a file that the origin breaks off is broken off, never shorter', async () => {
  await assert.rejects(ask('/cut.bin'));
});

test('many at once, on kept connections', async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 100 });
  const answers = await Promise.all(Array.from({ length: 600 }, (_, i) => ask(i % 2 ? '/' : '/user/1', { agent })));
  agent.destroy();
  assert.ok(answers.every(({ status, body }) => status === 200 && body.toString() === 'the start page'));
});

test('an origin that closes kept connections is asked again', async () => {
  origin.closeIdleConnections();
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask('/')));
  assert.ok(answers.every(({ status }) => status === 200));
});

test('a port that is taken', async () => {
  const second = await start(options(site.port));
  assert.equal(second.error, 'port-taken');
  assert.equal(second.child.exitCode ?? (await once(second.child, 'exit'))[0], 1);
});

test('a routine that is not there', async () => {
  const broken = await start({ ...options(), routine: join(folder, 'none.js') });
  assert.equal(broken.error, 'ENOENT');
});

test('it ends when standard input closes, also with visitors connected', async () => {
  const other = await start(options());
  const visitor = net.connect(other.port, '127.0.0.1');
  visitor.on('error', () => {});
  await once(visitor, 'connect');
  other.child.stdin.end();
  assert.deepEqual(await once(other.child, 'exit'), [0, null]);
});
