"""A private repository at a GitHub of our own: deployed, watched, and its token kept from everybody else."""

import json
import os
import pathlib
import signal
import subprocess
import threading
import time
import unittest

from program import Miaobu, SiteTest
from test_secrets import forms, files_with

TOKEN = "gho_fake"
# Long enough to be seen.
BUILD = """const fs = require('fs');
fs.mkdirSync('dist', {recursive: true});
fs.writeFileSync('dist/index.html', `<h1>${fs.readFileSync('page.txt', 'utf8')}</h1>`);
fs.writeFileSync('dist/env.txt', JSON.stringify(process.env));
setTimeout(() => {}, 3000);
"""
FAKE = os.environ["MIAOBU_FAKE_GITHUB"]


def git(folder, *arguments):
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "Zoe", "GIT_AUTHOR_EMAIL": "zoe@example.com",
                   "GIT_COMMITTER_NAME": "Zoe", "GIT_COMMITTER_EMAIL": "zoe@example.com"}
    return subprocess.run(["git", *map(str, arguments)], cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout.strip()


def words_of(process):
    return b"\0".join(word.encode() for word in process.args) + b"\0"


class Onlooker(threading.Thread):
    """Reads what any process of this computer can read of the others, for as long as it is left to."""

    def __init__(self, allowed):
        super().__init__(daemon=True)
        # What was started with the token by us. Between fork and exec its children are still the program itself, under the same words.
        self.allowed = allowed
        self.found = []
        self.seen = set()
        self.over = threading.Event()

    def run(self):
        while not self.over.wait(0.01):
            for folder in pathlib.Path("/proc").glob("[0-9]*"):
                try:
                    words = (folder / "cmdline").read_bytes()
                    environment = (folder / "environ").read_bytes()
                except OSError:
                    continue
                if b"MIAOBU_HOME" not in environment and b"MIAOBU=1" not in environment:
                    continue
                self.seen.add(words.split(b"\0")[0].rsplit(b"/", 1)[-1] + b" " + words.split(b"\0")[1] if words.count(b"\0") > 1 else words)
                if any(form in words for form in forms(TOKEN)):
                    self.found.append(("cmdline", words))
                if words not in self.allowed and any(form in environment for form in forms(TOKEN)):
                    self.found.append(("environ", words))

    def end(self):
        self.over.set()
        self.join()


class Push(SiteTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.work = cls.folder / "work"
        cls.bare = cls.folder / "github" / "li" / "site.git"
        cls.bare.parent.mkdir(parents=True)
        cls.work.mkdir()
        git(cls.work, "init", "-q", "-b", "main")
        (cls.work / "package.json").write_text(json.dumps({"name": "site", "private": True, "scripts": {"build": "node build.js"}}))
        (cls.work / "miaobu.json").write_text(json.dumps({"outputDir": "dist"}))
        (cls.work / "build.js").write_text(BUILD)
        git(cls.folder, "init", "-q", "--bare", "-b", "main", cls.bare)
        cls.bare.with_name("site.json").write_text(json.dumps({"private": True, "id": 7}))
        cls.fake = subprocess.Popen([FAKE, str(cls.folder / "github")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        cls.addClassCleanup(cls.fake.communicate)
        addresses = json.loads(cls.fake.stdout.readline())
        plain = {name: value for name, value in cls.miaobu.environment.items() if name not in ("GH_TOKEN", "GITHUB_TOKEN")}
        cls.miaobu.environment = {**plain, "MIAOBU_GITHUB_WEB_BASE": addresses["web"], "MIAOBU_GITHUB_API_BASE": addresses["api"]}
        cls.signed_in = Miaobu(cls.folder / "home")
        cls.signed_in.environment = {**cls.miaobu.environment, "GH_TOKEN": TOKEN}
        cls.push("first")

    @classmethod
    def push(cls, text, message="Change"):
        (cls.work / "page.txt").write_text(text)
        git(cls.work, "add", "-A")
        git(cls.work, "commit", "-q", "-m", message)
        git(cls.work, "push", "-q", cls.bare, "main")
        return git(cls.work, "rev-parse", "HEAD")

    def wait_for(self, url, text):
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            answer = self.miaobu.get(url)
            if text.encode() in answer.body:
                return
            time.sleep(0.5)
        self.fail(f"{url} never said {text}")

    def test_a_push_is_deployed_and_nobody_sees_the_token(self):
        # The emulator is started first: what starts it has no token.
        self.miaobu.run("emulator", "start")

        allowed = set()
        onlooker = Onlooker(allowed)
        process = self.signed_in.start("deploy", "li/site", "--target", "local", "--json")
        allowed.add(words_of(process))
        onlooker.start()
        output, _ = process.communicate(timeout=300)
        self.assertEqual(process.returncode, 0, output)
        deployed = json.loads(output.strip().splitlines()[-1])
        url = deployed["url"]
        self.wait_for(url, "first")

        with open(self.folder / "watch.log", "w") as log:
            watch = self.signed_in.start("watch", "site", log=log)
        allowed.add(words_of(watch))
        try:
            self.wait_looked()
            second = self.push("second")
            self.wait_for(url, "second")
            self.push("third", "Docs [skip ci]")
            time.sleep(3)
        finally:
            watch.send_signal(signal.SIGINT)
            watch.communicate(timeout=60)
        onlooker.end()
        self.assertEqual(watch.returncode, 130)
        self.assertIn(b"second", self.miaobu.get(url).body)
        commits = [one["commit"] for one in self.miaobu.run("deployments", "site")]
        self.assertEqual(commits[0], second)
        self.assertEqual(len(commits), 2)

        self.assertTrue(any(b"--git-worker" in words for words in onlooker.seen), onlooker.seen)
        self.assertTrue(any(b"node" in words or b"npm" in words for words in onlooker.seen), onlooker.seen)
        self.assertEqual(onlooker.found, [])
        self.assertEqual(files_with(self.folder / "home", TOKEN), [])
        self.assertNotIn(TOKEN, (self.folder / "watch.log").read_text())
        built_with = self.miaobu.get(url, "/env.txt")
        self.assertEqual(built_with.status, 200)
        self.assertNotIn(TOKEN.encode(), built_with.body)

    def wait_looked(self):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            listed = self.miaobu.run("watch", "--list")
            if listed and listed[0].get("lastPush"):
                return
            time.sleep(0.5)
        self.fail("nobody looked")


if __name__ == "__main__":
    unittest.main()
