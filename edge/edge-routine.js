/**
 * Answers every visitor of every site. Runs as an Alibaba Cloud ESA edge routine and, unchanged, in Node on a developer's computer.
 *
 * The host name is looked up in Edge KV; its entry says which deployment answers: static files below a prefix of the origin, or a
 * function's endpoint. Nothing that is not in KV is ever fetched: there is no pass-through.
 *
 * An entry with a gate lets only those in who know its password; whatever is behind it is kept by nobody on the way.
 *
 * Budget of a request: one KV read. A static file takes one fetch when its name has an extension, at most three when the address
 * has none (page.html, page/index.html, page), and one more for the page that is shown instead of a missing one.
 */

// ---- config

/** Replaced as one JSON object when the routine is installed. functionEndpoints: scheme://host[:port], `*` for any run of the host or port. */
const CONFIG = /* miaobu:config */ {"baseDomain":"localhost","namespace":"miaobu","functionEndpoints":["https://*.fcapp.run","https://*.fc.aliyuncs.com"],"clientAddressHeader":""};

const KV_TIMEOUT_MS = 5000;
const NO_STORE = 'no-store';
const PAGE_STYLE = 'font:16px/1.5 system-ui,sans-serif;margin:20vh auto;max-width:32em;padding:0 1em';

// ---- entry

export default {
  async fetch(request) {
    let entry = null;
    try {
      const url = new URL(request.url);
      const host = url.hostname.replace(/\.$/, '');
      entry = await readEntry(host);
      if (!entry) {
        return page(404, 'Nothing here', 'No site is connected to this address.', request);
      }
      const gate = entry.gate === undefined ? null : checkedGate(entry.gate);
      const refused = gate && (await askPassword(request, url, host, gate));
      return label(refused || (await respond(decide(request, url, host, entry), request)), entry);
    } catch (error) {
      return label(failure(error, request), entry);
    }
  },
};

/** The routing entry of a host, or null. A malformed one throws. */
async function readEntry(host) {
  if (!/^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(host) || host.length > 253) {
    return null;
  }
  const json = await inTime(async () => new EdgeKV({ namespace: CONFIG.namespace }).get(host, { type: 'text' }));
  if (json === undefined || json === null || json === '') {
    return null;
  }
  const entry = parsed(json);
  if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) {
    throw new Error('the routing entry is no JSON object');
  }
  return entry;
}

// ---- decide: what to do, as a plain object; no fetch happens here

function decide(request, url, host, entry) {
  const type = entry.type ?? 'static';
  const site = `${url.protocol}//${host}${url.port && `:${url.port}`}`;
  if (!['static', 'python', 'node'].includes(type)) {
    throw new Error('the routing entry has an unknown type');
  }
  return type === 'static' ? decideStatic(request, url, site, entry) : decideApp(url, site, entry);
}

function decideApp(url, site, entry) {
  const endpoint = new URL(entry.fc_endpoint);
  if (endpoint.href !== `${endpoint.origin}/` || !CONFIG.functionEndpoints.some((pattern) => endpointMatches(endpoint, pattern))) {
    throw new Error('the routing entry has a function endpoint that is not allowed');
  }
  return { kind: 'app', site, endpoint: endpoint.origin, target: endpoint.origin + url.pathname + url.search };
}

function decideStatic(request, url, site, entry) {
  const prefix = entry.oss_path;
  if (typeof prefix !== 'string' || !/^[\w.-]+(\/[\w.-]+)*$/.test(prefix) || prefix.split('/').some(isDots)) {
    throw new Error('the routing entry has no valid oss_path');
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { kind: 'refused', status: 405, title: 'Method not allowed', headers: { allow: 'GET, HEAD' } };
  }
  const segments = canonicalSegments(request.url);
  if (!segments) {
    return { kind: 'refused', status: 400, title: 'Bad address' };
  }
  if (segments.slice(0, -1).includes('')) {
    const folder = segments.at(-1) === '' && segments.some(Boolean) ? '/' : '';
    const path = segments.filter(Boolean).map(encodeURIComponent).join('/');
    return { kind: 'refused', status: 308, title: 'Moved', headers: { location: `/${path}${folder}${url.search}` } };
  }
  const navigates = isNavigation(request);
  const substitute = entry.is_spa === true ? { name: 'index.html', status: 200 } : { name: '404.html', status: 404 };
  return {
    kind: 'static',
    base: `${site}/${prefix}/`,
    isGated: entry.gate !== undefined,
    candidates: segments[0] === '.miaobu' ? [] : candidates(segments, navigates),
    instead: navigates && !ASSET.test(segments.at(-1)) ? substitute : null,
  };
}

/** The decoded segments of an address, or null for one whose meaning depends on who parses it. Read from the text, before any parser. */
function canonicalSegments(address) {
  const path = address.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '') || '/';
  try {
    const segments = path.slice(1).split('/').map((segment) => decodeURIComponent(segment).normalize('NFC'));
    return segments.some((segment) => isDots(segment) || /[/\\\u0000-\u001f\u007f]/.test(segment)) ? null : segments;
  } catch {
    return null; // Broken percent-encoding, or no UTF-8.
  }
}

/** The objects that may hold what an address names, best first, encoded. */
function candidates(segments, navigates) {
  const path = segments.map(encodeURIComponent).join('/');
  if (path === '') {
    return ['index.html'];
  }
  if (path.endsWith('/')) {
    return [`${path}index.html`, `${path.slice(0, -1)}.html`];
  }
  const hasDot = segments.at(-1).includes('.');
  const asPage = [`${path}.html`, `${path}/index.html`];
  if (hasDot) {
    return navigates && !/\.html?$/i.test(path) ? [path, ...asPage] : [path];
  }
  return navigates ? [...asPage, path] : [path, ...asPage];
}

const ASSET = /\.(m?js|cjs|css|map|json|webmanifest|xml|txt|wasm|png|jpe?g|gif|svg|ico|webp|avif|bmp|woff2?|ttf|otf|eot|mp[34]|webm|og[gv]|wav|m4a|mov|pdf|zip|gz|br|csv)$/i;

/** Whether a page is asked for. A program that takes anything and is no browser (curl) is answered like a person. */
function isNavigation(request) {
  const accept = request.headers.get('accept') || '*/*';
  return accept.includes('text/html') || (accept.includes('*/*') && !request.headers.has('sec-fetch-dest'));
}

// ---- respond: the only part that fetches

const respond = (decision, request) => ({ static: respondStatic, app: respondApp, refused: respondRefused })[decision.kind](decision, request);

const respondRefused = ({ status, title, headers }, request) => page(status, title, '', request, headers);

async function respondStatic({ base, candidates: names, instead, isGated }, request) {
  const past = isGated ? { cache: NO_STORE } : {}; // Nothing behind a gate is kept at the edge.
  const conditions = picked(request.headers, ['range', 'if-range', 'if-none-match', 'if-modified-since']);
  for (const name of names) {
    const found = await fetchObject(base + name, request, conditions, past);
    if (found) {
      return found;
    }
  }
  const substitute = instead && (await fetchObject(base + instead.name, request, instead.status === 200 ? conditions : {}, past));
  if (!substitute) {
    return instead ? page(404, 'Page not found', '', request) : text(404, 'Not found\n', request);
  }
  return instead.status === 200 ? substitute : notFound(substitute);
}

function notFound(found) {
  found.headers.set('cache-control', NO_STORE);
  return new Response(found.body, { status: 404, headers: found.headers });
}

const OBJECT_HEADERS = ['content-type', 'content-length', 'content-range', 'content-encoding', 'content-language', 'accept-ranges', 'etag',
  'last-modified', 'cache-control', 'expires', 'age', 'vary'];

/** The origin's answer for one object, or null where there is none. The host stays the visitor's, so that the edge caches by host. */
async function fetchObject(address, request, conditions, past) {
  const answer = await ask(address, { method: request.method, headers: conditions, signal: request.signal, ...past });
  const hasContent = answer.status === 200 || answer.status === 206;
  if (!hasContent) {
    await answer.body?.cancel(); // What the origin says about an error is not for visitors.
  }
  if (answer.status === 404) {
    return null;
  }
  if (!hasContent && ![304, 412, 416].includes(answer.status)) {
    throw problem(502, `the origin answered ${answer.status}`);
  }
  const isError = answer.status >= 400;
  const kept = isError ? ['content-range'] : OBJECT_HEADERS.filter((name) => hasContent || name !== 'content-length');
  const headers = new Headers(picked(answer.headers, kept));
  headers.set('cache-control', headers.get('cache-control') ?? (isError ? NO_STORE : 'no-cache'));
  return new Response(hasContent ? answer.body : null, { status: answer.status, headers });
}

async function respondApp({ site, endpoint, target }, request) {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.body;
  const init = { method: request.method, headers: headersForApp(request, site, hasBody), signal: request.signal };
  const answer = await ask(target, hasBody ? { ...init, body: request.body, duplex: 'half' } : init);
  const headers = headersFromApp(answer.headers, site, endpoint);
  const body = [204, 205, 304].includes(answer.status) ? null : answer.body;
  return new Response(body, { status: answer.status, statusText: answer.statusText, headers });
}

const HOP_BY_HOP = /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/;
const SPOOFABLE = /^(host|forwarded|x-forwarded.*|x-real-ip|x-client-ip|true-client-ip|x-original-.*|x-rewrite-url|x-fc-.*|x-miaobu-.*)$/;

function headersForApp(request, site, hasBody) {
  const [proto, host] = site.split('://');
  const visitor = CONFIG.clientAddressHeader && request.headers.get(CONFIG.clientAddressHeader);
  const own = { 'x-forwarded-host': host, 'x-forwarded-proto': proto, ...(visitor && { 'x-forwarded-for': visitor }) };
  const headers = without(SPOOFABLE, request.headers);
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/).filter((cookie) => !cookie.startsWith(`${GATE_COOKIE}=`)).join('; ');
  headers.delete('cookie');
  if (cookies) {
    headers.set('cookie', cookies);
  }
  return new Headers([...(hasBody ? headers : without(/^content-length$/, headers)), ...Object.entries(own)]);
}

function headersFromApp(given, site, endpoint) {
  const headers = without(/^(x-fc-.*|x-miaobu-.*|set-cookie)$/, given);
  // Function Compute adds a bare "attachment" to its default domain's answers; a named one is the app's own.
  if (/^\s*attachment\s*;?\s*$/i.test(headers.get('content-disposition') ?? '')) {
    headers.delete('content-disposition');
  }
  if (!headers.has('cache-control')) {
    headers.set('cache-control', NO_STORE);
  }
  const location = headers.get('location') ?? '';
  if (`${location}/`.startsWith(`${endpoint}/`)) {
    headers.set('location', site + location.slice(endpoint.length));
  }
  // Where cookies can only be read joined, a comma that a name follows ends one; those of dates do not.
  (given.getSetCookie?.() ?? given.get('set-cookie')?.split(/,\s*(?=[^\s;,=]+=)/) ?? [])
    .filter((cookie) => !cookie.trimStart().startsWith(`${GATE_COOKIE}=`))
    .forEach((cookie) => headers.append('set-cookie', hostOnly(cookie)));
  return headers;
}

// ---- gate: a password in front of a site

const GATE_COOKIE = '__Host-miaobu-gate';
const GATE_PATH = '/.miaobu/gate';
const TOKEN_LIFE_S = 12 * 3600;
const LONGEST_TOKEN_LIFE_S = 24 * 3600;
const LONGEST_FORM = 4096;
const FEWEST_ITERATIONS = 210_000;
const MOST_ITERATIONS = 2_000_000;

const utf8 = (text) => new TextEncoder().encode(text);
const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const unhex = (text) => Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));
const isHex = (text, bytes) => typeof text === 'string' && text.length === 2 * bytes && /^[0-9a-f]+$/.test(text);

/** A gate that is not exactly as it should be lets nobody in. */
function checkedGate(gate) {
  const hasNumbers = [gate?.version, gate?.iterations].every((number) => Number.isSafeInteger(number) && number > 0);
  if (!hasNumbers || !isHex(gate.key, 32) || !isHex(gate.salt, 16) || !isHex(gate.hash, 32)
    || gate.iterations < FEWEST_ITERATIONS || gate.iterations > MOST_ITERATIONS) {
    throw new Error('the routing entry has no valid gate');
  }
  return gate;
}

/** What a visitor gets who is not let in; null for one who is. */
async function askPassword(request, url, host, gate) {
  const isForm = url.pathname === GATE_PATH;
  const next = localPath(isForm ? url.searchParams.get('next') : url.pathname + url.search);
  if (isForm && request.method === 'POST') {
    return enter(request, host, gate, next);
  }
  if (await isLetIn(request, host, gate)) {
    return isForm ? page(303, 'You are in', '', request, { location: next }) : null;
  }
  return isForm || isNavigation(request) ? passwordPage(401, next, '', request) : text(401, 'A password is needed\n', request);
}

/** An address on this host, whatever was asked for: "//evil", "/\\evil" and whole addresses lead to the first page. */
function localPath(wanted) {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) {
    return '/';
  }
  const url = new URL(wanted, 'https://here.invalid');
  const path = url.pathname + url.search;
  return url.origin === 'https://here.invalid' && !path.startsWith('//') && url.pathname !== GATE_PATH ? path : '/';
}

async function enter(request, host, gate, next) {
  const password = new URLSearchParams(await shortBody(request)).get('password') ?? '';
  const counted = countedAs(request, host);
  const wait = counted.map(([name, most]) => secondsToWait(name, most)).find(Boolean);
  if (wait) {
    return passwordPage(429, next, 'Too many wrong passwords. Try again in a few minutes.', request, { 'retry-after': String(wait) });
  }
  counted.forEach(([name]) => countTry(name)); // Before it is known to be wrong: tries at the same moment are counted, too.
  if (!(await isPassword(password, gate))) {
    return passwordPage(401, next, 'That is not the password.', request);
  }
  counted.forEach(([name]) => uncountTry(name, name !== host));
  const exp = Math.floor(Date.now() / 1000) + TOKEN_LIFE_S;
  const nonce = hex(crypto.getRandomValues(new Uint8Array(16)));
  const signature = await crypto.subtle.sign('HMAC', await gateKey(gate, 'sign'), signedText(host, exp, nonce, gate));
  const token = `v1.${exp}.${nonce}.${hex(new Uint8Array(signature))}`;
  const cookie = `${GATE_COOKIE}=${token}; Path=/; Max-Age=${TOKEN_LIFE_S}; Secure; HttpOnly; SameSite=Lax`;
  return page(303, 'You are in', '', request, { location: next, 'set-cookie': cookie });
}

/**
 * Wrong passwords, by visitor and host and by host. Edge KV cannot count: it follows after minutes, and has no increment that two machines
 * cannot lose. So each machine counts for itself, as long as it lives; what holds everywhere is that a try costs 210,000 rounds of hashing.
 */
const TRIES = new Map();
const TRIES_WINDOW_MS = 10 * 60_000;
const MOST_TRIES_OF_VISITOR = 10;
const MOST_TRIES_OF_HOST = 100;
const MOST_COUNTED = 10_000;

/** Under which names a try is counted, and how many there may be of each: the visitor first, where the visitor's address is known. */
function countedAs(request, host) {
  const address = CONFIG.clientAddressHeader && request.headers.get(CONFIG.clientAddressHeader);
  const network = address?.includes(':') ? address.split(':').slice(0, 4).join(':') : address; // One person has a whole IPv6 network.
  return [...(network ? [[`${host} ${network}`, MOST_TRIES_OF_VISITOR]] : []), [host, MOST_TRIES_OF_HOST]];
}

function secondsToWait(name, most) {
  const { count, ends } = TRIES.get(name) ?? { count: 0, ends: 0 };
  const left = ends - Date.now();
  return left > 0 && left <= TRIES_WINDOW_MS && count >= most ? Math.ceil(left / 1000) : 0;
}

function countTry(name) {
  const now = Date.now();
  const known = TRIES.get(name);
  const goesOn = known && known.ends > now && known.ends - now <= TRIES_WINDOW_MS;
  TRIES.set(name, goesOn ? { ...known, count: known.count + 1 } : { count: 1, ends: now + TRIES_WINDOW_MS });
  if (TRIES.size > MOST_COUNTED) {
    TRIES.delete(TRIES.keys().next().value);
  }
}

/** A good password was no try; a visitor who knows it has none against them. */
function uncountTry(name, isVisitor) {
  const known = TRIES.get(name);
  if (known) {
    TRIES.set(name, { ...known, count: isVisitor ? 0 : known.count - 1 });
  }
}

/** A form that is longer than any password is not read. */
async function shortBody(request) {
  const reader = request.body?.getReader();
  let bytes = [];
  while (reader) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    bytes = [...bytes, ...value.subarray(0, LONGEST_FORM + 1)];
    if (bytes.length > LONGEST_FORM) {
      await reader.cancel();
      throw problem(413, 'the form is too long');
    }
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

async function isPassword(password, gate) {
  const key = await crypto.subtle.importKey('raw', utf8(password.normalize('NFC')), 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: unhex(gate.salt), iterations: gate.iterations };
  const found = new Uint8Array(await crypto.subtle.deriveBits(how, key, 256));
  return unhex(gate.hash).reduce((difference, byte, i) => difference | (byte ^ found[i]), 0) === 0;
}

const gateKey = (gate, use) => crypto.subtle.importKey('raw', unhex(gate.key), { name: 'HMAC', hash: 'SHA-256' }, false, [use]);
const signedText = (host, exp, nonce, gate) => utf8(`${host}|${exp}|${nonce}|${gate.version}`);

/** Whether one of the visitor's tokens is of this gate, this host and this time. */
async function isLetIn(request, host, gate) {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/).filter((cookie) => cookie.startsWith(`${GATE_COOKIE}=`));
  for (const cookie of cookies.slice(0, 4)) {
    const [version, exp, nonce, signature, ...rest] = cookie.slice(GATE_COOKIE.length + 1).split('.');
    const now = Date.now() / 1000;
    const isInTime = /^[1-9]\d{8,11}$/.test(exp) && Number(exp) > now && Number(exp) <= now + LONGEST_TOKEN_LIFE_S;
    if (version === 'v1' && rest.length === 0 && isInTime && isHex(nonce, 16) && isHex(signature, 32)
      && (await crypto.subtle.verify('HMAC', await gateKey(gate, 'verify'), unhex(signature), signedText(host, exp, nonce, gate)))) {
      return true;
    }
  }
  return false;
}

function passwordPage(status, next, words, request, headers = {}) {
  const action = `${GATE_PATH}?next=${encodeURIComponent(next)}`.replaceAll("'", '%27');
  const form = `${words && `<strong role="alert">${words}</strong></p><p>`}<form method="post" action="${action}">
<label>Password <input type="password" name="password" autocomplete="current-password" required autofocus></label> <button>Go on</button></form>`;
  return page(status, 'This preview has a password', form, request, { 'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", 'referrer-policy': 'no-referrer', ...headers });
}

// ---- small helpers

/** A cookie without its Domain attribute when that would give it to every site below the base domain. */
function hostOnly(cookie) {
  const [value, ...attributes] = cookie.split(';');
  const kept = attributes.filter((attribute) => {
    const [, domain] = /^\s*domain\s*=\s*"?\.?([^"]*?)\.?"?\s*$/i.exec(attribute) ?? [];
    return domain === undefined || !`.${CONFIG.baseDomain}`.endsWith(`.${domain.toLowerCase()}`);
  });
  return [value, ...kept].join(';');
}

/** A copy without what matches and without what belongs to one connection (RFC 9110, 7.6.1). */
function without(pattern, given) {
  const named = (given.get('connection') ?? '').toLowerCase().split(/[\s,]+/);
  const kept = (name) => !named.includes(name) && !HOP_BY_HOP.test(name) && !pattern.test(name);
  return new Headers([...given].filter(([name]) => kept(name)));
}

/** A fetch that follows no redirect and fails with a status of its own. */
async function ask(address, init) {
  try {
    return await fetch(new Request(address, { ...init, redirect: 'manual' }));
  } catch (error) {
    throw problem(502, `no answer from behind the edge (${error?.cause?.code ?? error?.code ?? error?.name})`);
  }
}

function endpointMatches(endpoint, pattern) {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:\*$/, ':[0-9]+').replace(/\*/g, '[a-z0-9.-]+');
  return new RegExp(`^${source}$`).test(endpoint.origin);
}

const isDots = (segment) => segment === '.' || segment === '..';
const problem = (status, message) => Object.assign(new Error(message), { status });
const picked = (headers, names) => Object.fromEntries(names.filter((name) => headers.has(name)).map((name) => [name, headers.get(name)]));

async function inTime(read) {
  let timer;
  const late = new Promise((resolve, reject) => { timer = setTimeout(() => reject(problem(504, 'Edge KV is too slow')), KV_TIMEOUT_MS); });
  const value = read().catch(() => { throw problem(502, 'Edge KV failed'); });
  return Promise.race([value, late]).finally(() => clearTimeout(timer));
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null; // The parser's own message quotes the text, which may hold secrets.
  }
}

function label(answer, entry) {
  if (Number.isSafeInteger(entry?.deployment_id)) {
    answer.headers.set('x-miaobu-deployment', entry.deployment_id);
  }
  if (entry?.noindex === true || entry?.gate !== undefined) {
    answer.headers.set('x-robots-tag', 'noindex, nofollow');
  }
  if (entry && entry.gate !== undefined) {
    answer.headers.set('cache-control', NO_STORE);
    ['age', 'expires'].forEach((name) => answer.headers.delete(name));
  }
  answer.headers.set('x-content-type-options', 'nosniff');
  return answer;
}

function failure(error, request) {
  const id = Math.random().toString(36).slice(2, 14).padEnd(12, '0');
  console.error(`request ${id} failed: ${error instanceof Error ? error.message : 'unknown'}`);
  return page(error?.status ?? 500, 'Something went wrong', `Please try again in a moment. Request ${id}`, request, { 'x-miaobu-request': id });
}

function text(status, body, request, headers = {}) {
  return new Response(request.method === 'HEAD' ? null : body, { status, headers: { 'content-type': 'text/plain; charset=utf-8',
    'cache-control': NO_STORE, 'x-content-type-options': 'nosniff', ...headers } });
}

// ---- page

function page(status, title, detail, request, headers = {}) {
  return text(status, `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><body style="${PAGE_STYLE}"><h1>${title}</h1><p>${detail}</p></body></html>\n`, request, { 'content-type': 'text/html; charset=utf-8', ...headers });
}
