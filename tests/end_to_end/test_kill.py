"""The program is killed at any moment of a deployment: visitors never see a broken site, and the project is never stuck.

A few moments by default; fifty with MIAOBU_SOAK=1. The moments are random; a failure names the seed, and MIAOBU_SEED repeats it.
"""

import os
import random
import re
import time
import unittest

from program import SiteTest, slug_of

SOAK = os.environ.get("MIAOBU_SOAK") == "1"
KILLS = 50 if SOAK else 5
SEED = int(os.environ.get("MIAOBU_SEED") or random.randrange(1 << 32))
FILES = 40


class Killed(SiteTest):
    def write(self, version):
        """Every file says which version it belongs to, so that a mixture shows."""
        source = self.folder / "fragile"
        source.mkdir(exist_ok=True)
        for number in range(FILES):
            (source / f"part-{number}.txt").write_text(f"version {version}\n")
        links = "".join(f"<a href=part-{number}.txt>" for number in range(FILES))
        (source / "index.html").write_text(f"<!doctype html><title>version {version}</title>{links}")
        return source

    def version_seen(self, url):
        """The one version that all files of the live site belong to."""
        start = self.miaobu.get(url)
        self.assertEqual(start.status, 200, start.body)
        version = int(re.search(rb"version (\d+)", start.body)[1])
        for number in range(FILES):
            part = self.miaobu.get(url, f"/part-{number}.txt")
            self.assertEqual((part.status, part.body), (200, f"version {version}\n".encode()), f"part {number}")
            self.assertEqual(part.headers["x-miaobu-deployment"], start.headers["x-miaobu-deployment"])
        return version

    def test_at_random_moments(self):
        chance = random.Random(SEED)
        source = self.write(0)
        url = self.miaobu.deploy(source)["url"]
        # Slow enough that a kill falls into publishing as often as into what is quick.
        self.miaobu.control("POST", "faults", {"delay": 20})
        self.write(1)
        begin = time.monotonic()
        self.miaobu.deploy(source)
        usual = time.monotonic() - begin

        live = 1
        for kill in range(KILLS):
            version = 2 + kill
            with self.subTest(seed=SEED, kill=kill):
                self.write(version)
                process = self.miaobu.start("deploy", source, "--target", "local")
                time.sleep(chance.uniform(0, usual * 1.1))
                process.kill()
                process.communicate()
                seen = self.version_seen(url)
                self.assertIn(seen, (live, version), "the old site or the new one")
                live = seen
                if kill % 5 == 4:
                    live = self.recovers(source, url, version)
        self.recovers(source, url, 1 + KILLS)

    def recovers(self, source, url, version):
        """The next start finds nothing that is stuck, and the next deployment goes live."""
        deployed = self.miaobu.deploy(source)
        self.assertEqual(self.version_seen(url), version)
        self.assertEqual(self.miaobu.get(url).headers["x-miaobu-deployment"], str(deployed["id"]))
        states = {deployment["state"] for deployment in self.miaobu.run("deployments", slug_of(url))}
        self.assertFalse(states & {"queued", "running"}, states)
        return version


if __name__ == "__main__":
    unittest.main()
