import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { test } from 'node:test';

import { emulator, esa, functions } from './running.mjs';

const { client, ...models } = functions();

const page = (text) => ['sh', '-c', `mkdir -p /www/cgi-bin; echo "${text}" >/www/index.html; exec httpd -f -p 9000 -h /www`];
const script = String.raw`#!/bin/sh
printf 'content-type: text/plain\r\n\r\n'
env; cat`;
const config = (command, more = {}) => ({ image: 'busybox:test', port: 9000, command, ...more });

async function create(functionName, customContainerConfig, more = {}) {
  const input = { functionName, runtime: 'custom-container', handler: 'handler', cpu: 0.25, memorySize: 256, timeout: 20, customContainerConfig, ...more };
  await client.createFunction(new models.CreateFunctionRequest({ body: new models.CreateFunctionInput(input) }));
  const triggerConfig = JSON.stringify({ authType: 'anonymous', methods: ['GET', 'POST', 'HEAD'] });
  const body = new models.CreateTriggerInput({ triggerName: 'http', triggerType: 'http', qualifier: 'LATEST', triggerConfig });
  const trigger = (await client.createTrigger(functionName, new models.CreateTriggerRequest({ body }))).body;
  return trigger.httpTrigger.urlInternet;
}

const update = (name, changes) => client.updateFunction(name, new models.UpdateFunctionRequest({ body: new models.UpdateFunctionInput(changes) }));
const get = async (name) => (await client.getFunction(name, new models.GetFunctionRequest({}))).body;

async function settled(name) {
  for (;;) {
    const found = await get(name);
    if (found.state !== 'Pending' && found.lastUpdateStatus !== 'InProgress') return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function eventually(check) {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const docker = (...rest) => spawnSync('docker', rest, { encoding: 'utf8' }).stdout.trim();
const containersOf = (name) => docker('ps', '--quiet', '--filter', `name=miaobu-emulator-[0-9a-f]*-${name}-`).split('\n').filter(Boolean);

test('an image answers at its trigger, and is told who calls', async () => {
  const command = ['sh', '-c', 'mkdir -p /www/cgi-bin; echo "$SCRIPT" >/www/cgi-bin/show; /bin/busybox chmod +x /www/cgi-bin/show; exec httpd -f -p 9000 -h /www'];
  const environmentVariables = { SCRIPT: script, SECRET: 'planted secret = "1"' };
  const url = await create('shows', config(command, { healthCheckConfig: { httpGetUrl: '/cgi-bin/show', periodSeconds: 1, failureThreshold: 20 } }), { environmentVariables });
  const { state, lastUpdateStatus } = await settled('shows');
  assert.deepEqual([state, lastUpdateStatus], ['Active', 'Successful']);
  const answer = await fetch(`${url}/cgi-bin/show?a=b%20c`, { method: 'POST', body: 'the body', headers: { 'x-fc-region': 'forged' } });
  const text = await answer.text();
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-disposition'), 'attachment');
  assert.match(answer.headers.get('x-fc-request-id'), /^[0-9a-f-]{36}$/);
  for (const line of ['QUERY_STRING=a=b%20c', 'HTTP_X_FC_FUNCTION_NAME=shows', 'HTTP_X_FC_REGION=cn-hangzhou', 'SECRET=planted secret = "1"', 'FC_FUNCTION_NAME=shows']) {
    assert.ok(text.includes(`${line}\n`), `${line} is missing in ${text}`);
  }
  assert.ok(text.endsWith('the body'));
  assert.equal(JSON.stringify(docker('inspect', '--format', '{{.Path}} {{.Args}}', ...containersOf('shows'))).includes('planted'), false);
  const commandLines = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout;
  assert.equal(commandLines.includes('planted secret'), false);
});

test('the old image answers while the new one starts, and goes on when that does not', async () => {
  const url = await create('renewed', config(page('one')));
  assert.equal((await settled('renewed')).state, 'Active');
  assert.equal(await (await fetch(url)).text(), 'one\n');
  await update('renewed', { customContainerConfig: config(['sh', '-c', 'sleep 1; mkdir /www; echo two >/www/index.html; exec httpd -f -p 9000 -h /www']) });
  assert.equal(await (await fetch(url)).text(), 'one\n');
  assert.equal((await settled('renewed')).lastUpdateStatus, 'Successful');
  assert.equal(await (await fetch(url)).text(), 'two\n');
  await update('renewed', { customContainerConfig: config(['sh', '-c', 'echo broken on purpose; exit 3']) });
  const failed = await settled('renewed');
  assert.deepEqual([failed.state, failed.lastUpdateStatus], ['Active', 'Failed']);
  assert.match(failed.lastUpdateStatusReason, /exit code 3: .*broken on purpose/s);
  assert.equal(await (await fetch(url)).text(), 'two\n');
  await eventually(async () => assert.equal(containersOf('renewed').length, 1));
});

test('an instance that dies is started again', async () => {
  const url = await create('phoenix', config(page('here')));
  await settled('phoenix');
  docker('kill', ...containersOf('phoenix'));
  await eventually(async () => assert.equal(await (await fetch(url)).text(), 'here\n'));
});

test('an image that is not there, and an app that does not listen to everybody, are told', async () => {
  await create('absent', { image: 'localhost:1/none:1', port: 9000 });
  const absent = await settled('absent');
  assert.deepEqual([absent.state, absent.stateReasonCode], ['Failed', 'ImageNotFound']);
  await create('sick', config(page('sick'), { healthCheckConfig: { httpGetUrl: '/health', periodSeconds: 1, failureThreshold: 2 } }));
  const sick = await settled('sick');
  assert.deepEqual([sick.state, sick.stateReasonCode], ['Failed', 'FunctionNotStarted']);
  assert.match(sick.stateReason, /\/health failed 2 times/);
});

test('an answer comes piece by piece, and one that takes too long is given up', async () => {
  const environmentVariables = { SCRIPT: `#!/bin/sh\nprintf 'content-type: text/plain\\r\\n\\r\\nfirst '\nsleep 1\nprintf second\n`, STUCK: '#!/bin/sh\nsleep 20\n' };
  const command = 'mkdir -p /www/cgi-bin; echo "$SCRIPT" >/www/cgi-bin/slow; echo "$STUCK" >/www/cgi-bin/stuck; /bin/busybox chmod +x /www/cgi-bin/*; exec httpd -f -p 9000 -h /www';
  const url = await create('slow', config(['sh', '-c', command]), { environmentVariables, timeout: 4 });
  await settled('slow');
  const answer = await fetch(`${url}/cgi-bin/slow`);
  assert.equal(answer.status, 200);
  const pieces = [];
  for await (const piece of answer.body) {
    pieces.push(Buffer.from(piece).toString());
  }
  assert.deepEqual(pieces, ['first ', 'second']);
  assert.equal((await fetch(`${url}/cgi-bin/stuck`)).status, 504);
});

test('a site is answered by a function through the edge', async () => {
  const url = await create('web', config(page('<h1>web</h1>')));
  await settled('web');
  const { client: edge, ...requests } = esa();
  const entry = { type: 'python', fc_endpoint: url, project_slug: 'web', deployment_id: 1 };
  await edge.putKv(new requests.PutKvRequest({ namespace: emulator.kvNamespace, key: 'web.localhost', value: JSON.stringify(entry) }));
  const visit = () =>
    new Promise((resolve, reject) => {
      const headers = { host: `web.localhost:${emulator.sitePort}` };
      http.get({ hostname: '127.0.0.1', port: emulator.sitePort, headers }, async (answer) => {
        resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(await answer.toArray()).toString() });
      }).on('error', reject);
    });
  const answer = await eventually(async () => {
    const visited = await visit();
    assert.equal(visited.status, 200);
    return visited;
  });
  assert.equal(answer.text, '<h1>web</h1>\n');
  assert.equal(answer.headers['content-disposition'], undefined);
});

test('what an app says is kept', async () => {
  await create('talks', config(['sh', '-c', 'echo to the log; exec httpd -f -p 9000 -h /']));
  await settled('talks');
  const home = (await readFile(`/proc/${emulator.pid}/environ`, 'utf8')).split('\0').find((variable) => variable.startsWith('MIAOBU_HOME=')).slice(12);
  const { stdout } = spawnSync('find', [home, '-name', 'talks.log'], { encoding: 'utf8' });
  assert.match(await readFile(stdout.trim(), 'utf8'), /to the log/);
});

test('a deleted function is gone', async () => {
  await create('leaves', config(page('leaves')));
  await settled('leaves');
  assert.equal(containersOf('leaves').length, 1);
  await client.deleteFunction('leaves');
  await eventually(async () => assert.equal(containersOf('leaves').length, 0));
});
