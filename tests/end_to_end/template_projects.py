"""Projects as the generators of the npm registry make them, or as their documentation says to write them."""

import dataclasses
import json
import os
import subprocess

NPM = {**os.environ, "CI": "1", "npm_config_yes": "true", "npm_config_fund": "false", "npm_config_audit": "false",
       "NEXT_TELEMETRY_DISABLED": "1", "ASTRO_TELEMETRY_DISABLED": "1", "NUXT_TELEMETRY_DISABLED": "1", "NG_CLI_ANALYTICS": "false"}


@dataclasses.dataclass(frozen=True)
class Template:
    make: object
    framework: str
    output: str
    is_app: bool = False  # Any address is a page of the app.
    change: str = ""  # A file copied as it is: changing it changes that file alone. Others change their page.
    manager: str = "npm"
    script: str = "build"
    root: str = ""  # The app of a monorepo.


def command(folder, *words, answers=""):
    done = subprocess.run(words, cwd=folder, env=NPM, input=answers, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=900)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout[-3000:]}")


def edit_package(folder, **members):
    """Sets members of package.json; objects are merged."""
    package = json.loads((folder / "package.json").read_text())
    for name, value in members.items():
        package[name] = {**package.get(name, {}), **value} if isinstance(value, dict) else value
    (folder / "package.json").write_text(json.dumps(package, indent=2))


def generator(*words):
    """A template made by one command; NAME stands for the folder."""
    def make(folder):
        command(folder.parent, *(word.replace("NAME", folder.name) for word in words))
    return make


def written(package, files):
    """A template that its project only documents as files to write."""
    def make(folder):
        manifest = {"name": folder.name, "private": True, **package}
        for name, content in {"package.json": json.dumps(manifest, indent=2), **files}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content)
    return make


def managed(make, *install, **members):
    """A template with the lockfile that its package manager writes."""
    def make_and_lock(folder):
        make(folder)
        edit_package(folder, **members)
        command(folder, *install)
        command(folder, "rm", "-rf", "node_modules")
    return make_and_lock


def plain(folder):
    for name, content in {"index.html": "<h1>Hi</h1>\n", "about.html": "<p>About</p>\n", "deep/index.html": "deep\n", "style.css": "\n"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)


def vite(name):
    return generator("npm", "create", "vite@latest", "NAME", "--", "--template", name)


def sveltekit(folder):
    command(folder.parent, "npx", "sv@latest", "create", folder.name, "--template", "minimal", "--types", "jsdoc", "--no-add-ons", "--no-install")
    edit_package(folder, devDependencies={"@sveltejs/adapter-static": "^3"})
    for config in folder.glob("*.config.*"):
        config.write_text(config.read_text().replace("@sveltejs/adapter-auto", "@sveltejs/adapter-static"))
    (folder / "src/routes/+layout.js").write_text("export const prerender = true;\n")


def next_export(folder):
    command(folder.parent, "npx", "create-next-app@latest", folder.name, "--js", "--no-tailwind", "--no-eslint", "--app", "--no-src-dir",
            "--import-alias", "@/*", "--skip-install", "--disable-git", "--empty", "--yes")
    next(folder.glob("next.config.*")).write_text("export default { output: 'export', images: { unoptimized: true } };\n")
    (folder / "public").mkdir(exist_ok=True)
    (folder / "public/robots.txt").write_text("User-agent: *\n")


def slidev(folder):
    command(folder.parent, "npm", "create", "slidev@52", folder.name, answers="n\n")
    # The newest ones can be there before the packages they consist of.
    edit_package(folder, dependencies={"@slidev/cli": "51.8.2"})
    overrides = "".join(f"  '{name}': 66.5.12\n" for name in ("unocss", "@unocss/extractor-mdc", "@unocss/reset", "@unocss/vite"))
    with (folder / "pnpm-workspace.yaml").open("a") as workspace:
        workspace.write(f"\noverrides:\n{overrides}")


def monorepo(folder):
    """A pnpm workspace with two apps and a library that one of them uses."""
    (folder / "apps").mkdir(parents=True)
    (folder / "packages/words").mkdir(parents=True)
    (folder / "package.json").write_text(json.dumps({"name": "shop", "private": True, "scripts": {"build": "pnpm -r build"}}))
    (folder / "pnpm-workspace.yaml").write_text("packages:\n  - apps/*\n  - packages/*\n")
    (folder / "packages/words/package.json").write_text(json.dumps({"name": "@shop/words", "version": "1.0.0", "type": "module", "main": "index.js"}))
    (folder / "packages/words/index.js").write_text("export const title = 'words from the workspace';\n")
    vite("react")(folder / "apps/web")
    vite("vanilla")(folder / "apps/admin")
    edit_package(folder / "apps/web", dependencies={"@shop/words": "workspace:*"})
    main = next((folder / "apps/web/src").glob("main.*"))
    main.write_text("import { title } from '@shop/words';\ndocument.title = title;\n" + main.read_text())
    command(folder, "npx", "pnpm@10", "install", "--lockfile-only")


def hexo(folder):
    command(folder.parent, "npx", "hexo-cli@latest", "init", folder.name, "--no-install")
    (folder / "source/robots.txt").write_text("User-agent: *\n")


ASTRO = {"astro.config.mjs": "import { defineConfig } from 'astro/config';\nexport default defineConfig({});\n",
         "src/pages/index.astro": '---\n---\n<html lang="en"><body><h1>Journal</h1><a href="/about/">About</a></body></html>\n<style>h1 { color: teal }</style>\n',
         "src/pages/about.md": "# About\n", "src/pages/404.astro": '<html lang="en"><body>not here</body></html>\n', "public/robots.txt": "User-agent: *\n"}
VITEPRESS = {"docs/index.md": "---\nlayout: home\nhero:\n  name: Docs\n---\n", "docs/guide/start.md": "# Start\n\nRead [the examples](../examples).\n",
             "docs/examples.md": "# Examples\n", "docs/public/robots.txt": "User-agent: *\n"}
ELEVENTY = {"eleventy.config.js": "module.exports = (config) => { config.addPassthroughCopy('style.css'); config.addPassthroughCopy({ 'pictures': 'img' }); };\n",
            "index.md": "# Blog\n\n[About](/about/)\n", "about.md": "# About\n", "404.html": "not here\n", "style.css": "body { margin: 0 }\n",
            "pictures/a b+c.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n'}
NUXT = {"nuxt.config.ts": "export default defineNuxtConfig({ compatibilityDate: '2025-01-01' });\n", "public/robots.txt": "User-agent: *\n",
        "pages/index.vue": '<template><div>Start <NuxtLink to="/about">About</NuxtLink></div></template>\n', "pages/about.vue": "<template><p>About</p></template>\n"}
GATSBY = {"gatsby-config.js": "module.exports = { siteMetadata: { title: 'Site' }, plugins: [] };\n", "static/robots.txt": "User-agent: *\n",
          "src/pages/index.js": "import * as React from 'react';\nexport default () => <h1>Start</h1>;\n",
          "src/pages/404.js": "import * as React from 'react';\nexport default () => <h1>not here</h1>;\n",
          "src/pages/about.js": "import * as React from 'react';\nexport default () => <h1>About</h1>;\n"}
ROUTER = {"react-router.config.ts": "export default { ssr: false };\n", "public/robots.txt": "User-agent: *\n",
          "vite.config.ts": "import { reactRouter } from '@react-router/dev/vite';\nimport { defineConfig } from 'vite';\nexport default defineConfig({ plugins: [reactRouter()] });\n",
          "app/root.tsx": "import { Outlet, Scripts } from 'react-router';\nexport default function Root() { return <html lang=\"en\"><head><title>App</title></head><body><Outlet /><Scripts /></body></html>; }\n",
          "app/routes.ts": "import { index } from '@react-router/dev/routes';\nexport default [index('home.tsx')];\n",
          "app/home.tsx": "export default function Home() { return <h1>Home</h1>; }\n"}
STORYBOOK = {".storybook/main.js": "export default { framework: '@storybook/html-vite', stories: ['../stories/*.stories.js'], staticDirs: ['../public'] };\n",
             "stories/button.stories.js": "export default { title: 'Button', render: () => '<button>Yes</button>' };\nexport const Yes = {};\n",
             "public/robots.txt": "User-agent: *\n"}
PARCEL = {"src/index.html": '<!doctype html><link rel="stylesheet" href="style.css"><script type="module" src="app.js"></script><h1>Hi</h1>\n',
          "src/style.css": "h1 { color: teal }\n", "src/app.js": "document.title = 'Parcel';\n"}
VUEPRESS = {"docs/README.md": "# Start\n\n[Guide](guide.md)\n", "docs/guide.md": "# Guide\n", "docs/.vuepress/public/robots.txt": "User-agent: *\n",
            "docs/.vuepress/config.js": "import { viteBundler } from '@vuepress/bundler-vite';\nimport { defaultTheme } from '@vuepress/theme-default';\n"
                                        "export default { bundler: viteBundler(), theme: defaultTheme() };\n"}


def scripts(build, **packages):
    return {"type": "module", "scripts": {"build": build}, "dependencies": packages}


PICTURE = "public/favicon.svg"
TEMPLATES = {
    "plain-html": Template(plain, "static-html", "", change="style.css"),
    "vite-react": Template(vite("react"), "vite", "dist", True, PICTURE),
    "vite-vue": Template(vite("vue"), "vite", "dist", True, PICTURE),
    "vite-svelte": Template(vite("svelte"), "vite", "dist", True, PICTURE),
    "vite-preact": Template(vite("preact-ts"), "vite", "dist", True, "index.html"),
    "vite-solid": Template(vite("solid"), "vite", "dist", True, PICTURE),
    "vite-lit": Template(vite("lit"), "vite", "dist", True, PICTURE),
    "vite-vanilla-ts": Template(vite("vanilla-ts"), "vite", "dist", False, PICTURE),
    "astro": Template(written(scripts("astro build", astro="^5.0.0"), ASTRO), "astro", "dist", change="public/robots.txt"),
    "vitepress": Template(written({"type": "module", "scripts": {"docs:dev": "vitepress dev docs", "docs:build": "vitepress build docs"},
                                   "devDependencies": {"vitepress": "^1.6.0"}}, VITEPRESS),
                          "vitepress", "docs/.vitepress/dist", change="docs/public/robots.txt", script="docs:build"),
    "docusaurus": Template(generator("npx", "create-docusaurus@latest", "NAME", "classic", "--skip-install", "--javascript"),
                           "docusaurus", "build", change="static/img/logo.svg"),
    "sveltekit": Template(sveltekit, "sveltekit", "build", change="static/robots.txt"),
    "next-export": Template(next_export, "next", "out", change="public/robots.txt"),
    "angular": Template(generator("npx", "@angular/cli@20.3.41", "new", "NAME", "--defaults", "--skip-install", "--skip-git", "--ssr=false"),
                        "angular", "dist/angular/browser", True, "public/favicon.ico"),
    "eleventy": Template(written({"scripts": {"build": "eleventy"}, "devDependencies": {"@11ty/eleventy": "^3.0.0"}}, ELEVENTY),
                         "eleventy", "_site", change="style.css"),
    "slidev": Template(slidev, "slidev", "dist", True, "slides.md", "pnpm"),
    "nuxt": Template(written(scripts("nuxt generate", nuxt="^3.0.0", vue="^3", **{"vue-router": "^4"}), NUXT), "nuxt", ".output/public", change="public/robots.txt"),
    "hexo": Template(hexo, "hexo", "public", change="source/robots.txt"),
    "react-router": Template(written(scripts("react-router build", **{"@react-router/dev": "^7", "@react-router/node": "^7", "react": "^19", "react-dom": "^19",
                                                                     "react-router": "^7", "vite": "^6", "isbot": "^5"}), ROUTER),
                             "react-router", "build/client", True, "public/robots.txt"),
    "vuepress": Template(written(scripts("vuepress build docs", vuepress="2.0.0-rc.30", vue="^3", **{"@vuepress/bundler-vite": "2.0.0-rc.30", "@vuepress/theme-default": "2.0.0-rc.132",
                                                                                             "sass-embedded": "^1"}), VUEPRESS),
                         "vuepress", "docs/.vuepress/dist", change="docs/.vuepress/public/robots.txt"),
    "parcel": Template(written({"scripts": {"build": "parcel build src/index.html"}, "devDependencies": {"parcel": "^2"}}, PARCEL), "parcel", "dist", change="src/index.html"),
    "storybook": Template(written({"type": "module", "scripts": {"build-storybook": "storybook build"}, "devDependencies": {"storybook": "^9", "@storybook/html-vite": "^9", "vite": "^6"}},
                                  STORYBOOK), "storybook", "storybook-static", change="public/robots.txt", script="build-storybook"),
    "pnpm": Template(managed(vite("react"), "npx", "pnpm@10", "install", "--lockfile-only"), "vite", "dist", True, PICTURE, "pnpm"),
    "yarn-1": Template(managed(vite("vue"), "npx", "yarn@1.22.22", "install", "--ignore-scripts"), "vite", "dist", True, PICTURE, "yarn"),
    "yarn-4": Template(managed(vite("vanilla"), "npx", "--package", "@yarnpkg/cli-dist@4", "yarn", "install", "--mode=update-lockfile", packageManager="yarn@4.9.2"),
                       "vite", "dist", False, PICTURE, "yarn"),
    "bun": Template(managed(vite("svelte"), "npx", "bun@1.3", "install", "--lockfile-only"), "vite", "dist", True, PICTURE, "bun"),
    "monorepo": Template(monorepo, "vite", "dist", True, "apps/web/" + PICTURE, "pnpm", root="apps/web"),
    # Its sharp takes libvips from GitHub while it is installed.
    "gatsby": Template(written({"scripts": {"build": "gatsby build"}, "dependencies": {"gatsby": "^5", "react": "^18", "react-dom": "^18"}}, GATSBY),
                       "gatsby", "public", change="static/robots.txt"),
}
