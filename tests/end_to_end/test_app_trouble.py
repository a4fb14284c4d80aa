"""Bad input of web apps on the command line: what happened, why and what to do next. The engine is a program that answers as docker does
(tests/build/engine/docker), so that nothing is installed or pulled."""

import contextlib
import json
import pathlib
import sqlite3
import subprocess
import unittest

from program import PROGRAM, SiteTest

ENGINE = pathlib.Path(__file__).parent.parent / "build" / "engine" / "docker"


class Trouble(SiteTest):
    def setUp(self):
        self.notes = self.folder / self._testMethodName
        self.notes.mkdir()
        self.source = self.notes / "app"
        self.source.mkdir()
        (self.source / "requirements.txt").write_text("fastapi\nuvicorn\n")
        (self.source / "main.py").write_text("from fastapi import FastAPI\napp = FastAPI()\n")

    def deploy(self, story="", *arguments):
        (self.notes / "gone").unlink(missing_ok=True)
        environment = {**self.miaobu.environment, "MIAOBU_CONTAINER_ENGINE": str(ENGINE), "DOCKER_NOTES": str(self.notes), "DOCKER_STORY": story}
        return subprocess.run([PROGRAM, "deploy", self.source, "--slug", self._testMethodName.replace("_", "-"), "--target", "local", *arguments],
                              env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)

    def assert_told(self, told, *words):
        self.assertEqual((told.returncode, told.stdout), (1, ""), told.stderr)
        for word in (*words, "Nothing was changed for visitors."):
            self.assertIn(word, told.stderr)

    def builds(self):
        calls = self.notes / "calls"
        return [line for line in calls.read_text().splitlines() if line.startswith("build ")] if calls.exists() else []

    def test_no_entry_point(self):
        (self.source / "main.py").rename(self.source / "routes.py")
        (self.source / "routes.py").write_text("from fastapi import APIRouter\nrouter = APIRouter()\n")
        self.assert_told(self.deploy(), "Nothing says how this app is started.", "--app")
        self.assertEqual(self.builds(), [])

    def test_two_candidates(self):
        (self.source / "admin.py").write_text("from fastapi import FastAPI\nsite = FastAPI()\n")
        self.assertIn("in the settings, or with --app: admin:site", self.deploy("no-package").stderr)
        self.assertNotIn("Several apps", self.deploy("no-package", "--app", "admin:site").stderr)
        said = subprocess.run([PROGRAM, "detect", self.source], env=self.miaobu.environment, capture_output=True, text=True, timeout=60).stdout
        self.assertRegex(said, r"admin:site +chosen with deploy --app")

    def test_engine(self):
        for story, words in (("dies", ("docker is installed but does not run.", "unexpected EOF", "Start it")),
                             ("no-package", ("Installing the dependencies failed with exit code 1.", "No matching distribution found for fastapi==99")),
                             ("large", ("The image is too large to run in the cloud.", "11.2 GiB; 10 GiB are the most", ".dockerignore")),
                             ("arm64 no-emulation", ("This computer is arm64: linux/amd64 is emulated", "exec format error", "qemu-user-static"))):
            with self.subTest(story):
                self.assert_told(self.deploy(story), *words)

    def test_reserved_variable(self):
        variables = self.notes / ".env"
        variables.write_text("GREETING=hello\nFC_REGION=mine\n")
        self.assert_told(self.deploy("", "--env-file", variables), "The name FC_REGION is reserved.", "Function Compute keeps names with FC_ for itself")
        self.assertEqual(self.builds(), [])

    def test_port(self):
        for port in ("0x50", "65536", "-1", "eighty"):
            self.assertEqual(self.deploy("", "--port", port).returncode, 2, port)
        self.deploy("no-package", "--port", "8000")
        with contextlib.closing(sqlite3.connect(self.folder / "home" / "miaobu.db")) as store:
            ((function,),) = store.execute("SELECT function FROM project WHERE slug = 'test-port'")
        self.assertEqual(json.loads(function)["port"], 8000)


if __name__ == "__main__":
    unittest.main()
