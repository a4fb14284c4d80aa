/**
 * node with_node_image.mjs PROGRAM ARGUMENT…
 * Runs a program where the engine at DOCKER_HOST has an image "node:test": a stand-in for node:22-slim, made of the Node.js that
 * runs this and its npm, which installs from the cache in the folder MIAOBU_TEST_NPM_CACHE, since no build of a test reaches a network.
 */
import { existsSync } from 'node:fs';
import { chmod, cp, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { importImage, makeRoot, run, runTheRest, skip, take } from './image_root.mjs';

const npm = join(dirname(dirname(process.execPath)), 'lib/node_modules/npm');
if (!existsSync(npm)) skip('npm does not lie beside this Node.js');
const cache = process.env.MIAOBU_TEST_NPM_CACHE ?? skip('no packages were fetched');

const root = await makeRoot();
await take(root, process.execPath, { programs: [process.execPath] });
if (process.execPath !== '/usr/local/bin/node') await symlink(process.execPath, `${root.path}/usr/local/bin/node`);
await cp(npm, `${root.path}/usr/local/lib/node_modules/npm`, { recursive: true, dereference: true });
await writeFile(`${root.path}/usr/local/bin/npm`, '#!/bin/sh\nexec node /usr/local/lib/node_modules/npm/bin/npm-cli.js "$@"\n');
await chmod(`${root.path}/usr/local/bin/npm`, 0o755);
await symlink('/bin/busybox', `${root.path}/usr/bin/env`); // Where the first line of a package's program looks for it
await cp(cache, `${root.path}/npm-cache`, { recursive: true });
// What lies in a cache is known by the address it came from.
const registry = run('npm', 'config', 'get', 'registry').words.trim();
await importImage(root, 'node:test', [
  'PATH=/usr/local/bin:/usr/bin:/bin', 'NPM_CONFIG_CACHE=/npm-cache', 'NPM_CONFIG_OFFLINE=true', `NPM_CONFIG_REGISTRY=${registry}`,
]);
runTheRest();
