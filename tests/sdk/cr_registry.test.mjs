import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { call, emulator, functions } from './running.mjs';

const host = emulator.registryHost;
const personal = (action, method, path, more) => call('2016-06-07', action, { method, path, ...more });
const enterprise = (action, query, more) => call('2018-12-01', action, { query, ...more });
const instances = await enterprise('ListInstance');
const InstanceId = instances.Instances[0].InstanceId;

/** docker, logged in by a folder of its own. */
async function dockerWith({ tempUserName, authorizationToken }) {
  const folder = await mkdtemp(join(tmpdir(), 'miaobu-login-'));
  const auth = Buffer.from(`${tempUserName}:${authorizationToken}`).toString('base64');
  await writeFile(`${folder}/config.json`, JSON.stringify({ auths: { [host]: { auth } } }));
  return {
    run: (...rest) => spawnSync('docker', ['--config', folder, ...rest], { encoding: 'utf8' }),
    end: () => rm(folder, { recursive: true }),
  };
}

const login = async () => (await personal('GetAuthorizationToken', 'GET', '/tokens')).data;

test('the address images are pushed to is that of the registry', async () => {
  assert.match(host, /^127\.0\.0\.1:\d+$/);
  const endpoint = await enterprise('GetInstanceEndpoint', { InstanceId, EndpointType: 'internet' });
  assert.equal(endpoint.Domains[0].Domain, host);
});

test('an image is pushed with the temporary login, listed by both editions, and its tag deleted', async () => {
  await personal('CreateNamespace', 'PUT', '/namespace', { body: { Namespace: { Namespace: 'mine' } } });
  await personal('CreateRepo', 'PUT', '/repos', { body: { Repo: { RepoNamespace: 'mine', RepoName: 'shop', Summary: 'a shop', RepoType: 'PRIVATE' } } });
  const docker = await dockerWith(await login());
  for (const tag of ['1', '2']) {
    docker.run('tag', 'busybox:test', `${host}/mine/shop:${tag}`);
    const pushed = docker.run('push', `${host}/mine/shop:${tag}`);
    assert.equal(pushed.status, 0, pushed.stderr);
  }
  const list = async () => (await personal('GetRepoTags', 'GET', '/repos/mine/shop/tags', { query: { PageSize: '10' } })).data.tags;
  const tags = await list();
  assert.deepEqual(tags.map(({ tag }) => tag), ['2', '1']);
  assert.match(tags[0].digest, /^sha256:[0-9a-f]{64}$/);
  assert.ok(tags[0].imageSize > 100_000);
  assert.ok(Math.abs(tags[0].imageUpdate - Date.now()) < 60_000);
  const { RepoId } = await enterprise('GetRepository', { InstanceId, RepoNamespaceName: 'mine', RepoName: 'shop' });
  const { Images } = await enterprise('ListRepoTag', { InstanceId, RepoId });
  assert.deepEqual(Images.map(({ Tag, Digest }) => [Tag, Digest]), [['2', tags[0].digest], ['1', tags[0].digest]]);
  await personal('DeleteImage', 'DELETE', '/repos/mine/shop/tags/1');
  assert.deepEqual((await list()).map(({ tag }) => tag), ['2']);
  assert.notEqual(docker.run('pull', `${host}/mine/shop:1`).status, 0);
  assert.equal(docker.run('pull', `${host}/mine/shop:2`).status, 0);
  await docker.end();
});

test('no other login opens it', async () => {
  const known = await login();
  for (const stranger of [{ ...known, authorizationToken: 'guess' }, { tempUserName: 'admin', authorizationToken: known.authorizationToken }]) {
    const docker = await dockerWith(stranger);
    assert.notEqual(docker.run('pull', `${host}/mine/shop:2`).status, 0);
    await docker.end();
  }
  const anonymous = await fetch(`http://${host}/v2/_catalog`);
  assert.equal(anonymous.status, 401);
});

test('a push makes a repository where its namespace says so', async () => {
  await enterprise('CreateNamespace', { InstanceId, NamespaceName: 'auto', AutoCreateRepo: 'true', DefaultRepoType: 'PRIVATE' });
  const query = { InstanceId, RepoNamespaceName: 'auto', RepoName: 'made' };
  assert.equal((await enterprise('GetRepository', query)).Code, 'REPO_NOT_EXIST');
  const docker = await dockerWith(await login());
  docker.run('tag', 'busybox:test', `${host}/auto/made:1`);
  assert.equal(docker.run('push', `${host}/auto/made:1`).status, 0);
  await docker.end();
  assert.equal((await enterprise('GetRepository', query)).IsSuccess, true);
});

test('a function runs an image of the registry', async () => {
  spawnSync('docker', ['rmi', '--force', `${host}/mine/shop:2`]);
  const { client, ...models } = functions();
  const command = ['sh', '-c', 'mkdir /www; echo pulled >/www/index.html; exec httpd -f -p 9000 -h /www'];
  const customContainerConfig = { image: `${host}/mine/shop:2`, port: 9000, command };
  const input = { functionName: 'pulled', runtime: 'custom-container', handler: 'handler', cpu: 0.25, memorySize: 256, timeout: 20, customContainerConfig };
  await client.createFunction(new models.CreateFunctionRequest({ body: new models.CreateFunctionInput(input) }));
  const triggerConfig = JSON.stringify({ authType: 'anonymous', methods: ['GET'] });
  const body = new models.CreateTriggerInput({ triggerName: 'http', triggerType: 'http', qualifier: 'LATEST', triggerConfig });
  const { httpTrigger } = (await client.createTrigger('pulled', new models.CreateTriggerRequest({ body }))).body;
  const answer = await fetch(httpTrigger.urlInternet);
  assert.equal(await answer.text(), 'pulled\n');
  await client.deleteFunction('pulled');
});

test('the logins lie in the emulator\'s folder as hashes only', async () => {
  const { authorizationToken } = await login();
  const home = (await readFile(`/proc/${emulator.pid}/environ`, 'utf8')).split('\0').find((variable) => variable.startsWith('MIAOBU_HOME=')).slice(12);
  assert.notEqual(spawnSync('grep', ['-rqF', authorizationToken, home]).status, 0);
});
