"""Sites built in a container: the real program and an engine of the test's own, in a network without a way out. What is built is what the host
builds; what a build can see is its source and the project's own caches; and no container outlives its build. The engine is Docker, or what
MIAOBU_TEST_ENGINE names."""

import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import signal
import socket
import socketserver
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from program import SiteTest

HERE = pathlib.Path(__file__).parent
NODE = shutil.which("node")
ENGINE = os.environ.get("MIAOBU_TEST_ENGINE", "docker")
SECRET = "it's \"planted\" $HOME\nwith a second line"
PLANTED = "planted-on-this-computer"

LOCKFILE = {
    "name": "site", "version": "1.0.0", "lockfileVersion": 3, "requires": True,
    "packages": {
        "": {"name": "site", "version": "1.0.0", "dependencies": {"greeting": "file:greeting"}},
        "greeting": {"version": "1.0.0", "bin": {"greet": "greet.js"}},
        "node_modules/greeting": {"resolved": "greeting", "link": True},
    },
}

BUILD = """
const { mkdirSync, writeFileSync, readFileSync } = require('node:fs');
mkdirSync('dist/assets', { recursive: true });
writeFileSync('dist/index.html', `<!doctype html><title>${require('greeting')}</title>` + readFileSync('text.txt'));
writeFileSync('dist/assets/all.bin', Buffer.from([...Array(256).keys()]));
writeFileSync('dist/mode.txt', `${process.env.NODE_ENV} ${process.env.CI} ${process.cwd() === __dirname}`);
"""

# Says what it can see, as a package that means harm would look for it.
PROBE = """
const { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } = require('node:fs');
const said = (path) => { try { return readFileSync(path, 'utf8'); } catch (error) { return error.code; } };
const seen = {
  environment: process.env,
  user: [process.getuid(), process.getgid()],
  status: said('/proc/self/status').split('\\n').filter((line) => /^(Cap|NoNewPrivs)/.test(line)),
  home: said(`${readFileSync('where.txt', 'utf8').trim()}/.npmrc`),
  sockets: ['/var/run/docker.sock', '/run/docker.sock', '/run/user'].filter(existsSync),
  processes: readdirSync('/proc').filter((name) => /^\\d+$/.test(name)).map((id) => said(`/proc/${id}/cmdline`) + said(`/proc/${id}/environ`)),
};
mkdirSync('dist', { recursive: true });
writeFileSync('dist/index.html', 'seen');
writeFileSync(process.argv[2], JSON.stringify(seen));
if (process.argv[2] === 'dist/built.json') writeFileSync('dist/installed.json', readFileSync('installed.json'));
"""

# Goes on when it is told to.
WAITING = """
const { existsSync, mkdirSync, writeFileSync } = require('node:fs');
console.log(`the token is ${process.env.TOKEN}`);
mkdirSync('dist', { recursive: true });
writeFileSync('dist/index.html', 'waited');
writeFileSync('dist/hash.txt', require('node:crypto').createHash('sha256').update(process.env.TOKEN ?? '').digest('hex'));
setInterval(() => existsSync('go-on') && process.exit(0), 50);
"""


def docker(*arguments):
    return subprocess.run(["docker", *arguments], capture_output=True, text=True, check=True).stdout


def containers(slug):
    return docker("ps", "--all", "--quiet", "--no-trunc", "--filter", f"label=miaobu.build={slug}").split()


def checkout_of(container):
    asked = subprocess.run(["docker", "inspect", container], capture_output=True, text=True)
    mounts = json.loads(asked.stdout)[0]["Mounts"] if asked.returncode == 0 else []
    return next((pathlib.Path(mount["Source"]) for mount in mounts if mount["Destination"] == "/site"), None)


@contextlib.contextmanager
def reached_by_network(path):
    """An address at which the engine answers as one of another computer would."""

    class Passing(socketserver.BaseRequestHandler):
        def handle(self):
            with socket.socket(socket.AF_UNIX) as engine:
                engine.connect(path)
                other_way = threading.Thread(target=pass_on, args=(engine, self.request))
                other_way.start()
                pass_on(self.request, engine)
                other_way.join()

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Passing) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"tcp://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def pass_on(source, destination):
    with contextlib.suppress(OSError):
        while content := source.recv(65536):
            destination.sendall(content)
        destination.shutdown(socket.SHUT_WR)


def wait_for(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.1)
    return value


class Containers(SiteTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        person = cls.folder / "person"
        person.mkdir()
        (person / ".npmrc").write_text(f"; {PLANTED}\n")
        cls.miaobu.environment |= {
            "HOME": str(person), "SSH_AUTH_SOCK": f"/{PLANTED}/agent", "DBUS_SESSION_BUS_ADDRESS": f"unix:path=/{PLANTED}",
            "XDG_CONFIG_HOME": str(person / PLANTED), "ALIBABA_CLOUD_ACCESS_KEY_SECRET": PLANTED, "GITHUB_TOKEN": PLANTED,
        }
        cls.miaobu.run("settings", "set", "node-image", "node:test")

    def source(self, name, build, scripts):
        folder = self.folder / name
        (folder / "greeting").mkdir(parents=True)
        package = {"name": "site", "version": "1.0.0", "scripts": scripts, "dependencies": {"greeting": "file:greeting"}}
        (folder / "package.json").write_text(json.dumps(package))
        (folder / "package-lock.json").write_text(json.dumps(LOCKFILE))
        (folder / "greeting" / "package.json").write_text(json.dumps({"name": "greeting", "version": "1.0.0", "main": "greet.js", "bin": {"greet": "greet.js"}}))
        (folder / "greeting" / "greet.js").write_text("#!/usr/bin/env node\nmodule.exports = 'hello from a dependency';\n")
        (folder / "miaobu.json").write_text(json.dumps({"outputDir": "dist"}))
        (folder / "text.txt").write_text("first")
        (folder / "where.txt").write_text(self.miaobu.environment["HOME"])
        (folder / "build.js").write_text(build)
        return folder

    def log(self, slug):
        return subprocess.run([os.environ["MIAOBU_PROGRAM"], "logs", slug], env=self.miaobu.environment, capture_output=True, text=True, timeout=120).stdout

    def test_the_output_is_the_one_of_the_host(self):
        source = self.source("same", BUILD, {"build": "greet && node build.js"})
        here = self.miaobu.deploy(source, "--slug", "here", "--builder", "host")["url"]
        shutil.copytree(source, self.folder / "same-inside")
        inside = self.miaobu.deploy(self.folder / "same-inside", "--slug", "inside", "--builder", "container")
        for path in ("/", "/assets/all.bin", "/mode.txt"):
            there, seen = self.miaobu.get(here, path), self.miaobu.get(inside["url"], path)
            self.assertEqual((seen.status, seen.body), (200, there.body), path)
        log = self.log("inside")
        self.assertRegex(log, r"node \d+\.\d+\.\d+, npm \d+\.\d+\.\d+ in node:test \(sha256:[0-9a-f]{12}\)")
        self.assertIn("$ npm ci", log)
        self.assertNotIn("in node:test", self.log("here"))

        # The choice stays, and so do the dependencies.
        self.assertTrue(self.miaobu.deploy(self.folder / "same-inside")["buildReused"])
        (self.folder / "same-inside" / "text.txt").write_text("second")
        again = self.miaobu.deploy(self.folder / "same-inside")
        self.assertIn(b"second", self.miaobu.get(again["url"]).body)
        self.assertIn("Dependencies restored from the cache: neither", self.log("inside"))
        self.assertEqual(containers("inside"), [])

        # A container's dependencies are nothing for the host.
        self.miaobu.deploy(self.folder / "same-inside", "--builder", "host")
        log = self.log("inside")
        self.assertIn("$ npm ci", log)
        self.assertNotIn("restored", log)

    def test_a_build_sees_its_source_alone(self):
        scripts = {"postinstall": "node build.js installed.json", "build": "node build.js dist/built.json"}
        source = self.source("probe", PROBE, scripts)
        url = self.miaobu.deploy(source, "--builder", "host")["url"]
        # The host is what it is: there, the probe finds what it looks for.
        self.assertIn(PLANTED, json.loads(self.miaobu.get(url, "/built.json").body)["home"])

        url = self.miaobu.deploy(source, "--builder", "container")["url"]
        for name in ("installed", "built"):
            text = self.miaobu.get(url, f"/{name}.json").body.decode()
            seen = json.loads(text)
            self.assertNotIn(PLANTED, text)
            self.assertEqual(seen["home"], "ENOENT")
            self.assertEqual(seen["sockets"], [])
            self.assertEqual(seen["user"], [os.getuid(), os.getgid()])
            self.assertIn("NoNewPrivs:\t1", seen["status"])
            self.assertEqual({line.split()[1] for line in seen["status"] if line.startswith("Cap")}, {"0" * 16})
            for variable in ("DBUS_SESSION_BUS_ADDRESS", "SSH_AUTH_SOCK", "DOCKER_HOST", "XDG_RUNTIME_DIR", "MIAOBU_HOME", "MIAOBU_JOB"):
                self.assertNotIn(variable, seen["environment"])
            self.assertEqual(seen["environment"]["HOME"], "/miaobu-caches/home")
        for path in (pathlib.Path(self.miaobu.environment["MIAOBU_HOME"]) / "cache").rglob("*"):
            self.assertEqual(path.lstat().st_uid, os.getuid(), path)

    def test_a_secret_reaches_the_build_and_nobody_else(self):
        source = self.source("secret", WAITING, {"build": "node build.js"})
        variables = self.folder / "variables.env"
        variables.write_text("TOKEN=" + '"' + SECRET.replace('"', '\\"').replace("$", "\\$").replace("\n", "\\n") + '"\n')
        process = self.miaobu.start("deploy", source, "--slug", "secret", "--builder", "container", "--env-file", variables, "--json")
        (container,) = wait_for(lambda: self.building("secret"))
        inspected = docker("inspect", container) + docker("ps", "--no-trunc")
        for line in SECRET.splitlines():
            self.assertNotIn(line, inspected)
            self.assertNotIn(json.dumps(line)[1:-1], inspected)
        (checkout_of(container) / "go-on").touch()
        output, _ = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 0, output)
        hashed = self.miaobu.get(json.loads(output.splitlines()[-1])["url"], "/hash.txt").body.decode()
        self.assertEqual(hashed, hashlib.sha256(SECRET.encode()).hexdigest())
        log = self.log("secret")
        self.assertIn("the token is", log)
        for line in SECRET.splitlines():
            self.assertNotIn(line, log)

    def test_no_container_outlives_its_build(self):
        source = self.source("cut", WAITING, {"build": "node build.js"})
        arguments = ("deploy", source, "--slug", "cut", "--builder", "container", "--json")
        killed = self.miaobu.start(*arguments)
        (left,) = wait_for(lambda: self.building("cut"))
        killed.kill()
        killed.communicate(timeout=60)
        self.assertEqual(containers("cut"), [left], "nobody was there to end it")

        cancelled = self.miaobu.start(*arguments)
        (running,) = wait_for(lambda: [one for one in self.building("cut") if one != left])
        self.assertEqual(containers("cut"), [running], "what the killed program left is gone")
        cancelled.send_signal(signal.SIGINT)
        cancelled.communicate(timeout=60)
        self.assertEqual(cancelled.returncode, 130)
        self.assertEqual(containers("cut"), [])

    @unittest.skipUnless(ENGINE == "docker", "it is about the ways to reach a Docker Engine")
    def test_what_stands_in_the_way_is_said(self):
        source = self.source("refused", BUILD, {"build": "node build.js"})
        arguments = ("deploy", source, "--target", "local", "--slug", "refused", "--builder", "container")
        here = dict(self.miaobu.environment)
        refusals = [({"DOCKER_HOST": "unix:///nowhere/docker.sock"}, "EngineNotRunning"), ({"MIAOBU_CONTAINER_ENGINE": "none"}, "EngineMissing")]
        with reached_by_network(here["DOCKER_HOST"].removeprefix("unix://")) as address:
            try:
                for change, kind in [*refusals, ({"DOCKER_HOST": address}, "EngineElsewhere")]:
                    self.miaobu.environment = here | change
                    self.assertEqual(self.miaobu.run(*arguments, expect=1)["error"]["kind"], kind)
            finally:
                self.miaobu.environment = here
        self.miaobu.run("settings", "set", "node-image", "localhost:1/no/such:image")
        try:
            error = self.miaobu.run(*arguments, expect=1)["error"]
            self.assertEqual((error["kind"], error["subject"]), ("ImageUnavailable", "localhost:1/no/such:image"))
        finally:
            self.miaobu.run("settings", "set", "node-image", "node:test")

    def building(self, slug):
        """The containers in which the waiting build has begun."""
        return [one for one in containers(slug) if (checkout := checkout_of(one)) and (checkout / "dist" / "hash.txt").exists()]


def start():
    """Runs the tests where the engine is."""
    if ENGINE != "docker" and os.environ.get("MIAOBU_SOAK") != "1":
        print("skipped: other engines than Docker are for --soak")
        return 77
    if not NODE or not shutil.which("npm"):
        print("skipped: npm is not installed")
        return 77
    with tempfile.TemporaryDirectory(prefix="miaobu-no-packages-") as folder:
        wrappers = [("sdk", f"with_{ENGINE}.mjs"), ("build", "with_node_image.mjs")]
        command = [part for room, name in wrappers for part in (NODE, HERE.parent / room / name)]
        environment = {**os.environ, "MIAOBU_TEST_NPM_CACHE": folder, "MIAOBU_CONTAINER_ENGINE": ENGINE}
        return subprocess.run([*command, sys.executable, __file__, "inside"], env=environment).returncode


if __name__ == "__main__":
    if sys.argv[1:] != ["inside"]:
        sys.exit(start())
    unittest.main(argv=sys.argv[:1])
