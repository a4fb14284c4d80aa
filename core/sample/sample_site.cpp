#include "core/sample/sample_site.h"

#include "core/async/error.h"

#include <QDir>
#include <QFile>

// Outside any namespace, as Qt asks: a static library's resources are not linked in by themselves.
static void initSampleResources() {
    Q_INIT_RESOURCE(sample);
}

using namespace Qt::StringLiterals;

namespace miaobu {

QString placeSampleSite(const QString& folder) {
    initSampleResources();
    if (QFile::exists(folder + u"/index.html"_s)) {
        return folder;
    }
    if (!QDir().mkpath(folder)) {
        throw Error(ErrorKind::FileSystem, folder);
    }
    // The page last: one that is there stands for the others.
    for (const QString& name : {u"style.css"_s, u"404.html"_s, u"index.html"_s}) {
        const QString file = folder + u'/' + name;
        QFile::remove(file);
        // A copied resource cannot be written to; this one is there to be changed.
        if (!QFile::copy(u":/sample/"_s + name, file)
            || !QFile::setPermissions(
                file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther)) {
            throw Error(ErrorKind::FileSystem, file);
        }
    }
    return folder;
}

} // namespace miaobu
