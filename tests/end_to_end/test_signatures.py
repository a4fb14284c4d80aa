"""Everything that is sent to a cloud from the set-up to the removal has a signature that an independent checker finds right, and parameters
that Alibaba Cloud's own clients or its documentation know."""

import collections
import json
import pathlib
import sys
import unittest
import urllib.parse

from program import SiteTest
from recording_proxy import RecordingProxy

WIRE = pathlib.Path(__file__).parent.parent / "wire"
sys.path.insert(0, str(WIRE))
import signature_check  # noqa: E402


def name_of(request):
    return request.headers.get("x-acs-action") or f"{request.method} object"


def known_parameters():
    """The names that each action was recorded with, or is described with."""
    names = collections.defaultdict(set)
    recorded = json.loads((WIRE / "data" / "acs.json").read_text())["requests"]
    for request in recorded + json.loads((WIRE / "data" / "unrecorded.json").read_text()):
        names[request["action"]].update(name for name, _ in request["query"] + request["form"])
    return names


def parameters_of(request):
    form = request.body.decode() if request.headers.get("content-type") == "application/x-www-form-urlencoded" else ""
    return {name.decode() for name, _ in request.query} | {name for name, _ in urllib.parse.parse_qsl(form, keep_blank_values=True)}


class Signatures(SiteTest):
    def proxy(self, url):
        proxy = RecordingProxy(urllib.parse.urlsplit(url).netloc)
        self.addCleanup(proxy.close)
        return proxy

    def test_every_request_is_signed_right(self):
        info = self.miaobu.run("emulator", "start")
        objects, api = self.proxy(info["ossEndpoint"]), self.proxy(info["apiEndpoint"])
        config = {"name": "prod", "accessKeyId": info["accessKeyId"], "region": info["region"],
                  "baseDomain": f"localhost:{info['sitePort']}",
                  "oss": {"bucket": info["bucket"], "endpoint": objects.url},
                  "esa": {"siteId": info["siteId"], "endpoint": api.url, "kvNamespace": info["kvNamespace"], "routine": "miaobu-router"},
                  "fc": {"endpoint": api.url}, "acr": {"endpoint": api.url}, "sts": {"endpoint": api.url}}
        folder = self.folder / "home" / "targets"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "prod.json").write_text(json.dumps(config))
        self.miaobu.environment["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = info["accessKeySecret"]

        self.miaobu.run("target", "check", "prod")
        self.miaobu.run("target", "setup", "prod", "--yes")
        self.miaobu.run("edge", "status", "--target", "prod")
        source = self.folder / "site"
        (source / "images").mkdir(parents=True)
        (source / "images" / "喵 a+b 100%~!'().svg").write_text("<svg/>")
        for text in ("one", "two"):
            (source / "index.html").write_text(text)
            deployed = self.miaobu.run("deploy", source, "--slug", "signed", "--target", "prod")
        self.assertEqual(self.miaobu.get(deployed["url"]).body, b"two")
        self.miaobu.run("purge", "signed", "--url", "/a.js")
        self.miaobu.run("rollback", "signed")
        self.miaobu.run("doctor", "signed", expect=None)
        self.miaobu.run("delete", "signed", "--yes")

        keys = {"accessKeyId": info["accessKeyId"], "accessKeySecret": info["accessKeySecret"], "securityToken": ""}
        seen = set()
        for check, proxy in ((signature_check.check_oss, objects), (signature_check.check_acs, api)):
            for captured in proxy.requests:
                request = signature_check.Request(captured)
                seen.add(name_of(request))
                with self.subTest(name_of(request), target=captured["target"]):
                    check(request, keys)
        due = {"PUT object", "GET object", "HEAD object", "POST object", "PutKv", "GetKv", "DeleteKv", "PurgeCaches", "GetPurgeQuota",
               "DescribePurgeTasks", "CreateRecord", "ListRecords", "CreateRoutine", "CommitRoutineStagingCode", "CreateRoutineCodeDeployment",
               "CreateRoutineRoute", "ListSiteRoutes", "ListCustomHostnames", "GetCallerIdentity"}
        self.assertLessEqual(due, seen)
        known = known_parameters()
        for captured in api.requests:
            request = signature_check.Request(captured)
            action = request.header("x-acs-action")
            with self.subTest(action):
                self.assertLessEqual(parameters_of(request), known[action])
        nonces = [dict(captured["headers"])["x-acs-signature-nonce"] for captured in api.requests]
        self.assertEqual(len(set(nonces)), len(nonces))


if __name__ == "__main__":
    unittest.main()
