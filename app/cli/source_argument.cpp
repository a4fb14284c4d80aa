#include "app/cli/source_argument.h"

#include "core/async/error.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

bool isBareRepository(const QString& folder) {
    return QFileInfo(folder + u"/HEAD"_s).isFile() && QFileInfo(folder + u"/objects"_s).isDir()
        && QFileInfo(folder + u"/refs"_s).isDir();
}

Source gitSource(const QString& location) {
    const QUrl url(location);
    if (!url.password().isEmpty()) {
        // The location is stored and shown; a password in it would be too.
        throw Error(ErrorKind::InvalidInput, url.toString(QUrl::RemoveUserInfo), u"a password in the address"_s);
    }
    return {SourceKind::Git, location, {}};
}

} // namespace

Source sourceFromArgument(const QString& argument) {
    static const QRegularExpression hasScheme(u"^[a-z][a-z0-9+.-]*://"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression secureShell(u"^[\\w.-]+@[\\w.-]+:"_s);
    const QString text = argument.trimmed();
    if (hasScheme.match(text).hasMatch() || secureShell.match(text).hasMatch()) {
        return gitSource(text);
    }
    const QFileInfo folder(text);
    if (folder.isDir()) {
        const QString path = folder.canonicalFilePath();
        return isBareRepository(path) ? Source{SourceKind::Git, path, {}} : Source{SourceKind::Folder, path, {}};
    }
    if (const std::optional<QString> repository = repositoryInArgument(text)) {
        return gitSource(u"https://github.com/"_s + *repository + u".git"_s);
    }
    if (folder.exists()) {
        throw Error(ErrorKind::InvalidInput, QDir::cleanPath(folder.absoluteFilePath()),
            u"It is a file; give the folder that holds it."_s);
    }
    throw Error(ErrorKind::FolderMissing, QDir::cleanPath(folder.absoluteFilePath()));
}

std::optional<QString> repositoryInArgument(const QString& argument) {
    static const QRegularExpression onGitHub(u"^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$"_s);
    QString text = argument.trimmed();
    if (!onGitHub.match(text).hasMatch() || QFileInfo(text).isDir()) {
        return std::nullopt;
    }
    if (text.endsWith(u".git"_s)) {
        text.chop(4);
    }
    return text;
}

} // namespace miaobu::app
