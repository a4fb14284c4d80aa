"""What describes the program to a desktop, a shell and man(1) says what the program says, and is well-formed."""

import configparser
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

PROGRAM = os.environ["MIAOBU_PROGRAM"]
TOP = pathlib.Path(__file__).resolve().parents[2]
LINUX = TOP / "installer" / "linux"
HOME = tempfile.TemporaryDirectory()
PLAIN = {**os.environ, "MIAOBU_HOME": HOME.name, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}


def said(*arguments, environment=PLAIN):
    return subprocess.run([PROGRAM, *arguments], env=environment, check=True, capture_output=True, text=True, timeout=60).stdout


def commands():
    """The names of the commands, as the help lists them."""
    return re.findall(r"^ +miaobu ([a-z]+)", said("--help"), re.MULTILINE)


def options(command):
    """The options of a command, as its own help lists them."""
    return set(re.findall(r"^ +(?:-h, )?(--[a-z-]+)", said(command, "--help"), re.MULTILINE))


def tool(name):
    if not shutil.which(name):
        raise unittest.SkipTest(f"{name} is not installed")
    return name


class Desktop(unittest.TestCase):
    file = LINUX / "com.miaobu.Desktop.desktop"

    def test_entry_is_valid(self):
        checked = subprocess.run([tool("desktop-file-validate"), self.file], capture_output=True, text=True)
        self.assertEqual((checked.returncode, checked.stdout + checked.stderr), (0, ""))

    def test_entry_opens_links_and_speaks_chinese(self):
        parser = configparser.RawConfigParser()
        parser.optionxform = str
        parser.read(self.file, encoding="utf-8")
        entry = parser["Desktop Entry"]
        self.assertEqual(entry["MimeType"], "x-scheme-handler/miaobu;")
        self.assertEqual(entry["Exec"], "miaobu %u")
        for key in ("Name", "GenericName", "Comment", "Keywords"):
            self.assertNotEqual(entry[f"{key}[zh_CN]"], entry[key])

    def metainfo(self, folder, *definitions):
        output = pathlib.Path(folder) / "com.miaobu.Desktop.metainfo.xml"
        settings = (f"OUTPUT={output}", f"PROJECT_VERSION={os.environ['MIAOBU_VERSION']}", "MIAOBU_RELEASE_DATE=2026-11-27", *definitions)
        subprocess.run(["cmake", *(part for setting in settings for part in ("-D", setting)), "-P", LINUX / "metainfo.cmake"], check=True)
        return output

    def test_appstream_data_is_valid_with_and_without_a_repository(self):
        for definitions, pictures in (((), 0), (("MIAOBU_REPOSITORY=OWNER/NAME",), 4)):
            with self.subTest(definitions), tempfile.TemporaryDirectory() as folder:
                file = self.metainfo(folder, *definitions)
                checked = subprocess.run([tool("appstreamcli"), "validate", "--no-net", file], capture_output=True, text=True)
                self.assertEqual(checked.returncode, 0, checked.stdout)
                self.assertNotRegex(checked.stdout, r"(?m)^[EWI]:")
                images = xml.etree.ElementTree.parse(file).findall(".//screenshot/image")
                self.assertEqual(len(images), pictures)
                for image in images:
                    self.assertTrue((TOP / image.text.partition("/installer/")[2].join(("installer/", ""))).is_file(), image.text)

    def test_versions_agree(self):
        version = os.environ["MIAOBU_VERSION"]
        self.assertEqual(said("--version").strip(), version)
        first = next(line for line in (TOP / "CHANGELOG.md").read_text(encoding="utf-8").splitlines() if line.startswith("## "))
        self.assertEqual(first.split()[1], version)


class Bash(unittest.TestCase):
    def setUp(self):
        self.script = pathlib.Path(HOME.name) / "completion.bash"
        self.script.write_text(said("completion", "bash"), encoding="utf-8")

    def offered(self, *words):
        """What bash offers for the last of \a words."""
        call = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); compopt() { :; }; _miaobu; printf "%s\\n" "${COMPREPLY[@]}"'
        path = f"{pathlib.Path(PROGRAM).parent}:{os.environ['PATH']}"
        done = subprocess.run(["bash", "-uc", call, "bash", self.script, *words], env={**PLAIN, "PATH": path}, cwd=HOME.name,
                              check=True, capture_output=True, text=True)
        self.assertEqual(done.stderr, "")
        return set(done.stdout.split())

    def test_every_command_with_every_option(self):
        self.assertGreater(len(commands()), 15)
        self.assertEqual(self.offered("miaobu", ""), set(commands()))
        for command in commands():
            self.assertEqual(self.offered("miaobu", command, "--"), options(command), command)

    def test_words_at_their_places(self):
        self.assertEqual(self.offered("miaobu", "edge", ""), {"install", "status"})
        self.assertEqual(self.offered("miaobu", "edge", "in"), {"install"})
        self.assertEqual(self.offered("miaobu", "edge", "install", ""), set())
        self.assertEqual(self.offered("miaobu", "completion", "--json", ""), {"bash", "zsh", "fish"})
        self.assertEqual(self.offered("miaobu", "deploy", "--slug", "x", "--builder", "h"), {"host"})
        self.assertEqual(self.offered("miaobu", "deploy", "--slug", ""), set())

    def test_files_where_files_are_meant(self):
        (pathlib.Path(HOME.name) / "my site").mkdir(exist_ok=True)
        (pathlib.Path(HOME.name) / "my.env").touch()
        self.assertIn("my.env", self.offered("miaobu", "deploy", "--env-file", "my."))
        self.assertIn("my.env", self.offered("miaobu", "env", "import", "slug", "my."))

    def test_projects_by_their_names(self):
        site = pathlib.Path(HOME.name) / "source"
        site.mkdir(exist_ok=True)
        self.assertEqual(self.offered("miaobu", "logs", ""), set())


class OtherShells(unittest.TestCase):
    def test_zsh_reads_it(self):
        script = said("completion", "zsh")
        subprocess.run([tool("zsh"), "-n", "/dev/stdin"], input=script, check=True, text=True)
        for command in commands():
            self.assertIn(f"    {command}) _arguments", script)

    def test_fish_offers_the_same(self):
        script = said("completion", "fish")
        with tempfile.TemporaryDirectory() as home:
            offer = "source - ; complete -C 'miaobu '; echo ----; complete -C 'miaobu deploy --'; echo ----; complete -C 'miaobu edge '"
            done = subprocess.run([tool("fish"), "--no-config", "-c", offer], env={**PLAIN, "HOME": home}, input=script, check=True,
                                  capture_output=True, text=True)
        names, deploy, edge = ({line.split("\t")[0] for line in part.splitlines()} for part in done.stdout.split("----\n"))
        self.assertEqual(names, set(commands()))
        self.assertEqual(deploy, options("deploy"))
        self.assertEqual(edge, {"install", "status"})


class Manual(unittest.TestCase):
    def test_tells_every_command_and_option(self):
        page = said("manual").replace("\\-", "-")
        for command in commands():
            self.assertIn(f".SS \\fB{command}\\fR", page)
            for option in options(command) - {"--help", "--json"}:
                self.assertIn(f"\\fB{option}\\fR", page)

    def test_is_formatted_without_a_warning(self):
        for language in ("C.UTF-8", "zh_CN.UTF-8"):
            page = said("manual", environment={**PLAIN, "LC_ALL": language, "LANGUAGE": language.split(".")[0]})
            done = subprocess.run([tool("groff"), "-K", "utf8", "-T", "utf8", "-man", "-ww", "-z"], input=page.encode(), capture_output=True)
            self.assertEqual((done.returncode, done.stderr.decode()), (0, ""))


class Pages(unittest.TestCase):
    """What the pages for people say can be done and can be found."""

    pages = [page for page in (*TOP.glob("*.md"), *TOP.glob("docs/*.md"), *TOP.glob("*/README.md")) if page.name != "CHANGELOG.md"]

    def calls(self, page):
        """Every call of the program that a page shows, on a line of its own or within a sentence, as (command, options)."""
        for line in page.read_text(encoding="utf-8").splitlines():
            for piece in [line, *re.findall(r"`([^`]+)`", line)]:
                words = re.sub(r"\s#.*", "", piece).split()
                if len(words) > 1 and words[0] in ("./run", "miaobu") and re.fullmatch("[a-z]+", words[1]):
                    yield words[1], [word for word in words if re.fullmatch("--[a-z-]+", word)]

    def test_calls_are_understood(self):
        known = set(commands())
        calls = [(page, *call) for page in self.pages for call in self.calls(page)]
        self.assertGreater(len(calls), 50)
        for page, command, given in calls:
            self.assertIn(command, known, page)
            self.assertLessEqual(set(given), options(command) if given else set(), f"{page}: {command}")

    def test_links_lead_somewhere(self):
        for page in self.pages:
            for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
                if not target.startswith("https://"):
                    self.assertTrue((page.parent / target).exists(), f"{page}: {target}")

    def test_both_readmes_show_the_same_commands(self):
        english, chinese = (sorted(map(str, self.calls(TOP / name))) for name in ("README.md", "README.zh-CN.md"))
        self.assertEqual(english, chinese)


if __name__ == "__main__":
    unittest.main()
