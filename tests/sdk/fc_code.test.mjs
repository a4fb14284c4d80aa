import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { control, emulator, functions, ossClient } from './running.mjs';

const { client, ...models } = functions();

const app = String.raw`
import http.server, os, subprocess, sys

class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        text = os.environ.get(self.path[1:], "") if self.path != "/" else open("greeting.txt").read()
        if self.path == "/child":
            subprocess.Popen(["sleep", "1000"], start_new_session=True)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(text.encode())
    def log_message(self, *ignored):
        print("asked for", self.path, "with", os.environ.get("TOKEN"), flush=True)

host, port = sys.argv[1].split(":")
http.server.ThreadingHTTPServer((host, int(port)), Answer).serve_forever()
`;
const start = ['python3', '/code/app.py', '0.0.0.0:9000'];

/** The bytes of a zip with these files. */
async function zip(files) {
  const folder = await mkdtemp(join(tmpdir(), 'miaobu-code-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const script = 'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED)\nfor n in sys.argv[2:]: z.write(n)\nz.close()';
  spawnSync('python3', ['-c', script, 'package.zip', ...Object.keys(files)], { cwd: folder });
  const bytes = await readFile(join(folder, 'package.zip'));
  await rm(folder, { recursive: true });
  return bytes;
}

/** An object of that name with the files in it. */
async function upload(name, files) {
  await ossClient().put(name, await zip(files));
  return { ossBucketName: emulator.bucket, ossObjectName: name };
}

async function create(functionName, code, command = start, more = {}) {
  const input = { functionName, runtime: 'custom.debian12', handler: 'handler', cpu: 0.25, memorySize: 256, timeout: 20, code, customRuntimeConfig: { command, port: 9000 }, ...more };
  await client.createFunction(new models.CreateFunctionRequest({ body: new models.CreateFunctionInput(input) }));
  const triggerConfig = JSON.stringify({ authType: 'anonymous', methods: ['GET'] });
  const body = new models.CreateTriggerInput({ triggerName: 'http', triggerType: 'http', qualifier: 'LATEST', triggerConfig });
  return (await client.createTrigger(functionName, new models.CreateTriggerRequest({ body }))).body.httpTrigger.urlInternet;
}

const update = (name, changes) => client.updateFunction(name, new models.UpdateFunctionRequest({ body: new models.UpdateFunctionInput(changes) }));
const text = async (url) => (await fetch(url)).text();

async function settled(name) {
  for (;;) {
    const found = (await client.getFunction(name, new models.GetFunctionRequest({}))).body;
    if (found.state !== 'Pending' && found.lastUpdateStatus !== 'InProgress') return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The processes whose environment holds a text. */
function processesWith(mark) {
  const { stdout } = spawnSync('sh', ['-c', 'for p in /proc/[0-9]*; do tr "\\0" "\\n" <$p/environ 2>/dev/null | grep -qx "$MARK" && echo $p; done'], { encoding: 'utf8', env: { PATH: process.env.PATH, MARK: mark } });
  return stdout.split('\n').filter((line) => line && line !== `/proc/${process.pid}`);
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

test('a code package answers as a program of this computer', async () => {
  const code = await upload('code/one.zip', { 'app.py': app, 'greeting.txt': 'hello from /code' });
  const environmentVariables = { NAME: 'ünï', WHERE: '/code/lib:/other', TOKEN: 'planted-token-1', MIAOBU_VARIABLES: 'NAME,*TOKEN' };
  const url = await create('packed', code, start, { environmentVariables });
  const { state, lastUpdateStatusReason } = await settled('packed');
  assert.equal(state, 'Active', lastUpdateStatusReason);
  assert.equal(await text(url), 'hello from /code');
  assert.equal(await text(`${url}/NAME`), 'ünï');
  assert.match(await text(`${url}/WHERE`), /^\/.*\/fc\/code\/packed[^:]*\/lib:\/other$/);
  assert.notEqual(await text(`${url}/PORT`), '9000');
  const log = await control('GET', 'function-log?function=packed');
  assert.match(log.text, /asked for \/NAME with \*\*\*\n/);
  assert.ok(!log.text.includes('planted'));
  await text(`${url}/LATER`);
  const more = await control('GET', `function-log?function=packed&cursor=${encodeURIComponent(log.cursor)}`);
  assert.equal(more.text, 'asked for /LATER with ***\n');
});

test('the old code answers until the new one does, and goes on when that does not start', async () => {
  const url = await create('changed', { zipFile: (await zip({ 'app.py': app, 'greeting.txt': 'one' })).toString('base64') });
  assert.equal((await settled('changed')).state, 'Active');
  assert.equal(await text(url), 'one');
  await update('changed', { code: await upload('code/two.zip', { 'app.py': app, 'greeting.txt': 'two' }) });
  await settled('changed');
  assert.equal(await text(url), 'two');
  await update('changed', { code: await upload('code/bad.zip', { 'app.py': 'print("broken on purpose")\nraise SystemExit(3)' }) });
  const failed = await settled('changed');
  assert.deepEqual([failed.state, failed.lastUpdateStatus], ['Active', 'Failed']);
  assert.match(failed.lastUpdateStatusReason, /exit code 3: .*broken on purpose/s);
  assert.equal(await text(url), 'two');
});

test('what cannot run says why', async () => {
  const code = await upload('code/none.zip', { 'app.py': app });
  for (const [name, given, command, reason] of [
    ['no-program', code, ['python2.3', 'app.py'], /python2\.3 is not installed/],
    ['no-zip', { zipFile: Buffer.from('no zip at all').toString('base64') }, start, /cannot be unpacked/],
  ]) {
    await create(name, given, command);
    assert.match((await settled(name)).stateReason, reason);
  }
});

test('nothing is left of a function that was deleted', async () => {
  const mark = 'MIAOBU_TEST_MARK=gone';
  const url = await create('leaving', await upload('code/three.zip', { 'app.py': app, 'greeting.txt': 'three' }), start, { environmentVariables: { MIAOBU_TEST_MARK: 'gone' } });
  await settled('leaving');
  await text(`${url}/child`);
  assert.ok(processesWith(mark).length >= 2);
  const folder = (await readFile(`${processesWith(mark)[0]}/environ`, 'utf8')).split('\0').find((line) => line.startsWith('HOME=')).slice(5);
  assert.ok(existsSync(folder));
  await client.deleteTrigger('leaving', 'http');
  await client.deleteFunction('leaving');
  await eventually(() => assert.deepEqual(processesWith(mark), []));
  await eventually(() => assert.ok(!existsSync(folder)));
});

test('an emulator that is ending is not taken for one that runs', async () => {
  const mark = 'MIAOBU_TEST_MARK=stays';
  const stubborn = ['sh', '-c', 'trap "" TERM; exec python3 /code/app.py 0.0.0.0:9000'];
  const url = await create('staying', await upload('code/four.zip', { 'app.py': app, 'greeting.txt': 'four' }), stubborn, { environmentVariables: { MIAOBU_TEST_MARK: 'stays' } });
  await settled('staying');
  assert.equal(await text(url), 'four');
  const home = (await readFile(`/proc/${emulator.pid}/environ`, 'utf8')).split('\0').find((line) => line.startsWith('MIAOBU_HOME=')).slice(12);
  const state = join(home, 'emulator', 'emulator.json');
  assert.ok(existsSync(state));
  process.kill(emulator.pid, 'SIGTERM');
  await eventually(() => assert.ok(!existsSync(state)));
  // It is given time to end by itself.
  assert.notDeepEqual(processesWith(mark), []);
  await eventually(() => assert.deepEqual(processesWith(mark), []));
});
