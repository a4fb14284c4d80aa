"""make_wheels.py FOLDER: stand-ins for packages of the index, which no test reaches.

"flask" answers every request with its path, a variable and its user; "gunicorn" is the standard library's server; "native"
has a library of this computer in it, "foreign" one for another processor, "newer" one for a C library nobody has yet.
"""
import glob
import re
import sys
import zipfile

FLASK = """
import os
class Flask:
    def __init__(self, name): pass
    def __call__(self, environment, start):
        start("200 OK", [("Content-Type", "text/plain")])
        return [f"{environment['PATH_INFO']} {os.environ.get('GREETING', '')} {os.getuid()}".encode()]
"""
GUNICORN = """
import importlib, sys
from wsgiref.simple_server import make_server
def main():
    host, port = sys.argv[sys.argv.index("--bind") + 1].split(":")
    module, name = sys.argv[-1].split(":")
    sys.path.insert(0, "")
    make_server(host, int(port), getattr(importlib.import_module(module), name)).serve_forever()
if __name__ == "__main__":
    main()
"""


def wheel(name, files, tag="py3-none-any", scripts=""):
    info = f"{name}-1.0.dist-info"
    files = dict(files)
    files[f"{info}/METADATA"] = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
    files[f"{info}/WHEEL"] = f"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: {tag}\n"
    if scripts:
        files[f"{info}/entry_points.txt"] = f"[console_scripts]\n{scripts}\n"
    files[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(f"{sys.argv[1]}/{name}-1.0-{tag}.whl", "w") as archive:
        for path, content in files.items():
            archive.writestr(path, content)


library = open(glob.glob("/lib/x86_64-linux-gnu/libz.so.1")[0], "rb").read() if glob.glob("/lib/x86_64-linux-gnu/libz.so.1") else b""
linux = "py3-none-manylinux_2_28_x86_64"
wheel("flask", {"flask.py": FLASK})
wheel("gunicorn", {"gunicorn.py": GUNICORN}, scripts="gunicorn = gunicorn:main")
wheel("native", {"native.so": library}, linux)
wheel("foreign", {"foreign.so": library[:18] + b"\xb7\x00" + library[20:]}, linux)
wheel("newer", {"newer.so": re.sub(rb"GLIBC_2\.\d\d?(?=\0)", lambda found: b"GLIBC_2.9" + found[0][9:], library)}, linux)
wheel("elsewhere", {"elsewhere.py": ""}, "py3-none-win_amd64")
