"""A GitHub account on the command line, with a real keyring. Runs in a session of its own (tests/support/keyring-run.sh)."""

import json
import os
import subprocess
import unittest
import urllib.request

from program import PROGRAM, Miaobu, SiteTest, slug_of

FAKE = os.environ["MIAOBU_FAKE_GITHUB"]
TOKEN = "gho_fake"
TOKEN_VARIABLES = ("GITHUB_TOKEN", "GH_TOKEN")


class GitHub:
    """The fake, with bare repositories in a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.process = subprocess.Popen([FAKE, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        addresses = json.loads(self.process.stdout.readline())
        self.web, self.api = addresses["web"], addresses["api"]

    def add(self, full_name, files, **said):
        work = self.folder.parent / "work" / full_name
        for name, content in files.items():
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            (work / name).write_text(content)
        git = ["git", "-c", "user.name=Li", "-c", "user.email=li@example.com", "-c", "init.defaultBranch=main"]
        for arguments in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "first"],
                          ["clone", "--quiet", "--bare", ".", str(self.folder / f"{full_name}.git")]):
            subprocess.run([*git, *arguments], cwd=work, check=True)
        (self.folder / f"{full_name}.json").write_text(json.dumps(said))

    def allow(self):
        urllib.request.urlopen(urllib.request.Request(f"{self.web}/fake/allow", method="POST"), timeout=30).close()

    def end(self):
        self.process.stdin.close()
        self.process.wait(timeout=30)


class Accounts(SiteTest):
    def setUp(self):
        self.place = self.folder / self._testMethodName
        self.miaobu = Miaobu(self.place / "home")
        self.addCleanup(self.miaobu.end)
        shelf = self.place / "bare"
        (shelf / "li").mkdir(parents=True)
        (shelf / "acme").mkdir()
        self.github = GitHub(shelf)
        self.addCleanup(self.github.end)
        environment = {name: value for name, value in self.miaobu.environment.items() if name not in TOKEN_VARIABLES}
        self.miaobu.environment = {**environment, "MIAOBU_GITHUB_WEB_BASE": self.github.web, "MIAOBU_GITHUB_API_BASE": self.github.api}
        self.github.add("li/site", {"index.html": "<h1>hello from li</h1>"}, private=True, id=11)
        self.github.add("acme/shop", {"index.html": "<h1>shop</h1>"}, description="Everything", id=12)

    def call(self, *arguments, given="", **environment):
        return subprocess.run([PROGRAM, *arguments], env={**self.miaobu.environment, **environment}, input=given, text=True,
                              capture_output=True, timeout=120)

    def sign_in(self):
        result = self.call("login", "github", "--token", given=TOKEN + "\n")
        self.assertEqual(result.returncode, 0, result.stderr)

    def files_with_token(self):
        return [str(path) for path in (self.place / "home").rglob("*") if path.is_file() and TOKEN.encode() in path.read_bytes()]

    def test_a_code_signs_in_and_a_private_repository_goes_online(self):
        process = subprocess.Popen([PROGRAM, "login", "github", "--client-id", "Ov23liFakeClient", "--json"], env=self.miaobu.environment,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.assertIn("FAKE-CODE", process.stderr.readline())
        self.github.allow()
        output, _ = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0)
        self.assertEqual(json.loads(output)["login"], "li")

        listed = {repository["name"]: repository for repository in self.miaobu.run("repositories")}
        self.assertTrue(listed["li/site"]["private"])
        self.assertEqual([found["name"] for found in self.miaobu.run("repositories", "--search", "everything")], ["acme/shop"])

        self.assertEqual(self.miaobu.run("detect", "li/site")["kind"], "static")
        url = self.miaobu.deploy("li/site")["url"]
        self.assertIn(b"hello from li", self.miaobu.get(url).body)
        self.assertEqual(slug_of(url), "site")
        self.assertEqual({repository["name"]: repository["projects"] for repository in self.miaobu.run("repositories")}["li/site"], 1)
        self.assertEqual(self.files_with_token(), [])

    def test_signing_out_revokes_and_asks_for_a_new_sign_in(self):
        self.sign_in()
        result = self.call("logout", "github", "--revoke")
        self.assertEqual(result.returncode, 0, result.stderr)
        result = self.call("repositories")
        self.assertEqual(result.returncode, 1)
        self.assertIn("login github", result.stderr)
        # The token itself is dead, too.
        self.assertEqual(self.call("login", "github", "--token", given=TOKEN + "\n").returncode, 1)

    def test_a_refused_token_is_said_and_not_kept(self):
        result = self.call("login", "github", "--token", given="ghp_wrong\n")
        self.assertEqual(result.returncode, 1)
        self.assertNotIn("ghp_wrong", result.stderr + result.stdout)
        self.assertEqual(self.call("repositories").returncode, 1)

    def test_without_a_keyring_the_environment_serves(self):
        nowhere = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus"}
        result = self.call("login", "github", "--token", given=TOKEN + "\n", **nowhere)
        self.assertEqual(result.returncode, 1)
        self.assertIn("GITHUB_TOKEN", result.stderr)
        result = self.call("repositories", "--json", GITHUB_TOKEN=TOKEN, **nowhere)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(len(json.loads(result.stdout)), 2)

    def test_a_code_that_is_not_set_up_says_how(self):
        result = self.call("login", "github")
        self.assertEqual(result.returncode, 1)
        self.assertIn("Device Flow", result.stderr)

    def test_a_repository_that_is_not_there_is_named(self):
        self.sign_in()
        result = self.call("deploy", "li/none", "--target", "local")
        self.assertEqual(result.returncode, 1)
        self.assertIn("li/none", result.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
