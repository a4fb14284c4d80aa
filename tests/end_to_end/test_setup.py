"""An account is checked and set up from the command line, and a site is deployed to what was made."""

import json
import subprocess
import unittest

from program import PROGRAM, SiteTest

PARTS = ["bucket", "originRecord", "wildcardRecord", "kvNamespace", "routine", "routineRoute"]


class Setup(SiteTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.info = cls.miaobu.run("emulator", "start")
        cls.miaobu.environment["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = cls.info["accessKeySecret"]
        cls.miaobu.environment["ALIBABA_CLOUD_ACCESS_KEY_ID"] = cls.info["accessKeyId"]

    def setUp(self):
        self.miaobu.control("DELETE", "faults")

    def target(self, name, bucket, namespace="miaobu", domain=None, acr=None, **esa):
        """A target whose cloud is the emulator, with a base domain of its own."""
        api = self.info["apiEndpoint"]
        described = {"name": name, "accessKeyId": self.miaobu.environment["ALIBABA_CLOUD_ACCESS_KEY_ID"], "region": self.info["region"],
                     "baseDomain": domain or f"{name}.localhost", "oss": {"bucket": bucket, "endpoint": self.info["ossEndpoint"]},
                     "esa": {"siteId": self.info["siteId"], "endpoint": api, "kvNamespace": namespace, "routine": f"{name}-router", **esa},
                     "fc": {"endpoint": api}, "acr": {"endpoint": api, **(acr or {})}, "sts": {"endpoint": api}}
        path = self.folder / f"{name}.json"
        path.write_text(json.dumps(described))
        self.miaobu.run("target", "add", path)
        return name

    def said(self, *arguments, expect=0):
        """What a person reads."""
        process = subprocess.run([PROGRAM, *arguments], env=self.miaobu.environment, stdin=subprocess.DEVNULL,
                                 capture_output=True, text=True, timeout=300)
        self.assertEqual(process.returncode, expect, process.stdout + process.stderr)
        self.assertNotIn(self.info["accessKeySecret"], process.stdout + process.stderr)
        return process.stdout, process.stderr

    def changes(self):
        counters = self.miaobu.control("GET", "counters")
        return sum(count["calls"] for action, count in counters.items() if not action.startswith(("Get", "List", "Head")))

    def test_a_check_tells_what_is_missing(self):
        name = self.target("checked", "miaobu")
        checked = self.miaobu.run("target", "check", name)
        states = {check["action"]: check["state"] for check in checked["checks"]}
        self.assertEqual(states["esa:PutKv"], "granted")
        self.assertEqual(states["oss:DeleteObject"], "granted")
        self.assertEqual(states["esa:CreateRecord"], "notChecked")
        self.assertIsNone(checked["missingPolicy"])
        self.assertIn(":user/", checked["arn"])

        self.miaobu.control("POST", "faults", {"faults": [{"action": "ListRecords", "always": True, "effect": "deny"}]})
        denied = self.miaobu.run("target", "check", name, expect=1)
        self.assertEqual(denied["missingPolicy"]["Statement"], [{"Action": ["esa:ListRecords"], "Effect": "Allow", "Resource": "*"}])
        output, _ = self.said("target", "check", name, expect=1)
        self.assertIn("✕ esa:ListRecords", output)
        self.assertIn('"esa:ListRecords"', output)

    def test_what_only_web_apps_need_is_no_failure(self):
        name = self.target("simple", "miaobu")
        self.miaobu.control("POST", "faults", {"faults": [{"action": "ListFunctions", "always": True, "effect": "deny"}]})
        checked = self.miaobu.run("target", "check", name)
        denied = next(check for check in checked["checks"] if check["action"] == "fc:ListFunctions")
        self.assertEqual((denied["state"], denied["need"]), ("denied", "webApps"))
        self.assertIsNone(checked["missingPolicy"])
        self.assertEqual(checked["missingPolicyForWebApps"]["Statement"],
                         [{"Action": ["fc:ListFunctions"], "Effect": "Allow", "Resource": "acs:fc:*:*:*"}])
        self.assertNotIn("fc:CreateFunction", str(checked["policy"]))
        self.assertIn("fc:CreateFunction", str(checked["policyForWebApps"]))
        output, _ = self.said("target", "check", name)
        self.assertIn("! fc:ListFunctions: Only web apps need this", output)
        self.assertIn('"fc:ListFunctions"', output)
        self.assertNotIn("Missing.", output)

    def test_a_target_with_a_registry_needs_its_functions(self):
        name = self.target("imaged", "miaobu", acr={"namespace": "my-images"})
        self.miaobu.control("POST", "faults", {"faults": [{"action": "ListFunctions", "always": True, "effect": "deny"}]})
        checked = self.miaobu.run("target", "check", name, expect=1)
        self.assertEqual([statement["Action"] for statement in checked["missingPolicy"]["Statement"]], [["fc:ListFunctions"]])
        self.assertIsNone(checked["policyForWebApps"])
        output, _ = self.said("target", "check", name, expect=1)
        self.assertIn("✕ fc:ListFunctions", output)
        self.assertNotIn("Only web apps", output)

    def test_a_key_that_does_not_work(self):
        name = self.target("keyless", "miaobu")
        self.miaobu.control("POST", "faults", {"faults": [
            {"action": "GetCallerIdentity", "always": True, "status": 403, "code": "InvalidAccessKeyId.Inactive"}]})
        for verb in ("check", "setup"):
            error = self.miaobu.run("target", verb, name, expect=1)["error"]
            self.assertEqual(error["kind"], "CredentialsRejected")

    def test_a_root_key_is_warned_about(self):
        root = self.miaobu.control("GET", "root-key")
        user = dict(self.miaobu.environment)
        self.addCleanup(self.miaobu.environment.update, user)
        self.miaobu.environment["ALIBABA_CLOUD_ACCESS_KEY_ID"] = root["accessKeyId"]
        self.miaobu.environment["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = root["accessKeySecret"]
        name = self.target("rooted", "miaobu")
        self.assertTrue(self.miaobu.run("target", "check", name)["isRoot"])
        output, notes = self.said("target", "check", name)
        self.assertIn("RAM user", notes)
        self.assertIn('"esa:CreateRoutineRoute"', output)

    def test_a_setup_is_planned_made_and_found_again(self):
        name = self.target("made", "made-for-a-test", "made")
        planned = self.miaobu.run("target", "setup", name, expect=2)
        self.assertEqual([step["part"] for step in planned["steps"]], PARTS)
        self.assertEqual({step["state"] for step in planned["steps"]}, {"missing"})
        self.assertTrue(all(step["undo"] for step in planned["steps"]))
        self.assertEqual(self.changes(), 0)

        made = self.miaobu.run("target", "setup", name, "--yes")
        self.assertEqual([(step["part"], step["state"]) for step in made["steps"]], [(part, "done") for part in PARTS])
        learned = json.loads((self.folder / "home" / "targets" / f"{name}.json").read_text())
        self.assertGreater(learned["esa"]["cnameRecordId"], 0)
        self.assertTrue(learned["esa"]["cnameTarget"])
        self.assertEqual(len(learned["accountId"]), 16)

        self.miaobu.control("DELETE", "faults")
        again = self.miaobu.run("target", "setup", name)
        self.assertEqual({step["state"] for step in again["steps"]}, {"present"})
        self.assertEqual(self.changes(), 0)

    def test_what_a_person_has_to_see_to_comes_first(self):
        name = self.target("lost", "lost-for-a-test", siteId=42)
        output, notes = self.said("target", "setup", name, "--yes", expect=1)
        self.assertIn("no such ESA site", output)
        self.assertIn("Nothing was changed", notes)
        step = self.miaobu.run("target", "setup", name, expect=1)["steps"][1]
        self.assertEqual((step["state"], step["obstacle"]), ("blocked", "siteUnknown"))

    def test_a_setup_goes_on_where_it_failed(self):
        name = self.target("halted", "halted-for-a-test", "halted")
        self.miaobu.control("POST", "faults", {"faults": [{"action": "CreateKvNamespace", "always": True, "effect": "deny"}]})
        error = self.miaobu.run("target", "setup", name, "--yes", expect=1)["error"]
        self.assertEqual((error["kind"], error["subject"]), ("AccessDenied", "esa:CreateKvNamespace"))
        self.miaobu.control("DELETE", "faults")
        states = [step["state"] for step in self.miaobu.run("target", "setup", name, "--yes")["steps"]]
        self.assertEqual(states, ["present", "present", "present", "done", "done", "done"])

    def test_a_site_is_deployed_to_what_was_set_up(self):
        name = self.target("served", "miaobu", domain=f"localhost:{self.info['sitePort']}")
        self.miaobu.run("target", "setup", name, "--yes")
        folder = self.folder / "page"
        folder.mkdir()
        (folder / "index.html").write_text("<h1>set up</h1>")
        deployed = self.miaobu.run("deploy", folder, "--target", name)
        self.assertEqual(self.miaobu.get(deployed["url"]).body, b"<h1>set up</h1>")

    def test_the_routine_is_installed_and_recognised(self):
        for name in (self.target("routed", "miaobu"), "local"):
            status = self.miaobu.run("edge", "status", "--target", name)
            self.assertEqual((status["production"], status["versions"]), ("missing", []))
            installed = self.miaobu.run("edge", "install", "--target", name)
            self.assertEqual((installed["production"], installed["isRouted"]), ("ours", True))
            self.assertEqual([version["inProduction"] for version in installed["versions"]], [True])
            self.assertEqual(self.miaobu.run("edge", "status", "--target", name), installed)
        output, _ = self.said("edge", "status")
        self.assertIn("miaobu-router is up to date", output)

    def test_usage(self):
        self.said("target", "check", expect=2)
        self.said("target", "setup", "local", expect=2)
        self.said("edge", "remove", expect=2)
        self.assertEqual(self.miaobu.run("target", "check", "nowhere", expect=1)["error"]["kind"], "TargetUnknown")
        self.assertEqual(self.miaobu.run("edge", "status", "--target", "nowhere", expect=1)["error"]["kind"], "TargetUnknown")


if __name__ == "__main__":
    unittest.main(verbosity=2)
