"""Variables of a project on the command line, and what becomes of them. Runs in a session of its own (tests/support/keyring-run.sh)."""

import json
import os
import pty
import subprocess
import unittest

from program import PROGRAM, Miaobu, SiteTest
from test_secrets import files_with

SECRET = 'planted "stored" secret #1/+='
OTHER = "another-planted-value-2"
NAMES = "JSON.stringify(Object.fromEntries(['TITLE', 'TOKEN', 'ONLY_RUN', 'ONLY_PREVIEW'].map((name) => [name, (process.env[name] || '').length])))"
BUILD = f"const fs = require('fs'); fs.mkdirSync('dist', {{recursive: true}}); fs.writeFileSync('dist/index.html', {NAMES}); console.log(process.env.TOKEN);"
LEAK = "require('fs').mkdirSync('dist', {recursive: true}); require('fs').writeFileSync('dist/index.html', '<p>' + process.env.TOKEN);"


class Variables(SiteTest):
    def setUp(self):
        self.home = self.folder / "home"

    def call(self, *arguments, given="", miaobu=None):
        return subprocess.run([PROGRAM, *map(str, arguments)], env=(miaobu or self.miaobu).environment, input=given, text=True,
                              capture_output=True, timeout=120)

    def site(self, name, build=BUILD):
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        (folder / "package.json").write_text(json.dumps({"name": name, "private": True, "scripts": {"build": "node build.js"}}))
        (folder / "miaobu.json").write_text(json.dumps({"outputDir": "dist"}))
        (folder / "build.js").write_text(build)
        return folder

    def deployed(self, name):
        source = self.site(name)
        self.miaobu.deploy(source, "--slug", name)
        return source

    def variables(self, slug):
        return {(one["name"], one["scope"]): one for one in self.miaobu.run("env", "list", slug)}

    def test_what_is_stored_reaches_the_build_and_no_file(self):
        source = self.deployed("kept")
        self.assertEqual(self.call("env", "set", "kept", "TOKEN", "--secret", given=SECRET + "\n").returncode, 0)
        self.assertEqual(self.call("env", "set", "kept", "TITLE=hello there", "--json").returncode, 0)
        self.assertEqual(self.call("env", "set", "kept", "ONLY_RUN=1", "--run").returncode, 0)
        self.assertEqual(self.call("env", "set", "kept", "ONLY_PREVIEW=1", "--preview").returncode, 0)
        stored = self.variables("kept")
        self.assertEqual((stored["TOKEN", "both"]["secret"], stored["TOKEN", "both"]["value"]), (True, None))
        self.assertEqual(stored["TITLE", "both"]["value"], "hello there")
        self.assertTrue(stored["TITLE", "both"]["pending"])
        answer = self.miaobu.deploy(source)
        lengths = json.loads(self.miaobu.get(answer["url"]).body)
        self.assertEqual(lengths, {"TITLE": len("hello there"), "TOKEN": len(SECRET), "ONLY_RUN": 0, "ONLY_PREVIEW": 0})
        self.assertFalse(self.variables("kept")["TITLE", "both"]["pending"])
        self.assertIn("***", self.call("logs", "kept").stdout)
        for listed in (self.call("env", "list", "kept").stdout, self.call("env", "export", "kept").stdout):
            self.assertNotIn("planted", listed)
        self.assertEqual(files_with(self.home, SECRET), [])

    def test_a_file_is_taken_over_and_compared(self):
        self.deployed("file")
        file = self.folder / "variables.env"
        file.write_text(f"# all of it\nexport TITLE='it\\'s' \n")
        wrong = self.call("env", "import", "file", file)
        self.assertEqual(wrong.returncode, 1)
        self.assertIn("2", wrong.stderr)
        file.write_text(f"TITLE=\"it's\"\nTOKEN={OTHER}\nVITE_NAME=shop\nEMPTY=\nTOKEN={OTHER}\n")
        self.assertEqual(self.miaobu.run("env", "import", "file", file), {"changes": 3})
        self.assertEqual(self.miaobu.run("env", "import", "file", file), {"changes": 0})
        secret = {name: one["secret"] for (name, _), one in self.variables("file").items()}
        self.assertEqual(secret, {"TITLE": True, "TOKEN": True, "VITE_NAME": False})
        exported = self.miaobu.run("env", "export", "file")
        self.assertEqual((exported["leftOut"], exported["text"].splitlines()[-1]), (["TITLE", "TOKEN"], "VITE_NAME=shop"))
        file.write_text(f"TOKEN={OTHER}x\nNEW=1\nVITE_NAME=shop\n")
        compared = {one["name"]: (one["file"], one["live"]) for one in self.miaobu.run("env", "diff", "file", file)}
        self.assertEqual(compared, {"NEW": ("only-in-file", "never"), "TITLE": ("only-stored", "added"), "TOKEN": ("different", "added"),
                                    "VITE_NAME": ("same", "added")})
        self.assertEqual(self.call("env", "unset", "file", "TOKEN", "TITLE").returncode, 0)
        self.assertEqual(list(self.variables("file")), [("VITE_NAME", "both")])
        unknown = self.miaobu.run("env", "unset", "file", "TOKEN", expect=1)["error"]
        self.assertEqual(unknown["kind"], "VariableUnknown")
        self.assertEqual(files_with(self.home, OTHER), [])

    def test_secrets_are_no_arguments(self):
        self.deployed("arguments")
        refused = self.call("env", "set", "arguments", f"TOKEN={SECRET}", "--secret")
        self.assertEqual(refused.returncode, 2)
        self.assertNotIn("planted", refused.stdout + refused.stderr)
        self.assertEqual(self.call("env", "set", "arguments", "TOKEN", given=SECRET).returncode, 0)
        again = self.call("env", "set", "arguments", f"TOKEN={OTHER}")
        self.assertEqual(again.returncode, 2)
        for name, kind in (("FC_REGION=1", "VariableReserved"), ("1A=1", "VariableNameInvalid"), ("A=", "VariableValueMissing")):
            self.assertEqual(self.miaobu.run("env", "set", "arguments", name, expect=1)["error"]["kind"], kind)
        public = self.call("env", "set", "arguments", "VITE_KEY", "--secret", "--json", given=SECRET)
        self.assertEqual(json.loads(public.stdout)["error"]["kind"], "VariablePublic")
        warned = self.call("env", "set", "arguments", "PATH=/bin")
        self.assertEqual((warned.returncode, "PATH" in warned.stderr), (0, True))
        value = self.folder / "value"
        value.write_text(OTHER)
        self.assertEqual(self.call("env", "set", "arguments", "FILED", "--value-file", value).returncode, 0)
        self.assertTrue(self.variables("arguments")["FILED", "both"]["secret"])
        self.assertEqual(files_with(self.home, OTHER), [])

    def test_a_terminal_does_not_show_what_is_typed(self):
        self.deployed("typed")
        main, side = pty.openpty()
        process = subprocess.Popen([PROGRAM, "env", "set", "typed", "TOKEN"], env=self.miaobu.environment, stdin=side, stdout=side, stderr=side)
        os.close(side)
        seen = b""
        while b"TOKEN: " not in seen:
            seen += os.read(main, 4096)
        os.write(main, OTHER.encode() + b"\r")
        while True:
            try:
                piece = os.read(main, 4096)
            except OSError:  # The other side was closed.
                break
            seen += piece
        os.close(main)
        self.assertEqual(process.wait(timeout=60), 0, seen)
        self.assertNotIn(b"planted", seen)
        self.assertTrue(self.variables("typed")["TOKEN", "both"]["secret"])

    def test_a_secret_in_the_page_is_not_published(self):
        source = self.deployed("leaking")
        url = self.miaobu.deploy(source)["url"]
        before = self.miaobu.get(url).body
        self.assertEqual(self.call("env", "set", "leaking", "TOKEN", "--secret", given=SECRET).returncode, 0)
        self.site("leaking", LEAK)
        error = self.miaobu.run("deploy", source, "--target", "local", expect=1)["error"]
        self.assertEqual((error["kind"], error["subject"], error["detail"]), ("SecretInOutput", "TOKEN", "index.html"))
        self.assertEqual(self.miaobu.get(url).body, before)
        self.assertEqual(files_with(self.home, SECRET), [])

    def test_without_a_keyring_only_what_needs_a_secret_stops(self):
        source = self.deployed("alone")
        self.assertEqual(self.call("env", "set", "alone", "TITLE=plain").returncode, 0)
        alone = Miaobu(self.home)
        alone.environment = {**self.miaobu.environment, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus"}
        self.assertEqual(json.loads(self.miaobu.get(alone.deploy(source)["url"]).body)["TITLE"], len("plain"))
        refused = self.call("env", "set", "alone", "TOKEN", "--json", given=SECRET, miaobu=alone)
        self.assertEqual(json.loads(refused.stdout)["error"]["kind"], "KeychainMissing")
        self.assertEqual(self.call("env", "set", "alone", "TOKEN", given=SECRET).returncode, 0)
        error = alone.run("deploy", source, "--target", "local", expect=1)["error"]
        self.assertEqual((error["kind"], error["subject"]), ("KeychainMissing", "TOKEN"))


if __name__ == "__main__":
    unittest.main()
