"""Web apps of four frameworks, run directly and asked through the edge: the answers have to be the same."""

import contextlib
import hashlib
import http.client
import json
import os
import pathlib
import random
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse

from program import PROGRAM, SiteTest

APPS = pathlib.Path(__file__).parent / "apps"
NODE = shutil.which("node")
IN_SOAK = os.environ.get("MIAOBU_SOAK") == "1"  # Every framework; otherwise one of each kind
STARTS = {
    "fastapi": [sys.executable, "-m", "uvicorn", "main:app", "--host", "127.0.0.1", "--port", "{port}"],
    "flask": [sys.executable, "-m", "gunicorn", "--bind", "127.0.0.1:{port}", "app:app"],
    "django": [sys.executable, "-m", "gunicorn", "--bind", "127.0.0.1:{port}", "shop.wsgi:application"],
    "express": [NODE, "server.js"],
}
# Where the code of an app breaks when it is to break while it starts.
BREAKAGES = {
    "django": ("shop/settings.py", "raise RuntimeError('broken on purpose')\n"),
    "express": ("server.js", "throw new Error('broken on purpose');\n"),
}
# What belongs to a connection, to the moment, to when a file was unpacked, or to the edge's own answer.
NOT_COMPARED = {"date", "server", "connection", "keep-alive", "transfer-encoding", "etag", "last-modified", "x-miaobu-deployment", "x-content-type-options"}
SECRET = "planted-run-time-secret"
MEBIBYTES_10 = random.Random(10).randbytes(10 * 1024 * 1024)
REQUESTS = [
    ("GET", "/", {}, None),
    ("GET", "/items/42?q=%C3%BCn%C3%AF%20%26", {}, None),
    ("HEAD", "/items/42", {}, None),
    ("GET", "/items/none", {}, None),
    ("GET", "/static/hello.txt", {}, None),
    ("GET", "/static/missing.txt", {}, None),
    ("GET", "/cookie", {"Cookie": "seen=before"}, None),
    ("GET", "/redirect", {}, None),
    ("GET", "/stream", {}, None),
    ("POST", "/upload", {"Content-Type": "application/octet-stream"}, MEBIBYTES_10),
    ("DELETE", "/", {}, None),
]


def have_pip_and_index():
    """None, or why dependencies cannot be installed here."""
    if subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True).returncode:
        return "pip is not installed"
    asked = subprocess.run([sys.executable, "-m", "pip", "install", "--no-deps", "--quiet", "--dry-run", "--ignore-installed", "itsdangerous"],
                           capture_output=True, timeout=300)
    return None if asked.returncode == 0 else "no package index can be reached"


def ask(address, host, method, path, headers, body):
    connection = http.client.HTTPConnection(*address, timeout=60)
    connection.request(method, path, body, {"Host": host, **headers})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    fields = [(name.lower(), value) for name, value in answer.getheaders() if name.lower() not in NOT_COMPARED]
    if not content:
        # May be left out of an answer that has no content (RFC 9110, 8.6).
        fields = [field for field in fields if field[0] != "content-length"]
    if method == "HEAD":
        # The emulator's server says of itself that it knows ranges.
        fields = [field for field in fields if field[0] != "accept-ranges"]
    # Flask lists the methods of a route in any order.
    fields = [(name, ", ".join(sorted(value.split(", "))) if name == "allow" else value) for name, value in fields]
    return answer.status, sorted(fields), content


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running_directly(folder, dependencies, framework, variables):
    """The app as its developer runs it; gives its address."""
    port = free_port()
    arguments = [part.format(port=port) for part in STARTS[framework]]
    environment = {**os.environ, **variables, "PYTHONPATH": str(dependencies), "PYTHONDONTWRITEBYTECODE": "1",
                   "NODE_PATH": str(dependencies), "NODE_ENV": "production", "PORT": str(port), "HOST": "127.0.0.1"}
    with open(dependencies / "direct.log", "w+") as log:
        process = subprocess.Popen(arguments, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            deadline = time.monotonic() + 60
            while True:
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                    break
                log.seek(0)
                assert process.poll() is None and time.monotonic() < deadline, log.read()
                time.sleep(0.1)
            yield "127.0.0.1", port
        finally:
            process.terminate()
            process.wait(timeout=20)


def logs_below(folder):
    """The code of a version that nobody runs any more may be removed meanwhile."""
    for where, _, names in os.walk(folder):
        yield from (pathlib.Path(where) / name for name in names if ".log" in name)


class WebAppTest(SiteTest):
    """Deploys apps and compares them with themselves."""

    maxDiff = 4000

    def source(self, framework, name):
        folder = self.folder / name
        shutil.copytree(APPS / framework, folder)
        return folder

    def dependencies(self, framework):
        folder = self.folder / f"{framework}-dependencies"
        if not folder.exists():
            subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--target", folder, "-r", APPS / framework / "requirements.txt"],
                           check=True, timeout=600, capture_output=True)
        return folder

    def site(self, url):
        return ("127.0.0.1", urllib.parse.urlsplit(url).port), urllib.parse.urlsplit(url).netloc

    def assert_same_answers(self, url, folder, framework, variables):
        edge, host = self.site(url)
        with running_directly(folder, self.dependencies(framework), framework, variables) as direct:
            for method, path, headers, body in REQUESTS:
                with self.subTest(framework=framework, request=f"{method} {path}"):
                    status, fields, content = ask(direct, host, method, path, headers, body)
                    seen_status, seen_fields, seen_content = ask(edge, host, method, path, headers, body)
                    # What an app says nothing about, the edge does not keep.
                    if not any(name == "cache-control" for name, _ in fields):
                        self.assertIn(("cache-control", "no-store"), seen_fields)
                        seen_fields = [field for field in seen_fields if field[0] != "cache-control"]
                    self.assertEqual((seen_status, seen_content), (status, content))
                    self.assertEqual(seen_fields, fields)
                    if path == "/upload" and status == 200:
                        self.assertIn(hashlib.sha256(MEBIBYTES_10).hexdigest().encode(), seen_content)

    def page(self, url, path="/"):
        edge, host = self.site(url)
        status, _, content = ask(edge, host, "GET", path, {}, None)
        return status, content.decode()

    def call(self, *arguments, given=""):
        return subprocess.run([PROGRAM, *map(str, arguments)], env=self.miaobu.environment, input=given, text=True, capture_output=True, timeout=120)

    def message(self, url):
        status, content = self.page(url)
        self.assertEqual(status, 200, content)
        return json.loads(content)["message"]

    def assert_life(self, framework, source, url, running):
        """Variables, a rollback, a start that fails, a restart and the end of an app. running(slug) lists what runs it here."""
        slug = source.name
        self.assertEqual(self.call("env", "set", slug, "MESSAGE=old").returncode, 0)
        self.assertEqual(self.call("env", "set", slug, "TOKEN", "--secret", "--run", given=SECRET + "\n").returncode, 0)
        first = self.miaobu.deploy(source)
        self.assertEqual(self.message(url), "old")
        self.assertEqual(self.call("env", "set", slug, "MESSAGE=new", "--run").returncode, 0)
        self.miaobu.deploy(source)
        self.assertEqual(self.message(url), "new")
        self.assertTrue(self.miaobu.deploy(source)["buildReused"])

        log = self.call("logs", slug, "--runtime").stdout
        self.assertIn("starting with ***", log)
        self.assertNotIn(SECRET, log)
        home = pathlib.Path(self.miaobu.environment["MIAOBU_HOME"])
        self.assertFalse([path for path in logs_below(home) if SECRET.encode() in path.read_bytes()])

        self.miaobu.run("rollback", slug, first["number"])
        self.assertEqual(self.message(url), "old")

        name, broken = BREAKAGES[framework]
        good = (source / name).read_text()
        (source / name).write_text(broken)
        error = self.miaobu.run("deploy", source, "--target", "local", expect=1)["error"]
        self.assertEqual(error["kind"], "FunctionFailed")
        self.assertIn("broken on purpose", self.call("logs", slug).stdout)
        self.assertEqual(self.message(url), "old")
        (source / name).write_text(good)

        self.assertEqual(self.call("emulator", "stop").returncode, 0)
        self.assertEqual(running(slug), [])
        self.assertEqual(self.call("emulator", "start").returncode, 0)
        self.assertEqual(self.message(url), "old")
        self.assertNotEqual(running(slug), [])

        self.miaobu.run("delete", slug, "--yes")
        self.assertEqual(self.page(url)[0], 404)
        deadline = time.monotonic() + 30
        while running(slug) and time.monotonic() < deadline:
            time.sleep(0.2)
        self.assertEqual(running(slug), [])
