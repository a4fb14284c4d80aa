#!/usr/bin/env python3
"""Deploys what the generators' own templates make, and compares every address with what the build's output folder held.

    MIAOBU_PROGRAM=build/release/app/miaobu tests/end_to_end/templates.py [--keep FOLDER] [NAME…]

Each project is deployed three times: as it was made, again with nothing changed, and with one file changed.
Takes minutes and several hundred megabytes from npm's registry, so it is no part of ./test; MIAOBU_SOAK=1 lets ctest run it.
"""

import argparse
import json
import os
import pathlib
import shutil
import sys
import tempfile
import time

from program import Miaobu, addresses
from template_projects import TEMPLATES, edit_package

SKIPPED = 77


def keep_output(app, template, kept):
    """Lets the build itself copy its output aside: some builds (Docusaurus) are never the same twice."""
    copy = f"rm -rf {kept} && cp -R {template.output} {kept}"
    scripts = json.loads((app / "package.json").read_text())["scripts"]
    edit_package(app, scripts={template.script: f"{scripts[template.script]} && {copy}"})


def detection_problems(miaobu, folder, template):
    found = miaobu.run("detect", folder, *(["--root", template.root] if template.root else []))
    expected = {"kind": "static", "outputDir": template.output or ".", "isSpa": template.is_app}
    if template.output:
        expected |= {"framework": template.framework, "packageManager": template.manager,
                     "buildCommand": f"{template.manager} run {template.script}"}
    return [f"detected {name} {found[name]!r}, not {value!r}" for name, value in expected.items() if found[name] != value]


def site_problems(miaobu, url, built, is_app):
    """Where the site differs from the folder that the build filled."""
    names = sorted(str(path.relative_to(built)) for path in built.rglob("*") if path.is_file())
    problems = [] if names else ["the build's folder is empty"]
    for name in names:
        expected = (built / name).read_bytes()
        for path in addresses(name, names):
            answer = miaobu.get(url, path)
            if answer.status != 200:
                problems.append(f"{path}: {answer.status}")
            elif answer.body != expected:
                problems.append(f"{path}: other bytes")
    if is_app and miaobu.get(url, "/deep/link/of.app").body != (built / "index.html").read_bytes():
        problems.append("a deep link is not the start page")
    # The only page of a bundler answers for every address.
    has_pages = sum(name.endswith(".html") for name in names) > 1
    if not is_app and has_pages and miaobu.get(url, "/no/such/page").status != 404:
        problems.append("a missing page is not 404")
    return problems


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def new_bytes(before, after):
    """What must travel: the bytes of every file whose content the site does not hold yet."""
    known = set(before.values())
    return sum(len(body) for body in after.values() if body not in known)


def check(miaobu, folder, template):
    """A summary and the problems found with one template."""
    app = folder / template.root
    kept = folder.with_name(folder.name + "-output")
    problems = detection_problems(miaobu, folder, template)
    if template.output:
        keep_output(app, template, kept)
    root = ["--root", template.root] if template.root else []

    def deploy():
        begin = time.monotonic()
        deployed = miaobu.deploy(folder, *root)
        if not template.output:
            shutil.copytree(folder, kept, dirs_exist_ok=True)
        return deployed, time.monotonic() - begin

    first, seconds = deploy()
    before = contents(kept)
    problems += site_problems(miaobu, first["url"], kept, template.is_app)
    again, seconds_again = deploy()
    if again["bytesSent"] != 0:
        problems.append(f"nothing changed, and {again['bytesSent']} bytes were sent")
    changed = folder / template.change
    changed.write_bytes(changed.read_bytes() + b"\n")
    third, seconds_third = deploy()
    after = contents(kept)
    if third["bytesSent"] != new_bytes(before, after):
        problems.append(f"{template.change} changed: {third['bytesSent']} bytes were sent of {new_bytes(before, after)}")
    problems += site_problems(miaobu, third["url"], kept, template.is_app)
    differing = sum(1 for name, body in after.items() if before.get(name) != body)
    return (f"{len(before)} files, {first['bytes'] / 1e6:.1f} MB, {seconds:.0f} s; unchanged {seconds_again:.1f} s, 0 bytes; "
            f"one changed {seconds_third:.0f} s, {differing} files, {third['bytesSent']} bytes"), problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(TEMPLATES))
    parser.add_argument("--keep", help="make the projects here and leave them")
    parser.add_argument("--in-soak", action="store_true", help="do nothing unless MIAOBU_SOAK is 1")
    options = parser.parse_args()
    if options.in_soak and os.environ.get("MIAOBU_SOAK") != "1":
        return SKIPPED
    failed = False
    with tempfile.TemporaryDirectory(prefix="miaobu-templates-") as temporary:
        root = pathlib.Path(options.keep or temporary).resolve()
        root.mkdir(parents=True, exist_ok=True)
        miaobu = Miaobu(pathlib.Path(temporary) / "home")
        try:
            for name in options.names or TEMPLATES:
                template = TEMPLATES[name]
                try:
                    shutil.rmtree(root / name, ignore_errors=True)
                    template.make(root / name)
                    summary, problems = check(miaobu, root / name, template)
                except Exception as error:  # One template that fails must not hide the others.
                    summary, problems = "", [str(error)]
                failed = failed or bool(problems)
                print(f"{'FAILED' if problems else 'ok':7} {name:15} {summary}", *problems[:8], sep="\n        ", flush=True)
        finally:
            miaobu.end()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
