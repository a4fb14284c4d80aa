/**
 * node with_emulator.mjs HOST_PROGRAM PACKAGE_FOLDER TEST…
 * Starts an emulator in a folder of its own, runs the tests against it and ends it. The answer is the tests'.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [program, packages, ...tests] = process.argv.slice(2);
const home = await mkdtemp(join(tmpdir(), 'miaobu-emulator-'));
const host = spawn(program, ['emulator', 'run'], { env: { ...process.env, MIAOBU_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'] });
const ended = new Promise((resolve) => host.on('exit', (code, signal) => resolve(code ?? signal)));
const [line] = await Promise.race([
  new Promise((resolve) => createInterface(host.stdout).once('line', (text) => resolve([text]))),
  ended.then((code) => [JSON.stringify({ error: `ended with ${code}` })]),
]);
let status = 1;
if (JSON.parse(line).error) {
  console.error(line);
} else {
  const environment = { ...process.env, EMULATOR: line, EMULATOR_PACKAGES: packages };
  status = spawnSync(process.execPath, ['--test', ...tests], { env: environment, stdio: 'inherit' }).status ?? 1;
  host.kill('SIGTERM');
}
const code = await ended;
await rm(home, { recursive: true, force: true });
if (code !== 0) {
  console.error(`the emulator ended with ${code}`);
}
process.exit(status || (code === 0 ? 0 : 1));
