/**
 * node with_python_image.mjs PROGRAM ARGUMENT…
 * Runs a program where the engine at DOCKER_HOST has an image "python:test": a stand-in for python:3.x-slim, made of this
 * computer's own Python and pip, which installs from packages that lie in it (see make_wheels.py), since no build of a test
 * reaches a network.
 * With MIAOBU_TEST_WHEELS, a folder, its wheels take their place. Without python3-pip the answer is 77, which ctest takes for "skipped".
 */
import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { importImage, makeRoot, run, runTheRest, skip, take } from './image_root.mjs';

const python = '/usr/bin/python3';
const minor = run(python, '-c', 'import sys; print("%d.%d" % sys.version_info[:2])').words.trim();
if (!minor) skip('python3 is not installed');
const pip = '/usr/lib/python3/dist-packages/pip';
if (!existsSync(pip)) skip('python3-pip is not installed');

const root = await makeRoot();
const library = `/usr/lib/python${minor}`;
const modules = readdirSync(`${library}/lib-dynload`).map((name) => `${library}/lib-dynload/${name}`);
await take(root, library, { filter: (path) => !/\/(test|idlelib|tkinter|__pycache__|config-.*)$/.test(path) });
await take(root, pip);
await take(root, `/usr/bin/python${minor}`, { programs: [`/usr/bin/python${minor}`, ...modules] });
// What real wheels are linked with everywhere: libraries of the compiler and of the C library.
const libc = run('ldd', python).words.match(/=> (\/\S+)\/libc\.so\.6/)[1];
for (const name of ['libgcc_s.so.1', 'libstdc++.so.6', 'libm.so.6', 'librt.so.1', 'libpthread.so.0', 'libdl.so.2', 'libutil.so.1', 'libresolv.so.2']) {
  if (existsSync(`${libc}/${name}`)) await take(root, `${libc}/${name}`);
}
await symlink(`python${minor}`, `${root.path}/usr/bin/python3`);
await symlink('python3', `${root.path}/usr/bin/python`);
await writeFile(`${root.path}/usr/local/bin/pip`, '#!/usr/bin/python3\nfrom pip._internal.cli.main import main\nraise SystemExit(main())\n', { mode: 0o755 });
await mkdir(`${root.path}/wheels`);
// Real ones, where the caller has fetched some.
const given = process.env.MIAOBU_TEST_WHEELS;
if (given) {
  await cp(given, `${root.path}/wheels`, { recursive: true });
} else {
  const made = run(python, fileURLToPath(new URL('make_wheels.py', import.meta.url)), `${root.path}/wheels`);
  if (!made.good) {
    console.error(made.errors);
    process.exit(1);
  }
}
await importImage(root, 'python:test', ['PATH=/usr/local/bin:/usr/bin:/bin', 'PIP_NO_INDEX=1', 'PIP_FIND_LINKS=/wheels']);
runTheRest();
