import assert from 'node:assert/strict';
import { createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { BROWSER, SCRIPT, STATIC, World, get, load } from './support.mjs';

const routine = await load();
beforeEach(deriveOnce);
afterEach(() => { mock.restoreAll(); mock.timers.reset(); });

const PASSWORD = 'open sesame, 芝麻开门';
const SALT = '00112233445566778899aabbccddeeff';
const KEY = 'ab'.repeat(32);
const HASH = pbkdf2Sync(PASSWORD.normalize('NFC'), Buffer.from(SALT, 'hex'), 210_000, 32, 'sha256').toString('hex');
const GATE = { version: 3, key: KEY, salt: SALT, iterations: 210_000, hash: HASH };
const GATED = { ...STATIC, noindex: true, gate: GATE };
const APP = { type: 'node', fc_endpoint: 'https://shop-abc.cn-hangzhou.fcapp.run', project_slug: 'demo', deployment_id: 9, gate: GATE };
const HOST = 'demo.example.com';
const COOKIE = '__Host-miaobu-gate';

const DERIVED = new Map();

/** What 210,000 rounds make of a password is worked out once: these tests are about who is asked, and ask hundreds of times. */
function deriveOnce() {
  const [importKey, deriveBits] = [crypto.subtle.importKey.bind(crypto.subtle), crypto.subtle.deriveBits.bind(crypto.subtle)];
  const passwords = new WeakMap();
  mock.method(crypto.subtle, 'importKey', async (format, data, ...rest) => {
    const key = await importKey(format, data, ...rest);
    passwords.set(key, Buffer.from(data).toString('hex'));
    return key;
  });
  mock.method(crypto.subtle, 'deriveBits', (how, key, length) => {
    const name = [passwords.get(key), Buffer.from(how.salt).toString('hex'), how.name, how.hash, how.iterations, length].join();
    DERIVED.set(name, DERIVED.get(name) ?? deriveBits(how, key, length));
    return DERIVED.get(name);
  });
}

const seconds = () => Math.floor(Date.now() / 1000);
const nonceOf = () => randomBytes(16).toString('hex');

/** A token as the routine makes it, of whatever a test wants. */
function token({ host = HOST, exp = seconds() + 3600, nonce = nonceOf(), version = 3, key = KEY, prefix = 'v1', signed } = {}) {
  const text = signed ?? `${host}|${exp}|${nonce}|${version}`;
  return `${prefix}.${exp}.${nonce}.${createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex')}`;
}

const withToken = (value, headers = BROWSER) => ({ ...headers, cookie: `${COOKIE}=${value}` });
const enter = (password, next = '/') => routine.fetch(get(`/.miaobu/gate?next=${encodeURIComponent(next)}`,
  { ...BROWSER, 'content-type': 'application/x-www-form-urlencoded' }, { method: 'POST', body: new URLSearchParams({ password }) }));

// ---- who is kept out

for (const [name, entry] of [['static', GATED], ['node', APP], ['python', { ...APP, type: 'python' }]]) {
  test(`a ${name} site is shown to nobody without the password`, async () => {
    const world = new World(entry, ['index.html', 'a.js']);
    const page = await routine.fetch(get('/secret?q=1'));
    assert.equal(page.status, 401);
    const html = await page.text();
    assert.match(html, /type="password"/);
    assert.match(html, /action="\/\.miaobu\/gate\?next=%2Fsecret%3Fq%3D1"/);
    assert.equal(page.headers.get('cache-control'), 'no-store');
    assert.match(page.headers.get('x-robots-tag'), /noindex/);
    assert.match(page.headers.get('content-security-policy'), /default-src 'none'/);
    const script = await routine.fetch(get('/a.js', SCRIPT));
    assert.equal(script.status, 401);
    assert.doesNotMatch(await script.text(), /<form/);
    for (const method of ['HEAD', 'POST', 'OPTIONS', 'DELETE']) {
      assert.equal((await routine.fetch(get('/', {}, { method }))).status, 401, method);
    }
    assert.equal(world.fetches.length, 0);
  });
}

// ---- who is let in

test('the password opens the site, and the cookie keeps it open', async () => {
  const world = new World(GATED, ['index.html', 'about.html']);
  const answer = await enter(PASSWORD, '/about?x=1');
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/about?x=1');
  const [cookie, ...attributes] = answer.headers.get('set-cookie').split('; ');
  assert.match(cookie, /^__Host-miaobu-gate=v1\.\d{10}\.[0-9a-f]{32}\.[0-9a-f]{64}$/);
  assert.deepEqual(attributes.sort(), ['HttpOnly', `Max-Age=${12 * 3600}`, 'Path=/', 'SameSite=Lax', 'Secure'].sort());
  assert.equal(world.fetches.length, 0);
  const page = await routine.fetch(get('/about', { ...BROWSER, cookie: `other=1; ${cookie}; more=2` }));
  assert.equal(page.status, 200);
  assert.equal(await page.text(), 'content of about.html');
  assert.equal(world.kvReads.length, 2);
});

test('another way to write the same letters is the same password', async () => {
  new World(GATED);
  assert.equal((await enter(PASSWORD.normalize('NFD'))).status, 303);
});

test('two tokens are never the same', async () => {
  new World(GATED);
  const cookies = [await enter(PASSWORD), await enter(PASSWORD)].map((answer) => answer.headers.get('set-cookie'));
  assert.notEqual(cookies[0], cookies[1]);
});

for (const password of ['', 'open sesame', `${PASSWORD} `, HASH, '\0']) {
  test(`${JSON.stringify(password.slice(0, 12))} is not the password`, async () => {
    new World(GATED);
    const answer = await enter(password);
    assert.equal(answer.status, 401);
    assert.equal(answer.headers.get('set-cookie'), null);
    assert.match(await answer.text(), /not the password/);
  });
}

test('who is in is not asked again', async () => {
  new World(GATED, ['index.html']);
  const answer = await routine.fetch(get('/.miaobu/gate?next=%2Fa', withToken(token())));
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/a');
});

// ---- tokens

const DAY = 24 * 3600;
const BAD = {
  'a forged signature': () => token().replace(/.{4}$/, '0000'),
  'the key that was public once': () => token({ key: '00'.repeat(32) }),
  'a token of another project': () => token({ key: 'cd'.repeat(32) }),
  'a token of another host': () => token({ host: 'other.example.com' }),
  'an expired token': () => token({ exp: seconds() - 1 }),
  'a token from far ahead': () => token({ exp: seconds() + DAY + 60 }),
  'a token for ten years': () => token({ exp: seconds() + 10 * 365 * DAY }),
  'a token of the password before': () => token({ version: 2 }),
  'a signature of the time alone': () => token({ signed: String(seconds() + 3600) }),
  'another time under a good signature': () => token({ exp: seconds() + 100 }).replace(/^v1\.\d+/, `v1.${seconds() + 200}`),
  'another nonce under a good signature': () => { const parts = token().split('.'); parts[2] = nonceOf(); return parts.join('.'); },
  'another version of tokens': () => token({ prefix: 'v2' }),
  'no version': () => token().slice(3),
  'a part too many': () => `${token()}.`,
  'no signature': () => token().replace(/[^.]+$/, ''),
  'a signature in capitals': () => token().replace(/[^.]+$/, (signature) => `${signature.slice(0, -1)}F`.toUpperCase()),
  'a time that is no number': () => { const parts = token().split('.'); parts[1] = 'Infinity'; return parts.join('.'); },
  'a time with a sign': () => token({ exp: `+${seconds() + 100}` }),
  'a time in parts': () => token({ exp: `${seconds() + 100}e0` }),
  nothing: () => '',
  'a very long one': () => 'v1.'.repeat(5000),
};
for (const [name, make] of Object.entries(BAD)) {
  test(`${name} opens nothing`, async () => {
    const world = new World(GATED, ['index.html']);
    assert.equal((await routine.fetch(get('/', withToken(make())))).status, 401);
    assert.equal(world.fetches.length, 0);
  });
}

test('a good token opens its host, and no other one', async () => {
  const world = new World(GATED, ['index.html']);
  world.kv['demo2.example.com'] = GATED;
  const headers = withToken(token());
  assert.equal((await routine.fetch(get('/', headers))).status, 200);
  assert.equal((await routine.fetch(new Request('https://demo2.example.com/', { headers }))).status, 401);
});

test('a replayed token ends with its time and with its password', async () => {
  mock.timers.enable({ apis: ['Date'], now: 1_800_000_000_000 });
  const world = new World(GATED, ['index.html']);
  const cookie = (await enter(PASSWORD)).headers.get('set-cookie').split(';')[0];
  const again = async () => (await routine.fetch(get('/', { ...BROWSER, cookie }))).status;
  assert.equal(await again(), 200);
  mock.timers.tick(11 * 3600 * 1000);
  assert.equal(await again(), 200);
  world.kv[HOST] = { ...GATED, gate: { ...GATE, version: 4 } };
  assert.equal(await again(), 401);
  world.kv[HOST] = GATED;
  assert.equal(await again(), 200);
  mock.timers.tick(3600 * 1000);
  assert.equal(await again(), 401);
});

test('one cookie that somebody else has set beside it does no harm, and many are not tried', async () => {
  new World(GATED, ['index.html']);
  const tossed = `${COOKIE}=tossed`;
  const ask = async (cookie) => (await routine.fetch(get('/', { ...BROWSER, cookie }))).status;
  assert.equal(await ask(`${tossed}; ${COOKIE}=${token()}`), 200);
  assert.equal(await ask([...Array(50).fill(tossed), `${COOKIE}=${token()}`].join('; ')), 401);
});

// ---- who tries again and again

const ADDRESS = 'x-client';
const tryFrom = (routineOf, address, password) => routineOf.fetch(get('/.miaobu/gate?next=%2F',
  { ...BROWSER, 'content-type': 'application/x-www-form-urlencoded', ...(address && { [ADDRESS]: address }) },
  { method: 'POST', body: new URLSearchParams({ password }) }));
/** A machine of the edge of its own, which has counted nothing yet. */
const machine = () => load({ clientAddressHeader: ADDRESS, namespace: `miaobu-${nonceOf()}` });
const wrongTimes = async (routineOf, address, times) => {
  for (let i = 0; i < times; ++i) {
    assert.equal((await tryFrom(routineOf, address, 'wrong')).status, 401, `try ${i + 1}`);
  }
};

test('after ten wrong passwords a visitor waits, and others do not', async () => {
  mock.timers.enable({ apis: ['Date'], now: 1_800_000_000_000 });
  new World(GATED);
  const own = await machine();
  await wrongTimes(own, '192.0.2.1', 10);
  const refused = await tryFrom(own, '192.0.2.1', PASSWORD);
  assert.equal(refused.status, 429);
  assert.equal(refused.headers.get('retry-after'), '600');
  assert.equal(refused.headers.get('set-cookie'), null);
  assert.equal(refused.headers.get('cache-control'), 'no-store');
  assert.match(await refused.text(), /Too many wrong passwords.*<form/s);
  assert.equal((await tryFrom(own, '192.0.2.2', PASSWORD)).status, 303);
  mock.timers.tick(599_000);
  assert.equal((await tryFrom(own, '192.0.2.1', PASSWORD)).headers.get('retry-after'), '1');
  mock.timers.tick(1_000);
  assert.equal((await tryFrom(own, '192.0.2.1', PASSWORD)).status, 303);
});

test('tries at the same moment are counted', async () => {
  new World(GATED);
  const own = await machine();
  const answers = await Promise.all(Array.from({ length: 15 }, () => tryFrom(own, '192.0.2.1', 'wrong')));
  assert.equal(answers.filter(({ status }) => status === 401).length, 10);
  assert.equal(answers.filter(({ status }) => status === 429).length, 5);
});

test('the good password is no try, and forgives the wrong ones before it', async () => {
  new World(GATED);
  const own = await machine();
  for (let i = 0; i < 12; ++i) {
    assert.equal((await tryFrom(own, '192.0.2.1', PASSWORD)).status, 303);
  }
  await wrongTimes(own, '192.0.2.1', 9);
  assert.equal((await tryFrom(own, '192.0.2.1', PASSWORD)).status, 303);
  await wrongTimes(own, '192.0.2.1', 9);
});

test('the addresses of one IPv6 network are one visitor', async () => {
  new World(GATED);
  const own = await machine();
  await wrongTimes(own, '2001:db8:1:2:aaaa::1', 5);
  await wrongTimes(own, '2001:db8:1:2:bbbb::9', 5);
  assert.equal((await tryFrom(own, '2001:db8:1:2:cccc::7', 'wrong')).status, 429);
  assert.equal((await tryFrom(own, '2001:db8:1:3::7', 'wrong')).status, 401);
});

test('from many addresses a host takes a hundred wrong ones, and another host is another matter', async () => {
  const world = new World(GATED);
  world.kv['demo2.example.com'] = GATED;
  const own = await machine();
  const answers = await Promise.all(Array.from({ length: 105 }, (_, i) => tryFrom(own, `192.0.2.${i}`, 'wrong')));
  assert.equal(answers.filter(({ status }) => status === 401).length, 100);
  assert.equal(answers.filter(({ status }) => status === 429).length, 5);
  assert.equal((await tryFrom(own, null, 'wrong')).status, 429); // One whose address is not known, too.
  const other = await own.fetch(new Request('https://demo2.example.com/.miaobu/gate', { method: 'POST', headers: { ...BROWSER, [ADDRESS]: '192.0.2.1',
    'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ password: 'wrong' }) }));
  assert.equal(other.status, 401);
});

test('who is in already is not kept out by the tries of others', async () => {
  new World(GATED, ['index.html']);
  const own = await machine();
  await wrongTimes(own, '192.0.2.1', 10);
  assert.equal((await own.fetch(get('/', { ...withToken(token()), [ADDRESS]: '192.0.2.1' }))).status, 200);
});

// ---- where it leads

for (const [next, leads] of [['/a/b?c=d&e', '/a/b?c=d&e'], ['/', '/'], ['', '/'], ['//evil.test', '/'], ['/\\evil.test', '/'], ['\\\\evil.test', '/'],
  ['https://evil.test/', '/'], ['javascript:alert(1)', '/'], ['/a\r\nset-cookie: x=1', '/'], ['/\tevil', '/'], ['/%2F/evil.test', '/%2F/evil.test'],
  ['/./%2e/..//evil.test', '/'], ['/.miaobu/gate?next=/', '/'], ['/x" onmouseover="alert(1)', '/'], ['/<script>', '/%3Cscript%3E'], ['/商店', '/']]) {
  test(`${JSON.stringify(next)} leads to ${leads}`, async () => {
    new World(GATED);
    assert.equal((await enter(PASSWORD, next)).headers.get('location'), leads);
    const html = await (await enter('wrong', next)).text();
    assert.doesNotMatch(html, /onmouseover="|<script/);
    assert.match(html, /action="\/\.miaobu\/gate\?next=[\w%.~!*()-]+"/);
  });
}

// ---- what is behind it

test('the cookie is not for the app, and the app does not make one', async () => {
  const world = new World(APP);
  let got;
  world.app = (request) => {
    got = request.headers.get('cookie');
    return new Response('app', { headers: [['set-cookie', `${COOKIE}=mine; Path=/; Secure`], ['set-cookie', 'session=1'], ['cache-control', 'public, max-age=60']] });
  };
  const answer = await routine.fetch(get('/', { ...BROWSER, cookie: `a=1; ${COOKIE}=${token()}; b=2` }));
  assert.equal(got, 'a=1; b=2');
  assert.deepEqual(answer.headers.getSetCookie(), ['session=1']);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  await routine.fetch(get('/', withToken(token())));
  assert.equal(got, null);
});

test('nothing behind a gate is kept, in front of the routine or behind it', async () => {
  const world = new World(GATED, ['index.html', 'a.js']);
  world.objectHeaders = { 'cache-control': 'public, max-age=31536000, immutable', age: '5', expires: 'Fri, 01 Jan 2100 00:00:00 GMT' };
  // A cache as a browser, a proxy or the edge has one: it keeps what it may keep.
  const kept = new Map();
  const visit = async (path, headers) => {
    if (kept.has(path)) {
      return kept.get(path);
    }
    const answer = await routine.fetch(get(path, headers));
    if (answer.status === 200 && !/no-store|private/.test(answer.headers.get('cache-control') ?? '')) {
      kept.set(path, answer.clone());
    }
    return answer;
  };
  for (const path of ['/', '/a.js']) {
    const opened = await visit(path, withToken(token()));
    assert.equal(opened.status, 200);
    assert.equal(opened.headers.get('cache-control'), 'no-store');
    assert.equal(opened.headers.get('age'), null);
    assert.equal(opened.headers.get('expires'), null);
    assert.equal((await visit(path, BROWSER)).status, 401);
  }
  assert.ok(world.fetches.every((request) => request.cache === 'no-store'));
  assert.ok(world.fetches.every((request) => !request.headers.has('cookie')));
});

test('a missing page behind a gate is kept as little', async () => {
  new World({ ...GATED, is_spa: true }, ['index.html', '404.html']);
  const answer = await routine.fetch(get('/anything', withToken(token())));
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
});

test('a preview without a password is open, and found by nobody', async () => {
  new World({ ...STATIC, noindex: true }, ['index.html']);
  const answer = await routine.fetch(get('/'));
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('x-robots-tag'), 'noindex, nofollow');
});

test('a site that is no preview says nothing to robots', async () => {
  new World(STATIC, ['index.html']);
  assert.equal((await routine.fetch(get('/'))).headers.get('x-robots-tag'), null);
});

// ---- what is not as it should be

const MALFORMED = [null, true, 7, 'open', [], {}, { ...GATE, key: KEY.slice(2) }, { ...GATE, key: `${KEY.slice(1)}g` }, { ...GATE, hash: '' },
  { ...GATE, salt: 7 }, { ...GATE, iterations: 1000 }, { ...GATE, iterations: 1e9 }, { ...GATE, iterations: '210000' }, { ...GATE, version: 0 },
  { ...GATE, version: undefined }];
for (const gate of MALFORMED) {
  test(`a gate like ${JSON.stringify(gate)?.slice(0, 60)} lets nobody in`, async () => {
    const world = new World({ ...GATED, gate }, ['index.html']);
    const answer = await routine.fetch(get('/', withToken(token())));
    assert.equal(answer.status, 500);
    assert.equal(world.fetches.length, 0);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.ok(world.errors.every((text) => !text.includes(KEY)));
  });
}

test('a form that never ends is not read to its end', async () => {
  new World(GATED);
  let sent = 0;
  const body = new ReadableStream({ pull(controller) { sent += 1; controller.enqueue(Buffer.alloc(2048, 'a')); } });
  const answer = await routine.fetch(get('/.miaobu/gate', BROWSER, { method: 'POST', body, duplex: 'half' }));
  assert.equal(answer.status, 413);
  assert.ok(sent < 10);
});

test('neither password, hash nor key is told', async () => {
  const world = new World(GATED, ['index.html']);
  const answers = [await enter('wrong'), await enter(PASSWORD), await routine.fetch(get('/')), await routine.fetch(get('/', withToken(token())))];
  for (const answer of answers) {
    const told = [...answer.headers].join() + (await answer.text());
    for (const secret of [PASSWORD, HASH, KEY, SALT]) {
      assert.ok(!told.includes(secret));
    }
  }
  assert.deepEqual(world.errors, []);
});
