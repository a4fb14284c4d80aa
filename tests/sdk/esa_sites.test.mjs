import assert from 'node:assert/strict';
import { test } from 'node:test';

import { emulator, esa } from './running.mjs';

const { client, ...models } = esa();
const { siteId } = emulator;
const record = (more) => new models.CreateRecordRequest({ siteId, type: 'CNAME', ttl: 1, ...more });
const ossRecord = (recordName) => record({
  recordName,
  sourceType: 'OSS',
  proxied: true,
  bizName: 'web',
  hostPolicy: 'follow_origin_domain',
  data: new models.CreateRecordRequestData({ value: 'bucket.oss-cn-hangzhou.aliyuncs.com' }),
  authConf: new models.CreateRecordRequestAuthConf({ authType: 'private_same_account' }),
});
const listed = async (more) => (await client.listRecords(new models.ListRecordsRequest({ siteId, ...more }))).body.records;

test('there is a site from the beginning', async () => {
  const { body } = await client.listSites(new models.ListSitesRequest({}));
  assert.equal(body.totalCount, 1);
  assert.equal(body.sites[0].siteId, siteId);
  assert.equal(body.sites[0].siteName, 'localhost');
  assert.equal(body.sites[0].status, 'active');
  const { siteModel } = (await client.getSite(new models.GetSiteRequest({ siteId }))).body;
  assert.equal(siteModel.siteName, 'localhost');
  await assert.rejects(client.getSite(new models.GetSiteRequest({ siteId: 1 })), { code: 'SiteNotFound', statusCode: 404 });
  const plans = await client.listUserRatePlanInstances(new models.ListUserRatePlanInstancesRequest({ checkRemainingSiteQuota: 'true' }));
  assert.equal(plans.body.instanceInfo[0].sites[0].siteId, siteId);
});

test('a site is added, verified and found by name', async () => {
  const check = async (siteName) => (await client.checkSiteName(new models.CheckSiteNameRequest({ siteName }))).body;
  assert.equal((await check('example.com')).passed, true);
  assert.equal((await check('not a name')).passed, false);
  const create = (siteName, instanceId = 'esa-site-emulator') => client.createSite(
    new models.CreateSiteRequest({ siteName, instanceId, accessType: 'NS', coverage: 'overseas' }));
  const { body } = await create('example.com');
  assert.match(body.verifyCode, /^verify_/);
  assert.equal(body.nameServerList.split(',').length, 2);
  await assert.rejects(create('example.com'), { code: 'Site.AlreadyExist', statusCode: 400 });
  await assert.rejects(create('sub.example.com'), { code: 'Site.SubSiteUnavailable' });
  await assert.rejects(create('example.org', 'none'), { code: 'InvalidInstanceId' });
  assert.equal((await client.verifySite(new models.VerifySiteRequest({ siteId: body.siteId }))).body.passed, true);
  const found = await client.listSites(new models.ListSitesRequest({ siteName: 'example', siteSearchType: 'prefix' }));
  assert.deepEqual(found.body.sites.map(({ status }) => status), ['active']);
});

test('a wildcard record leads to a private bucket', async () => {
  const { recordId } = (await client.createRecord(ossRecord('*.localhost'))).body;
  const [found] = await listed({ recordName: '*.localhost', type: 'CNAME', proxied: true });
  assert.equal(found.recordId, recordId);
  assert.equal(found.recordType, 'CNAME');
  assert.equal(found.recordSourceType, 'OSS');
  assert.equal(found.data.value, 'bucket.oss-cn-hangzhou.aliyuncs.com');
  assert.equal(found.authConf.authType, 'private_same_account');
  assert.ok(found.recordCname.length > 0);
  await assert.rejects(client.createRecord(ossRecord('*.localhost')), { code: 'RecordAlreadyExist', statusCode: 400 });
  await client.updateRecord(new models.UpdateRecordRequest({
    recordId, ttl: 600, comment: 'changed', data: new models.UpdateRecordRequestData({ value: 'other.oss-cn-hangzhou.aliyuncs.com' }),
  }));
  const { recordModel } = (await client.getRecord(new models.GetRecordRequest({ recordId }))).body;
  assert.equal(recordModel.ttl, 600);
  assert.equal(recordModel.data.value, 'other.oss-cn-hangzhou.aliyuncs.com');
  assert.equal(recordModel.bizName, 'web');
  await client.deleteRecord(new models.DeleteRecordRequest({ recordId }));
  await assert.rejects(client.getRecord(new models.GetRecordRequest({ recordId })), { code: 'RecordNotFound' });
});

test('a record the service would not take is refused', async () => {
  const refused = (code, more) => assert.rejects(
    client.createRecord(record({ recordName: 'bad.localhost', data: new models.CreateRecordRequestData({ value: 'a.example' }), ...more })),
    { code, statusCode: 400 });
  await refused('MissingBizName', { proxied: true });
  await refused('InvalidBizName', { proxied: true, bizName: 'shop' });
  await refused('InvalidType', { type: 'AAAA' });
  await refused('InvalidTtl', { ttl: 29 });
  await refused('InvalidRecordName', { recordName: 'bad.elsewhere' });
  await refused('InvalidData', { type: 'A/AAAA' });
  await refused('InvalidProxied', { type: 'TXT', proxied: true, bizName: 'web' });
  await refused('InvalidComment', { comment: 'x'.repeat(101) });
  await refused('InvalidAuthConf', {
    proxied: true, bizName: 'web', sourceType: 'S3', authConf: new models.CreateRecordRequestAuthConf({ authType: 'private_same_account' }),
  });
  await refused('MissingTtl', { ttl: undefined });
  assert.deepEqual(await listed({ recordName: 'bad', recordMatchType: 'prefix' }), []);
});
