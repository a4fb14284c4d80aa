/**
 * node with_docker.mjs PROGRAM ARGUMENT…
 * Runs a program where a Docker Engine of its own answers at DOCKER_HOST, with a small image "busybox:test". The engine lives in
 * a folder and in a network of its own, and nothing of either is left. Without Docker the answer is 77, which ctest takes for
 * "skipped".
 */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const skipped = 77;
const applets = ['sh', 'httpd', 'cat', 'echo', 'sleep', 'mkdir', 'kill', 'nc', 'env'];

function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(skipped);
}

function run(program, ...rest) {
  const { status, stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8' });
  return { good: status === 0, words: `${stdout ?? ''}${stderr ?? ''}` };
}

for (const [program, question] of [['dockerd', '--version'], ['docker', '--version'], ['unshare', '--version'], ['ip', '-V'], ['iptables', '--version']]) {
  if (!run(program, question).good) skip(`${program} is not installed`);
}
const busybox = ['/bin/busybox', '/usr/bin/busybox'].find(existsSync) ?? skip('busybox-static is not installed');
if (!process.env.MIAOBU_IN_NETWORK) {
  if (!run('unshare', '--net', 'true').good) skip('no network of its own can be made here; that needs to be root');
  const inside = ['--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', process.execPath, ...process.argv.slice(1)];
  const { status } = spawnSync('unshare', inside, { stdio: 'inherit', env: { ...process.env, MIAOBU_IN_NETWORK: '1' } });
  process.exit(status ?? 1);
}

const folder = await mkdtemp(join(tmpdir(), 'miaobu-docker-'));
const socket = `unix://${folder}/docker.sock`;
const log = openSync(`${folder}/log`, 'w');
const places = ['--data-root', `${folder}/data`, '--exec-root', `${folder}/exec`, '--pidfile', `${folder}/docker.pid`, '-H', socket];
const engine = spawn('dockerd', places, { stdio: ['ignore', log, log] });
closeSync(log);
const ended = new Promise((resolve) => engine.on('exit', resolve));
process.env.DOCKER_HOST = socket;
delete process.env.DOCKER_CONTEXT;

async function engineAnswers() {
  for (let i = 0; i < 300 && engine.exitCode === null; ++i) {
    if (run('docker', 'ps', '--quiet').good) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

async function importImage() {
  const root = `${folder}/image`;
  await mkdir(`${root}/bin`, { recursive: true });
  await mkdir(`${root}/tmp`);
  await copyFile(busybox, `${root}/bin/busybox`);
  await Promise.all(applets.map((name) => symlink('busybox', `${root}/bin/${name}`)));
  run('tar', '-C', root, '-cf', `${folder}/image.tar`, '.');
  return run('docker', 'import', '--change', 'ENV PATH=/bin', `${folder}/image.tar`, 'busybox:test');
}

let status = 1;
if (!(await engineAnswers())) {
  console.error(readFileSync(`${folder}/log`, 'utf8').split('\n').slice(-20).join('\n'));
} else {
  const imported = await importImage();
  const [program, ...rest] = process.argv.slice(2);
  status = imported.good ? (spawnSync(program, rest, { stdio: 'inherit' }).status ?? 1) : 1;
  if (!imported.good) console.error(imported.words);
  const left = run('docker', 'ps', '--all', '--quiet').words.trim();
  if (left) {
    console.error(`containers are left: ${left}`);
    status ||= 1;
  }
}
engine.kill('SIGTERM');
await ended;
run('umount', `${folder}/data`); // Where the root of the file system is not shared, the engine leaves its folder mounted on itself.
await rm(folder, { recursive: true, force: true, maxRetries: 5 });
process.exit(status);
