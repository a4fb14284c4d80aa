/** A folder that becomes an image: programs of this computer with the libraries they are linked with, and a busybox for the rest. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const skipped = 77;
const applets = ['sh', 'cat', 'chmod', 'chown', 'echo', 'env', 'false', 'find', 'id', 'ls', 'mkdir', 'rm', 'sleep', 'test', 'true', 'touch'];

export function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(skipped);
}

export function run(program, ...rest) {
  const { status, stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8' });
  return { good: status === 0, words: `${stdout ?? ''}`, errors: `${stderr ?? ''}` };
}

/** The libraries that programs are linked with, wherever the loader finds them. */
function librariesOf(programs) {
  const paths = run('ldd', ...programs).words.matchAll(/(?:=> |^\s+)(\/\S+) \(0x/gm);
  return [...new Set([...paths].map(([, path]) => path))];
}

export async function makeRoot() {
  const busybox = ['/bin/busybox', '/usr/bin/busybox'].find(existsSync) ?? skip('busybox-static is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'miaobu-image-'));
  const root = join(folder, 'root');
  for (const place of ['bin', 'tmp', 'etc', 'usr/bin', 'usr/local/bin', 'usr/local/share']) await mkdir(`${root}/${place}`, { recursive: true });
  await cp(busybox, `${root}/bin/busybox`);
  await Promise.all(applets.map((name) => symlink('busybox', `${root}/bin/${name}`)));
  return { folder, path: root };
}

/** Puts something of this computer where it lies here, with what \a programs are linked with. */
export async function take(root, path, { programs = [], ...options } = {}) {
  for (const each of [path, ...librariesOf(programs)]) {
    await mkdir(dirname(root.path + each), { recursive: true });
    await cp(each, root.path + each, { recursive: true, dereference: true, ...options });
  }
}

/** Makes the image `name` of the engine at DOCKER_HOST, and removes the folder. */
export async function importImage(root, name, variables) {
  run('tar', '-C', root.path, '-cf', `${root.folder}/image.tar`, '.');
  const changes = variables.flatMap((each) => ['--change', `ENV ${each}`]);
  const imported = run('docker', 'import', ...changes, `${root.folder}/image.tar`, name);
  await rm(root.folder, { recursive: true, force: true });
  if (!imported.good) {
    console.error(imported.errors);
    process.exit(1);
  }
}

/** Becomes the program that is named by the rest of the arguments. */
export function runTheRest() {
  const [program, ...rest] = process.argv.slice(2);
  process.exit(spawnSync(program, rest, { stdio: 'inherit' }).status ?? 1);
}
