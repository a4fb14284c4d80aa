"""A folder becomes a site: the same bytes, nothing sent twice, and only what changed the next time."""

import pathlib
import shutil
import unittest

from program import SiteTest, slug_of

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Sec-Fetch-Dest": "document", "Sec-Fetch-Mode": "navigate"}

HTML_SITE = {
    "index.html": b"<!doctype html><title>start</title><link rel=stylesheet href=style.css>",
    "about.html": b"<!doctype html><title>about</title>",
    "docs/index.html": b"<!doctype html><title>docs</title>",
    "docs/v1.2/index.html": b"<!doctype html><title>docs of 1.2</title>",
    "404.html": b"<!doctype html><title>not here</title>",
    "style.css": b"body { color: #123 }",
    "empty.txt": b"",
    "LICENSE": b"Do what you like.",
    "images/\u55b5 a+b 100%.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "large.bin": bytes(range(256)) * 12_000,
}


class HtmlSite(SiteTest):
    def test_from_the_first_deployment_to_a_change(self):
        source = self.folder / "plain-site"
        for name, content in HTML_SITE.items():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes(content)

        with self.subTest("the first deployment sends every file"):
            first = self.miaobu.deploy(source)
            self.assertEqual(first["objectsSent"], len(HTML_SITE))
            self.assertEqual(first["bytesSent"], sum(map(len, HTML_SITE.values())))
            self.assert_same_bytes(first["url"], source)
            answer = self.miaobu.get(first["url"])
            self.assertEqual(answer.headers["x-miaobu-deployment"], str(first["id"]))
            self.assertEqual(answer.headers["content-type"].replace(" ", "").lower(), "text/html;charset=utf-8")
            self.assertIn("no-cache", answer.headers["cache-control"])

        with self.subTest("a page that is missing is the site's own 404 page"):
            answer = self.miaobu.get(first["url"], "/no/such/page", BROWSER)
            self.assertEqual((answer.status, answer.body), (404, HTML_SITE["404.html"]))

        with self.subTest("an asset that is missing is no page"):
            answer = self.miaobu.get(first["url"], "/missing.js")
            self.assertEqual(answer.status, 404)
            self.assertNotIn(b"<", answer.body)

        with self.subTest("the manifest is nobody's business"):
            self.assertEqual(self.miaobu.get(first["url"], "/.miaobu/manifest.json").status, 404)

        with self.subTest("nothing changed: nothing is sent"):
            before = self.miaobu.control("GET", "counters").get("PutObject", {"calls": 0})
            again = self.miaobu.deploy(source)
            after = self.miaobu.control("GET", "counters").get("PutObject", {"calls": 0})
            self.assertEqual((again["objectsSent"], again["bytesSent"]), (0, 0))
            self.assertLessEqual(after["calls"] - before["calls"], 1, "at most the manifest")
            self.assert_same_bytes(again["url"], source)

        with self.subTest("one file changed: its bytes and no others"):
            changed = b"<!doctype html><title>about, again</title>"
            (source / "about.html").write_bytes(changed)
            third = self.miaobu.deploy(source)
            self.assertEqual((third["objectsSent"], third["bytesSent"]), (1, len(changed)))
            self.assert_same_bytes(third["url"], source)
            self.assertEqual(self.miaobu.get(third["url"]).headers["x-miaobu-deployment"], str(third["id"]))

        with self.subTest("roll back"):
            self.miaobu.run("rollback", slug_of(first["url"]), first["id"])
            self.assertEqual(self.miaobu.get(first["url"], "/about").body, HTML_SITE["about.html"])


class ViteSite(SiteTest):
    def test_deep_links_and_hashed_files(self):
        source = self.folder / "vite-site"
        shutil.copytree(pathlib.Path(__file__).parent / "vite-site", source)
        deployed = self.miaobu.deploy(source)
        url = deployed["url"]
        start = self.miaobu.get(url).body
        self.assertIn(b"/assets/index-", start)
        for path in ("/user/42", "/user/john.doe", "/deep/link/"):
            for headers in (BROWSER, {"Accept": "*/*"}):
                answer = self.miaobu.get(url, path, headers)
                self.assertEqual((answer.status, answer.body), (200, start), path)
        script = start.decode().split('src="')[1].split('"')[0]
        answer = self.miaobu.get(url, script)
        self.assertEqual(answer.status, 200)
        self.assertIn("immutable", answer.headers["cache-control"])
        self.assertEqual(self.miaobu.get(url, "/assets/gone.js", {"Sec-Fetch-Dest": "script"}).status, 404)
        self.assertEqual(self.miaobu.get(url, "/icon.svg").body, (source / "public/icon.svg").read_bytes())
        self.assertFalse((source / "dist").exists(), "a source folder stays as it is")

        again = self.miaobu.deploy(source)
        self.assertTrue(again["buildReused"])
        self.assertEqual((again["objectsSent"], again["bytesSent"]), (0, 0))
        self.assertEqual(self.miaobu.get(url).body, start)


if __name__ == "__main__":
    unittest.main()
