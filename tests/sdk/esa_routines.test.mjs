import assert from 'node:assert/strict';
import http from 'node:http';
import { test } from 'node:test';

import { emulator, esa } from './running.mjs';

const { client, ...models } = esa();
const { siteId } = emulator;
const answering = (text) => `export default { async fetch(request) { return new Response(${JSON.stringify(text)}); } };`;
const createRoutine = (name, more) => client.createRoutine(new models.CreateRoutineRequest({ name, ...more }));
const uploadInfo = async (name) => (await client.getRoutineStagingCodeUploadInfo(
  new models.GetRoutineStagingCodeUploadInfoRequest({ name, codeDescription: 'one' }))).body.ossPostConfig;
const versionsOf = async (name) => (await client.listRoutineCodeVersions(new models.ListRoutineCodeVersionsRequest({ name }))).body.codeVersions;
const publish = (name, codeVersion, env = 'production') => client.publishRoutineCodeVersion(
  new models.PublishRoutineCodeVersionRequest({ name, codeVersion, env }));

async function upload({ Url, XOssSecurityToken, ...fields }, code) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (XOssSecurityToken) form.append('x-oss-security-token', XOssSecurityToken);
  form.append('file', new Blob([code], { type: 'application/javascript' }), 'index.js');
  const answer = await fetch(Url, { method: 'POST', body: form });
  return { status: answer.status, text: await answer.text() };
}

async function commit(name, code, codeDescription = 'one') {
  assert.equal((await upload(await uploadInfo(name), code)).status, 200);
  const { body } = await client.commitRoutineStagingCode(new models.CommitRoutineStagingCodeRequest({ name, codeDescription }));
  return body.codeVersion;
}

function visit(host) {
  return new Promise((resolve, reject) => {
    http.get({ port: emulator.sitePort, headers: { host: `${host}:${emulator.sitePort}` } }, async (answer) => {
      resolve({ status: answer.statusCode, text: Buffer.concat(await answer.toArray()).toString() });
    }).on('error', reject);
  });
}

async function eventually(check) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

test('the service says it runs', async () => {
  await client.openErService(new models.OpenErServiceRequest({}));
  assert.equal((await client.getErService(new models.GetErServiceRequest({}))).body.status, 'Running');
});

test('a routine is made once, described and listed', async () => {
  assert.equal((await createRoutine('hello', { description: '中文' })).body.status, 'OK');
  await assert.rejects(createRoutine('hello'), { code: 'RoutineNameAlreadyExist' });
  await assert.rejects(createRoutine('Not_A_Name'), { code: 'InvalidName', statusCode: 400 });
  const { body } = await client.getRoutine(new models.GetRoutineRequest({ name: 'hello' }));
  assert.equal(Buffer.from(body.description, 'base64').toString(), '中文');
  assert.deepEqual(body.envs.map(({ env }) => env), ['staging', 'production']);
  const listed = await client.listUserRoutines(new models.ListUserRoutinesRequest({ pageNumber: 1, pageSize: 20 }));
  assert.ok(listed.body.routines.some(({ routineName }) => routineName === 'hello'));
  await assert.rejects(client.getRoutine(new models.GetRoutineRequest({ name: 'absent' })), { code: 'RoutineNotExist', statusCode: 404 });
});

test('code is uploaded with the form of the service, and with no other', async () => {
  await createRoutine('upload');
  await assert.rejects(
    client.commitRoutineStagingCode(new models.CommitRoutineStagingCodeRequest({ name: 'upload' })), { code: 'StagingCodeNotExist' });
  const good = await uploadInfo('upload');
  for (const [change, code] of [
    [{ key: 'site_er_js/other.js' }, 'AccessDenied'],
    [{ callback: 'e30=' }, 'AccessDenied'],
    [{ Signature: 'AAAA' }, 'SignatureDoesNotMatch'],
    [{ OSSAccessKeyId: emulator.accessKeyId }, 'InvalidAccessKeyId'],
    [{ policy: Buffer.from('{"expiration":"2099-01-01T00:00:00.000Z","conditions":[]}').toString('base64') }, 'SignatureDoesNotMatch'],
  ]) {
    const { status, text } = await upload({ ...good, ...change }, 'x');
    assert.equal(status, 403);
    assert.match(text, new RegExp(`<Code>${code}</Code>`));
  }
  const { callback, ...without } = good;
  assert.equal((await upload(without, 'x')).status, 403);
  assert.equal((await upload(good, Buffer.alloc(4_194_305, 32))).status, 400);
  assert.equal((await upload(good, answering('hi'))).status, 200);
});

test('versions are kept, read, and no more than ten', async () => {
  await createRoutine('versions');
  const version = await commit('versions', answering('first'), 'the first');
  assert.ok(BigInt(version) > 2n ** 53n);
  const [kept] = await versionsOf('versions');
  assert.equal(kept.codeVersion, version);
  assert.equal(kept.status, 'available');
  assert.equal(Buffer.from(kept.codeDescription, 'base64').toString(), 'the first');
  const read = await client.getRoutineCodeVersion(new models.GetRoutineCodeVersionRequest({ name: 'versions', codeVersion: version }));
  assert.equal(Buffer.from(read.body.routineCode, 'base64').toString(), answering('first'));
  for (let count = 1; count < 10; ++count) {
    await commit('versions', answering(`${count}`));
  }
  await assert.rejects(commit('versions', answering('eleventh')), { code: 'CodeVersionNumberExceedQuotaLimit', statusCode: 400 });
  await publish('versions', version, 'staging');
  const remove = (codeVersion) => client.deleteRoutineCodeVersion(new models.DeleteRoutineCodeVersionRequest({ name: 'versions', codeVersion }));
  await assert.rejects(remove(version), { code: 'InvalidCodeVersion' });
  const newest = (await versionsOf('versions'))[0].codeVersion;
  assert.equal((await remove(newest)).body.status, 'OK');
  await assert.rejects(publish('versions', newest), { code: 'CodeVersionNotExist', statusCode: 404 });
  await commit('versions', answering('tenth again'));
});

test('two versions share the visitors', async () => {
  await createRoutine('shared');
  const [one, two] = [await commit('shared', answering('1')), await commit('shared', answering('2'))];
  const deploy = (...shares) => client.createRoutineCodeDeployment(new models.CreateRoutineCodeDeploymentRequest({
    name: 'shared', env: 'production', strategy: 'percentage',
    codeVersions: shares.map(([codeVersion, percentage]) => new models.CreateRoutineCodeDeploymentRequestCodeVersions({ codeVersion, percentage })),
  }));
  await assert.rejects(deploy([one, 50]), { code: 'InvalidCodeVersions' });
  const { body } = await deploy([one, 90], [two, 10]);
  assert.deepEqual(body.codeVersions.map(({ codeVersion }) => codeVersion), [one, two]);
  const routine = (await client.getRoutine(new models.GetRoutineRequest({ name: 'shared' }))).body;
  assert.deepEqual(routine.envs[1].codeDeploy.codeVersions.map(({ percentage }) => percentage), [90, 10]);
});

test('what is published and routed answers visitors, until it is gone', async () => {
  assert.equal((await visit('any.localhost')).status, 404);
  await createRoutine('live');
  await publish('live', await commit('live', answering('one')));
  const route = (more) => new models.CreateRoutineRouteRequest({
    siteId, routineName: 'live', routeName: 'all', routeEnable: 'on', bypass: 'off',
    rule: '(ends_with(http.host, ".localhost") and starts_with(http.request.uri.path, "/"))', ...more,
  });
  await assert.rejects(client.createRoutineRoute(route({ rule: '(http.host eq "a"' })), { code: 'InvalidRule', statusCode: 400 });
  const { configId } = (await client.createRoutineRoute(route())).body;
  await assert.rejects(client.createRoutineRoute(route()), { code: 'RouteNameAlreadyExist' });
  await eventually(async () => assert.equal((await visit('any.localhost')).text, 'one'));
  await publish('live', await commit('live', answering('two')));
  await eventually(async () => assert.equal((await visit('any.localhost')).text, 'two'));
  await publish('live', await commit('live', 'this is no code'));
  await eventually(async () => assert.equal((await visit('any.localhost')).status, 500));
  const routes = await client.listSiteRoutes(new models.ListSiteRoutesRequest({ siteId, routeName: 'all' }));
  assert.equal(routes.body.configs[0].configId, configId);
  await client.updateRoutineRoute(new models.UpdateRoutineRouteRequest({ siteId, configId, routeEnable: 'off' }));
  await eventually(async () => assert.equal((await visit('any.localhost')).status, 404));
  await client.deleteRoutineRoute(new models.DeleteRoutineRouteRequest({ siteId, configId }));
  await client.deleteRoutine(new models.DeleteRoutineRequest({ name: 'live' }));
  const left = await client.listSiteRoutes(new models.ListSiteRoutesRequest({ siteId }));
  assert.equal(left.body.totalCount, 0);
});

test('a host is given to a routine alone', async () => {
  await createRoutine('alone');
  const { recordId } = (await client.createRoutineRelatedRecord(
    new models.CreateRoutineRelatedRecordRequest({ name: 'alone', siteId, recordName: 'alone.localhost' }))).body;
  const { relatedRecords } = (await client.listRoutineRelatedRecords(new models.ListRoutineRelatedRecordsRequest({ name: 'alone' }))).body;
  assert.deepEqual(relatedRecords.map((record) => record.recordId), [recordId]);
  const records = await client.listRecords(new models.ListRecordsRequest({ siteId }));
  assert.ok(records.body.records.every(({ recordName }) => recordName !== 'alone.localhost'));
  const { body } = await client.deleteRoutineRelatedRecord(
    new models.DeleteRoutineRelatedRecordRequest({ name: 'alone', siteId, recordName: 'alone.localhost', recordId }));
  assert.equal(body.status, 'OK');
});
