/** What the tests know of the emulator they run against: its first line, in the variable EMULATOR. */
import { createRequire } from 'node:module';

// The packages are installed in the build folder, where an import would not look for them.
const require = createRequire(`${process.env.EMULATOR_PACKAGES}/package.json`);

export const emulator = JSON.parse(process.env.EMULATOR);

export function ossClient(options = {}) {
  const OSS = require('ali-oss');
  return new OSS({
    endpoint: emulator.ossEndpoint,
    region: `oss-${emulator.region}`,
    authorizationV4: true,
    accessKeyId: emulator.accessKeyId,
    accessKeySecret: emulator.accessKeySecret,
    bucket: emulator.bucket,
    retryMax: 0,
    ...options,
  });
}

function openApi(name, options) {
  const { default: Client, ...models } = require(name);
  const { $OpenApiUtil } = require('@alicloud/openapi-core');
  const client = new Client(
    new $OpenApiUtil.Config({
      accessKeyId: emulator.accessKeyId,
      accessKeySecret: emulator.accessKeySecret,
      endpoint: new URL(emulator.apiEndpoint).host,
      protocol: 'HTTP',
      regionId: emulator.region,
      ...options,
    }),
  );
  return { client, ...models };
}

export const esa = (options) => openApi('@alicloud/esa20240910', options);
export const functions = (options) => openApi('@alicloud/fc20230330', options);
export const sts = (options) => openApi('@alicloud/sts20150401', options);

/** A call of an action that no package was made for, through the core all of Alibaba's packages stand on. */
export async function call(version, action, { method = 'POST', path = '/', query, body, ...options } = {}) {
  const { $OpenApiUtil, default: Core } = require('@alicloud/openapi-core');
  const { RuntimeOptions } = require('@darabonba/typescript');
  const client = new Core(
    new $OpenApiUtil.Config({
      accessKeyId: emulator.accessKeyId,
      accessKeySecret: emulator.accessKeySecret,
      endpoint: new URL(emulator.apiEndpoint).host,
      protocol: 'HTTP',
      regionId: emulator.region,
      ...options,
    }),
  );
  const style = path === '/' ? 'RPC' : 'ROA';
  const params = new $OpenApiUtil.Params({ action, version, protocol: 'HTTP', pathname: path, method, authType: 'AK', style, reqBodyType: 'json', bodyType: 'json' });
  const request = new $OpenApiUtil.OpenApiRequest({ query, body });
  return (await client.callApi(params, request, new RuntimeOptions({}))).body;
}

/** A control call (faults.h). */
export async function control(method, path, programme) {
  const answer = await fetch(`${emulator.apiEndpoint}/emulator/${path}`, {
    method,
    headers: { authorization: `Bearer ${emulator.accessKeySecret}` },
    body: programme && JSON.stringify(programme),
  });
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  }
  return answer.status === 204 ? undefined : answer.json();
}
