"""The real program, its emulator and the sites it serves, as a person at a terminal has them."""

import http.client
import json
import os
import pathlib
import subprocess
import tempfile
import unicodedata
import unittest
import urllib.parse

PROGRAM = os.environ["MIAOBU_PROGRAM"]


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()


class Miaobu:
    """One MIAOBU_HOME."""

    def __init__(self, home):
        self.environment = {**os.environ, "MIAOBU_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}

    def start(self, *arguments, log=subprocess.DEVNULL):
        return subprocess.Popen([PROGRAM, *map(str, arguments)], env=self.environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=log, text=True)

    def run(self, *arguments, expect=0):
        """The JSON document a command prints; expect=None takes any end."""
        with tempfile.TemporaryFile("w+") as log:
            process = self.start(*arguments, "--json", log=log)
            output, _ = process.communicate(timeout=900)
            log.seek(0)
            assert expect is None or process.returncode == expect, f"{arguments} ended with {process.returncode}\n{output}\n{log.read()[-6000:]}"
        lines = output.strip().splitlines()
        return json.loads(lines[-1]) if lines else None

    def deploy(self, source, *arguments):
        return self.run("deploy", source, "--target", "local", *arguments)

    def emulator(self):
        return self.run("emulator", "status")

    def control(self, method, path, body=None):
        """A control call of the emulator: faults, delays and counters."""
        info = self.emulator()
        address = urllib.parse.urlsplit(info["apiEndpoint"])
        connection = http.client.HTTPConnection(address.hostname, address.port, timeout=60)
        connection.request(method, f"/emulator/{path}", json.dumps(body) if body else None,
                           {"Authorization": f"Bearer {info['accessKeySecret']}"})
        answer = Answer(connection.getresponse())
        connection.close()
        assert answer.status in (200, 204), answer.body
        return json.loads(answer.body) if answer.body else None

    def get(self, url, path="/", headers=None, method="GET"):
        """What a visitor gets. Connects to loopback itself: not every resolver knows *.localhost."""
        site = urllib.parse.urlsplit(url)
        connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
        connection.request(method, path, headers={"Host": site.netloc, **(headers or {})})
        answer = Answer(connection.getresponse())
        connection.close()
        return answer

    def end(self):
        subprocess.run([PROGRAM, "emulator", "stop"], env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)


def slug_of(url):
    return urllib.parse.urlsplit(url).hostname.split(".")[0]


class SiteTest(unittest.TestCase):
    """A test with a home and a folder of its own; the emulator is ended with it."""

    @classmethod
    def setUpClass(cls):
        cls._temporary = tempfile.TemporaryDirectory(prefix="miaobu-e2e-")
        cls.addClassCleanup(cls._temporary.cleanup)
        cls.folder = pathlib.Path(cls._temporary.name)
        cls.miaobu = Miaobu(cls.folder / "home")
        cls.addClassCleanup(cls.miaobu.end)

    def assert_same_bytes(self, url, folder, leave_out=()):
        """Every file below a folder is what its address gives, and pages are at their addresses without .html, too."""
        names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
        names = [name for name in names if name not in leave_out]
        self.assertTrue(names)
        for name in names:
            expected = (folder / name).read_bytes()
            for path in addresses(name, names):
                answer = self.miaobu.get(url, path)
                self.assertEqual((answer.status, len(answer.body)), (200, len(expected)), f"{path} for {name}")
                self.assertEqual(answer.body, expected, f"{path} for {name}")
        return names


def addresses(name, names):
    """Where a file is expected: at its own name, and for a page at the addresses people write."""
    path = "/" + urllib.parse.quote(unicodedata.normalize("NFC", name))
    found = [path]
    if name == "index.html" or name.endswith("/index.html"):
        found.append(path.removesuffix("index.html"))
        if name != "index.html" and name.removesuffix("/index.html") + ".html" not in names:
            found.append(path.removesuffix("/index.html"))
    elif name.endswith(".html"):
        found.append(path.removesuffix(".html"))
    return found
