import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { control, emulator, esa, ossClient, sts } from './running.mjs';

const { client, ...models } = sts();
const me = (await client.getCallerIdentity()).body;
const roleArn = `acs:ram::${me.accountId}:role/miaobu`;
const assume = (more = {}) => client.assumeRole(new models.AssumeRoleRequest({ roleArn, roleSessionName: 'tests', ...more }));
const kvOf = ({ client: edge, ...requests }) => edge.getKvNamespace(new requests.GetKvNamespaceRequest({ namespace: emulator.kvNamespace }));

afterEach(() => control('DELETE', 'faults'));

async function session() {
  const { credentials } = (await assume()).body;
  const { accessKeyId, accessKeySecret, securityToken } = credentials;
  return { ...credentials, forApi: { accessKeyId, accessKeySecret, securityToken }, forOss: { accessKeyId, accessKeySecret, stsToken: securityToken } };
}

test('the key is that of a user, and the other one that of the account', async () => {
  assert.equal(me.identityType, 'RAMUser');
  assert.match(me.accountId, /^[1-9]\d{15}$/);
  assert.equal(me.arn, `acs:ram::${me.accountId}:user/miaobu`);
  assert.equal(me.userId, me.principalId);
  const root = (await sts(await control('GET', 'root-key')).client.getCallerIdentity()).body;
  assert.deepEqual([root.identityType, root.accountId, root.userId], ['Account', me.accountId, me.accountId]);
  assert.equal(root.arn, `acs:ram::${me.accountId}:root`);
});

test('a role opens every service, with its token', async () => {
  const role = await session();
  assert.match(role.accessKeyId, /^STS\./);
  const life = Date.parse(role.expiration) - Date.now();
  assert.ok(life > 3_500_000 && life <= 3_600_000);
  const who = (await sts(role.forApi).client.getCallerIdentity()).body;
  assert.equal(who.identityType, 'AssumedRoleUser');
  assert.equal(who.arn, `acs:ram::${me.accountId}:assumed-role/miaobu/tests`);
  assert.equal(who.principalId, `${who.roleId}:tests`);
  assert.equal((await kvOf(esa(role.forApi))).statusCode, 200);
  await ossClient(role.forOss).put('sts/a', Buffer.from('x'));
  const presigned = await ossClient(role.forOss).signatureUrlV4('GET', 60, undefined, 'sts/a');
  assert.match(presigned, /x-oss-security-token=/);
  assert.equal((await ossClient(role.forOss).get('sts/a')).content.toString(), 'x');
});

test('a temporary key without its token, and with another one, is refused', async () => {
  const [role, other] = [await session(), await session()];
  await assert.rejects(kvOf(esa({ ...role.forApi, securityToken: undefined })), { code: 'InvalidAccessKeyId.NotFound' });
  await assert.rejects(kvOf(esa({ ...role.forApi, securityToken: other.securityToken })), { code: 'InvalidSecurityToken.MismatchWithAccessKey' });
  await assert.rejects(ossClient({ ...role.forOss, stsToken: undefined }).get('sts/a'), { code: 'InvalidAccessKeyId' });
  await assert.rejects(ossClient({ ...role.forOss, stsToken: other.securityToken }).get('sts/a'), { code: 'AccessKeyIdAndSecurityTokenNotMatch' });
});

test('an expired token is refused everywhere', async () => {
  const role = await session();
  await control('POST', 'faults', { expireTokens: true });
  await assert.rejects(kvOf(esa(role.forApi)), { code: 'InvalidSecurityToken.Expired' });
  await assert.rejects(ossClient(role.forOss).get('sts/a'), { code: 'SecurityTokenExpired' });
});

test('what no role can be assumed with is told', async () => {
  await assert.rejects(assume({ roleArn: 'miaobu' }), { code: 'InvalidParameter.RoleArn' });
  await assert.rejects(assume({ roleArn: 'acs:ram::1000000000000000:role/miaobu' }), { code: 'NoPermission' });
  await assert.rejects(assume({ roleSessionName: 'a b' }), { code: 'InvalidParameter.RoleSessionName' });
  await assert.rejects(assume({ durationSeconds: 60 }), { code: 'InvalidParameter.DurationSeconds' });
  await assert.rejects(assume({ policy: '{' }), { code: 'InvalidParameter.PolicyGrammar' });
  const root = sts(await control('GET', 'root-key')).client;
  await assert.rejects(root.assumeRole(new models.AssumeRoleRequest({ roleArn, roleSessionName: 'tests' })), { code: 'NoPermission' });
});
