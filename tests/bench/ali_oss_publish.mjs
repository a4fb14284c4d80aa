/**
 * Publishes a folder with npm's ali-oss, as the measure for our own publisher. One JSON object on standard input:
 *   {"module": "/path/of/node_modules/ali-oss", "endpoint": "http://127.0.0.1:…", "region": "…", "bucket": "…", "accessKeyId": "…",
 *    "accessKeySecret": "…", "folder": "/path", "prefix": "projects/…/1/", "connections": 64}
 * Prints {"seconds": …, "files": …}.
 */
import { readdirSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const { module, folder, prefix, connections, ...options } = JSON.parse(await text(process.stdin));
const OSS = createRequire(import.meta.url)(module);
const region = options.region.startsWith('oss-') ? options.region : `oss-${options.region}`;
const client = new OSS({ ...options, region, authorizationV4: true, secure: false,
  agent: new http.Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections }) });

const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
const files = names.length;
const begin = performance.now();
await Promise.all(Array.from({ length: connections }, async () => {
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    await client.put(prefix + name, join(folder, name), { headers: { 'Cache-Control': 'no-cache' } });
  }
}));
console.log(JSON.stringify({ seconds: (performance.now() - begin) / 1000, files }));
process.exit(0);
