"""Bad input: a clear error, the exit code of a failure, and the site that was there goes on answering."""

import base64
import json
import pathlib
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest

from program import SiteTest, slug_of

PAGE = b"<h1>first</h1>"
GOOD_BUILD = "const fs = require('fs'); fs.mkdirSync('dist', {recursive: true}); fs.writeFileSync('dist/index.html', '<h1>first</h1>');"


def git(folder, *arguments):
    identity = ("-c", "user.name=Mia", "-c", "user.email=mia@example.com")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def is_running(pid):
    """One that ended and that nobody asked for yet is still listed, in state Z."""
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


class Errors(SiteTest):
    def project(self, name, build=GOOD_BUILD, **package):
        """A project without dependencies, whose build is a script of its own."""
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        content = {"name": name, "private": True, "scripts": {"build": "node build.js"}, **package}
        (folder / "package.json").write_text(json.dumps(content))
        (folder / "miaobu.json").write_text(json.dumps({"outputDir": "dist"}))
        (folder / "build.js").write_text(build)
        return folder

    def fails(self, kind, source, *arguments):
        error = self.miaobu.run("deploy", source, *arguments, expect=1)["error"]
        self.assertEqual(error["kind"], kind, error)
        self.assertTrue(error["message"])
        return error

    def start_and_await(self, source, word, *arguments):
        """A deployment whose log has come to a word."""
        log = tempfile.NamedTemporaryFile("w+", dir=self.folder)
        self.addCleanup(log.close)
        process = self.miaobu.start("deploy", source, *arguments, log=log)
        self.addCleanup(process.stdout.close)
        deadline = time.monotonic() + 60
        while word not in (said := pathlib.Path(log.name).read_text()):
            self.assertIsNone(process.poll(), said)
            self.assertLess(time.monotonic(), deadline, said)
            time.sleep(0.02)
        return process

    def test_a_live_site_survives_every_failure(self):
        source = self.project("web")
        url = self.miaobu.deploy(source)["url"]

        def check(kind, build, **package):
            with self.subTest(kind):
                self.project("web", build, **package)
                error = self.fails(kind, source)
                self.assertEqual(self.miaobu.get(url).body, PAGE)
                return error

        error = check("BuildFailed", "console.error('boom'); process.exit(7)")
        self.assertEqual(error["exitCode"], 7)
        self.assertTrue(error["detail"].endswith("boom"), error)
        error = check("InstallFailed", GOOD_BUILD, scripts={"preinstall": "exit 5", "build": "node build.js"})
        self.assertEqual(error["exitCode"], 5)
        error = check("OutputMissing", "const fs = require('fs'); for (const d of ['a', 'z']) fs.mkdirSync(d), fs.writeFileSync(d + '/x', ''); "
                                       "fs.writeFileSync('z/index.html', '')")
        self.assertEqual(error["alternatives"], ["z", "a"])
        check("OutputEmpty", "require('fs').mkdirSync('dist')")
        error = check("OutputEscapes", GOOD_BUILD + "fs.symlinkSync('/etc/hostname', 'dist/name')")
        self.assertEqual(error["subject"], "name")
        error = check("NodeUnsuitable", GOOD_BUILD, engines={"node": ">=99"})
        self.assertTrue(error["alternatives"])

        self.project("web")
        self.assertEqual(self.miaobu.deploy(source)["url"], url)

    def test_what_is_no_project_is_said(self):
        empty = self.folder / "empty"
        empty.mkdir()
        self.fails("NothingToDeploy", empty)
        (empty / "package.json").write_text('{"name": ')
        self.fails("PackageJsonBroken", empty)
        many = self.folder / "many"
        for app in ("docs", "web"):
            (many / "packages" / app).mkdir(parents=True)
            (many / "packages" / app / "package.json").write_text('{"scripts": {"build": "vite build"}, "devDependencies": {"vite": "5"}}')
        (many / "package.json").write_text('{"private": true, "workspaces": ["packages/*"]}')
        self.assertEqual(self.fails("NothingToDeploy", many)["alternatives"], ["packages/docs", "packages/web"])
        self.fails("RootDirectoryOutside", many, "--root", "../empty")
        self.fails("RootDirectoryMissing", many, "--root", "packages/none")
        self.fails("FolderMissing", self.folder / "none")
        self.fails("InvalidInput", empty / "package.json")
        self.leading_out()
        self.fails("TargetUnknown", empty, "--target", "none")
        self.fails("SlugInvalid", empty, "--slug", "No Name")
        self.miaobu.run("deploy", expect=2)

    def leading_out(self):
        """Links of a source that is published as it is: refused, as a folder and as a repository, unless they are no part of the site."""
        plain = self.folder / "plain"
        (plain / "pages").mkdir(parents=True)
        (plain / "index.html").write_bytes(PAGE)
        (plain / ".npmrc").symlink_to("/etc/hostname")
        self.miaobu.deploy(plain)
        (plain / "pages/host.txt").symlink_to("/etc/hostname")
        self.assertEqual(self.fails("OutputEscapes", plain)["subject"], "pages/host.txt")
        git(plain, "init", "-q")
        git(plain, "add", "-A")
        git(plain, "commit", "-q", "-m", "a link")
        self.assertEqual(self.fails("OutputEscapes", plain.as_uri(), "--slug", "plain-repository")["subject"], "pages/host.txt")

    def test_the_log_is_whole(self):
        site = self.folder / "logged"
        site.mkdir()
        (site / "index.html").write_bytes(PAGE)
        for _ in range(2):
            slug = slug_of(self.miaobu.deploy(site)["url"])
            process = self.miaobu.start("logs", slug)
            text, _ = process.communicate(timeout=60)
            self.assertIn(f"Live: http://{slug}.", text.splitlines()[-1])

    def test_secrets_stay_secret(self):
        secret = "s3cr3t-Zq81vWx0pLm"
        encoded = base64.b64encode(secret.encode()).decode()
        source = self.project("secret", GOOD_BUILD + "const t = process.env.API_TOKEN; if (t.length !== 18) process.exit(3);"
                              "console.log('plain ' + t); console.error('coded ' + Buffer.from(t).toString('base64'));")
        variables = self.folder / "variables"
        variables.write_text(f"API_TOKEN={secret}\n")
        with tempfile.TemporaryFile("w+") as log:
            process = self.miaobu.start("deploy", source, "--env-file", variables, log=log)
            output, _ = process.communicate(timeout=300)
            log.seek(0)
            said = output + log.read()
        self.assertEqual(process.returncode, 0, said)
        self.assertIn("plain ", said)
        for word in (secret, encoded):
            self.assertNotIn(word, said)
            for file in (self.folder / "home").rglob("*"):
                if file.is_file():
                    self.assertNotIn(word.encode(), file.read_bytes(), file)

    def test_ctrl_c_leaves_nothing_running(self):
        source = self.project("stubborn", "process.on('SIGTERM', () => {}); process.on('SIGINT', () => {});"
                              "console.log('my pid is ' + process.pid + '.'); setInterval(() => {}, 1000)")
        process = self.start_and_await(source, "my pid is")
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(60), 130)
        slug = self.miaobu.run("projects")[0]["slug"]
        text, _ = self.miaobu.start("logs", slug).communicate(timeout=60)
        pid = int(text.split("my pid is ")[1].split(".")[0])
        self.assertFalse(is_running(pid))

    def test_of_two_at_once_one_is_refused(self):
        source = self.project("twice", GOOD_BUILD + "console.log('building'); setTimeout(() => {}, 4000)")
        process = self.start_and_await(source, "building")
        self.fails("DeploymentActive", source)
        other = self.folder / "other"
        other.mkdir()
        (other / "index.html").write_bytes(PAGE)
        self.miaobu.deploy(other)
        self.assertEqual(process.wait(60), 0)


class Database(SiteTest):
    def refused(self, kind):
        self.assertEqual(self.miaobu.run("projects", expect=1)["error"]["kind"], kind)

    def test_a_database_of_others_is_left_alone(self):
        site = self.folder / "site"
        site.mkdir()
        (site / "index.html").write_bytes(PAGE)
        self.miaobu.deploy(site)
        path = self.folder / "home" / "miaobu.db"
        original = path.read_bytes()

        for pragma, kind in (("user_version=999", "StoreNewer"), ("application_id=12345", "StoreForeign")):
            connection = sqlite3.connect(path)
            connection.execute("PRAGMA " + pragma)
            connection.close()
            changed = path.read_bytes()
            self.refused(kind)
            self.assertEqual(path.read_bytes(), changed)
            path.write_bytes(original)
        self.assertEqual(len(self.miaobu.run("projects")), 1)

        path.write_bytes(original[:100] + bytes(len(original) - 200) + original[-100:])
        damaged = path.read_bytes()
        self.refused("StoreDamaged")
        kept = [file for file in path.parent.iterdir() if file.is_file() and file.read_bytes() == damaged]
        self.assertTrue(kept, "the damaged file is kept")


if __name__ == "__main__":
    unittest.main()
