#include "core/deploy/output_folder.h"

#include "core/async/error.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// Folders below \a root that could be meant, at most three deep, those with an index.html first.
QStringList foldersThatExist(const QString& root) {
    QStringList withIndex;
    QStringList without;
    QStringList waiting{u""_s};
    while (!waiting.isEmpty() && withIndex.size() + without.size() < 40) {
        const QString below = waiting.takeFirst();
        const QDir folder(root + u'/' + below);
        for (const QFileInfo& entry :
            folder.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks | QDir::Hidden, QDir::Name)) {
            const QString name = entry.fileName();
            if (name == u"node_modules"_s || name == u".git"_s) {
                continue;
            }
            const QString path = below.isEmpty() ? name : below + u'/' + name;
            if (QFileInfo(entry.filePath() + u"/index.html"_s).isFile()) {
                withIndex.append(path);
            } else if (below.isEmpty() && !name.startsWith(u'.')) {
                without.append(path);
            }
            if (path.count(u'/') < 2) {
                waiting.append(path);
            }
        }
    }
    return withIndex + without;
}

} // namespace

QString outputFolder(const QString& source, const BuildPlan& plan) {
    const QString top = QFileInfo(source).canonicalFilePath();
    const QString root = QFileInfo(top + u'/' + plan.rootDirectory).canonicalFilePath();
    const QString wanted = plan.outputDir.isEmpty() ? u"."_s : plan.outputDir;
    const QFileInfo output(root + u'/' + wanted);
    const QString below = QDir::cleanPath(plan.rootDirectory.isEmpty() ? wanted : plan.rootDirectory + u'/' + wanted);
    const bool isNamedInside = QDir::isRelativePath(below) && below != u".."_s && !below.startsWith(u"../"_s);
    if (!isNamedInside || (output.exists() && !(output.canonicalFilePath() + u'/').startsWith(top + u'/'))) {
        throw Error(ErrorKind::OutputEscapes, wanted);
    }
    if (!output.isDir()) {
        Error error(ErrorKind::OutputMissing, wanted);
        error.alternatives = foldersThatExist(root);
        throw error;
    }
    return output.canonicalFilePath();
}

} // namespace miaobu
