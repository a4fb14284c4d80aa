#!/usr/bin/env python3
"""Compares what the program's clients send with what Alibaba's own clients were recorded sending, and recomputes every signature.

usage: test_recorded_wire.py CAPTURE_REQUESTS

data/acs.json and data/oss.json are recordings; data/unrecorded.json is written by hand from the services' documentation, for what was not
recorded. Every action that the program can send must be in one of them.
"""

import base64
import copy
import hashlib
import json
import pathlib
import subprocess
import sys
import unittest
from urllib.parse import parse_qsl, unquote_to_bytes

import signature_check
from signature_check import Request, Wrong

DATA = pathlib.Path(__file__).parent / "data"
SERVICES = {"@alicloud/esa20240910": "esa", "@alicloud/fc20230330": "fc", "@alicloud/sts20150401": "sts"}
CHECKS = {"oss": signature_check.check_oss, "presigned": signature_check.check_presigned, "form": signature_check.check_form}
# Where ours differs on purpose: a private key does not belong into a URL, and the gateway reads query and body alike.
IN_BODY = ("Certificate", "PrivateKey")
SIGNING_HEADERS = ("x-oss-date", "x-oss-content-sha256", "x-oss-security-token")


def read(name):
    return json.loads((DATA / name).read_text())


def token_of(recorded):
    return dict(recorded["headers"]).get("x-acs-security-token") or dict(recorded["headers"]).get("x-oss-security-token") or ""


def acs_expectations():
    """(call, expectation) of every recorded and every written one."""
    recordings = read("acs.json")
    keys = {"accessKeyId": recordings["accessKeyId"], "accessKeySecret": recordings["accessKeySecret"]}
    for recorded in recordings["requests"]:
        service = SERVICES.get(recorded["sdk"])
        # The upload of large values goes to another service.
        if service is None or recorded["action"] == "AuthorizeFileUpload":
            continue
        kind = dict(recorded["headers"]).get("content-type", "")
        expected = {"name": recorded["name"], "service": service, "action": recorded["action"], "method": recorded["method"],
                    "path": recorded["path"], "query": recorded["query"], "form": recorded["form"]}
        if kind.startswith("application/json"):
            expected["json"] = json.loads(recorded["body"])
        if service == "fc":
            parts = recorded["path"].split("/")[3:]
            expected["names"] = [unquote_to_bytes(part).decode() for part in parts[::2]]
        yield call_of(expected, {**keys, "securityToken": token_of(recorded)}), expected
    for expected in read("unrecorded.json"):
        expected["name"] = f"unrecorded/{expected['service']}/{expected['action']}"
        yield call_of(expected, {**keys, "securityToken": ""}), expected


def call_of(expected, keys):
    return {**keys, "service": expected["service"], "action": expected["action"], "names": expected.get("names", []),
            "parameters": expected["query"] + expected["form"], "query": expected["query"], "json": expected.get("json")}


def oss_expectations():
    recordings = read("oss.json")
    for recorded in recordings["requests"]:
        # The program signs no further headers.
        if recorded["additional"]:
            continue
        # The recordings keep no bodies, so ours has a digest of its own.
        body = "hello" if recorded["method"] in ("PUT", "POST") else ""
        digest = base64.b64encode(hashlib.md5(body.encode()).digest()).decode()
        headers = [[name, digest if name == "content-md5" else value]
                   for name, value in recorded["headers"] if name not in SIGNING_HEADERS]
        query = [pair for pair in recorded["query"] if not is_signing(pair[0])]
        call = {"accessKeyId": recordings["accessKeyId"], "accessKeySecret": recordings["accessKeySecret"],
                "securityToken": token_of(recorded) or dict(recorded["query"]).get("x-oss-security-token", ""),
                "service": "presigned" if recorded["kind"] == "presigned" else "oss", "method": recorded["method"],
                "bucket": recorded["bucket"], "key": recorded["key"], "region": recorded["region"], "query": query,
                "headers": headers, "body": body}
        yield call, {"name": recorded["name"], "headers": headers, "query": query}


def is_signing(name):
    return name in ("x-oss-signature-version", "x-oss-date", "x-oss-expires", "x-oss-credential", "x-oss-security-token",
                    "x-oss-signature", "x-oss-additional-headers")


def form_calls():
    for token in ("", "the/token+="):
        yield {"accessKeyId": "LTAI5tTestKeyId0000000001", "accessKeySecret": "TestSecret/With+Symbols=000000001",
               "securityToken": token, "service": "form", "bucket": "gallery-bucket", "region": "cn-hangzhou",
               "key": "u/42/家庭 照片+😀~100%.jpg", "headers": [["Content-Type", "image/jpeg"], ["Cache-Control", "max-age=30"]]}


def decoded(pairs):
    return sorted((name.encode(), value.encode()) for name, value in pairs)


def check(call, captured):
    CHECKS.get(call["service"], signature_check.check_acs)(Request(captured), call)


def damaged(captured):
    """The same request with one thing changed, which no signature may fit."""
    other = "PUT" if captured["method"] != "PUT" else "POST"
    yield {**captured, "method": other}
    yield {**captured, "target": captured["target"] + ("&" if "?" in captured["target"] else "?") + "zz=1"}
    if captured["body"]:
        yield {**captured, "body": base64.b64encode(base64.b64decode(captured["body"]) + b"x").decode()}


class RecordedWire(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.acs = list(acs_expectations())
        cls.oss = list(oss_expectations())
        cls.forms = list(form_calls())
        calls = [call for call, _ in cls.acs + cls.oss] + cls.forms
        answer = subprocess.run([CAPTURE], input=json.dumps(calls).encode(), stdout=subprocess.PIPE, check=True)
        result = json.loads(answer.stdout)
        cls.actions = result["actions"]
        cls.calls = list(zip(calls, result["captured"], strict=True))
        captured = iter(result["captured"])
        cls.acs_captured = [(e, next(captured)) for _, e in cls.acs]
        cls.oss_captured = [(c, e, next(captured)) for c, e in cls.oss]

    def test_every_action_has_an_expectation(self):
        known = {(e["service"], e["action"]) for _, e in self.acs}
        for service, actions in self.actions.items():
            missing = [action for action in actions if (service, action) not in known]
            self.assertEqual(missing, [], service)

    def test_openapi_requests_mean_the_same(self):
        for expected, captured in self.acs_captured:
            with self.subTest(expected["name"]):
                self.compare(expected, Request(captured))

    def compare(self, expected, request):
        secret = [pair for pair in expected["query"] if pair[0] in IN_BODY]
        query = [pair for pair in expected["query"] if pair not in secret]
        form = expected["form"] + secret
        self.assertEqual(request.method, expected["method"])
        self.assertEqual(request.header("x-acs-action"), expected["action"])
        self.assertEqual(request.segments, [unquote_to_bytes(part) for part in expected["path"].split("/")])
        self.assertEqual(sorted(request.query), decoded(query))
        kind = request.headers.get("content-type")
        if "json" in expected:
            self.assertEqual(kind, "application/json; charset=utf-8")
            self.assertEqual(json.loads(request.body), expected["json"])
        elif form:
            self.assertEqual(kind, "application/x-www-form-urlencoded")
            sent = parse_qsl(request.body.decode(), keep_blank_values=True, strict_parsing=True)
            self.assertEqual(decoded(sent), decoded(form))
        else:
            self.assertIsNone(kind)
            self.assertEqual(request.body, b"")

    def test_oss_requests_mean_the_same(self):
        for call, expected, captured in self.oss_captured:
            with self.subTest(expected["name"]):
                request = Request(captured)
                self.assertEqual(request.method, call["method"])
                resource = f"{call['bucket']}/{call['key']}" if call["bucket"] else call["key"]
                self.assertEqual(b"/".join(request.segments), b"/" + resource.encode())
                self.assertEqual(sorted(p for p in request.query if not is_signing(p[0].decode())), decoded(expected["query"]))
                for name, value in expected["headers"]:
                    self.assertEqual(request.header(name.lower()), value)

    def test_every_signature_fits(self):
        for call, captured in self.calls:
            with self.subTest(call.get("action") or call["service"]):
                check(call, captured)

    def test_a_damaged_request_fits_no_signature(self):
        for call, captured in self.calls:
            if call["service"] == "form":
                continue
            for changed in damaged(captured):
                # OSS signs no body.
                if changed["body"] != captured["body"] and call["service"] in ("oss", "presigned"):
                    continue
                with self.assertRaises(Wrong):
                    check(call, changed)
            with self.assertRaises(Wrong):
                check({**call, "accessKeySecret": "another"}, captured)

    def test_a_form_is_signed_for_its_policy(self):
        for call, captured in self.calls:
            if call["service"] == "form":
                request = Request(captured)
                fields = dict(signature_check.form_fields(request))
                self.assertEqual(fields["key"].decode(), call["key"])
                self.assertEqual(fields["file"], b"hello")
                forged = copy.deepcopy(captured)
                forged["body"] = base64.b64encode(request.body.replace(fields["policy"], b"e30=")).decode()
                with self.assertRaises(Wrong):
                    check(call, forged)


if __name__ == "__main__":
    CAPTURE = sys.argv.pop(1)
    unittest.main()
