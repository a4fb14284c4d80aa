#pragma once

#include <QMap>
#include <QStringList>

namespace miaobu {

/// A program that a package script runs, when everything around it (npx, cross-env, node_modules/.bin, other scripts)
/// is taken away.
struct Invocation {
    QString program; ///< "vite"
    QStringList arguments;
    QString folder; ///< Where it runs, relative to the package, after "cd docs &&"; empty for the package itself.
    QMap<QString, QString> environment; ///< What is set on its line.

    /// Whether it runs \a command, a program with or without a word that must be among its arguments ("vite build"), to
    /// the end: no server and no watcher.
    [[nodiscard]] bool runs(const QString& command) const;
    /// The value of the first of \a flags, as "--flag value", "--flag=value", or "-fvalue"; empty when none is given.
    [[nodiscard]] QString flag(const QStringList& flags) const;
    [[nodiscard]] bool hasFlag(const QString& name) const;
    /// The first argument that is neither a flag nor the value of one of \a valued, after \a command's own words.
    [[nodiscard]] QString positional(const QString& command, const QStringList& valued) const;
};

} // namespace miaobu
