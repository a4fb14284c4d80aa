#include "app/screens/project/source_place.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

/// \a path as it is within \a checkout, from a log of a build that ran there.
QString relativeTo(const QString& checkout, const QString& path) {
    const QString clean = QDir::cleanPath(QDir::fromNativeSeparators(path));
    const QString prefix = QDir::cleanPath(checkout) + u'/';
    return clean.startsWith(prefix) ? clean.mid(prefix.size()) : clean;
}

QString fileIn(const QString& root, const QString& path) {
    const QString top = QFileInfo(root).canonicalFilePath();
    if (top.isEmpty()) {
        return {};
    }
    const QFileInfo file(QDir::isAbsolutePath(path) ? path : top + u'/' + path);
    const QString real = file.canonicalFilePath();
    return real.startsWith(top + u'/') && QFileInfo(real).isFile() ? real : QString();
}

} // namespace

std::optional<FilePlace> filePlace(
    const LogLink& link, const Project& project, const Deployment& deployment, const QString& checkout) {
    if (link.kind != LogLink::Kind::File) {
        return std::nullopt;
    }
    const QString path = relativeTo(checkout, link.target);
    QStringList roots;
    if (project.source.kind == SourceKind::Folder) {
        roots.append(project.source.location);
    }
    roots.append(checkout);
    for (const QString& root : std::as_const(roots)) {
        // Tools speak of a file from where they run: the app's own root, or the repository's.
        QStringList names{path};
        if (!deployment.plan.rootDirectory.isEmpty() && !QDir::isAbsolutePath(path)) {
            names.prepend(deployment.plan.rootDirectory + u'/' + path);
        }
        for (const QString& name : std::as_const(names)) {
            if (const QString file = fileIn(root, name); !file.isEmpty()) {
                return FilePlace{file, link.line, link.column};
            }
        }
    }
    return std::nullopt;
}

QUrl placeOnGitHub(const LogLink& link, const Project& project, const Deployment& deployment, const QString& checkout) {
    static const QRegularExpression repository(uR"(^https://github\.com/([\w.-]+)/([\w.-]+?)(?:\.git)?/?$)"_s);
    const QRegularExpressionMatch match = repository.match(project.source.location);
    const QString printed = relativeTo(checkout, link.target);
    const bool isWhole = printed != QDir::cleanPath(QDir::fromNativeSeparators(link.target));
    const QString root
        = isWhole || deployment.plan.rootDirectory.isEmpty() ? QString() : deployment.plan.rootDirectory + u'/';
    const QString relative = QDir::cleanPath(root + printed);
    const bool leadsOut = relative.startsWith(u"../"_s) || QDir::isAbsolutePath(printed) || printed.contains(u':');
    if (!match.hasMatch() || deployment.revision.commit.isEmpty() || leadsOut || link.kind != LogLink::Kind::File) {
        return {};
    }
    QUrl url(u"https://github.com"_s);
    url.setPath(u"/%1/%2/blob/%3/%4"_s.arg(match.captured(1), match.captured(2), deployment.revision.commit, relative));
    url.setFragment(link.line > 0 ? u"L%1"_s.arg(link.line) : QString());
    return url;
}

} // namespace miaobu::app
