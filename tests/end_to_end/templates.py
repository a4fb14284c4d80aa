#!/usr/bin/env python3
"""Deploys what the generators' own templates make, and compares every address with a build made beside it.

    MIAOBU_PROGRAM=build/release/app/miaobu tests/end_to_end/templates.py [--keep FOLDER] [NAME…]

Takes minutes and several hundred megabytes from npm's registry, so it is no part of ./test; MIAOBU_SOAK=1 lets ctest run it.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from program import Miaobu, addresses

NPM = {**os.environ, "CI": "1", "npm_config_yes": "true", "npm_config_fund": "false", "npm_config_audit": "false",
       "NEXT_TELEMETRY_DISABLED": "1", "ASTRO_TELEMETRY_DISABLED": "1", "NG_CLI_ANALYTICS": "false"}


SKIPPED = 77


def command(folder, *words, answers=""):
    done = subprocess.run(words, cwd=folder, env=NPM, input=answers, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=900)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout[-3000:]}")


def generator(*words, answers=""):
    """A template made by one command; NAME stands for the folder."""
    def make(folder):
        command(folder.parent, *(word.replace("NAME", folder.name) for word in words), answers=answers)
    return make


def written(files):
    """A template that its project only documents as files to write."""
    def make(folder):
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(json.dumps(content, indent=2) if isinstance(content, dict) else content)
    return make


def sveltekit(folder):
    command(folder.parent, "npx", "sv@latest", "create", folder.name, "--template", "minimal", "--types", "jsdoc", "--no-add-ons", "--no-install")
    package = json.loads((folder / "package.json").read_text())
    package["devDependencies"]["@sveltejs/adapter-static"] = "^3"
    (folder / "package.json").write_text(json.dumps(package, indent=2))
    for config in folder.glob("*.config.*"):
        text = config.read_text().replace("@sveltejs/adapter-auto", "@sveltejs/adapter-static")
        # Its version is the time of the build, unless given: two builds would differ.
        config.write_text(text.replace("adapter: adapter()", "adapter: adapter(), version: { name: 'same' }"))
    (folder / "src/routes/+layout.js").write_text("export const prerender = true;\n")


def next_export(folder):
    command(folder.parent, "npx", "create-next-app@latest", folder.name, "--js", "--no-tailwind", "--no-eslint", "--app", "--no-src-dir",
            "--import-alias", "@/*", "--skip-install", "--disable-git", "--empty", "--yes")
    config = next(folder.glob("next.config.*"))
    # A build of a site made twice has the same names only when its id is given.
    config.write_text("export default { output: 'export', images: { unoptimized: true }, generateBuildId: () => 'same' };\n")


def vite(name):
    return generator("npm", "create", "vite@latest", "NAME", "--", "--template", name)


# name: how it is made, the folder its build fills, whether any address is a page of the app
TEMPLATES = {
    "vite-react": (vite("react"), "dist", True),
    "vite-vue": (vite("vue"), "dist", True),
    "vite-svelte": (vite("svelte"), "dist", True),
    "astro": (written({
        "package.json": {"name": "journal", "private": True, "type": "module", "scripts": {"dev": "astro dev", "build": "astro build"},
                         "dependencies": {"astro": "^5.0.0"}},
        "astro.config.mjs": "import { defineConfig } from 'astro/config';\nexport default defineConfig({});\n",
        "src/pages/index.astro": "---\n---\n<html lang=\"en\"><body><h1>Journal</h1><a href=\"/about/\">About</a></body></html>\n<style>h1 { color: teal }</style>\n",
        "src/pages/about.md": "# About\n", "src/pages/404.astro": "<html lang=\"en\"><body>not here</body></html>\n", "public/robots.txt": "User-agent: *\n",
    }), "dist", False),
    "vitepress": (written({
        "package.json": {"name": "docs", "private": True, "type": "module", "scripts": {"docs:dev": "vitepress dev docs",
                         "docs:build": "vitepress build docs"}, "devDependencies": {"vitepress": "^1.6.0"}},
        "docs/index.md": "---\nlayout: home\nhero:\n  name: Docs\n---\n",
        "docs/guide/start.md": "# Start\n\nRead [the examples](../examples).\n",
        "docs/examples.md": "# Examples\n",
    }), "docs/.vitepress/dist", False),
    "docusaurus": (generator("npx", "create-docusaurus@latest", "NAME", "classic", "--skip-install", "--javascript"), "build", False),
    "sveltekit": (sveltekit, "build", False),
    "next-export": (next_export, "out", False),
    "angular": (generator("npx", "@angular/cli@20", "new", "NAME", "--defaults", "--skip-install", "--skip-git", "--ssr=false"),
                "dist/*/browser", True),
    "eleventy": (written({
        "package.json": {"name": "blog", "private": True, "scripts": {"build": "eleventy"}, "devDependencies": {"@11ty/eleventy": "^3.0.0"}},
        "eleventy.config.js": "module.exports = (config) => { config.addPassthroughCopy('style.css'); };\n",
        "index.md": "# Blog\n\n[About](/about/)\n", "about.md": "# About\n", "404.html": "not here\n", "style.css": "body { margin: 0 }\n",
    }), "_site", False),
    "slidev": (generator("npm", "create", "slidev@latest", "NAME", answers="n\n"), "dist", True),
}


def built_beside(folder):
    """The same template, built as its own documentation says."""
    beside = folder.with_name(folder.name + "-beside") / folder.name
    shutil.copytree(folder, beside, dirs_exist_ok=True, symlinks=True)
    command(beside, "npm", "install")
    script = next(name for name in ("build", "docs:build") if name in json.loads((beside / "package.json").read_text())["scripts"])
    command(beside, "npm", "run", script)
    return beside


def check(miaobu, folder, output, is_app):
    """Problems found at the site of one template."""
    begin = time.monotonic()
    deployed = miaobu.deploy(folder)
    seconds = time.monotonic() - begin
    url = deployed["url"]
    beside = built_beside(folder)
    built = next(beside.glob(output))
    names = sorted(str(path.relative_to(built)) for path in built.rglob("*") if path.is_file())
    problems = []
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
    page = miaobu.get(url).body.decode()
    for link in re.findall(r'(?:src|href)="(/[^"#?]+\.(?:js|css|svg|png))"', page):
        if miaobu.get(url, link).status != 200:
            problems.append(f"the start page names {link}")
    if not is_app and miaobu.get(url, "/no/such/page").status != 404:
        problems.append("a missing page is not 404")
    return f"{len(names)} files, {deployed['bytes'] / 1e6:.1f} MB, {seconds:.0f} s", problems


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
                make, output, is_app = TEMPLATES[name]
                try:
                    if not (root / name).exists():
                        make(root / name)
                    summary, problems = check(miaobu, root / name, output, is_app)
                except Exception as error:  # One template that fails must not hide the others.
                    summary, problems = "", [str(error)]
                failed = failed or bool(problems)
                print(f"{'FAILED' if problems else 'ok':7} {name:12} {summary}", *problems[:8], sep="\n        ", flush=True)
        finally:
            miaobu.end()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
