import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { afterEach, test } from 'node:test';

import { control, emulator, esa, ossClient } from './running.mjs';

const objects = ossClient();
const { client, ...models } = esa();

afterEach(() => control('DELETE', 'faults'));

function visit(host, path = '/', hostname = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const request = http.get({ hostname, port: emulator.sitePort, path, headers: { host: `${host}:${emulator.sitePort}` } }, async (answer) => {
      const pieces = await answer.toArray();
      resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(pieces).toString() });
    });
    request.on('error', reject);
  });
}

async function publish(slug, deployment, files) {
  for (const [name, text] of Object.entries(files)) {
    const type = name.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8';
    const headers = { 'Content-Type': type, 'Cache-Control': 'no-cache' };
    await objects.put(`projects/${slug}/${deployment}/${name}`, Buffer.from(text), { headers });
  }
}

async function route(slug, deployment) {
  const entry = { type: 'static', oss_path: `projects/${slug}/${deployment}`, project_slug: slug, deployment_id: deployment, is_spa: false };
  const request = { namespace: emulator.kvNamespace, key: `${slug}.localhost`, value: JSON.stringify(entry) };
  await client.putKv(new models.PutKvRequest(request));
}

async function eventually(check) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

test('a site answers on both loopback addresses', async () => {
  await publish('shop', 1, { 'index.html': '<h1>shop</h1>', 'about.html': '<h1>about</h1>', 'a b+c.txt': 'odd' });
  await route('shop', 1);
  const home = await eventually(async () => {
    const answer = await visit('shop.localhost');
    assert.equal(answer.status, 200);
    return answer;
  });
  assert.equal(home.text, '<h1>shop</h1>');
  assert.equal(home.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(home.headers['cache-control'], 'no-cache');
  assert.equal((await visit('shop.localhost', '/about')).text, '<h1>about</h1>');
  assert.equal((await visit('shop.localhost', '/a%20b+c.txt')).text, 'odd');
  const six = await visit('shop.localhost', '/', '::1').catch((error) => error);
  assert.ok(six.text === '<h1>shop</h1>' || six.code === 'EADDRNOTAVAIL');
});

test('what is not routed is not found, and the bucket is not reached', async () => {
  await publish('hidden', 1, { 'index.html': 'hidden' });
  assert.equal((await visit('hidden.localhost')).status, 404);
  for (const path of ['/object/miaobu/projects/hidden/1/index.html', '/miaobu/projects/hidden/1/index.html', '/kv/miaobu/shop.localhost']) {
    for (const host of ['hidden.localhost', 'localhost', '127.0.0.1']) {
      const answer = await visit(host, path);
      assert.equal(answer.status, 404);
      assert.ok(!answer.text.includes('oss_path') && answer.text !== 'hidden');
    }
  }
});

test('the edge sees an entry when it is no longer held back', async () => {
  await publish('held', 1, { 'index.html': 'one' });
  await publish('held', 2, { 'index.html': 'two' });
  await route('held', 1);
  await eventually(async () => assert.equal((await visit('held.localhost')).text, 'one'));
  await control('POST', 'faults', { holdKv: true });
  await route('held', 2);
  assert.equal((await visit('held.localhost')).text, 'one');
  await control('POST', 'faults', { holdKv: false });
  await eventually(async () => assert.equal((await visit('held.localhost')).text, 'two'));
});

test('a site server that dies is started again', async () => {
  await publish('phoenix', 1, { 'index.html': 'here' });
  await route('phoenix', 1);
  await eventually(async () => assert.equal((await visit('phoenix.localhost')).text, 'here'));
  const children = (await readFile(`/proc/${emulator.pid}/task/${emulator.pid}/children`, 'utf8')).trim().split(' ');
  process.kill(Number(children[0]), 'SIGKILL');
  await eventually(async () => assert.equal((await visit('phoenix.localhost')).text, 'here'));
});
