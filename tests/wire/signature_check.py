"""Recomputes the signature of a request from nothing but what was on the wire and the secret.

Written from Alibaba Cloud's descriptions: "V3 request body & signature mechanism" (ACS3-HMAC-SHA256) and, for OSS, "Include a V4 signature
in the Authorization header", "Include a V4 signature in a URL" and "PostObject" (OSS4-HMAC-SHA256). It shares no code with the program.
"""

import base64
import hashlib
import hmac
import json
import re
from urllib.parse import quote, unquote_to_bytes


class Wrong(Exception):
    """Why a request would be refused."""


class Request:
    def __init__(self, captured):
        self.method = captured["method"]
        path, _, query = captured["target"].partition("?")
        self.segments = [unquote_to_bytes(segment) for segment in path.split("/")]
        self.query = []
        for pair in filter(None, query.split("&")):
            name, _, value = pair.partition("=")
            if "+" in pair:
                raise Wrong("a + in a query may be read as a space")
            self.query.append((unquote_to_bytes(name), unquote_to_bytes(value)))
        self.headers = {}
        for name, value in captured["headers"]:
            if name.lower() in self.headers:
                raise Wrong(f"{name} is there twice")
            self.headers[name.lower()] = value.strip()
        self.body = base64.b64decode(captured["body"])

    def header(self, name):
        if name not in self.headers:
            raise Wrong(f"no {name}")
        return self.headers[name]


def encode(text, keep=""):
    # RFC 3986: letters, digits and - _ . ~ stay.
    return quote(text, safe=keep)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def mac(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def same(expected, found):
    if not hmac.compare_digest(expected, found):
        raise Wrong("the signature does not fit the request")


def check_acs(request, keys):
    form = re.fullmatch(
        r"ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})", request.header("authorization"))
    if not form or form[1] != keys["accessKeyId"]:
        raise Wrong("Authorization has another form or another key")
    signed = form[2].split(";")
    due = sorted(name for name in request.headers if name in ("host", "content-type") or name.startswith("x-acs-"))
    if signed != due:
        raise Wrong(f"signed are {signed}, sent are {due}")
    for name in ("action", "version", "date", "signature-nonce", "content-sha256"):
        request.header("x-acs-" + name)
    if request.headers.get("x-acs-security-token", "") != keys["securityToken"]:
        raise Wrong("the token is missing or another")
    digest = sha256(request.body)
    if request.header("x-acs-content-sha256") != digest:
        raise Wrong("the digest is not the body's")
    pairs = sorted((encode(name), encode(value)) for name, value in request.query)
    lines = [request.method, "/".join(encode(segment) for segment in request.segments),
             "&".join(f"{name}={value}" for name, value in pairs)]
    lines += [f"{name}:{request.headers[name]}" for name in signed]
    lines += ["", ";".join(signed), digest]
    to_sign = "ACS3-HMAC-SHA256\n" + sha256("\n".join(lines).encode())
    same(mac(keys["accessKeySecret"].encode(), to_sign).hex(), form[3])


def oss_key(secret, credential, keys):
    identity, date, region, product, version = credential.split("/")
    if (identity, product, version) != (keys["accessKeyId"], "oss", "aliyun_v4_request"):
        raise Wrong("the credential names another key or service")
    key = ("aliyun_v4" + secret).encode()
    for part in (date, region, product, version):
        key = mac(key, part)
    return key


def oss_signature(request, keys, credential, moment):
    # A loopback address is always asked path style, so the path is the canonical URI already.
    pairs = sorted((encode(n), encode(v)) for n, v in request.query if n != b"x-oss-signature")
    names = sorted(n for n in request.headers if n in ("content-type", "content-md5") or n.startswith("x-oss-"))
    lines = [request.method, "/".join(encode(segment) for segment in request.segments),
             "&".join(f"{n}={v}" if v else n for n, v in pairs)]
    lines += [f"{name}:{request.headers[name]}" for name in names]
    lines += ["", "", "UNSIGNED-PAYLOAD"]
    scope = credential.partition("/")[2]
    to_sign = f"OSS4-HMAC-SHA256\n{moment}\n{scope}\n" + sha256("\n".join(lines).encode())
    return mac(oss_key(keys["accessKeySecret"], credential, keys), to_sign).hex()


def check_oss(request, keys):
    form = re.fullmatch(r"OSS4-HMAC-SHA256 Credential=([^,]+),Signature=([0-9a-f]{64})", request.header("authorization"))
    if not form:
        raise Wrong("Authorization has another form")
    digest = base64.b64encode(hashlib.md5(request.body).digest()).decode()
    if request.headers.get("content-md5", digest) != digest:
        raise Wrong("Content-MD5 is not the body's")
    if request.header("x-oss-content-sha256") != "UNSIGNED-PAYLOAD":
        raise Wrong("x-oss-content-sha256 has another value")
    if request.headers.get("x-oss-security-token", "") != keys["securityToken"]:
        raise Wrong("the token is missing or another")
    moment = request.header("x-oss-date")
    if moment[:8] != form[1].split("/")[1]:
        raise Wrong("the scope is of another day")
    same(oss_signature(request, keys, form[1], moment), form[2])


def check_presigned(request, keys):
    query = {name.decode(): value.decode() for name, value in request.query}
    if query.get("x-oss-security-token", "") != keys["securityToken"]:
        raise Wrong("the token is missing or another")
    if query["x-oss-signature-version"] != "OSS4-HMAC-SHA256" or not 0 < int(query["x-oss-expires"]) <= 604800:
        raise Wrong("the version or the end is wrong")
    same(oss_signature(request, keys, query["x-oss-credential"], query["x-oss-date"]), query["x-oss-signature"])


def form_fields(request):
    """[(name, value)], of which the last is the file."""
    boundary = re.fullmatch(r"multipart/form-data; boundary=([!-~]+)", request.header("content-type"))[1].encode()
    parts = request.body.split(b"\r\n--" + boundary)
    if not parts[0].startswith(b"--" + boundary) or parts.pop() != b"--\r\n":
        raise Wrong("the form does not begin or end as a form does")
    parts[0] = parts[0][len(b"--" + boundary):]
    fields = []
    for part in parts:
        head, _, value = part.partition(b"\r\n\r\n")
        fields.append((re.search(rb'; name="([^"]*)"', head)[1].decode(), value))
    return fields


def check_form(request, keys):
    fields = form_fields(request)
    if fields[-1][0] != "file":
        raise Wrong("the file is not the last field")
    values = {name: value.decode() for name, value in fields[:-1]}
    if values.get("x-oss-security-token", "") != keys["securityToken"]:
        raise Wrong("the token is missing or another")
    key = oss_key(keys["accessKeySecret"], values["x-oss-credential"], keys)
    same(mac(key, values["policy"]).hex(), values["x-oss-signature"])
    conditions = json.loads(base64.b64decode(values["policy"]))["conditions"]
    for name in ("x-oss-credential", "x-oss-date", "x-oss-signature-version"):
        if {name: values[name]} not in conditions:
            raise Wrong(f"the policy says nothing of {name}")
