import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { control, emulator, esa } from './running.mjs';

const { client, ...models } = esa();
const home = await mkdtemp(join(tmpdir(), 'miaobu-esa-cli-'));
const project = join(home, 'hello-pages');
const endpoint = new URL(emulator.apiEndpoint).host;

/** Runs esa-cli as it was published; over_http.cjs says what is between it and the emulator. */
function run(...words) {
  const program = join(process.env.EMULATOR_PACKAGES, 'node_modules/esa-cli/bin/enter.cjs');
  const environment = {
    PATH: process.env.PATH,
    HOME: home,
    NO_COLOR: '1',
    CUSTOM_ENDPOINT: endpoint,
    ESA_ACCESS_KEY_ID: emulator.accessKeyId,
    ESA_ACCESS_KEY_SECRET: emulator.accessKeySecret,
    NODE_OPTIONS: `--require=${new URL('./over_http.cjs', import.meta.url).pathname}`,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], { cwd: project, env: environment, timeout: 120_000 }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, text: stdout + stderr });
    });
  });
}

const routine = async () => (await client.getRoutine(new models.GetRoutineRequest({ name: 'hello-pages' }))).body;

before(async () => {
  await mkdir(join(project, 'public'), { recursive: true });
  await mkdir(join(home, '.esa/config'), { recursive: true });
  await writeFile(join(home, '.esa/config/default.toml'), `endpoint = "${endpoint}"\nlang = "en"\n`);
  await writeFile(join(project, 'esa.jsonc'), JSON.stringify({ name: 'hello-pages', entry: 'index.js', assets: { directory: 'public' } }));
  await writeFile(join(project, 'index.js'), 'export default { async fetch() { return new Response("hello"); } };\n');
  await writeFile(join(project, 'public/about.html'), '<h1>about</h1>');
});
after(() => rm(home, { recursive: true, force: true }));

test('a project is deployed to both environments', { timeout: 240_000 }, async () => {
  const { code, text } = await run('deploy', '--no-bundle');
  assert.equal(code, 0, text);
  const { envs, hasAssets } = await routine();
  assert.equal(hasAssets, true);
  const [staging, production] = envs.map(({ codeDeploy }) => codeDeploy.codeVersions[0].codeVersion);
  assert.equal(staging, production);
  const { routineCode } = (await client.getRoutineCodeVersion(
    new models.GetRoutineCodeVersionRequest({ name: 'hello-pages', codeVersion: production }))).body;
  const archive = Buffer.from(routineCode, 'base64');
  assert.equal(archive.subarray(0, 2).toString(), 'PK');
  for (const name of ['routine/index.js', 'assets/about.html']) {
    assert.ok(archive.includes(name), name);
  }
});

test('deployments, routines and sites are listed', { timeout: 240_000 }, async () => {
  const version = (await routine()).envs[1].codeDeploy.codeVersions[0].codeVersion;
  assert.match((await run('deployments', 'list')).text, new RegExp(version));
  assert.match((await run('project', 'list')).text, /hello-pages/);
  assert.match((await run('site', 'list')).text, /localhost/);
});

test('a route comes and goes', { timeout: 240_000 }, async () => {
  const added = await run('route', 'add', '--route', 'shop.localhost/*', '--site', 'localhost', '--alias', 'shop');
  const { configs } = (await client.listRoutineRoutes(new models.ListRoutineRoutesRequest({ routineName: 'hello-pages' }))).body;
  assert.equal(configs.length, 1, added.text);
  assert.match(configs[0].rule, /http\.host eq "shop\.localhost"/);
  assert.match((await run('route', 'list')).text, /shop\.localhost\/\*/);
  await run('route', 'delete', 'shop');
  const left = (await client.listRoutineRoutes(new models.ListRoutineRoutesRequest({ routineName: 'hello-pages' }))).body;
  assert.equal(left.totalCount, 0);
});

test('a domain comes and goes', { timeout: 240_000 }, async () => {
  const added = await run('domain', 'add', 'cli.localhost');
  const records = async () => (await client.listRoutineRelatedRecords(
    new models.ListRoutineRelatedRecordsRequest({ name: 'hello-pages' }))).body.relatedRecords.map(({ recordName }) => recordName);
  assert.deepEqual(await records(), ['cli.localhost'], added.text);
  assert.match((await run('domain', 'list')).text, /cli\.localhost/);
  await run('domain', 'delete', 'cli.localhost');
  assert.deepEqual(await records(), []);
});

test('who is not allowed in is told so', { timeout: 240_000 }, async () => {
  await control('POST', 'faults', { faults: [{ action: 'GetErService', effect: 'deny', always: true }] });
  const { text } = await run('site', 'list');
  await control('DELETE', 'faults');
  assert.match(text, /not logged in/);
});
