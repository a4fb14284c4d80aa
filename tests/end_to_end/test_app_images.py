"""Web apps as images: the real program, a Docker Engine of the test's own, and the emulator's registry, which is a real one with a password.
Runs in a session of its own (tests/support/keyring-run.sh). Needs Docker, docker-registry and a package index; the engine itself is in a
network without a way out, so that what it installs is fetched before and lies in its base image."""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

from web_apps import APPS, WebAppTest, have_pip_and_index

HERE = pathlib.Path(__file__).parent
PYTHON = "/usr/bin/python3"  # The one that the base image is made of


class Images(WebAppTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.miaobu.environment["MIAOBU_CONTAINER_ENGINE"] = "docker"
        cls.miaobu.run("projects")
        (database,) = [path for path in (cls.folder / "home").rglob("*.db")]
        with sqlite3.connect(database) as connection:
            connection.execute("INSERT INTO setting (key, value) VALUES ('builds/python-image', 'python:test')")
        connection.close()

    def test_each_framework_answers_as_when_run_directly(self):
        registry = self.miaobu.run("emulator", "start")["registryHost"]
        self.assertTrue(registry)
        for framework in ("fastapi", "flask", "django"):
            source = self.source(framework, framework)
            url = self.miaobu.deploy(source, "--slug", framework)["url"]
            self.assert_same_answers(url, source, framework, {})
            self.assertIn("item 42\n", self.call("logs", framework, "--runtime").stdout)
            (image,) = self.docker("ps", "--format", "{{.Image}}", "--filter", f"name=miaobu-{framework}-")
            self.assertTrue(image.startswith(f"{registry}/miaobu/{framework}:"), image)
        # What an installation costs is paid once.
        self.assert_life_of_django(source, url, lambda slug: self.docker("ps", "--quiet", "--filter", f"name=miaobu-{slug}-"))
        self.assertEqual(self.docker("images", "--quiet", "--filter", "label=miaobu.slug=django"), [])

    def docker(self, *arguments):
        return subprocess.run(["docker", *arguments], capture_output=True, text=True, check=True).stdout.split()


def start():
    """Fetches what the images install, then runs the tests where the engine is."""
    why = have_pip_and_index() or next((f"{name} is not installed" for name in ("docker-registry", "node", "docker") if not shutil.which(name)), None)
    if why:
        print("skipped:", why)
        return 77
    with tempfile.TemporaryDirectory(prefix="miaobu-wheels-") as wheels:
        for app in APPS.iterdir():
            fetched = subprocess.run([PYTHON, "-m", "pip", "download", "--quiet", "--dest", wheels, "-r", app / "requirements.txt", "uvicorn", "gunicorn"],
                                     timeout=600)
            if fetched.returncode:
                print("skipped: this computer's Python has no pip")
                return 77
        environment = {**os.environ, "MIAOBU_TEST_WHEELS": wheels, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": wheels}
        with_docker = [shutil.which("node"), HERE.parent / "sdk" / "with_docker.mjs", shutil.which("node"), HERE.parent / "build" / "with_python_image.mjs"]
        return subprocess.run([*with_docker, sys.executable, __file__, "inside"], env=environment).returncode


if __name__ == "__main__":
    if sys.argv[1:] != ["inside"]:
        sys.exit(start())
    unittest.main(argv=sys.argv[:1])
