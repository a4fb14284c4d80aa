"""Access keys: kept by the keyring and nobody else. Runs in a session of its own (tests/support/keyring-run.sh)."""

import base64
import json
import os
import pty
import subprocess
import unittest
import urllib.parse

from program import PROGRAM, Miaobu, SiteTest

KEY_ID = "LTAI5tPlantedKeyId"
KEY_SECRET = "planted+Secret/of=the#account"
TOKEN = "planted-token-4f1c/+=with more"
VARIABLE = "planted-variable-value-77"

ANSWER = "require('fs').mkdirSync('dist', {recursive: true}); require('fs').writeFileSync('dist/index.html', '<h1>here</h1>');"
VARIABLES = ("ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABA_CLOUD_SECURITY_TOKEN")


def forms(secret):
    """How a secret may lie in a file: as it is, in an address, in JSON, and within base64 wherever it begins there."""
    raw = secret.encode()
    yield raw
    yield urllib.parse.quote(secret, safe="").encode()
    yield json.dumps(secret)[1:-1].encode()
    for offset in range(3):
        yield base64.b64encode(b"\0" * offset + raw)[4 if offset else 0:-4]


def files_with(folder, secret, leave_out=()):
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part in leave_out for part in path.relative_to(folder).parts):
            content = path.read_bytes()
            if any(form in content for form in forms(secret)):
                found.append(str(path.relative_to(folder)))
    return found


class Secrets(SiteTest):
    def setUp(self):
        self.home = self.folder / "home"
        self.miaobu.environment = {name: value for name, value in self.miaobu.environment.items() if name not in VARIABLES}

    def without_keyring(self):
        miaobu = Miaobu(self.home)
        miaobu.environment = {**self.miaobu.environment, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus"}
        return miaobu

    def call(self, *arguments, given="", miaobu=None):
        return subprocess.run([PROGRAM, *map(str, arguments)], env=(miaobu or self.miaobu).environment, input=given, text=True,
                              capture_output=True, timeout=120)

    def add(self, name, *options, key_id=KEY_ID, given=KEY_SECRET + "\n", miaobu=None):
        return self.call("target", "add", name, "--json", "--region", "cn-hangzhou", "--base-domain", "example.com", "--bucket", "sites",
                         "--site-id", "7", "--access-key-id", key_id, *options, given=given, miaobu=miaobu)

    def place(self, name, miaobu=None):
        return {target["name"]: target for target in (miaobu or self.miaobu).run("target", "list")}[name]["key"]

    def add_near(self, *, secret=None, given_token=""):
        """A target that is this home's own emulator, used as if it were somewhere else."""
        info = self.miaobu.run("emulator", "start")
        result = self.call("target", "add", "near", "--json", "--secret-stdin", "--access-key-id", info["accessKeyId"], "--region", info["region"],
                           "--base-domain", f"localhost:{info['sitePort']}", "--bucket", info["bucket"], "--oss-endpoint", info["ossEndpoint"],
                           "--site-id", info["siteId"], "--kv-namespace", info["kvNamespace"], "--esa-endpoint", info["apiEndpoint"],
                           given=f"{secret or info['accessKeySecret']}\n{given_token}\n")
        self.assertEqual(result.returncode, 0, result.stderr)
        return info

    def project(self, name, build):
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        (folder / "package.json").write_text(json.dumps({"name": name, "private": True, "scripts": {"build": "node build.js"}}))
        (folder / "miaobu.json").write_text(json.dumps({"outputDir": "dist"}))
        (folder / "build.js").write_text(build)
        return folder

    def test_a_key_is_kept_by_the_keyring(self):
        self.assertEqual(self.add("kept", "--secret-stdin").returncode, 0)
        self.assertEqual(self.place("kept"), "keychain")
        self.assertEqual(files_with(self.home, KEY_SECRET, ["emulator"]), [])
        self.miaobu.run("logout", "aliyun", "kept")
        self.assertEqual(self.place("kept"), "missing")
        self.assertEqual(self.call("login", "aliyun", "kept", "--secret-stdin", given=KEY_SECRET).returncode, 0)
        self.assertEqual(self.place("kept"), "keychain")
        self.miaobu.run("target", "remove", "kept")
        self.assertNotIn("kept", [target["name"] for target in self.miaobu.run("target", "list")])
        self.assertEqual(self.miaobu.run("target", "remove", "kept", expect=1)["error"]["kind"], "TargetUnknown")
        self.miaobu.run("target", "remove", expect=2)
        self.miaobu.run("target", "remove", "local", expect=2)

    def test_a_file_describes_a_target_and_never_holds_a_secret(self):
        file = self.folder / "prod.json"
        described = {"name": "prod", "accessKeyId": KEY_ID, "region": "cn-hangzhou", "baseDomain": "example.com", "oss": {"bucket": "sites"},
                     "esa": {"siteId": 7, "kvNamespace": "miaobu"}}
        file.write_text(json.dumps(described))
        self.assertEqual(self.call("target", "add", file, "--secret-stdin", given=KEY_SECRET).returncode, 0)
        self.assertEqual(self.place("prod"), "keychain")
        file.write_text(json.dumps({**described, "accessKeySecret": KEY_SECRET}))
        refused = self.call("target", "add", file, "--secret-stdin", "--json", given=KEY_SECRET)
        self.assertEqual((refused.returncode, json.loads(refused.stdout)["error"]["subject"]), (1, "accessKeySecret"))
        self.assertNotIn(KEY_SECRET, refused.stdout + refused.stderr)

    def test_without_a_keyring_the_variables_are_explained(self):
        alone = self.without_keyring()
        refused = self.add("alone", "--secret-stdin", miaobu=alone)
        error = json.loads(refused.stdout)["error"]
        self.assertEqual((refused.returncode, error["kind"]), (1, "KeychainMissing"))
        self.assertIn("ALIBABA_CLOUD_ACCESS_KEY_SECRET", error["next"])
        self.assertFalse((self.home / "targets/alone.json").exists())

        alone.environment.update({"ALIBABA_CLOUD_ACCESS_KEY_ID": KEY_ID, "ALIBABA_CLOUD_ACCESS_KEY_SECRET": KEY_SECRET})
        added = self.add("alone", given="", miaobu=alone)
        self.assertEqual(added.returncode, 0, added.stderr)
        self.assertIn("each time", added.stderr)
        self.assertEqual(self.place("alone", alone), "environment")
        self.assertEqual(files_with(self.home, KEY_SECRET, ["emulator"]), [])

    def test_a_secret_has_to_be_given(self):
        missing = self.add("asked", given="")
        self.assertEqual(missing.returncode, 2)
        self.assertIn("--secret-stdin", missing.stderr)
        empty = self.add("asked", "--secret-stdin", given="\n")
        self.assertEqual((empty.returncode, json.loads(empty.stdout)["error"]["subject"]), (1, "accessKeySecret"))
        ended = self.add("asked", "--secret-stdin", "--expires", "2020-01-01T00:00:00Z", key_id="STS.NTended", given=f"{KEY_SECRET}\n{TOKEN}\n")
        self.assertEqual(json.loads(ended.stdout)["error"]["kind"], "AccessKeyExpired")

    def test_a_terminal_does_not_show_what_is_typed(self):
        main, side = pty.openpty()
        process = subprocess.Popen([PROGRAM, "target", "add", "typed", "--region", "cn-hangzhou", "--base-domain", "example.com", "--bucket", "sites",
                                    "--site-id", "7", "--access-key-id", "LTAI5tTyped"], env=self.miaobu.environment, stdin=side, stdout=side, stderr=side)
        os.close(side)
        seen = b""
        while b"LTAI5tTyped: " not in seen:
            seen += os.read(main, 4096)
        os.write(main, b"wrong\x15" + KEY_SECRET.encode() + b"xx\x7f\x7f\r")
        while True:
            try:
                piece = os.read(main, 4096)
            except OSError:  # The other side was closed.
                break
            seen += piece
        os.close(main)
        self.assertEqual(process.wait(timeout=60), 0, seen)
        self.assertNotIn(b"planted", seen)
        stored = subprocess.run(["secret-tool", "lookup", "user", "miaobu/aliyun/LTAI5tTyped"], capture_output=True, check=True)
        self.assertEqual(json.loads(base64.b64decode(stored.stdout)), {"secret": KEY_SECRET})

    def test_nothing_that_is_written_holds_a_secret(self):
        info = self.add_near()
        secret = info["accessKeySecret"]
        show = f"for (const text of [{json.dumps(secret)}, process.env.PLANTED, Object.keys(process.env).join(' ')]) console.log(text);"
        variables = self.folder / "variables"
        variables.write_text(f"PLANTED={VARIABLE}\n")
        source = self.project("shown", show + ANSWER)
        answer = self.miaobu.run("deploy", source, "--target", "near", "--slug", "shown", "--env-file", variables)
        self.assertEqual(self.miaobu.get(answer["url"]).body, b"<h1>here</h1>")
        log = self.call("logs", "shown").stdout
        self.assertIn("***", log)
        self.assertNotIn("ALIBABA_CLOUD", log)
        self.miaobu.run("purge", "shown")
        self.miaobu.run("doctor", "shown", expect=None)

        self.project("shown", show + "console.error('it failed for ' + process.env.PLANTED); process.exit(3);")
        self.miaobu.run("deploy", source, "--target", "near", "--slug", "shown", "--env-file", variables, expect=1)

        self.add_near(secret=KEY_SECRET, given_token=TOKEN)
        self.project("shown", ANSWER)
        error = self.miaobu.run("deploy", source, "--target", "near", "--slug", "shown", expect=1)["error"]
        self.assertNotIn(KEY_SECRET, json.dumps(error))
        self.assertTrue(list(self.home.rglob("*.log")))
        self.assertTrue((self.home / "targets/near.json").is_file())
        # The emulator keeps its own key, and nothing of the others.
        for planted, keepers in ((secret, ["emulator"]), (VARIABLE, []), (KEY_SECRET, []), (TOKEN, [])):
            with self.subTest(planted):
                self.assertEqual(files_with(self.home, planted, keepers), [])


if __name__ == "__main__":
    unittest.main()
