import assert from 'node:assert/strict';
import { test } from 'node:test';

import { call, sts } from './running.mjs';

const personal = (action, method, path, more) => call('2016-06-07', action, { method, path, ...more });
const enterprise = (action, query, more) => call('2018-12-01', action, { query, ...more });

const hour = 3_600_000;

test('Personal: a login for an hour', async () => {
  const { data, requestId } = await personal('GetAuthorizationToken', 'GET', '/tokens');
  assert.equal(data.tempUserName, 'cr_temp_user');
  assert.ok(data.authorizationToken.length >= 32);
  assert.ok(Math.abs(data.expireDate - Date.now() - hour) < 60_000);
  assert.match(requestId, /^[0-9A-F-]{36}$/);
});

test('Personal: namespaces and repositories', async () => {
  const repo = (more) => personal('CreateRepo', 'PUT', '/repos', { body: { Repo: { RepoNamespace: 'mine', RepoName: 'shop', Summary: 'a shop', RepoType: 'PRIVATE', ...more } } });
  const space = (name) => personal('CreateNamespace', 'PUT', '/namespace', { body: { Namespace: { Namespace: name } } });
  await assert.rejects(repo(), { code: 'NAMESPACE_NOT_EXIST', statusCode: 404 });
  await space('mine');
  await assert.rejects(space('mine'), { code: 'NAMESPACE_ALREADY_EXIST' });
  await assert.rejects(space('Mine'), { code: 'INVALID_PARAMETER' });
  await assert.rejects(space('a'.repeat(31)), { code: 'INVALID_PARAMETER' });
  await personal('UpdateNamespace', 'POST', '/namespace/mine', { body: { Namespace: { AutoCreate: true, DefaultVisibility: 'PRIVATE' } } });
  assert.equal((await personal('GetNamespace', 'GET', '/namespace/mine')).data.namespace.autoCreate, true);
  await assert.rejects(repo({ Summary: '' }), { code: 'INVALID_PARAMETER' });
  await assert.rejects(repo({ RepoType: 'OPEN' }), { code: 'INVALID_PARAMETER' });
  await repo();
  await assert.rejects(repo(), { code: 'REPO_ALREADY_EXIST' });
  const found = (await personal('GetRepo', 'GET', '/repos/mine/shop')).data.repo;
  assert.deepEqual([found.repoNamespace, found.repoName, found.repoType], ['mine', 'shop', 'PRIVATE']);
  assert.ok(found.repoDomainList.public);
  const tags = (await personal('GetRepoTags', 'GET', '/repos/mine/shop/tags', { query: { Page: '1', PageSize: '30' } })).data;
  assert.deepEqual([tags.total, tags.tags], [0, []]);
  await assert.rejects(personal('DeleteImage', 'DELETE', '/repos/mine/shop/tags/none'), { code: 'TAG_NOT_EXIST', statusCode: 404 });
  await assert.rejects(personal('GetRepo', 'GET', '/repos/mine/none'), { code: 'REPO_NOT_EXIST', statusCode: 404 });
  await assert.rejects(personal('DeleteNamespace', 'DELETE', '/namespace/mine'), { code: 'NAMESPACE_NOT_EMPTY' });
  await personal('DeleteRepo', 'DELETE', '/repos/mine/shop');
  await personal('DeleteNamespace', 'DELETE', '/namespace/mine');
  await assert.rejects(personal('GetNamespace', 'GET', '/namespace/mine'), { code: 'NAMESPACE_NOT_EXIST' });
});

test('Enterprise: one instance, with the address images are pushed to', async () => {
  const { Instances, TotalCount, IsSuccess } = await enterprise('ListInstance', { InstanceStatus: 'RUNNING' });
  assert.deepEqual([TotalCount, IsSuccess], [1, true]);
  const InstanceId = Instances[0].InstanceId;
  assert.match(InstanceId, /^cri-/);
  const endpoint = await enterprise('GetInstanceEndpoint', { InstanceId, EndpointType: 'internet' });
  assert.deepEqual([endpoint.Enable, endpoint.AclEnable, endpoint.Domains[0].Type], [true, false, 'SYSTEM']);
  const unknown = await enterprise('GetInstance', { InstanceId: 'cri-none' });
  assert.deepEqual([unknown.IsSuccess, unknown.Code], [false, 'INSTANCE_NOT_EXIST']);
});

test('Enterprise: namespaces and repositories, whose failures come with the status 200', async () => {
  const InstanceId = (await enterprise('ListInstance')).Instances[0].InstanceId;
  const repository = { InstanceId, RepoNamespaceName: 'team', RepoName: 'shop', RepoType: 'PRIVATE', Summary: 'a shop', TagImmutability: 'true' };
  const codeOf = async (action, query) => {
    const { IsSuccess, Code } = await enterprise(action, query);
    assert.equal(IsSuccess, Code === 'success');
    return Code;
  };
  assert.equal(await codeOf('CreateRepository', repository), 'NAMESPACE_NOT_EXIST');
  assert.equal(await codeOf('CreateNamespace', { InstanceId, NamespaceName: 'team', DefaultRepoType: 'PRIVATE' }), 'success');
  assert.equal(await codeOf('CreateNamespace', { InstanceId, NamespaceName: 'team' }), 'NAMESPACE_ALREADY_EXIST');
  const { RepoId } = await enterprise('CreateRepository', repository);
  assert.equal(await codeOf('CreateRepository', repository), 'REPO_ALREADY_EXIST');
  const found = await enterprise('GetRepository', { InstanceId, RepoNamespaceName: 'team', RepoName: 'shop' });
  assert.deepEqual([found.RepoId, found.TagImmutability], [RepoId, true]);
  assert.deepEqual((await enterprise('ListRepoTag', { InstanceId, RepoId })).Images, []);
  assert.equal(await codeOf('DeleteRepoTag', { InstanceId, RepoId, Tag: 'none' }), 'TAG_NOT_EXIST');
  assert.equal(await codeOf('DeleteRepository', { InstanceId, RepoId }), 'success');
  assert.equal(await codeOf('DeleteNamespace', { InstanceId, NamespaceName: 'team' }), 'success');
  await assert.rejects(enterprise('GetRepoTag', { InstanceId, RepoId, Tag: '1' }), { code: 'UnsupportedHTTPMethod', statusCode: 403 });
  await assert.rejects(enterprise('GetNamespace', { InstanceId }), { code: 'MissingNamespaceName', statusCode: 400 });
});

test('Enterprise: a login lasts as long as it is asked for, but no longer than a session', async () => {
  const InstanceId = (await enterprise('ListInstance')).Instances[0].InstanceId;
  const token = (more, options) => enterprise('GetAuthorizationToken', { InstanceId, ...more }, options);
  const { ExpireTime, TempUsername } = await token({ ExpiresInHours: '3' });
  assert.equal(TempUsername, 'cr_temp_user');
  assert.ok(Math.abs(ExpireTime - Date.now() - 3 * hour) < 60_000);
  assert.equal((await token({ ExpiresInHours: '25' })).Code, 'INVALID_PARAMETER');
  const { client, ...models } = sts();
  const { accountId } = (await client.getCallerIdentity()).body;
  const request = new models.AssumeRoleRequest({ roleArn: `acs:ram::${accountId}:role/ci`, roleSessionName: 'ci', durationSeconds: 900 });
  const { credentials } = (await client.assumeRole(request)).body;
  const { accessKeyId, accessKeySecret, securityToken } = credentials;
  const capped = await token({ ExpiresInHours: '3' }, { accessKeyId, accessKeySecret, securityToken });
  assert.equal(capped.ExpireTime, Date.parse(credentials.expiration));
});
