import assert from 'node:assert/strict';
import { test } from 'node:test';

import { emulator, ossClient } from './running.mjs';

const name = 'settings-bucket';
const client = ossClient({ bucket: name });
const block = (blocked, bucket = name) => client.request({
  ...client._bucketRequestParams('PUT', bucket, 'publicAccessBlock'),
  content: `<PublicAccessBlockConfiguration><BlockPublicAccess>${blocked}</BlockPublicAccess></PublicAccessBlockConfiguration>`,
  mime: 'xml',
  successStatuses: [200],
});
const anonymous = async (key) => (await fetch(`${emulator.ossEndpoint}/${name}/${key}`)).status;

test('a bucket is made once', async () => {
  await client.putBucket(name, { storageClass: 'IA' });
  await assert.rejects(client.putBucket(name), { status: 409, code: 'BucketAlreadyExists' });
  const { bucket } = await client.getBucketInfo(name);
  assert.equal(bucket.StorageClass, 'IA');
  assert.equal(bucket.AccessControlList.Grant, 'private');
  assert.equal(bucket.BlockPublicAccess, 'true');
  await assert.rejects(client.putBucket('public-bucket', { acl: 'public-read' }), { status: 403, code: 'AccessDenied' });
  await assert.rejects(client.getBucketInfo('public-bucket'), { status: 404, code: 'NoSuchBucket' });
  await assert.rejects(client.putBucket('another-class', { storageClass: 'Cheap' }), { status: 400, code: 'MalformedXML' });
});

test('nothing is public until public access is not blocked any more', async () => {
  await client.put('page.html', Buffer.from('page'));
  await assert.rejects(client.putBucketACL(name, 'public-read'), { status: 403, code: 'AccessDenied' });
  await assert.rejects(client.putACL('page.html', 'public-read'), { status: 403, code: 'AccessDenied' });
  await assert.rejects(client.put('other', Buffer.from('x'), { headers: { 'x-oss-object-acl': 'public-read' } }), { status: 403 });
  const policy = { Version: '1', Statement: [{ Effect: 'Allow', Action: ['oss:GetObject'], Principal: ['*'], Resource: [`acs:oss:*:*:${name}/*`] }] };
  await assert.rejects(client.putBucketPolicy(name, policy), { status: 403, code: 'AccessDenied' });
  assert.equal(await anonymous('page.html'), 403);
  await block(false);
  await client.putBucketPolicy(name, policy);
  assert.deepEqual((await client.getBucketPolicy(name)).policy, policy);
  await client.deleteBucketPolicy(name);
  await client.putBucketACL(name, 'public-read');
  assert.equal((await client.getBucketACL(name)).acl, 'public-read');
  assert.equal(await anonymous('page.html'), 200);
  await client.putACL('page.html', 'private');
  assert.equal((await client.getACL('page.html')).acl, 'private');
  assert.equal(await anonymous('page.html'), 403);
  await block(true);
  await client.putACL('page.html', 'default');
  assert.equal(await anonymous('page.html'), 403);
  await assert.rejects(client.putBucketACL(name, 'open'), { status: 400, code: 'InvalidArgument' });
});

test('configurations are kept as they were put', async () => {
  await assert.rejects(client.getBucketCORS(name), { status: 404, code: 'NoSuchCORSConfiguration' });
  await client.putBucketCORS(name, [{ allowedOrigin: '*', allowedMethod: 'GET', allowedHeader: '*', maxAgeSeconds: '60' }]);
  assert.equal((await client.getBucketCORS(name)).rules[0].allowedMethod, 'GET');
  await client.deleteBucketCORS(name);
  await assert.rejects(client.getBucketCORS(name), { code: 'NoSuchCORSConfiguration' });
  await client.putBucketLifecycle(name, [{ id: 'old', prefix: 'logs/', status: 'Enabled', expiration: { days: '7' } }]);
  assert.equal((await client.getBucketLifecycle(name)).rules[0].prefix, 'logs/');
  await client.putBucketWebsite(name, { index: 'index.html', error: '404.html' });
  assert.equal((await client.getBucketWebsite(name)).index, 'index.html');
  await client.deleteBucketWebsite(name);
  await assert.rejects(client.getBucketWebsite(name), { status: 404, code: 'NoSuchWebsiteConfiguration' });
});

test('a bucket that is deleted takes its settings along', async () => {
  await client.delete('page.html');
  const { uploadId } = await client.initMultipartUpload('unfinished');
  await assert.rejects(client.deleteBucket(name), { status: 409, code: 'BucketNotEmpty' });
  await client.abortMultipartUpload('unfinished', uploadId);
  await client.deleteBucket(name);
  await client.putBucket(name);
  const { bucket } = await client.getBucketInfo(name);
  assert.equal(bucket.StorageClass, 'Standard');
  assert.equal(bucket.BlockPublicAccess, 'true');
});
