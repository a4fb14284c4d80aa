"""What a person does about the cloud at a terminal: purge, delete in several goes, doctor, and a computer that starts anew."""

import shutil
import unittest
import urllib.parse

from program import SiteTest, slug_of

REFUSED = {"effect": "refuse", "status": 403, "code": "AccessDenied", "times": 1000}


class Cloud(SiteTest):
    def site(self, name, text, **files):
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        (folder / "index.html").write_text(text)
        for file, content in files.items():
            (folder / f"{file}.txt").write_text(content)
        return folder

    def body(self, url):
        return self.miaobu.get(url).body.decode()

    def test_purge(self):
        url = self.miaobu.deploy(self.site("cached", "one"))["url"]
        slug, host = slug_of(url), urllib.parse.urlsplit(url).hostname
        purged = self.miaobu.run("purge", slug)
        self.assertEqual(purged["purged"], [host])
        self.assertEqual([task["state"] for task in purged["tasks"]], ["complete"])
        self.assertGreaterEqual(purged["quota"]["hosts"]["used"], 1)
        purged = self.miaobu.run("purge", slug, "--url", "/a.js", "--url", f"{host}/b.js", "--dir", "images")
        self.assertEqual(purged["purged"], [f"{url}a.js", f"{url}b.js", f"{url}images/"])
        self.assertEqual(self.miaobu.run("purge", slug, "--url", "https://example.com/", expect=1)["error"]["kind"], "HostUnknown")
        self.miaobu.control("POST", "faults", {"faults": [{"action": "PurgeCaches", **REFUSED, "code": "QuotaExceeded"}]})
        error = self.miaobu.run("purge", slug, expect=1)["error"]
        self.miaobu.control("DELETE", "faults")
        self.assertEqual(error["kind"], "QuotaExceeded", error)

    def test_delete_goes_on_where_it_stopped(self):
        source = self.site("removed", "here")
        url = self.miaobu.deploy(source)["url"]
        slug = slug_of(url)
        self.miaobu.run("delete", slug, expect=2)
        self.assertEqual(self.body(url), "here")

        self.miaobu.control("POST", "faults", {"faults": [{"action": "DeleteKv", **REFUSED}]})
        ended = self.miaobu.run("delete", slug, "--yes", expect=1)
        self.miaobu.control("DELETE", "faults")
        self.assertIsNone(ended["removed"])
        self.assertEqual(ended["left"], [urllib.parse.urlsplit(url).hostname, f"projects/{slug}"])
        self.assertEqual([step["state"] for step in ended["steps"]], ["failed", "waiting", "waiting"])
        self.assertEqual(self.body(url), "here")
        self.assertEqual([project["slug"] for project in self.miaobu.run("projects") if project["beingRemoved"]], [slug])
        self.assertEqual(self.miaobu.run("deploy", source, expect=1)["error"]["kind"], "ProjectBeingRemoved")

        self.miaobu.run("delete", slug, "--keep")
        self.assertEqual(self.miaobu.deploy(source)["url"], url)
        self.assertEqual(self.miaobu.run("delete", slug, "--yes")["removed"], slug)
        self.assertEqual(self.miaobu.get(url).status, 404)
        self.assertNotIn(slug, [project["slug"] for project in self.miaobu.run("projects")])

    def test_doctor(self):
        source = self.site("checked", "one")
        first = self.miaobu.deploy(source)
        self.site("checked", "two")
        url, slug = self.miaobu.deploy(source)["url"], slug_of(first["url"])
        self.assertEqual(self.miaobu.run("doctor", slug)["findings"], [])

        def roll_back_elsewhere():
            """Another computer rolls back: this one's database does not hear of it."""
            database = self.folder / "home" / "miaobu.db"
            shutil.copy(database, self.folder / "kept.db")
            self.miaobu.run("rollback", slug, first["id"])
            shutil.copy(self.folder / "kept.db", database)
            self.assertEqual(self.body(url), "one")

        roll_back_elsewhere()
        findings = self.miaobu.run("doctor", slug, expect=1)["findings"]
        self.assertEqual([(finding["kind"], finding["fixes"]) for finding in findings], [("entry-differs", ["adopt", "restore"])])
        self.miaobu.run("doctor", slug, "--fix", "remove", expect=2)
        fixed = self.miaobu.run("doctor", slug, "--fix", "restore")
        self.assertEqual((len(fixed["fixed"]), fixed["findings"]), (1, []))
        self.assertEqual(self.body(url), "two")
        roll_back_elsewhere()
        self.miaobu.run("doctor", slug, "--fix", "adopt")
        self.assertEqual(self.body(url), "one")
        live = [deployment["number"] for deployment in self.miaobu.run("deployments", slug) if deployment["state"] == "live"]
        self.assertEqual(live, [1])


class NewComputer(SiteTest):
    def test_rebuild(self):
        source = self.folder / "kept"
        source.mkdir()
        (source / "same.txt").write_text("same" * 1000)
        for text in ("one", "two"):
            (source / "index.html").write_text(text)
            url = self.miaobu.deploy(source, "--slug", "shop")["url"]
        before = self.miaobu.run("deployments", "shop")
        for file in (self.folder / "home").glob("miaobu.db*"):
            file.unlink()
        self.assertEqual(self.miaobu.run("projects"), [])

        rebuilt = self.miaobu.run("doctor", "--rebuild", "--target", "local")
        self.assertEqual((rebuilt["addedProjects"], rebuilt["addedDeployments"], rebuilt["addedRoutes"]), (["shop"], 2, 1))
        for field in ("id", "number", "state", "url", "files", "bytes"):
            self.assertEqual([deployment[field] for deployment in self.miaobu.run("deployments", "shop")],
                             [deployment[field] for deployment in before], field)
        self.assertEqual(self.miaobu.run("doctor")["findings"], [])

        self.miaobu.run("rollback", "shop")
        self.assertEqual(self.miaobu.get(url).body, b"one")
        moved = source.rename(self.folder / "moved")
        (moved / "index.html").write_text("three")
        third = self.miaobu.deploy(moved, "--slug", "shop")
        self.assertEqual((third["url"], third["number"], third["objectsSent"]), (url, 3, 1))
        self.assertEqual(self.miaobu.get(url).body, b"three")


if __name__ == "__main__":
    unittest.main()
