"""Domains and previews on the command line, against the emulator and resolvers of our own."""

import http.client
import json
import pathlib
import sqlite3
import subprocess
import unicodedata
import unittest
import urllib.parse

from doh_server import DohServer
from program import PROGRAM, Answer, SiteTest

HOST = "www.shop.cn"


class Domains(SiteTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dns = DohServer()
        cls.addClassCleanup(cls.dns.end)
        cls.source = cls.folder / "site"
        cls.source.mkdir()
        cls.write("first")
        cls.deployed = cls.miaobu.deploy(cls.source, "--slug", "shop")
        [database] = [path for path in (cls.folder / "home").rglob("*") if path.is_file() and path.suffix in (".db", ".sqlite", ".sqlite3")
                      and path.read_bytes()[:15] == b"SQLite format 3"]
        with sqlite3.connect(database) as connection:
            connection.execute("INSERT INTO setting (key, value) VALUES ('domains/resolvers', ?)", (cls.dns.setting(),))

    @classmethod
    def write(cls, words):
        (cls.source / "index.html").write_text(f"<h1>{words}</h1>")

    def page(self, host, headers=None, method="GET", path="/"):
        return self.miaobu.get(self.deployed["url"], path, {"Host": f"{host}:{self.miaobu.emulator()['sitePort']}", **(headers or {})}, method)

    def enter(self, host, password):
        """The form of the password page, as a browser sends it."""
        connection = http.client.HTTPConnection("127.0.0.1", self.miaobu.emulator()["sitePort"], timeout=60)
        connection.request("POST", "/.miaobu/gate?next=%2F", urllib.parse.urlencode({"password": password}),
                           {"Host": f"{host}:{connection.port}", "Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"})
        answer = Answer(connection.getresponse())
        connection.close()
        return answer

    def protect(self, name, password):
        call = subprocess.run([PROGRAM, "previews", "protect", "shop", name], env=self.miaobu.environment, input=password + "\n", text=True,
                              capture_output=True, timeout=300)
        self.assertEqual(call.returncode, 0, call.stderr)

    def said(self, *arguments):
        """What a person reads."""
        call = subprocess.run([PROGRAM, *arguments], env=self.miaobu.environment, stdin=subprocess.DEVNULL, text=True, capture_output=True, timeout=300)
        self.assertEqual(call.returncode, 0, call.stderr)
        return call

    def test_a_domain_from_its_first_record_to_its_last(self):
        added = self.miaobu.run("domains", "add", "shop", " https://WWW.Shop.cn/ ", "--no-wait")
        self.assertEqual((added["host"], added["stage"], added["problem"]), (HOST, "ownership", "record-missing"))
        text, alias = added["records"]
        self.assertEqual((text["type"], text["name"], text["shortName"]), ("TXT", f"_miaobu-verification.{HOST}", "_miaobu-verification.www"))
        self.assertEqual(added["expected"], text["value"])
        self.assertEqual([answer["source"] for answer in added["answers"]], ["one", "two"])

        self.dns.texts[text["name"]] = [text["value"]]
        self.dns.aliases[HOST] = "old-host.example"
        looked = self.miaobu.run("domains", "verify", "shop", HOST, "--no-wait", expect=1)
        self.assertEqual((looked["stage"], looked["problem"], looked["found"]), ("cname", "record-wrong", "old-host.example"))
        self.assertEqual(looked["expected"], alias["value"])

        self.dns.aliases[HOST] = alias["value"]
        self.assertEqual(self.miaobu.run("domains", "verify", "shop", HOST)["state"], "live")
        self.assertEqual(self.page(HOST).body, b"<h1>first</h1>")
        [own, domain] = self.miaobu.run("domains", "list", "shop")[:2]
        self.assertEqual((own["own"], domain["host"], domain["serves"], domain["deployment"]), (True, HOST, "latest", 1))

        self.miaobu.run("domains", "serve", "shop", HOST, "1")
        self.write("second")
        number = self.miaobu.deploy(self.source)["number"]
        self.assertEqual(self.page(HOST).body, b"<h1>first</h1>")
        served = self.miaobu.run("domains", "serve", "shop", HOST, "latest")
        self.assertEqual((served["deployment"], served["serves"]), (number, "latest"))
        self.assertEqual(self.page(HOST).body, b"<h1>second</h1>")

        removed = self.miaobu.run("domains", "remove", "shop", HOST)
        self.assertEqual((removed["state"], removed["left"], removed["problem"]), ("removing", "record", "still-leads-here"))
        self.assertEqual(self.page(HOST).status, 404)
        self.assertEqual(self.miaobu.run("domains", "remove", "shop", HOST, "--forget")["state"], "gone")
        self.assertNotIn(HOST, [host["host"] for host in self.miaobu.run("domains", "list", "shop")])

    def test_a_filing_and_a_zone_of_their_own_are_spoken_of(self):
        self.miaobu.control("POST", "esa", {"coverage": "domestic", "zones": ["filed.cn"], "hostnames": {"www.filed.cn": {"icp": "missing"}}})
        self.addCleanup(self.miaobu.control, "DELETE", "faults")
        host = "www.filed.cn"
        said = self.said("domains", "add", "shop", host, "--no-wait")
        for words in ("needs an ICP filing", "Its zone is in this account", "_miaobu-verification.www.filed.cn"):
            self.assertIn(words, said.stderr)
        records = {record["type"]: record for record in self.miaobu.run("domains", "list", "shop")[-1]["records"]}
        self.dns.texts[records["TXT"]["name"]] = [records["TXT"]["value"]]
        self.dns.aliases[host] = records["CNAME"]["value"]
        looked = self.miaobu.run("domains", "verify", "shop", host, "--no-wait", expect=1)
        self.assertEqual((looked["stage"], looked["problem"], looked["needsIcp"]), ("hostname", "offline-icp", True))
        self.miaobu.control("POST", "esa", {"hostnames": {host: {}}})
        self.assertEqual(self.miaobu.run("domains", "verify", "shop", host)["state"], "live")
        self.miaobu.control("POST", "esa", {"coverage": "overseas"})
        del self.dns.aliases[host]
        self.assertEqual(self.miaobu.run("domains", "remove", "shop", host)["state"], "gone")

    def test_a_name_below_the_base_domain(self):
        said = self.said("domains", "add", "shop", "second.localhost")
        self.assertEqual(said.stdout.splitlines()[-1], f"http://second.localhost:{self.miaobu.emulator()['sitePort']}/")
        self.assertEqual(self.page("second.localhost").status, 200)
        self.assertEqual(self.miaobu.run("domains", "remove", "shop", "second.localhost")["state"], "gone")
        self.assertEqual(self.page("second.localhost").status, 404)

    def test_what_cannot_be_connected(self):
        for typed, why in {"*.shop.cn": "wildcard", "com.cn": "public-suffix", "10.0.0.1": "address", "www.localhost": "base-reserved"}.items():
            answer = self.miaobu.run("domains", "add", "shop", typed, expect=1)
            self.assertEqual((answer["error"]["kind"], answer["error"]["detail"]), ("DomainInvalid", why))
        self.assertEqual(self.miaobu.run("domains", "verify", "shop", "nothing.cn", expect=1)["error"]["kind"], "DomainUnknown")
        self.assertEqual(self.miaobu.run("domains", "add", "shop", expect=2), None)

    def test_a_preview_with_a_password(self):
        self.write("preview")
        password = "open sesame of the preview"
        call = subprocess.run([PROGRAM, "deploy", self.source, "--target", "local", "--preview", "redesign", "--protect", "--json"],
                              env=self.miaobu.environment, input=password + "\n", text=True, capture_output=True, timeout=300)
        self.assertEqual(call.returncode, 0, call.stderr)
        self.assertTrue(json.loads(call.stdout.strip().splitlines()[-1])["url"].startswith("http://shop-redesign.localhost:"))
        host = "shop-redesign.localhost"
        asked = self.page(host, {"Accept": "text/html"})
        self.assertEqual(asked.status, 401)
        self.assertIn("noindex", asked.headers["x-robots-tag"])
        self.assertNotIn(b"preview</h1>", asked.body)
        self.assertNotEqual(self.page("shop.localhost").body, b"<h1>preview</h1>")
        [listed] = self.miaobu.run("previews", "list", "shop")
        self.assertEqual((listed["name"], listed["protected"], listed["host"]), ("redesign", True, host))
        kept = [path for path in pathlib.Path(self.folder).rglob("*") if path.is_file() and password.encode() in path.read_bytes()]
        self.assertEqual(kept, [])
        self.assertEqual(self.enter(host, "another").status, 401)
        entered = self.enter(host, password)
        self.assertEqual((entered.status, entered.headers["location"]), (303, "/"))
        cookie = entered.headers["set-cookie"].split(";")[0]
        self.assertEqual(self.page(host, {"Cookie": cookie}).body, b"<h1>preview</h1>")
        # Another password, typed in the other way that Unicode has for the same letters: who was let in before is out.
        self.protect("redesign", unicodedata.normalize("NFD", "Café 芝麻开门"))
        self.assertEqual(self.page(host, {"Cookie": cookie}).status, 401)
        self.assertEqual(self.enter(host, password).status, 401)
        entered = self.enter(host, unicodedata.normalize("NFC", "Café 芝麻开门"))
        self.assertEqual(self.page(host, {"Cookie": entered.headers["set-cookie"].split(";")[0]}).body, b"<h1>preview</h1>")
        self.miaobu.run("previews", "unprotect", "shop", "redesign")
        self.assertEqual(self.page(host).body, b"<h1>preview</h1>")
        self.miaobu.run("previews", "remove", "shop", "redesign")
        self.assertEqual(self.page(host).status, 404)
        self.assertEqual(self.miaobu.run("previews", "list", "shop"), [])
        self.assertEqual(self.miaobu.run("deploy", self.source, "--preview", "Not a name", expect=1)["error"]["kind"], "PreviewNameInvalid")


if __name__ == "__main__":
    unittest.main()
