import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import { afterEach, test } from 'node:test';

import { control, emulator, ossClient } from './running.mjs';

const client = ossClient();
const oddKeys = ['a b.txt', 'plus+plus.txt', 'percent%20.txt', 'emoji-😀.txt', '中文/页面.html', '..up/.txt', "quote'(1)!*.js", 'e\u0301.txt', '\u00e9.txt', 'a//b.txt'];

afterEach(() => control('DELETE', 'faults'));

test('an object comes back as it was put', async () => {
  const bytes = randomBytes(300_000);
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache', 'x-oss-meta-author': 'me' };
  const put = await client.put('site/index.html', bytes, { headers });
  assert.equal(put.res.headers.etag, `"${createHash('md5').update(bytes).digest('hex').toUpperCase()}"`);
  const got = await client.get('site/index.html');
  assert.ok(got.content.equals(bytes));
  assert.equal(got.res.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(got.res.headers['cache-control'], 'no-cache');
  assert.equal(got.res.headers['x-oss-hash-crc64ecma'], put.res.headers['x-oss-hash-crc64ecma']);
  const head = await client.head('site/index.html');
  assert.equal(head.meta.author, 'me');
  assert.equal(head.res.headers['content-length'], '300000');
});

test('the checksum is CRC-64/XZ', async () => {
  const put = await client.put('crc', Buffer.from('123456789'));
  assert.equal(put.res.headers['x-oss-hash-crc64ecma'], '11051210869376104954');
});

test('any key can be put, read, listed and deleted', async () => {
  for (const key of oddKeys) {
    await client.put(`odd/${key}`, Buffer.from(key));
  }
  for (const key of oddKeys) {
    const { content } = await client.get(`odd/${key}`);
    assert.equal(content.toString(), key);
  }
  const listed = await client.listV2({ prefix: 'odd/', 'max-keys': 1000 });
  assert.deepEqual(listed.objects.map(({ name }) => name).sort(), oddKeys.map((key) => `odd/${key}`).sort());
  await client.deleteMulti(oddKeys.map((key) => `odd/${key}`), { quiet: true });
  const left = await client.listV2({ prefix: 'odd/' });
  assert.equal(left.keyCount ?? 0, 0);
});

test('an empty object is an object', async () => {
  await client.put('empty.txt', Buffer.alloc(0));
  const { content, res } = await client.get('empty.txt');
  assert.equal(content.length, 0);
  assert.equal(res.headers['x-oss-hash-crc64ecma'], '0');
});

test('a part of an object can be read', async () => {
  await client.put('range', Buffer.from('0123456789'));
  const middle = await client.get('range', { headers: { Range: 'bytes=2-4' } });
  assert.equal(middle.res.status, 206);
  assert.equal(middle.content.toString(), '234');
  assert.equal(middle.res.headers['content-range'], 'bytes 2-4/10');
  const end = await client.get('range', { headers: { Range: 'bytes=-3' } });
  assert.equal(end.content.toString(), '789');
});

test('conditions are honoured', async () => {
  const { res } = await client.put('condition', Buffer.from('x'));
  const unchanged = await client.get('condition', { headers: { 'If-None-Match': res.headers.etag } });
  assert.equal(unchanged.res.status, 304);
  await assert.rejects(client.get('condition', { headers: { 'If-Match': '"0"' } }), { status: 412, code: 'PreconditionFailed' });
});

test('a copy keeps its headers, or takes new ones', async () => {
  await client.put('copy/from +.html', Buffer.from('<p>'), { headers: { 'Content-Type': 'text/html', 'Cache-Control': 'no-cache' } });
  const copied = await client.copy('copy/to.html', 'copy/from +.html');
  assert.match(copied.data.etag, /^"[0-9A-F]{32}"$/);
  const kept = await client.get('copy/to.html');
  assert.equal(kept.content.toString(), '<p>');
  assert.equal(kept.res.headers['cache-control'], 'no-cache');
  await client.copy('copy/to.html', 'copy/from +.html', { headers: { 'Content-Type': 'text/plain', 'x-oss-metadata-directive': 'REPLACE' } });
  const replaced = await client.head('copy/to.html');
  assert.equal(replaced.res.headers['content-type'], 'text/plain');
  assert.equal(replaced.res.headers['cache-control'], undefined);
  await assert.rejects(client.copy('copy/to.html', 'copy/absent'), { status: 404, code: 'NoSuchKey' });
});

test('a listing goes on where its page ended', async () => {
  const names = Array.from({ length: 25 }, (_, i) => `pages/${String(i).padStart(2, '0')}`);
  await Promise.all(names.map((name) => client.put(name, Buffer.from(name))));
  const seen = [];
  let token;
  do {
    const page = await client.listV2({ prefix: 'pages/', 'max-keys': 10, 'continuation-token': token });
    seen.push(...page.objects.map(({ name }) => name));
    token = page.nextContinuationToken;
  } while (token);
  assert.deepEqual(seen, names);
});

test('a delimiter makes folders', async () => {
  for (const name of ['tree/a/1', 'tree/a/2', 'tree/b/1', 'tree/c']) {
    await client.put(name, Buffer.from(name));
  }
  const listed = await client.listV2({ prefix: 'tree/', delimiter: '/', 'max-keys': 2 });
  assert.deepEqual(listed.prefixes, ['tree/a/', 'tree/b/']);
  assert.equal(listed.isTruncated, true);
  const rest = await client.listV2({ prefix: 'tree/', delimiter: '/', 'continuation-token': listed.nextContinuationToken });
  assert.deepEqual(rest.objects.map(({ name }) => name), ['tree/c']);
  assert.equal(rest.prefixes, null);
});

test('nothing is overwritten that must not be', async () => {
  const headers = { 'x-oss-forbid-overwrite': 'true' };
  await client.delete('once');
  await client.put('once', Buffer.from('1'), { headers });
  await assert.rejects(client.put('once', Buffer.from('2'), { headers }), { status: 409, code: 'FileAlreadyExists' });
  assert.equal((await client.get('once')).content.toString(), '1');
});

test('a body that is not what Content-MD5 says is refused', async () => {
  const md5 = createHash('md5').update('other').digest('base64');
  await assert.rejects(client.put('digest', Buffer.from('this'), { headers: { 'Content-MD5': md5 } }), { status: 400, code: 'InvalidDigest' });
  await assert.rejects(client.head('digest'), { status: 404 });
});

test('names that are no object names are refused', async () => {
  await assert.rejects(client.put('x'.repeat(1024), Buffer.from('x')), { status: 400, code: 'InvalidObjectName' });
  await client.put('x'.repeat(1023), Buffer.from('x'));
});

test('what is not there is said to be not there', async () => {
  await assert.rejects(client.get('absent'), { status: 404, code: 'NoSuchKey' });
  await assert.rejects(ossClient({ bucket: 'no-such-bucket' }).put('a', Buffer.from('a')), { status: 404, code: 'NoSuchBucket' });
  assert.equal((await client.delete('absent')).res.status, 204);
});

test('buckets can be made, described, listed and deleted', async () => {
  await client.putBucket('another-bucket');
  const { buckets } = await client.listBuckets();
  assert.ok(buckets.some(({ name }) => name === 'another-bucket'));
  const { bucket } = await client.getBucketInfo('another-bucket');
  assert.equal(bucket.Location, `oss-${emulator.region}`);
  const other = ossClient({ bucket: 'another-bucket' });
  await other.put('a', Buffer.from('a'));
  await assert.rejects(client.deleteBucket('another-bucket'), { status: 409, code: 'BucketNotEmpty' });
  await other.delete('a');
  await client.deleteBucket('another-bucket');
});

test('a wrong key, a wrong secret, a wrong region and no signature are refused', async () => {
  const put = (options) => ossClient(options).put('refused', Buffer.from('x'));
  await assert.rejects(put({ accessKeyId: 'LTAI5tNobody' }), { status: 403, code: 'InvalidAccessKeyId' });
  await assert.rejects(put({ accessKeySecret: 'wrong' }), { status: 403, code: 'SignatureDoesNotMatch' });
  await assert.rejects(put({ region: 'oss-cn-beijing' }), { status: 403, code: 'SignatureDoesNotMatch' });
  const anonymous = await fetch(`${emulator.ossEndpoint}/${emulator.bucket}/site/index.html`);
  assert.equal(anonymous.status, 403);
  assert.match(await anonymous.text(), /<Code>AccessDenied<\/Code>/);
  assert.match(anonymous.headers.get('x-oss-request-id'), /^[0-9A-F]{24}$/);
});

/** Asks for an address whose host name no resolver needs to know. */
function getAt(address) {
  const { hostname, port } = new URL(emulator.ossEndpoint);
  const { host, pathname, search } = new URL(address);
  return new Promise((resolve, reject) => {
    http.get({ hostname, port, path: pathname + search, headers: { host } }, async (answer) => {
      const pieces = await answer.toArray();
      resolve({ status: answer.statusCode, text: Buffer.concat(pieces).toString() });
    }).on('error', reject);
  });
}

test('a presigned address opens one object, the bucket being named by the host', async () => {
  await client.put('shared.txt', Buffer.from('shared'));
  const { port } = new URL(emulator.ossEndpoint);
  const named = ossClient({ endpoint: `http://oss.localhost:${port}` });
  const address = await named.signatureUrlV4('GET', 60, undefined, 'shared.txt');
  assert.deepEqual(await getAt(address), { status: 200, text: 'shared' });
  assert.equal((await getAt(address.replace('shared.txt', 'secret.txt'))).status, 403);
});

test('a body of unknown length is taken in pieces', async () => {
  const { Readable } = await import('node:stream');
  const bytes = randomBytes(1_000_000);
  await client.putStream('stream', Readable.from([bytes.subarray(0, 400_000), bytes.subarray(400_000)]));
  assert.ok((await client.get('stream')).content.equals(bytes));
});

test('calls are counted and fail when they are told to', async () => {
  await control('POST', 'faults', {
    faults: [
      { action: 'PutObject', call: 2, status: 503, code: 'ServiceUnavailable' },
      { action: 'PutObject', call: 3, effect: 'cut-before' },
      { action: 'PutObject', call: 4, effect: 'cut-after' },
    ],
  });
  const put = (name) => client.put(`faults/${name}`, Buffer.from('1234'));
  await put('first');
  await assert.rejects(put('second'), { status: 503, code: 'ServiceUnavailable' });
  await assert.rejects(put('third'), ({ status }) => status < 0);
  await assert.rejects(put('fourth'), ({ status }) => status < 0);
  await put('fifth');
  const counters = await control('GET', 'counters');
  assert.equal(counters.PutObject.calls, 5);
  assert.ok(counters.PutObject.bytes >= 12);
  const { objects } = await client.listV2({ prefix: 'faults/' });
  assert.deepEqual(objects.map(({ name }) => name.slice(7)), ['fifth', 'first', 'fourth']);
});

test('control calls need the key', async () => {
  const answer = await fetch(`${emulator.apiEndpoint}/emulator/counters`, { headers: { authorization: 'Bearer guess' } });
  assert.equal(answer.status, 401);
});
