/**
 * node with_python_image.mjs PROGRAM ARGUMENT…
 * Runs a program where the engine at DOCKER_HOST has an image "python:test": a stand-in for python:3.x-slim, made of this
 * computer's own Python and pip, which installs from packages that lie in it (see make_wheels.py), since no build of a test
 * reaches a network.
 * With MIAOBU_TEST_WHEELS, a folder, its wheels take their place. Without python3-pip the answer is 77, which ctest takes for "skipped".
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const skipped = 77;
const applets = ['sh', 'cat', 'chmod', 'chown', 'echo', 'env', 'false', 'id', 'ls', 'mkdir', 'rm', 'sleep', 'test', 'true', 'touch'];

function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(skipped);
}

function run(program, ...rest) {
  const { status, stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8' });
  return { good: status === 0, words: `${stdout ?? ''}`, errors: `${stderr ?? ''}` };
}

const busybox = ['/bin/busybox', '/usr/bin/busybox'].find(existsSync) ?? skip('busybox-static is not installed');
const python = '/usr/bin/python3';
const minor = run(python, '-c', 'import sys; print("%d.%d" % sys.version_info[:2])').words.trim();
if (!minor) skip('python3 is not installed');
const pip = '/usr/lib/python3/dist-packages/pip';
if (!existsSync(pip)) skip('python3-pip is not installed');

const folder = await mkdtemp(join(tmpdir(), 'miaobu-python-'));
const root = join(folder, 'root');

async function take(path, options = {}) {
  await mkdir(dirname(root + path), { recursive: true });
  await cp(path, root + path, { recursive: true, dereference: true, ...options });
}

/** The libraries that programs are linked with, wherever the loader finds them. */
function librariesOf(programs) {
  const paths = run('ldd', ...programs).words.matchAll(/(?:=> |^\s+)(\/\S+) \(0x/gm);
  return [...new Set([...paths].map(([, path]) => path))];
}

async function makeRoot() {
  const library = `/usr/lib/python${minor}`;
  await take(library, { filter: (path) => !/\/(test|idlelib|tkinter|__pycache__|config-.*)$/.test(path) });
  await take(pip);
  await take(`/usr/bin/python${minor}`);
  const modules = readdirSync(`${library}/lib-dynload`).map((name) => `${library}/lib-dynload/${name}`);
  for (const path of librariesOf([`/usr/bin/python${minor}`, ...modules])) await take(path);
  for (const place of ['bin', 'tmp', 'etc', 'usr/bin', 'usr/local/bin', 'usr/local/share']) await mkdir(`${root}/${place}`, { recursive: true });
  await cp(busybox, `${root}/bin/busybox`);
  await Promise.all(applets.map((name) => symlink('busybox', `${root}/bin/${name}`)));
  await symlink(`python${minor}`, `${root}/usr/bin/python3`);
  await symlink('python3', `${root}/usr/bin/python`);
  await writeFile(`${root}/usr/local/bin/pip`, '#!/usr/bin/python3\nfrom pip._internal.cli.main import main\nraise SystemExit(main())\n', { mode: 0o755 });
}

await makeRoot();
await mkdir(`${root}/wheels`);
// Real ones, where the caller has fetched some.
const given = process.env.MIAOBU_TEST_WHEELS;
if (given) await cp(given, `${root}/wheels`, { recursive: true });
const made = given ? { good: true } : run(python, fileURLToPath(new URL('make_wheels.py', import.meta.url)), `${root}/wheels`);
run('tar', '-C', root, '-cf', `${folder}/image.tar`, '.');
const changes = ['PATH=/usr/local/bin:/usr/bin:/bin', 'PIP_NO_INDEX=1', 'PIP_FIND_LINKS=/wheels'].flatMap((each) => ['--change', `ENV ${each}`]);
const imported = run('docker', 'import', ...changes, `${folder}/image.tar`, 'python:test');
await rm(folder, { recursive: true, force: true });
if (!made.good || !imported.good) {
  console.error(made.errors, imported.errors);
  process.exit(1);
}
const [program, ...rest] = process.argv.slice(2);
process.exit(spawnSync(program, rest, { stdio: 'inherit' }).status ?? 1);
