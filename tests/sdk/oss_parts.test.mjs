import assert from 'node:assert/strict';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { test } from 'node:test';

import { emulator, ossClient } from './running.mjs';

const client = ossClient();
const bytes = randomBytes(350_000);
const etagOf = (data) => `"${createHash('md5').update(data).digest('hex').toUpperCase()}"`;
const begin = async (name, options) => (await client.initMultipartUpload(name, options)).uploadId;
const part = async (name, id, number, data) => (await client.uploadPart(name, id, number, data, 0, data.length)).etag;

test('an object that came in parts is what a whole one is', async () => {
  await client.put('whole', bytes);
  const file = Buffer.from(bytes);
  await client.multipartUpload('parts', file, { partSize: 102_400, parallel: 3, headers: { 'Cache-Control': 'no-cache' } });
  const got = await client.get('parts');
  assert.ok(got.content.equals(bytes));
  assert.equal(got.res.headers['cache-control'], 'no-cache');
  assert.equal(got.res.headers['x-oss-object-type'], 'Multipart');
  assert.match(got.res.headers.etag, /^"[0-9A-F]{32}-4"$/);
  assert.equal(got.res.headers['x-oss-hash-crc64ecma'], (await client.head('whole')).res.headers['x-oss-hash-crc64ecma']);
  assert.deepEqual((await client.listUploads({})).uploads ?? [], []);
});

test('parts are listed, and go with an upload that is aborted', async () => {
  const id = await begin('left');
  assert.equal(await part('left', id, 2, bytes), etagOf(bytes));
  await part('left', id, 1, bytes.subarray(0, 1_000));
  const { parts } = await client.listParts('left', id);
  assert.deepEqual(parts.map(({ PartNumber, Size }) => [PartNumber, Size]), [['1', '1000'], ['2', '350000']]);
  const { uploads } = await client.listUploads({ prefix: 'left' });
  assert.deepEqual(uploads.map(({ uploadId }) => uploadId), [id]);
  await assert.rejects(client.head('left'), { status: 404 });
  await client.abortMultipartUpload('left', id);
  await assert.rejects(client.listParts('left', id), { status: 404, code: 'NoSuchUpload' });
  await assert.rejects(client.abortMultipartUpload('left', id), { status: 404, code: 'NoSuchUpload' });
});

test('a list of parts that is wrong is refused, and the upload can go on', async () => {
  const id = await begin('strict');
  const small = { number: 1, etag: await part('strict', id, 1, bytes.subarray(0, 1_000)) };
  const large = { number: 2, etag: await part('strict', id, 2, bytes) };
  const complete = (...parts) => client.completeMultipartUpload('strict', id, parts);
  await assert.rejects(complete(small, large), { status: 400, code: 'EntityTooSmall' });
  await assert.rejects(complete({ number: 2, etag: etagOf('x') }), { status: 400, code: 'InvalidPart' });
  await assert.rejects(complete({ number: 3, etag: large.etag }), { status: 400, code: 'InvalidPart' });
  await assert.rejects(client.uploadPart('strict', id, 10_001, bytes, 0, 10), { status: 400, code: 'InvalidArgument' });
  await complete({ number: 1, etag: await part('strict', id, 1, bytes) }, large);
  assert.ok((await client.get('strict')).content.equals(Buffer.concat([bytes, bytes])));
});

test('a part is copied from an object', async () => {
  await client.put('source +', bytes);
  await client.multipartUploadCopy('copied', { sourceKey: 'source +', sourceBucketName: emulator.bucket }, { partSize: 102_400 });
  assert.ok((await client.get('copied')).content.equals(bytes));
});

async function post(fields, file = 'posted') {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([file], { type: 'text/plain' }), 'name.txt');
  const answer = await fetch(`${emulator.ossEndpoint}/${emulator.bucket}`, { method: 'POST', body: form });
  return { status: answer.status, text: await answer.text() };
}

/** A form as ali-oss signs it. */
function signedForm(conditions, more = {}) {
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const credential = `${emulator.accessKeyId}/${date.slice(0, 8)}/${emulator.region}/oss/aliyun_v4_request`;
  const signedFields = { 'x-oss-credential': credential, 'x-oss-date': date, 'x-oss-signature-version': 'OSS4-HMAC-SHA256' };
  const policy = {
    expiration: new Date(Date.now() + 60_000).toISOString(),
    conditions: [{ bucket: emulator.bucket }, ...Object.entries(signedFields).map(([name, value]) => ({ [name]: value })), ...conditions],
  };
  return {
    ...signedFields,
    policy: Buffer.from(JSON.stringify(policy)).toString('base64'),
    'x-oss-signature': client.signPostObjectPolicyV4(policy, new Date(date.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'))),
    ...more,
  };
}

test('a form puts what its policy allows', async () => {
  const form = signedForm([['starts-with', '$key', 'posts/'], ['content-length-range', 1, 10], ['eq', '$success_action_status', '201']],
    { key: 'posts/${filename}', success_action_status: '201' });
  const { status, text } = await post(form);
  assert.equal(status, 201);
  assert.match(text, /<Key>posts\/name\.txt<\/Key>/);
  assert.equal((await client.get('posts/name.txt')).content.toString(), 'posted');
  for (const [change, file, code] of [
    [{ key: 'elsewhere' }, 'x', 'AccessDenied'],
    [{ success_action_status: '200' }, 'x', 'AccessDenied'],
    [{}, 'more than ten bytes', 'EntityTooLarge'],
    [{ 'x-oss-signature': '0'.repeat(64) }, 'x', 'SignatureDoesNotMatch'],
  ]) {
    assert.match((await post({ ...form, ...change }, file)).text, new RegExp(`<Code>${code}</Code>`));
  }
  const { policy, ...anonymous } = form;
  assert.match((await post(anonymous)).text, /<Code>AccessDenied<\/Code>/);
});

test('a form signed in the old way is taken, too', async () => {
  const policy = Buffer.from(JSON.stringify({
    expiration: new Date(Date.now() + 60_000).toISOString(), conditions: [{ bucket: emulator.bucket }],
  })).toString('base64');
  const Signature = createHmac('sha1', emulator.accessKeySecret).update(policy).digest('base64');
  assert.equal((await post({ OSSAccessKeyId: emulator.accessKeyId, policy, Signature, key: 'posts/old' })).status, 204);
  assert.equal((await client.get('posts/old')).content.toString(), 'posted');
  const expired = Buffer.from(JSON.stringify({ expiration: '2020-01-01T00:00:00.000Z', conditions: [{ bucket: emulator.bucket }] })).toString('base64');
  const signature = createHmac('sha1', emulator.accessKeySecret).update(expired).digest('base64');
  const late = await post({ OSSAccessKeyId: emulator.accessKeyId, policy: expired, Signature: signature, key: 'posts/late' });
  assert.match(late.text, /Policy expired/);
});
