"""Web apps as code packages, without a container engine: the real program, pip, and programs of this computer behind the edge routine.
Runs in a session of its own (tests/support/keyring-run.sh). Needs a package index."""

import os
import pathlib
import sys
import unittest

from web_apps import IN_SOAK, WebAppTest, have_pip_and_index


class Packages(WebAppTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.miaobu.environment["MIAOBU_CONTAINER_ENGINE"] = "none"

    def test_each_framework_answers_as_when_run_directly(self):
        for framework in ("fastapi", "flask", "django") if IN_SOAK else ("django",):
            source = self.source(framework, framework)
            url = self.miaobu.deploy(source, "--slug", framework, "--builder", "package")["url"]
            self.assert_same_answers(url, source, framework, {})
            self.assertIn("item 42\n", self.call("logs", framework, "--runtime").stdout)
        # What an installation costs is paid once.
        self.assert_life("django", source, url, self.programs_of)

    def test_without_an_engine_the_way_without_one_is_named(self):
        source = self.source("fastapi", "engineless")
        error = self.miaobu.run("deploy", source, "--target", "local", "--slug", "engineless", expect=1)["error"]
        self.assertEqual(error["kind"], "EngineMissing")
        self.assertIn("--builder package", self.call("deploy", source, "--target", "local", "--slug", "engineless").stderr)

    def programs_of(self, slug):
        """They are known by the folder they run in: what they are called with names none."""
        found = []
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                folder = os.readlink(process / "cwd")
            except OSError:
                continue  # It has ended.
            if folder.startswith(str(self.folder)) and f"miaobu-{slug}" in folder:
                found.append(process.name)
        return found


if __name__ == "__main__":
    why = have_pip_and_index()
    if why:
        print("skipped:", why)
        sys.exit(77)
    unittest.main()
