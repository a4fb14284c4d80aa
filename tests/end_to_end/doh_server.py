"""Public resolvers that a test scripts: DNS over HTTPS in JSON, on loopback."""

import http.server
import json
import threading
import urllib.parse

TYPES = {"TXT": 16, "A": 1, "NS": 2}


class DohServer:
    def __init__(self):
        self.texts = {}
        self.aliases = {}
        owner = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))
                body = json.dumps(owner.answer(query["name"].lower(), query["type"])).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def answer(self, name, kind):
        found = []
        while name in self.aliases and len(found) < 8:
            found.append({"name": name, "type": 5, "TTL": 60, "data": self.aliases[name] + "."})
            name = self.aliases[name]
        if kind == "TXT":
            found += [{"name": name, "type": TYPES[kind], "TTL": 60, "data": f'"{text}"'} for text in self.texts.get(name, [])]
        return {"Status": 0 if found else 3, "Answer": found}

    def setting(self):
        port = self._server.server_address[1]
        return "\n".join(f"{name} http://127.0.0.1:{port}/{name}" for name in ("one", "two"))

    def end(self):
        self._server.shutdown()
        self._server.server_close()
