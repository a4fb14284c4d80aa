#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace miaobu {

/// Every "node" program that nvm, fnm, Volta, mise, asdf, nodenv, n, Homebrew, the system or \a path hold on this
/// computer, as absolute paths, each real file once. \a host tells where the home folder and the managers' own folders
/// are. Runs nothing. Shims, which stand for another version in every folder, are left out.
[[nodiscard]] QStringList nodePrograms(const QProcessEnvironment& host, const QString& path);

/// The first executable file \a name in the folders of \a path; empty when there is none. Shims that corepack or a
/// version manager has put there are passed over: they would fetch a program instead of being one.
[[nodiscard]] QString findProgram(const QString& name, const QString& path);

} // namespace miaobu
