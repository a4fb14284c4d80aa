import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { control, emulator, functions, ossClient } from './running.mjs';

const { client, ...models } = functions();
const image = 'registry.cn-hangzhou.aliyuncs.com/miaobu/demo:1';

afterEach(() => control('DELETE', 'faults'));

const input = (more = {}) => ({
  functionName: 'miaobu-demo',
  runtime: 'custom-container',
  handler: 'handler',
  cpu: 0.5,
  memorySize: 1024,
  diskSize: 512,
  timeout: 60,
  instanceConcurrency: 20,
  environmentVariables: { PORT: '9000', NAME: 'ünï=/ "quoted"' },
  customContainerConfig: { image, port: 9000 },
  ...more,
});
const create = async (more) =>
  (await client.createFunction(new models.CreateFunctionRequest({ body: new models.CreateFunctionInput(input(more)) }))).body;
const update = async (name, changes) =>
  (await client.updateFunction(name, new models.UpdateFunctionRequest({ body: new models.UpdateFunctionInput(changes) }))).body;
const get = async (name, qualifier) => (await client.getFunction(name, new models.GetFunctionRequest({ qualifier }))).body;
const trigger = async (name, more = {}) =>
  (
    await client.createTrigger(
      name,
      new models.CreateTriggerRequest({
        body: new models.CreateTriggerInput({
          triggerName: 'http-trigger',
          triggerType: 'http',
          qualifier: 'LATEST',
          triggerConfig: JSON.stringify({ authType: 'anonymous', methods: ['GET', 'POST'] }),
          ...more,
        }),
      }),
    )
  ).body;

async function settled(name) {
  for (;;) {
    const found = await get(name);
    if (found.state !== 'Pending' && found.lastUpdateStatus !== 'InProgress') return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('a function is made, changed, listed and deleted', async () => {
  const made = await create();
  assert.equal(made.state, 'Pending');
  assert.equal(made.lastUpdateStatus, 'InProgress');
  assert.match(made.functionArn, /^acs:fc:cn-hangzhou:\d{16}:functions\/miaobu-demo$/);
  assert.equal(made.environmentVariables.NAME, 'ünï=/ "quoted"');
  await assert.rejects(create(), { code: 'FunctionAlreadyExists', statusCode: 409 });
  await settled('miaobu-demo');
  const changed = await update('miaobu-demo', { timeout: 30, environmentVariables: { ONLY: '1' } });
  assert.equal(changed.timeout, 30);
  assert.deepEqual(changed.environmentVariables, { ONLY: '1' });
  assert.equal(changed.cpu, 0.5);
  await create({ functionName: 'miaobu-other', tags: [{ key: 'a', value: 'b' }] });
  const list = async (query) => (await client.listFunctions(new models.ListFunctionsRequest(query))).body;
  const first = await list({ prefix: 'miaobu-', limit: 1 });
  assert.deepEqual(first.functions.map(({ functionName }) => functionName), ['miaobu-demo']);
  const second = await list({ prefix: 'miaobu-', limit: 1, nextToken: first.nextToken });
  assert.deepEqual(second.functions.map(({ functionName }) => functionName), ['miaobu-other']);
  assert.equal(second.nextToken, undefined);
  for (const name of ['miaobu-demo', 'miaobu-other']) {
    await client.deleteFunction(name);
    await assert.rejects(get(name), { code: 'FunctionNotFound', statusCode: 404 });
  }
  await assert.rejects(client.deleteFunction('miaobu-demo'), { code: 'FunctionNotFound' });
  await assert.rejects(update('miaobu-demo', { timeout: 1 }), { code: 'FunctionNotFound' });
});

test('a function says why it does not run where no container engine does', async () => {
  await create({ functionName: 'stopped' });
  const { state, stateReason, stateReasonCode, lastUpdateStatus } = await settled('stopped');
  assert.deepEqual([state, lastUpdateStatus, stateReasonCode], ['Failed', 'Failed', 'NoContainerEngine']);
  assert.match(stateReason, /No container engine is running on this computer/);
  const { httpTrigger } = await trigger('stopped');
  const answer = await fetch(httpTrigger.urlInternet);
  assert.equal(answer.status, 502);
  assert.equal((await answer.json()).Code, 'NoContainerEngine');
  await client.deleteFunction('stopped');
});

const refused = [
  ['no handler', { handler: undefined }, /Handler is required/],
  ['code with a container', { code: { zipFile: 'UEsFBg==' } }, /code must not be set/],
  ['no image', { customContainerConfig: { port: 9000 } }, /image/],
  ['an image that is an option', { customContainerConfig: { image: '--privileged' } }, /not a valid image/],
  ['too little memory', { cpu: 2, memorySize: 1024 }, /ratio/],
  ['too much memory', { cpu: 0.5, memorySize: 4096 }, /ratio/],
  ['an odd cpu', { cpu: 0.33 }, /cpu/],
  ['odd memory', { memorySize: 1000 }, /memorySize/],
  ['an odd disk', { diskSize: 1024 }, /diskSize/],
  ['no time', { timeout: 0 }, /timeout/],
  ['too much time', { timeout: 86401 }, /timeout/],
  ['too many at once', { instanceConcurrency: 201 }, /instanceConcurrency/],
  ['a bad name', { functionName: '1st' }, /functionName/],
  ['a long name', { functionName: 'a'.repeat(65) }, /functionName/],
  ['an unknown runtime', { runtime: 'cobol' }, /Runtime/],
  ['a reserved variable', { environmentVariables: { FC_REGION: 'x' } }, /reserved/],
  ['too many variables', { environmentVariables: { A: 'x'.repeat(4096) } }, /4096/],
  ['a bad health check', { customContainerConfig: { image, healthCheckConfig: { timeoutSeconds: 9 } } }, /timeoutSeconds/],
  ['a code function without code', { runtime: 'python3.10', customContainerConfig: undefined }, /ossBucketName/],
  ['code that is not there', { runtime: 'python3.10', customContainerConfig: undefined, code: { ossBucketName: 'miaobu', ossObjectName: 'none.zip' } }, /does not exist/],
];
for (const [title, change, message] of refused) {
  test(`${title} is refused`, async () => {
    await assert.rejects(create(change), (error) => error.code === 'InvalidArgument' && error.statusCode === 400 && message.test(error.message));
  });
}

test('code in a bucket is found', async () => {
  await ossClient().put('code/app.zip', Buffer.from('PK'));
  const made = await create({ functionName: 'coded', runtime: 'custom.debian12', customContainerConfig: undefined, code: { ossBucketName: emulator.bucket, ossObjectName: 'code/app.zip' } });
  assert.equal(made.runtime, 'custom.debian12');
  await client.deleteFunction('coded');
});

test('triggers have an address, and one is enough for a qualifier', async () => {
  await create({ functionName: 'triggered' });
  const made = await trigger('triggered');
  assert.match(made.httpTrigger.urlInternet, /^http:\/\/127\.0\.0\.1:\d+$/);
  await assert.rejects(trigger('triggered'), { code: 'TriggerAlreadyExists', statusCode: 409 });
  await assert.rejects(trigger('triggered', { triggerName: 'second' }), { code: 'TriggerAlreadyExists' });
  await assert.rejects(trigger('triggered', { triggerName: 'bad', qualifier: '7' }), { code: 'VersionNotFound' });
  await assert.rejects(trigger('triggered', { triggerName: 'bad', qualifier: 'x', triggerConfig: '{' }), { code: 'InvalidArgument' });
  await assert.rejects(trigger('absent'), { code: 'FunctionNotFound' });
  const found = (await client.getTrigger('triggered', 'http-trigger')).body;
  assert.equal(found.httpTrigger.urlInternet, made.httpTrigger.urlInternet);
  const config = JSON.stringify({ authType: 'anonymous', methods: ['GET'], disableURLInternet: true });
  await client.updateTrigger('triggered', 'http-trigger', new models.UpdateTriggerRequest({ body: new models.UpdateTriggerInput({ triggerConfig: config }) }));
  assert.equal((await fetch(made.httpTrigger.urlInternet)).status, 403);
  const { triggers } = (await client.listTriggers('triggered', new models.ListTriggersRequest({}))).body;
  assert.deepEqual(triggers.map(({ triggerName, triggerConfig }) => [triggerName, triggerConfig]), [['http-trigger', config]]);
  await client.deleteTrigger('triggered', 'http-trigger');
  await assert.rejects(client.getTrigger('triggered', 'http-trigger'), { code: 'TriggerNotFound' });
  await client.deleteFunction('triggered');
});

test('versions stay as they were, and aliases lead to them', async () => {
  await create({ functionName: 'versioned' });
  const publish = async () => (await client.publishFunctionVersion('versioned', new models.PublishFunctionVersionRequest({}))).body;
  assert.equal((await publish()).versionId, '1');
  await update('versioned', { timeout: 10 });
  assert.equal((await publish()).versionId, '2');
  assert.equal((await get('versioned', '1')).timeout, 60);
  assert.equal((await get('versioned', '2')).timeout, 10);
  const body = new models.CreateAliasInput({ aliasName: 'live', versionId: '1' });
  await client.createAlias('versioned', new models.CreateAliasRequest({ body }));
  await assert.rejects(client.createAlias('versioned', new models.CreateAliasRequest({ body })), { code: 'AliasAlreadyExists' });
  assert.equal((await get('versioned', 'live')).timeout, 60);
  await client.updateAlias('versioned', 'live', new models.UpdateAliasRequest({ body: new models.UpdateAliasInput({ versionId: '2' }) }));
  assert.equal((await client.getAlias('versioned', 'live')).body.versionId, '2');
  await client.deleteFunctionVersion('versioned', '1');
  await assert.rejects(get('versioned', '1'), { code: 'VersionNotFound' });
  const { versions } = (await client.listFunctionVersions('versioned', new models.ListFunctionVersionsRequest({}))).body;
  assert.deepEqual(versions.map(({ versionId }) => versionId), ['2']);
  await client.deleteAlias('versioned', 'live');
  await assert.rejects(get('versioned', 'live'), { code: 'AliasNotFound' });
  await client.deleteFunction('versioned');
});

test('a provision configuration keeps a function from being deleted', async () => {
  await create({ functionName: 'provisioned' });
  const body = new models.PutProvisionConfigInput({ defaultTarget: 1, alwaysAllocateCPU: true });
  const put = (await client.putProvisionConfig('provisioned', new models.PutProvisionConfigRequest({ qualifier: 'LATEST', body }))).body;
  assert.equal(put.defaultTarget, 1);
  await assert.rejects(client.deleteFunction('provisioned'), { code: 'ProvisionConfigExist', statusCode: 409 });
  await client.deleteProvisionConfig('provisioned', new models.DeleteProvisionConfigRequest({ qualifier: 'LATEST' }));
  const concurrency = new models.PutConcurrencyInput({ reservedConcurrency: 5 });
  await client.putConcurrencyConfig('provisioned', new models.PutConcurrencyConfigRequest({ body: concurrency }));
  assert.equal((await client.getConcurrencyConfig('provisioned')).body.reservedConcurrency, 5);
  await client.deleteFunction('provisioned');
});

test('custom domains lead to functions that are there', async () => {
  await create({ functionName: 'behind' });
  const domain = (routes, more = {}) => new models.CreateCustomDomainRequest({ body: new models.CreateCustomDomainInput({ domainName: 'api.example.com', protocol: 'HTTP', routeConfig: { routes }, ...more }) });
  await assert.rejects(client.createCustomDomain(domain([{ path: '/*', functionName: 'absent' }])), { code: 'FunctionNotFound' });
  await assert.rejects(client.createCustomDomain(domain([], { protocol: 'HTTPS' })), { code: 'InvalidArgument' });
  await client.createCustomDomain(domain([{ path: '/*', functionName: 'behind', qualifier: 'LATEST' }]));
  await assert.rejects(client.createCustomDomain(domain([])), { code: 'CustomDomainAlreadyExists', statusCode: 409 });
  const { domainName, routeConfig } = (await client.getCustomDomain('api.example.com')).body;
  assert.deepEqual([domainName, routeConfig.routes[0].functionName], ['api.example.com', 'behind']);
  const listed = (await client.listCustomDomains(new models.ListCustomDomainsRequest({}))).body.customDomains;
  assert.equal(listed.length, 1);
  await client.deleteCustomDomain('api.example.com');
  await assert.rejects(client.getCustomDomain('api.example.com'), { code: 'DomainNameNotFound' });
  await client.deleteFunction('behind');
});

test('a call fails when it is told to, and a wrong secret is refused', async () => {
  await control('POST', 'faults', { faults: [{ action: 'GetFunction', status: 429, code: 'ResourceExhausted' }] });
  await assert.rejects(get('any'), { code: 'ResourceExhausted', statusCode: 429 });
  await assert.rejects(get('any'), { code: 'FunctionNotFound' });
  assert.equal((await control('GET', 'counters')).GetFunction.calls, 2);
  const stranger = functions({ accessKeySecret: 'wrong' }).client;
  await assert.rejects(stranger.getFunction('any', new models.GetFunctionRequest({})), { code: 'SignatureDoesNotMatch' });
});
