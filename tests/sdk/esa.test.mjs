import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { control, emulator, esa } from './running.mjs';

const { client, ...models } = esa();
const namespace = emulator.kvNamespace;
const put = (key, value, more = {}) => client.putKv(new models.PutKvRequest({ namespace, key, value, ...more }));
const get = async (key) => (await client.getKv(new models.GetKvRequest({ namespace, key }))).body.value;

afterEach(() => control('DELETE', 'faults'));

test('an entry comes back as it was put', async () => {
  const value = JSON.stringify({ type: 'static', oss_path: 'projects/demo/1', note: "中文 + % & = '()!*~" });
  const { body } = await put('demo.localhost', value);
  assert.equal(body.length, String(Buffer.byteLength(value)));
  assert.equal(body.value, value);
  assert.match(body.requestId, /^[0-9A-F-]{36}$/);
  assert.equal(await get('demo.localhost'), value);
});

test('a long value is shown by its ends', async () => {
  const { body } = await put('long', 'a'.repeat(200) + 'z'.repeat(200));
  assert.equal(body.value, 'a'.repeat(100) + 'z'.repeat(100));
  assert.equal(body.length, '400');
  assert.equal((await get('long')).length, 400);
});

test('a deleted entry is gone', async () => {
  await put('gone', '1');
  await client.deleteKv(new models.DeleteKvRequest({ namespace, key: 'gone' }));
  await assert.rejects(get('gone'), { code: 'InvalidKey.NotFound', statusCode: 404 });
  await assert.rejects(client.deleteKv(new models.DeleteKvRequest({ namespace, key: 'gone' })), { code: 'InvalidKey.NotFound' });
});

test('limits are kept', async () => {
  await assert.rejects(put('k'.repeat(513), 'v'), { code: 'InvalidKey.ExceedsMaximum' });
  await put('k'.repeat(512), 'v');
  await assert.rejects(put('a b', 'v'), { code: 'InvalidKey.Malformed' });
  await assert.rejects(put('large', 'v'.repeat(2_000_001)), { code: 'InvalidValue.ExceedsMaximum' });
  await put('large', 'v'.repeat(2_000_000));
  await assert.rejects(client.getKv(new models.GetKvRequest({ namespace: 'none', key: 'a' })), { code: 'InvalidNameSpace.NotFound' });
});

test('entries are listed by prefix, a page at a time', async () => {
  for (const key of ['list-a', 'list-b', 'list-c']) {
    await put(key, key);
  }
  const { body } = await client.listKvs(new models.ListKvsRequest({ namespace, prefix: 'list-', pageSize: 2, pageNumber: 2 }));
  assert.equal(body.totalCount, 3);
  assert.deepEqual(body.keys.map(({ name }) => name), ['list-c']);
});

test('batches put and delete', async () => {
  const kvList = [{ key: 'batch-a', value: '1' }, { key: 'batch-b', value: '2' }, { key: 'not/good', value: '3' }];
  const stored = await client.batchPutKv(
    new models.BatchPutKvRequest({ namespace, kvList: kvList.map((entry) => new models.BatchPutKvRequestKvList(entry)) }),
  );
  assert.deepEqual(stored.body.successKeys, ['batch-a', 'batch-b']);
  assert.deepEqual(stored.body.failKeys, ['not/good']);
  const removed = await client.batchDeleteKv(new models.BatchDeleteKvRequest({ namespace, keys: ['batch-a', 'batch-b'] }));
  assert.deepEqual(removed.body.successKeys, ['batch-a', 'batch-b']);
  await assert.rejects(get('batch-a'), { code: 'InvalidKey.NotFound' });
});

test('an entry with a life dies', async () => {
  await put('mortal', '1', { expirationTtl: 1 });
  const detail = await client.getKvDetail(new models.GetKvDetailRequest({ namespace, key: 'mortal' }));
  assert.equal(detail.body.value, '1');
  const deadline = Date.now() + 10_000;
  let alive = true;
  while (alive && Date.now() < deadline) {
    alive = await get('mortal').then(() => true, () => false);
  }
  assert.equal(alive, false);
});

test('namespaces are made and found', async () => {
  const made = await client.createKvNamespace(new models.CreateKvNamespaceRequest({ namespace: `space-${Date.now() % 1e6}` }));
  assert.equal(made.body.status, 'online');
  const found = await client.getKvNamespace(new models.GetKvNamespaceRequest({ namespace: made.body.namespace }));
  assert.equal(found.body.namespaceId, made.body.namespaceId);
  const account = await client.getKvAccount();
  assert.ok(account.body.namespaceList.some((space) => space.namespace === namespace));
  assert.equal((await client.describeKvAccountStatus()).body.status, 'online');
  const ofIt = new models.DeleteKvNamespaceRequest({ namespace: made.body.namespace });
  await client.putKv(new models.PutKvRequest({ ...ofIt, key: 'a', value: '1' }));
  await client.deleteKvNamespace(ofIt);
  await assert.rejects(client.deleteKvNamespace(ofIt), { code: 'InvalidNameSpace.NotFound' });
  await client.createKvNamespace(new models.CreateKvNamespaceRequest(ofIt));
  await assert.rejects(client.getKv(new models.GetKvRequest({ ...ofIt, key: 'a' })), { code: 'InvalidKey.NotFound' });
});

test('caches are purged', async () => {
  const purge = (type, content) => client.purgeCaches(new models.PurgeCachesRequest({ siteId: emulator.siteId, type, content }));
  const { body } = await purge('hostname', new models.PurgeCachesRequestContent({ hostnames: ['demo.localhost'] }));
  const tasks = await client.describePurgeTasks(new models.DescribePurgeTasksRequest({ siteId: emulator.siteId }));
  assert.ok(tasks.body.tasks.some((task) => task.taskId === body.taskId && task.process === '100%'));
  const quota = await client.getPurgeQuota(new models.GetPurgeQuotaRequest({ siteId: emulator.siteId, type: 'hostname' }));
  assert.ok(Number(quota.body.usage) >= 1);
  await assert.rejects(purge('hostname', new models.PurgeCachesRequestContent({ hostnames: ['http://demo.localhost'] })), { code: 'InvalidParameter' });
  await assert.rejects(purge('nonsense', new models.PurgeCachesRequestContent({ hostnames: ['a'] })), { code: 'InvalidParameter' });
});

test('a wrong key and a wrong secret are refused', async () => {
  const getWith = (options) => esa(options).client.getKv(new models.GetKvRequest({ namespace, key: 'a' }));
  await assert.rejects(getWith({ accessKeyId: 'LTAI5tNobody' }), { code: 'InvalidAccessKeyId.NotFound' });
  await assert.rejects(getWith({ accessKeySecret: 'wrong' }), { code: 'SignatureDoesNotMatch' });
});

test('an action that is not there is said to be not there', async () => {
  await assert.rejects(client.getSitePause(new models.GetSitePauseRequest({})), { code: 'InvalidAction.NotFound', statusCode: 404 });
});

test('a call fails when it is told to', async () => {
  await control('POST', 'faults', { faults: [{ action: 'PutKv', status: 503, code: 'Throttling.User' }] });
  await assert.rejects(put('fault', '1'), { code: 'Throttling.User' });
  await put('fault', '1');
});
