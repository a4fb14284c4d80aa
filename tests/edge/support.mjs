import { readFileSync } from 'node:fs';
import { mock } from 'node:test';

export const ROUTINE = new URL('../../edge/edge-routine.js', import.meta.url);
export const RUNNER = new URL('../../edge/runner/serve.mjs', import.meta.url);

const MARKED = /\/\* miaobu:config \*\/ .*(?=;\n)/g;

/** The routine's text with another config, put in as the program does. */
export function configured(config) {
  const text = readFileSync(ROUTINE, 'utf8');
  if (text.match(MARKED)?.length !== 1) {
    throw new Error('the routine has not exactly one config line');
  }
  return text.replace(MARKED, () => JSON.stringify({
    baseDomain: 'example.com', namespace: 'miaobu', functionEndpoints: ['https://*.fcapp.run', 'https://*.fc.aliyuncs.com'],
    clientAddressHeader: '', ...config,
  }));
}

/** The configured routine, loaded from the bytes that would be published. */
export async function load(config = {}) {
  const module = await import(`data:text/javascript;base64,${Buffer.from(configured(config)).toString('base64')}`);
  return module.default;
}

export const STATIC = { type: 'static', oss_path: 'projects/demo/7', project_slug: 'demo', deployment_id: 7, is_spa: false };
export const SPA = { ...STATIC, is_spa: true };

/**
 * The world around a routine: KV entries (objects, or raw text), objects below projects/demo/7/ and what a function answers.
 * Counts what is asked.
 */
export class World {
  kvReads = [];
  fetches = [];
  errors = [];
  kv = {};
  objects = {};
  objectHeaders = {};
  objectStatus = null;
  app = () => new Response('app');
  kvGet = (key) => {
    const value = this.kv[key];
    return typeof value === 'object' ? JSON.stringify(value) : value;
  };

  constructor(entry, files = []) {
    this.kv = { 'demo.example.com': entry };
    this.objects = Object.fromEntries(files.map((name) => [name, `content of ${name}`]));
    const world = this;
    globalThis.EdgeKV = class {
      constructor(options) { world.namespace = options.namespace; }
      async get(key, options) {
        world.kvReads.push({ key, ...options });
        return world.kvGet(key);
      }
    };
    mock.method(globalThis, 'fetch', (request) => world.#fetch(request));
    mock.method(console, 'error', (...words) => world.errors.push(words.join(' ')));
  }

  async #fetch(request) {
    this.fetches.push(request);
    const url = new URL(request.url);
    if (!url.pathname.startsWith('/projects/') || !url.hostname.endsWith('example.com')) {
      return this.app(request);
    }
    if (this.objectStatus) {
      return new Response('<Error>secret words of the origin</Error>', { status: this.objectStatus, headers: { 'content-type': 'application/xml' } });
    }
    const name = decodeURIComponent(url.pathname.slice('/projects/demo/7/'.length));
    if (!(name in this.objects)) {
      return new Response('<Error><Code>NoSuchKey</Code></Error>', { status: 404, headers: { 'content-type': 'application/xml' } });
    }
    const headers = { etag: '"1"', 'content-type': name.endsWith('.html') ? 'text/html; charset=utf-8' : 'application/octet-stream',
      'x-oss-object-type': 'Normal', 'x-oss-force-download': 'true', 'content-disposition': 'attachment', server: 'AliyunOSS', ...this.objectHeaders };
    if (request.headers.get('if-none-match') === '"1"') {
      return new Response(null, { status: 304, headers });
    }
    return new Response(request.method === 'HEAD' ? null : this.objects[name], { headers });
  }

  /** The objects that were asked for, by name. */
  get asked() {
    return this.fetches.map((request) => decodeURIComponent(new URL(request.url).pathname.replace('/projects/demo/7/', '')));
  }
}

export const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' };
export const SCRIPT = { accept: '*/*', 'sec-fetch-dest': 'script' };

export const get = (path, headers = BROWSER, init = {}) => new Request(`https://demo.example.com${path}`, { headers, ...init });
