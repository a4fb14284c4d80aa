"""The package in a clean Debian 12: installed by apt alone, a site is deployed by an ordinary user and visited, and all of it is removed.

test_install.py FOLDER   takes the .deb in FOLDER; the bare system and what apt fetched are kept in $MIAOBU_ROOTS.
test_install.py          makes the bare system alone, for which no package has to be there yet
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PACKAGES = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
ROOTS = pathlib.Path(os.environ.get("MIAOBU_ROOTS", "/var/tmp/miaobu-roots"))
SYSTEM = ROOTS / "bookworm.tar"
ARCHIVES = ROOTS / "archives"


def skip(reason):
    print("Skipped:", reason)
    sys.exit(77)


def archive():
    """The archive that this machine uses; apt knows it."""
    targets = subprocess.run(["apt-get", "indextargets", "--format", "$(CREATED_BY) $(RELEASE) $(SITE)"], capture_output=True, text=True)
    for line in targets.stdout.splitlines():
        kind, release, site = (line.split() + ["", "", ""])[:3]
        if kind == "Packages" and release == "bookworm" and "security" not in site:
            return site
    skip("apt knows no archive of Debian 12 here")


def apt_settings():
    """How this machine reaches the archive: proxies and certificates, not its sources."""
    dump = subprocess.run(["apt-config", "dump", "Acquire"], capture_output=True, text=True).stdout
    return "".join(line + "\n" for line in dump.splitlines() if line.lower().startswith(("acquire::http", "acquire::https")))


def make_system():
    ROOTS.mkdir(parents=True, exist_ok=True)
    ARCHIVES.mkdir(exist_ok=True)
    if SYSTEM.exists():
        return
    made = SYSTEM.with_suffix(".part.tar")
    done = subprocess.run(["mmdebstrap", "--variant=minbase", "--quiet", "--include=ca-certificates", "bookworm", made, archive()],
                          capture_output=True, text=True)
    if done.returncode != 0:
        made.unlink(missing_ok=True)
        skip("no bare Debian 12 could be made of the archive:\n" + done.stderr[-2000:])
    made.rename(SYSTEM)


class System:
    """A bare Debian 12 in a folder. Every command runs in namespaces of its own, and what it leaves running ends with it."""

    def __init__(self, folder):
        self.root = pathlib.Path(folder)
        subprocess.run(["tar", "-xf", SYSTEM, "-C", self.root, "--exclude=./dev/*"], check=True)
        for name in ("etc/resolv.conf", "etc/hosts"):
            shutil.copyfile("/" + name, self.root / name)
        bundle = pathlib.Path("/etc/ssl/certs/ca-certificates.crt")
        if bundle.exists():
            shutil.copyfile(bundle, self.root / "etc/ssl/certs/ca-certificates.crt")
        (self.root / "etc/apt/apt.conf.d/90test").write_text(apt_settings())

    def run(self, script, *, network, user=None, timeout=900):
        """Runs a script of the shell inside, as root or as \a user; gives (status, output)."""
        inside = ["chroot", str(self.root), "env", "-i", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8"]
        inside += ["DEBIAN_FRONTEND=noninteractive", *(f"{name}={os.environ[name]}" for name in ("http_proxy", "https_proxy", "no_proxy") if name in os.environ)] if network else []
        inside += ["runuser", "-l", user, "-c", script] if user else ["sh", "-c", script]
        prepare = f"""set -e
            mount -t proc proc {self.root}/proc
            mount -t tmpfs tmpfs {self.root}/dev
            for node in null zero full random urandom tty; do touch {self.root}/dev/$node; mount --bind /dev/$node {self.root}/dev/$node; done
            mkdir -p {self.root}/dev/shm {self.root}/var/cache/apt/archives; mount -t tmpfs tmpfs {self.root}/dev/shm
            mount --bind {ARCHIVES} {self.root}/var/cache/apt/archives
            ip link set lo up 2>/dev/null || true
            exec "$@" """
        alone = ["unshare", "--mount", "--pid", "--fork", "--kill-child"] + ([] if network else ["--net"])
        done = subprocess.run([*alone, "sh", "-c", prepare, "sh", *inside], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=timeout)
        return done.returncode, done.stdout


VISIT = """const http = require('http');
const url = new URL(process.argv[1]);
http.get({host: '127.0.0.1', port: url.port, path: url.pathname, headers: {host: url.host}}, (answer) => {
    answer.setEncoding('utf8');
    let body = '';
    answer.on('data', (part) => body += part).on('end', () => console.log(answer.statusCode, body));
});"""


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="root-", dir=ROOTS)
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.system = System(cls.folder)
        deb, = PACKAGES.glob("*.deb")
        shutil.copyfile(deb, cls.system.root / "tmp/miaobu.deb")
        status, words = cls.system.run("useradd --create-home --shell /bin/sh mia && find /usr /etc /var/lib -xdev | sort > /tmp/before"
                                       " && apt-get update -qq && apt-get install -y -qq --no-install-recommends /tmp/miaobu.deb", network=True)
        assert status == 0, "the package cannot be installed:\n" + words[-4000:]

    def done(self, script, user="mia"):
        status, words = self.system.run(script, network=False, user=user)
        self.assertEqual(status, 0, words[-4000:])
        return words

    def test_1_the_program_is_whole(self):
        self.assertEqual(self.done("miaobu --version").strip(), os.environ["MIAOBU_VERSION"])
        self.assertNotIn("not found", self.done("ldd /usr/bin/miaobu"))
        icons = [f"icons/hicolor/{size}x{size}/apps/com.miaobu.Desktop.png" for size in (16, 22, 24, 32, 48, 64, 128, 256, 512)]
        for file in (*icons, "icons/hicolor/scalable/apps/com.miaobu.Desktop.svg", "applications/com.miaobu.Desktop.desktop",
                     "metainfo/com.miaobu.Desktop.metainfo.xml", "man/man1/miaobu.1.gz", "man/zh_CN/man1/miaobu.1.gz",
                     "bash-completion/completions/miaobu", "zsh/vendor-completions/_miaobu", "fish/vendor_completions.d/miaobu.fish",
                     "doc/miaobu/copyright"):
            self.assertTrue((self.system.root / "usr/share" / file).stat().st_size > 0, file)

    def test_2_a_site_is_deployed_and_visited_without_any_network(self):
        words = self.done("mkdir site && echo '<h1>Hello from a bare Debian</h1>' > site/index.html && miaobu deploy site 2>log || { cat log; exit 1; };"
                          f" url=$(miaobu projects | grep -o 'http://[^ ]*'); echo \"$url\"; node -e \"{VISIT}\" \"$url\"")
        self.assertIn("http://site.localhost:", words)
        self.assertIn("200 <h1>Hello from a bare Debian</h1>", words)

    def test_3_the_window_opens(self):
        status, words = self.system.run("QT_QPA_PLATFORM=offscreen timeout 8 miaobu", network=False, user="mia")
        self.assertEqual(status, 124, words)  # It was still open.
        self.assertNotRegex(words, "(?i)driver not loaded|could not|cannot")

    def test_4_nothing_is_left(self):
        self.done("apt-get remove -y -qq miaobu && dpkg --purge miaobu", user=None)
        left = self.done("find /usr /etc /var/lib -xdev | sort | comm -13 /tmp/before - | grep -i miaobu || true", user=None)
        self.assertEqual(left, "")
        self.assertTrue((self.system.root / "home/mia/.local/share/miaobu").is_dir(), "a person's own files stay")


if __name__ == "__main__":
    if os.geteuid() != 0:
        skip("a system of its own needs root")
    if PACKAGES and not list(PACKAGES.glob("*.deb")):
        skip(f"there is no package in {PACKAGES}")
    for program in ("mmdebstrap", "unshare", "chroot", "ip"):
        if not shutil.which(program):
            skip(f"{program} is not installed")
    if subprocess.run(["unshare", "--mount", "--pid", "--net", "--fork", "true"], capture_output=True).returncode != 0:
        skip("this machine gives no namespaces")
    make_system()
    if PACKAGES:
        unittest.main()
