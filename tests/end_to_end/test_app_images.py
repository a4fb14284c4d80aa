"""Web apps as images: the real program, an engine of the test's own, and the emulator's registry, which is a real one with a password. The engine
is Docker, or what MIAOBU_TEST_ENGINE names. Runs in a session of its own (tests/support/keyring-run.sh). Needs it, docker-registry and the package indexes of Python and Node; the
engine itself is in a network without a way out, so that what it installs is fetched before and lies in its base images."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from web_apps import APPS, IN_SOAK, NODE, WebAppTest, have_pip_and_index

HERE = pathlib.Path(__file__).parent
ENGINE = os.environ.get("MIAOBU_TEST_ENGINE", "docker")
PYTHON = "/usr/bin/python3"  # The one that the base image is made of


class Images(WebAppTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.miaobu.environment["MIAOBU_CONTAINER_ENGINE"] = ENGINE
        for image in ("python", "node"):
            cls.miaobu.run("settings", "set", f"{image}-image", f"{image}:test")

    def source(self, framework, name):
        folder = super().source(framework, name)
        if framework == "express":
            shutil.copy(pathlib.Path(os.environ["MIAOBU_TEST_NODE_APP"]) / "package-lock.json", folder)
        return folder

    def dependencies(self, framework):
        return pathlib.Path(os.environ["MIAOBU_TEST_NODE_APP"]) / "node_modules" if framework == "express" else super().dependencies(framework)

    def test_each_framework_answers_as_when_run_directly(self):
        registry = self.miaobu.run("emulator", "start")["registryHost"]
        self.assertTrue(registry)
        for framework in ("fastapi", "flask", "django", "express") if IN_SOAK else ("fastapi", "express"):
            source = self.source(framework, framework)
            url = self.miaobu.deploy(source, "--slug", framework)["url"]
            if framework == "express":
                (source / "static" / "built.txt").write_text("built\n")
            self.assert_same_answers(url, source, framework, {})
            self.assertIn("item 42\n", self.call("logs", framework, "--runtime").stdout)
            (image,) = self.docker("ps", "--format", "{{.Image}}", "--filter", f"name=miaobu-{framework}-")
            self.assertTrue(image.startswith(f"{registry}/miaobu/{framework}:"), image)
            # What an installation costs is paid once.
            if framework in ("django", "express"):
                self.assert_life(framework, source, url, self.containers)
                self.assertEqual(self.docker("images", "--quiet", "--filter", f"label=miaobu.slug={framework}"), [])

    def containers(self, slug):
        return self.docker("ps", "--quiet", "--filter", f"name=miaobu-{slug}-")

    def docker(self, *arguments):
        return subprocess.run(["docker", *arguments], capture_output=True, text=True, check=True).stdout.split()


def fetch(folder):
    """What the images install. None, or why it cannot be had."""
    why = have_pip_and_index() or next((f"{name} is not installed" for name in ("docker-registry", "node", "npm", ENGINE) if not shutil.which(name)), None)
    if why:
        return why
    for app in APPS.glob("*/requirements.txt"):
        wheels = [PYTHON, "-m", "pip", "download", "--quiet", "--dest", folder / "wheels", "-r", app, "uvicorn", "gunicorn"]
        if subprocess.run(wheels, timeout=600).returncode:
            return "this computer's Python has no pip"
    shutil.copytree(APPS / "express", folder / "node")
    # An installation asks in another way than what writes the lockfile; the cache has to know both.
    for verb in (["install", "--package-lock-only"], ["ci"]):
        npm = ["npm", *verb, "--no-audit", "--no-fund", "--cache", folder / "npm-cache"]
        if subprocess.run(npm, cwd=folder / "node", timeout=600).returncode:
            return "no package index of Node can be reached"
    return None


def start():
    """Fetches what the images install, then runs the tests where the engine is."""
    if ENGINE != "docker" and not IN_SOAK:
        print("skipped: other engines than Docker are for --soak")
        return 77
    with tempfile.TemporaryDirectory(prefix="miaobu-fetched-") as temporary:
        folder = pathlib.Path(temporary)
        why = fetch(folder)
        if why:
            print("skipped:", why)
            return 77
        environment = {**os.environ, "MIAOBU_TEST_WHEELS": folder / "wheels", "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": folder / "wheels",
                       "MIAOBU_TEST_NPM_CACHE": folder / "npm-cache", "MIAOBU_TEST_NODE_APP": folder / "node"}
        environment = {name: str(value) for name, value in environment.items()}
        wrappers = [("sdk", f"with_{ENGINE}.mjs"), ("build", "with_python_image.mjs"), ("build", "with_node_image.mjs")]
        command = [part for room, name in wrappers for part in (NODE, HERE.parent / room / name)]
        return subprocess.run([*command, sys.executable, __file__, "inside"], env=environment).returncode


if __name__ == "__main__":
    if sys.argv[1:] != ["inside"]:
        sys.exit(start())
    unittest.main(argv=sys.argv[:1])
