#include "core/deploy/publish_plan.h"

#include <QHash>

namespace miaobu {

QList<PublishItem> planPublishing(const QList<ManifestFile>& files, const QHash<QString, QString>& paths,
    const std::optional<Manifest>& previous, const QString& previousPrefix) {
    QHash<QByteArray, QString> known;
    if (previous) {
        for (const ManifestFile& file : previous->files) {
            known.insert(file.sha256, previousPrefix + u'/' + file.path);
        }
    }
    QList<PublishItem> items;
    items.reserve(files.size());
    for (const ManifestFile& file : files) {
        items.append({file, paths.value(file.path), known.value(file.sha256)});
    }
    return items;
}

} // namespace miaobu
