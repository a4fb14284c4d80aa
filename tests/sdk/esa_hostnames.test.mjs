import assert from 'node:assert/strict';
import { afterEach, before, test } from 'node:test';

import { certificate, privateKey } from './certificate.mjs';
import { control, emulator, esa } from './running.mjs';

const { client, ...models } = esa();
const { siteId } = emulator;
let recordId;
const create = async (hostname, more) => (await client.createCustomHostname(
  new models.CreateCustomHostnameRequest({ siteId, hostname, recordId, sslFlag: 'off', ...more }))).body.hostnameId;
const get = async (hostnameId) => (await client.getCustomHostname(new models.GetCustomHostnameRequest({ hostnameId }))).body.customHostnameModel;
const verify = async (hostnameId) => (await client.verifyCustomHostname(new models.VerifyCustomHostnameRequest({ hostnameId }))).body.passed;
const update = (hostnameId, more) => client.updateCustomHostname(new models.UpdateCustomHostnameRequest({ hostnameId, ...more }));
const list = async (more) => (await client.listCustomHostnames(new models.ListCustomHostnamesRequest({ siteId, ...more }))).body;

before(async () => {
  const { body } = await client.createRecord(new models.CreateRecordRequest({
    siteId, recordName: 'cname.localhost', type: 'CNAME', ttl: 1, proxied: true, bizName: 'web',
    data: new models.CreateRecordRequestData({ value: 'origin.example.com' }),
  }));
  recordId = body.recordId;
});
afterEach(() => control('DELETE', 'faults'));

test('a hostname is verified, gets its certificate and goes', async () => {
  const id = await create('shop.example.com');
  const fresh = await get(id);
  assert.equal(fresh.status, 'pending');
  assert.equal(fresh.verifyHost, '_esa_custom_hostname.shop.example.com');
  assert.match(fresh.verifyCode, /^verify_/);
  assert.equal(fresh.recordName, 'cname.localhost');
  assert.equal(await verify(id), true);
  assert.equal((await get(id)).status, 'active');
  await update(id, { sslFlag: 'on', certType: 'free' });
  const secured = await get(id);
  assert.equal(secured.certStatus, 'OK');
  assert.ok(Date.parse(secured.certNotAfter) > Date.now());
  assert.deepEqual((await list({ hostname: 'shop.example.com', status: 'active' })).hostnames.map(({ hostnameId }) => hostnameId), [id]);
  await client.deleteCustomHostname(new models.DeleteCustomHostnameRequest({ hostnameId: id }));
  await assert.rejects(get(id), { code: 'CustomHostname.NotFound', statusCode: 404 });
});

test('with a pace, everything takes a while', async () => {
  await control('POST', 'esa', { pace: 60_000 });
  const id = await create('slow.example.com', { sslFlag: 'on', certType: 'free' });
  assert.equal(await verify(id), false);
  await control('POST', 'esa', { pace: 0 });
  assert.equal(await verify(id), true);
  await control('POST', 'esa', { pace: 60_000 });
  const waiting = await get(id);
  assert.equal(waiting.status, 'configuring');
  assert.equal(waiting.certStatus, 'Applying');
  assert.equal(waiting.certTxtKey, '_acme-challenge.slow.example.com');
  await control('POST', 'esa', { pace: 0 });
  assert.equal((await get(id)).certStatus, 'OK');
});

test('a hostname fails in the way it is told to', async () => {
  const order = (orders) => control('POST', 'esa', { hostnames: { 'bad.example.com': orders } });
  const id = await create('bad.example.com', { sslFlag: 'on', certType: 'free' });
  await order({ verification: 'fails' });
  assert.equal(await verify(id), false);
  await order({ verification: 'fails-with-code' });
  assert.notEqual(await verify(id), true);
  await order({ status: 'conflicted', conflictWith: 'existing_site' });
  assert.equal((await get(id)).conflictWith, 'existing_site');
  assert.equal(await verify(id), false);
  await order({ status: 'offline', offlineReason: 'missing_icp' });
  assert.equal((await get(id)).offlineReason, 'missing_icp');
  await order({ certStatus: 'ApplyFailed', certMessage: 'CAA forbids it' });
  const failed = await get(id);
  assert.equal(failed.certStatus, 'ApplyFailed');
  assert.equal(failed.certApplyMessage, 'CAA forbids it');
  await order({});
  await verify(id);
  await client.applyCustomHostnameCertificate(new models.ApplyCustomHostnameCertificateRequest({ hostnameId: id }));
  assert.equal((await get(id)).certStatus, 'OK');
});

test('what is no hostname, or there already, is refused', async () => {
  await create('twice.example.com');
  await assert.rejects(create('twice.example.com'), { code: 'CustomHostname.AlreadyExist', statusCode: 400 });
  await assert.rejects(create('no host'), { code: 'InvalidHostname' });
  await assert.rejects(create('a.example.com', { recordId: 1 }), { code: 'RecordNotFound' });
  await assert.rejects(create('a.example.com', { sslFlag: 'on' }), { code: 'MissingCertType' });
  await assert.rejects(create('a.example.com', { sslFlag: 'on', certType: 'upload' }), { code: 'MissingCertificate' });
  await assert.rejects(
    create('a.example.com', { sslFlag: 'on', certType: 'upload', certificate: 'no', privateKey: 'no' }), { code: 'InvalidCertificate' });
  assert.equal((await list({ hostname: 'a.example', nameMatchType: 'prefix' })).totalCount, 0);
});

test('an uploaded certificate is read', async () => {
  const id = await create('own.example.com', { sslFlag: 'on', certType: 'upload', certificate, privateKey });
  const own = await get(id);
  assert.equal(own.certStatus, 'OK');
  assert.equal(own.privateKey, privateKey);
  assert.ok(Date.parse(own.certNotAfter) > Date.parse('2099-01-01'));
  assert.equal((await list({ hostname: 'own.example.com' })).hostnames[0].privateKey, undefined);
  const { body } = await client.setCertificate(new models.SetCertificateRequest({ siteId, type: 'upload', name: 'own', certificate, privateKey }));
  const { result } = (await client.getCertificate(new models.GetCertificateRequest({ siteId, id: body.id }))).body;
  assert.equal(result.SAN, 'own.example.com,*.own.example.com');
  await client.deleteCertificate(new models.DeleteCertificateRequest({ siteId, id: body.id }));
});

test('the site has certificates of its own', async () => {
  const apply = (domains) => client.applyCertificate(new models.ApplyCertificateRequest({ siteId, domains, type: 'lets_encrypt' }));
  await assert.rejects(apply('elsewhere.example'), { code: 'InvalidDomains' });
  const [{ id }] = (await apply('*.localhost')).body.result;
  const certificates = (await client.listCertificates(new models.ListCertificatesRequest({ siteId, validOnly: true }))).body.result;
  assert.deepEqual(certificates.map((certificate) => certificate.id), [id]);
  const byRecord = await client.listCertificatesByRecord(
    new models.ListCertificatesByRecordRequest({ siteId, recordName: 'shop.localhost,a.shop.localhost' }));
  assert.deepEqual(byRecord.body.result.map(({ status }) => status), ['configured', 'none']);
  const quota = await client.getCertificateQuota(new models.GetCertificateQuotaRequest({ siteId, type: 'free' }));
  assert.equal(quota.body.quotaUsage, 1);
  await client.deleteCertificate(new models.DeleteCertificateRequest({ siteId, id }));
  await assert.rejects(client.getCertificate(new models.GetCertificateRequest({ siteId, id })), { code: 'CertificateNotFound' });
});

test('a permission that is missing is named', async () => {
  await control('POST', 'faults', { faults: [{ action: 'ListSites', effect: 'deny', always: true }] });
  for (let attempt = 0; attempt < 2; ++attempt) {
    await assert.rejects(client.listSites(new models.ListSitesRequest({})), (error) => {
      assert.equal(error.code, 'Forbidden.RAM');
      assert.equal(error.statusCode, 403);
      assert.equal(error.accessDeniedDetail.AuthAction, 'esa:ListSites');
      return true;
    });
  }
  await client.getSite(new models.GetSiteRequest({ siteId }));
});

test('an account in arrears is refused everything', async () => {
  await control('POST', 'faults', { faults: [{ action: '*', always: true, status: 403, code: 'InDebt' }] });
  await assert.rejects(client.getSite(new models.GetSiteRequest({ siteId })), { code: 'InDebt', statusCode: 403 });
  await assert.rejects(client.listSites(new models.ListSitesRequest({})), { code: 'InDebt', statusCode: 403 });
});

test('a purge quota is used up', async () => {
  await control('POST', 'esa', { purgeQuota: 1 });
  const purge = () => client.purgeCaches(new models.PurgeCachesRequest({
    siteId, type: 'cachetag', content: new models.PurgeCachesRequestContent({ cacheTags: ['a'] }),
  }));
  await purge();
  await assert.rejects(purge(), { code: 'QuotaExceeded' });
});
