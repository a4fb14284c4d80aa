#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace miaobu {

/// One line of a file in the format of git's settings: [section "subsection"] key = value.
struct GitSetting {
    QString section; ///< Lower case
    QString subsection;
    QString key; ///< Lower case
    QString value;
};

/// Reads .gitmodules or .lfsconfig. libgit2's own reader would follow an include.path to any file of this computer, and
/// these files are a stranger's. Lines that cannot be read are skipped.
/// https://git-scm.com/docs/git-config#_syntax
[[nodiscard]] QList<GitSetting> readGitSettings(const QByteArray& text);

} // namespace miaobu
