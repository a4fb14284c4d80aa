/** The password page in a real browser: Chromium, told what to do by its own protocol over two pipes. Skipped where there is none. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { pbkdf2Sync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { RUNNER, configured } from './support.mjs';

const BROWSER = ['chromium', 'chromium-browser', 'google-chrome'].find((name) => spawnSync(name, ['--version']).status === 0);
const skip = BROWSER ? false : 'there is no Chromium';
const PASSWORD = 'open sesame';
const SALT = '00112233445566778899aabbccddeeff';
const HASH = pbkdf2Sync(PASSWORD, Buffer.from(SALT, 'hex'), 210_000, 32, 'sha256').toString('hex');
const GATE = { version: 1, key: 'ab'.repeat(32), salt: SALT, iterations: 210_000, hash: HASH };
const entryOf = (gate) => JSON.stringify({ type: 'static', oss_path: 'projects/demo/7', deployment_id: 7, ...(gate && { gate, noindex: true }) });
const ENTRIES = { 'demo.localhost': entryOf(GATE), 'demo2.localhost': entryOf(GATE), 'open.localhost': entryOf(null) };

const folder = mkdtempSync(join(tmpdir(), 'edge-browser-'));
let origin;
let runner;
let port;
let chromium;

function answerOrigin(request, response) {
  const key = request.url.replace('/kv/space/', '');
  if (key !== request.url) {
    response.writeHead(key in ENTRIES ? 200 : 404).end(ENTRIES[key]);
    return;
  }
  const isPage = request.url.endsWith('.html');
  response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html', 'cache-control': 'public, max-age=600' }).end(isPage ? '<h1>behind the gate</h1>' : '');
}

class Chromium {
  #child; #next = 1; #waiting = new Map(); #rest = '';

  constructor() {
    this.#child = spawn(BROWSER, ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--no-proxy-server',
      `--user-data-dir=${join(folder, 'profile')}`, '--remote-debugging-pipe', 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    this.#child.stdio[4].on('data', (chunk) => {
      const parts = (this.#rest + chunk).split('\0');
      this.#rest = parts.pop();
      for (const message of parts.map((part) => JSON.parse(part))) {
        this.#waiting.get(message.id)?.(message);
        this.#waiting.delete(message.id);
      }
    });
  }

  async call(method, params = {}, sessionId = undefined) {
    const id = this.#next++;
    const answer = new Promise((resolve) => this.#waiting.set(id, resolve));
    this.#child.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await answer;
    assert.equal(error, undefined, method);
    return result;
  }

  async page() {
    const { targetId } = await this.call('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.call('Target.attachToTarget', { targetId, flatten: true });
    return { call: (method, params) => this.call(method, params, sessionId) };
  }

  async end() {
    this.#child.kill();
    await once(this.#child, 'exit');
  }
}

const value = async (page, expression) => (await page.call('Runtime.evaluate', { expression, awaitPromise: true })).result.value;

/** Waits until what the page shows has \a words in it. */
async function shows(page, words) {
  for (let attempt = 0; attempt < 200; ++attempt) {
    const text = await value(page, 'document.readyState === "complete" && document.body ? document.body.innerText : ""').catch(() => '');
    if (text?.includes(words)) {
      return;
    }
    await wait(50);
  }
  assert.fail(`the page never showed ${words}: ${await value(page, 'location.href + document.body.innerText')}`);
}

const visit = (page, host, path = '/') => page.call('Page.navigate', { url: `http://${host}:${port}${path}` });
const submit = (page, password) => value(page, `document.querySelector('[type=password]').value = ${JSON.stringify(password)}; document.querySelector('button').click()`);

before(async () => {
  if (skip) {
    return;
  }
  origin = http.createServer(answerOrigin).listen(0, '127.0.0.1');
  await once(origin, 'listening');
  writeFileSync(join(folder, 'routine.mjs'), configured({ baseDomain: 'localhost', namespace: 'space' }));
  runner = spawn(process.execPath, [fileURLToPath(RUNNER)], { stdio: ['pipe', 'pipe', 'inherit'] });
  runner.stdin.write(`${JSON.stringify({ port: 0, routine: join(folder, 'routine.mjs'), origin: `http://127.0.0.1:${origin.address().port}`,
    originKey: 'key', bucket: 'sites', namespace: 'space' })}\n`);
  port = JSON.parse((await once(runner.stdout, 'data'))[0].toString()).port;
  chromium = new Chromium();
});

after(async () => {
  await chromium?.end();
  runner?.stdin.end();
  origin?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('a person types the password, comes to where they wanted, and stays in', { skip }, async () => {
  const page = await chromium.page();
  await visit(page, 'demo.localhost', '/deep/page?q=1');
  await shows(page, 'This preview has a password');
  assert.equal(await value(page, 'document.activeElement.type'), 'password');
  await submit(page, 'wrong');
  await shows(page, 'That is not the password');
  await submit(page, PASSWORD);
  await shows(page, 'behind the gate');
  assert.equal(await value(page, 'location.pathname + location.search'), '/deep/page?q=1');
  assert.equal(await value(page, 'document.cookie'), '');
  const { cookies } = await page.call('Network.getCookies', { urls: [`http://demo.localhost:${port}/`] });
  assert.deepEqual(cookies.map(({ name, secure, httpOnly, sameSite, path, domain }) => ({ name, secure, httpOnly, sameSite, path, domain })),
    [{ name: '__Host-miaobu-gate', secure: true, httpOnly: true, sameSite: 'Lax', path: '/', domain: 'demo.localhost' }]);
  await visit(page, 'demo.localhost', '/again');
  await shows(page, 'behind the gate');
});

test('the cookie of one host opens no other, and a sibling cannot give one away', { skip }, async () => {
  const page = await chromium.page();
  await visit(page, 'demo2.localhost');
  await shows(page, 'This preview has a password');
  await visit(page, 'open.localhost');
  await shows(page, 'behind the gate');
  await value(page, `document.cookie = '__Host-miaobu-gate=v1.tossed; Domain=localhost; Path=/; Secure'`);
  await value(page, `document.cookie = '__Host-miaobu-gate=v1.tossed; Domain=demo2.localhost; Path=/; Secure'`);
  const { cookies } = await page.call('Network.getCookies', { urls: [`http://demo2.localhost:${port}/`] });
  assert.deepEqual(cookies, []);
});

test('going back after the cookie is gone shows nothing that was kept', { skip }, async () => {
  const page = await chromium.page();
  await visit(page, 'demo.localhost', '/kept');
  await shows(page, 'behind the gate');
  await page.call('Network.clearBrowserCookies');
  await visit(page, 'open.localhost');
  await shows(page, 'behind the gate');
  await visit(page, 'demo.localhost', '/kept');
  await shows(page, 'This preview has a password');
});
