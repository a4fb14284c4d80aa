/**
 * node with_podman.mjs PROGRAM ARGUMENT…
 * Runs a program where Podman keeps its containers in a folder of its own, in a network of its own; what calls docker calls it as well. Of
 * neither anything is left. Without Podman the answer is 77, which ctest takes for "skipped".
 */
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run, skip } from '../build/image_root.mjs';

for (const [program, question] of [['podman', '--version'], ['runc', '--version'], ['unshare', '--version'], ['ip', '-V']]) {
  if (!run(program, question).good) skip(`${program} is not installed`);
}
if (!process.env.MIAOBU_IN_NETWORK) {
  if (!run('unshare', '--net', 'true').good) skip('no network of its own can be made here; that needs to be root');
  const inside = ['--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', process.execPath, ...process.argv.slice(1)];
  const { status } = spawnSync('unshare', inside, { stdio: 'inherit', env: { ...process.env, MIAOBU_IN_NETWORK: '1' } });
  process.exit(status ?? 1);
}

const folder = await mkdtemp(join(tmpdir(), 'miaobu-podman-'));
// What a machine without cgroups of its own and with a low limit of open files can run.
await writeFile(`${folder}/containers.conf`, `[containers]
default_ulimits = ["nofile=20000:20000", "nproc=8192:8192"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
`);
await writeFile(`${folder}/storage.conf`, `[storage]
driver = "vfs"
graphroot = "${folder}/images"
runroot = "${folder}/run"
`);
await mkdir(`${folder}/bin`);
await writeFile(`${folder}/bin/docker`, '#!/bin/sh\nexec podman "$@"\n');
await chmod(`${folder}/bin/docker`, 0o755);
Object.assign(process.env, {
  CONTAINERS_CONF: `${folder}/containers.conf`,
  CONTAINERS_STORAGE_CONF: `${folder}/storage.conf`,
  PATH: `${folder}/bin:${process.env.PATH}`,
});

let status = 1;
const answer = run('podman', 'info');
if (!answer.good) {
  console.error(answer.errors);
} else {
  const [program, ...rest] = process.argv.slice(2);
  status = spawnSync(program, rest, { stdio: 'inherit' }).status ?? 1;
  const left = run('podman', 'ps', '--all', '--quiet').words.trim();
  if (left) {
    console.error(`containers are left: ${left}`);
    status ||= 1;
  }
}
run('podman', 'rm', '--force', '--all');
await rm(folder, { recursive: true, force: true, maxRetries: 5 });
process.exit(status);
