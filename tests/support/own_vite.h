#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace miaobu::test {

/// A site whose page is page.html, by path and content. It is built with a Vite of its own, which takes a moment and says what it does; no registry is
/// asked for it.
inline QHash<QString, QByteArray> siteWithOwnVite(const QByteArray& page) {
    return {{QStringLiteral("page.html"), page},
        {QStringLiteral("package.json"),
            R"({"name":"shop","private":true,"scripts":{"build":"vite build"},"devDependencies":{"vite":"file:./tools/vite"}})"},
        {QStringLiteral("tools/vite/package.json"), R"({"name":"vite","version":"5.0.0","bin":{"vite":"vite.mjs"}})"},
        {QStringLiteral("tools/vite/vite.mjs"), R"(#!/usr/bin/env node
import { cpSync, mkdirSync } from 'node:fs';
for (let part = 1; part <= 20; ++part) {
    console.log(`\x1b[36mpart\x1b[0m ${part} of 20`);
    await new Promise(resolve => setTimeout(resolve, 60));
}
mkdirSync('dist', { recursive: true });
cpSync('page.html', 'dist/index.html');
)"}};
}

/// What "pnpm install" of version 10 wrote for siteWithOwnVite().
inline QByteArray pnpmLockOfOwnVite() {
    return R"(lockfileVersion: '9.0'

settings:
  autoInstallPeers: true
  excludeLinksFromLockfile: false

importers:

  .:
    devDependencies:
      vite:
        specifier: file:./tools/vite
        version: file:tools/vite

packages:

  vite@file:tools/vite:
    resolution: {directory: tools/vite, type: directory}
    hasBin: true

snapshots:

  vite@file:tools/vite: {}
)";
}

} // namespace miaobu::test
