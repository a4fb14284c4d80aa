#pragma once

#include <QList>
#include <QStringList>

namespace miaobu {

/// How a framework's build is served.
enum class Rendering {
    Static, ///< It leaves files.
    Either, ///< Files or a server, as it is configured.
    Server, ///< It needs a Node process.
};

/// What a framework does in a repository when several are there.
enum class FrameworkRole {
    Site, ///< Makes pages.
    Bundler, ///< Makes a page out of an index.html, or a library: only counts where a script runs it or a page is
    ///< there.
    Tool, ///< Makes whatever it is told to: only counts when nothing else is there and a script runs it.
    Backend, ///< Listens on a port: only counts when nothing else is there, and only as a dependency of the running
    ///< program.
};

/// A framework as its repositories show it.
struct Framework {
    QString slug;
    Rendering rendering = Rendering::Static;
    FrameworkRole role = FrameworkRole::Site;
    QStringList packages; ///< Any of them among the dependencies.
    QStringList modules; ///< Stems of its configuration files: "astro.config" is also astro.config.mjs.
    QStringList commands; ///< What builds it, in a script: "astro build".
    bool isCommandOwn = true; ///< Whether the command alone, without the dependency, shows the framework.
    QString outputDir; ///< Where the build goes when nothing says otherwise; empty when only its configuration knows.
    QStringList outputFlags; ///< Of its command, that name another directory.
    QStringList outputKeys; ///< Of its configuration, that do.
    bool isSpa = false; ///< Routes in the browser.
};

/// All known frameworks; where several fit, the first one wins.
[[nodiscard]] const QList<Framework>& frameworkTable();

} // namespace miaobu
