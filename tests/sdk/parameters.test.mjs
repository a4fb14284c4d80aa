import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { call, control, esa, sts } from './running.mjs';

const actions = [
  ['2024-09-10', 'ListSites', { method: 'GET' }],
  ['2015-04-01', 'GetCallerIdentity', {}],
  ['2018-12-01', 'ListInstance', {}],
  ['2015-01-09', 'DescribeSubDomainRecords', { query: { DomainName: 'example.com', SubDomain: 'www.example.com' } }],
  ['2023-03-30', 'ListFunctions', { method: 'GET', path: '/2023-03-30/functions' }],
  ['2016-06-07', 'GetNamespaceList', { method: 'GET', path: '/namespace' }],
];

before(() => control('POST', 'esa', { zones: ['example.com'] }));

for (const [version, action, request] of actions) {
  test(`${action}: what it does not know is refused, what every action knows is not`, async () => {
    await assert.doesNotReject(call(version, action, { ...request, query: { ...request.query, RegionId: 'cn-hangzhou' } }));
    await assert.rejects(call(version, action, { ...request, query: { ...request.query, Colour: 'red' } }), (error) => {
      assert.deepEqual([error.statusCode, error.code], [400, 'InvalidParameter']);
      assert.ok(error.message.includes(`The parameter Colour is unknown to ${action}.`), error.message);
      return true;
    });
  });
}

/** What the emulator says to a call that brings every parameter a package has a name for; nothing for an action it does not have. */
async function refusalOf(version, action, names) {
  const query = Object.fromEntries(names.map((name) => [name, '1']));
  for (const method of ['POST', 'GET']) {
    try {
      await call(version, action, { method, query });
      return 'none';
    } catch (error) {
      if (error.code !== 'UnsupportedHTTPMethod') {
        return error.code === 'InvalidAction.NotFound' ? undefined : error.message;
      }
    }
  }
}

for (const [version, { client, ...models }, fewest] of [['2024-09-10', esa(), 40], ['2015-04-01', sts(), 1]]) {
  test(`${version}: every parameter of Alibaba's own package is known`, async () => {
    let actions = 0;
    for (const [name, model] of Object.entries(models).filter(([name]) => /(?<!Shrink)Request$/.test(name))) {
      const action = name.replace(/Request$/, '');
      const refusal = await refusalOf(version, action, Object.values(model.names()));
      assert.doesNotMatch(refusal ?? '', /is unknown to/);
      actions += refusal === undefined ? 0 : 1;
    }
    assert.ok(actions >= fewest, `${actions} actions`);
  });
}
