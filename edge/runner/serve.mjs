/**
 * Serves sites on this computer by running the edge routine in Node (18 or newer).
 *
 * Started with one JSON line on standard input:
 *   {"port": 0, "routine": "/path/of/the/routine.js", "origin": "http://127.0.0.1:1234", "originKey": "…", "bucket": "…", "namespace": "…"}
 * Answers one JSON line on standard output, {"port": N} or {"error": "port-taken"}, and ends when standard input closes. Every further
 * line names another routine: {"routine": "/path"}. It answers from the next visit on; one that cannot be loaded answers 500.
 *
 * What a routine finds on ESA is here: Edge KV reads {origin}/kv/{namespace}/{key}, a fetch of the visited host reads
 * {origin}/object/{bucket}/{path}, and any other fetch goes out. The origin gets the key in x-miaobu-origin-key, so that nobody else
 * can read from it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import { createInterface } from 'node:readline';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const visits = new AsyncLocalStorage();
const agents = {
  'http:': new http.Agent({ keepAlive: true, maxSockets: 64, maxFreeSockets: 16 }),
  'https:': new https.Agent({ keepAlive: true, maxSockets: 64, maxFreeSockets: 16 }),
};

// ---- requests going out

/** One request on a kept connection; resolves with Node's answer as soon as its headers are there. Nothing is decoded or followed. */
function send(url, { method, headers, body, signal }, isRetry = false) {
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http;
    const outgoing = request(url, { method, headers, agent: agents[url.protocol], signal });
    outgoing.on('response', resolve);
    outgoing.on('error', (error) => {
      // The other side may close an idle connection just as it is used again.
      const isStale = outgoing.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE') && !body && !isRetry;
      isStale ? send(url, { method, headers, signal }, true).then(resolve, reject) : reject(error);
    });
    if (body) {
      pipeline(Readable.fromWeb(body), outgoing).catch((error) => outgoing.destroy(error));
    } else {
      outgoing.end();
    }
  });
}

function headersOf(answer) {
  const headers = new Headers();
  for (let i = 0; i < answer.rawHeaders.length; i += 2) {
    headers.append(answer.rawHeaders[i], answer.rawHeaders[i + 1]);
  }
  return headers;
}

/** The routine's fetch. */
async function fetchForRoutine(input, init) {
  const request = new Request(input, init);
  const visit = visits.getStore();
  const url = new URL(request.url);
  const options = { method: request.method, headers: Object.fromEntries(request.headers), body: request.body, signal: visit.signal };
  if (url.protocol === 'http:' && url.hostname === visit.hostname && url.port === visit.port) {
    const answer = await send(new URL(`/object/${visit.origin.bucket}${url.pathname}${url.search}`, visit.origin.url),
      { ...options, headers: { ...options.headers, 'x-miaobu-origin-key': visit.origin.key } });
    return toResponse(answer, request.method);
  }
  return toResponse(await send(url, options), request.method);
}

/** Readable.toWeb would do, but in Node 18 it ends the process when its stream is cancelled early. */
function webStream(answer) {
  const chunks = answer[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      return done ? controller.close() : controller.enqueue(value);
    },
    cancel: () => void answer.destroy(),
  });
}

function toResponse(answer, method) {
  const hasBody = method !== 'HEAD' && ![204, 205, 304].includes(answer.statusCode);
  if (!hasBody) {
    answer.resume();
  }
  return new Response(hasBody ? webStream(answer) : null,
    { status: answer.statusCode, statusText: answer.statusMessage, headers: headersOf(answer) });
}

function edgeKv(origin) {
  return class EdgeKV {
    #namespace;

    constructor({ namespace }) {
      this.#namespace = namespace;
    }

    /** undefined for a key that is not there, as on ESA. */
    async get(key, { type = 'text' } = {}) {
      const url = new URL(`/kv/${encodeURIComponent(this.#namespace)}/${encodeURIComponent(key)}`, origin.url);
      const answer = await send(url, { method: 'GET', headers: { 'x-miaobu-origin-key': origin.key }, signal: visits.getStore()?.signal });
      const response = toResponse(answer, 'GET');
      if (response.status === 404) {
        await response.body?.cancel();
        return undefined;
      }
      if (!response.ok) {
        await response.body?.cancel();
        throw new Error(`Edge KV answered ${response.status}`);
      }
      return type === 'stream' ? response.body : response[type]();
    }
  };
}

// ---- requests coming in

async function serve(routine, origin, incoming, outgoing) {
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  // What nobody has read of a body is read away, or the connection's next request would wait behind it.
  outgoing.on('finish', () => incoming.unpipe().resume());
  try {
    const request = toRequest(incoming, gone.signal);
    const url = new URL(request.url);
    const visit = { origin, signal: gone.signal, hostname: url.hostname.replace(/\.$/, ''), port: url.port };
    await deliver(await visits.run(visit, () => routine.fetch(request, {})), incoming, outgoing);
  } catch (error) {
    if (gone.signal.aborted) {
      return;
    }
    if (!(error instanceof BadRequest)) {
      console.error(`serving failed: ${error?.code ?? error?.name}`);
    }
    if (outgoing.headersSent) {
      outgoing.destroy();
    } else {
      outgoing.writeHead(error instanceof BadRequest ? 400 : 500, { connection: 'close', 'cache-control': 'no-store' }).end();
    }
  }
}

class BadRequest extends Error {}

/** What the routine sees: the visitor's own host and headers, and the visitor's address where no visitor can put it. */
function toRequest(incoming, signal) {
  const host = incoming.headers.host ?? '';
  if (!/^[a-z0-9_.-]+(:\d{1,5})?$/i.test(host) || !incoming.url.startsWith('/')) {
    throw new BadRequest();
  }
  const headers = headersOf(incoming);
  headers.set('x-miaobu-client-address', incoming.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '');
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  const body = hasBody ? Readable.toWeb(incoming.pipe(new PassThrough())) : undefined;
  try {
    return new Request(`http://${host}${incoming.url}`, { method: incoming.method, headers, signal, body, duplex: 'half' });
  } catch {
    throw new BadRequest(); // A port over 65535, the method TRACE.
  }
}

async function deliver(response, incoming, outgoing) {
  const headers = {};
  for (const [name, value] of response.headers) {
    headers[name] = name in headers ? [headers[name], value].flat() : value;
  }
  // A Node.js whose Headers give cookies only joined would send them as one, of which a browser keeps the first.
  if (typeof headers['set-cookie'] === 'string') {
    headers['set-cookie'] = headers['set-cookie'].split(/,\s*(?=[^\s;,=]+=)/);
  }
  outgoing.writeHead(response.status, headers);
  if (response.body && incoming.method !== 'HEAD') {
    await pipeline(Readable.fromWeb(response.body), outgoing);
  } else {
    outgoing.end();
  }
}

// ---- start

let routine;

async function load(path) {
  // As a data: module, so that neither the file's name nor a package.json beside it decides what it is.
  const loaded = await import(`data:text/javascript;base64,${await readFile(path, 'base64')}`).catch((error) => error);
  if (typeof loaded.default?.fetch !== 'function') {
    console.error(`the routine cannot be loaded: ${loaded.message ?? 'it exports no fetch'}`);
  }
  routine = loaded.default ?? { fetch: () => Promise.reject(new Error('not loaded')) };
}

/** Both loopback addresses, because browsers ask for *.localhost on ::1 first. A computer without IPv6 has only one. */
async function listen(handle, port) {
  const first = await listenOn('127.0.0.1', port, handle);
  try {
    await listenOn('::1', first.address().port, handle);
  } catch (error) {
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') {
      first.close();
      throw error;
    }
  }
  return first.address().port;
}

function listenOn(host, port, handle) {
  const server = http.createServer({ keepAliveTimeout: 30_000, requestTimeout: 0 }, handle);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, ipv6Only: host === '::1' }, () => resolve(server));
  });
}

async function start({ port, routine: path, origin: address, originKey: key, bucket }) {
  const origin = { url: new URL(address), key, bucket };
  globalThis.EdgeKV = edgeKv(origin);
  globalThis.fetch = fetchForRoutine;
  await load(path);
  const handle = (incoming, outgoing) => serve(routine, origin, incoming, outgoing);
  for (let attempt = 1; ; ++attempt) {
    try {
      return await listen(handle, port);
    } catch (error) {
      // With a port of the system's choice, the same number may be taken on the other address.
      if (port !== 0 || attempt === 10) {
        throw error;
      }
    }
  }
}

function answer(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const input = createInterface({ input: process.stdin });
input.once('line', (line) => {
  input.on('line', (later) => void load(JSON.parse(later).routine));
  Promise.resolve().then(() => start(JSON.parse(line))).then(
    (port) => answer({ port }),
    (error) => {
      answer(error.code === 'EADDRINUSE' ? { error: 'port-taken' } : { error: error.code ?? error.name });
      process.exitCode = 1;
      input.close();
      process.stdin.destroy();
    });
});
input.once('close', () => process.exit());
