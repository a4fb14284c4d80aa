#include "core/model/preview.h"

#include <QCryptographicHash>

#include <algorithm>

namespace miaobu {

namespace {

constexpr qsizetype longestLabel = 63;

bool isPart(QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
}

} // namespace

bool isValidPreviewName(const QString& slug, const QString& name) {
    return !name.isEmpty() && slug.size() + 1 + name.size() <= longestLabel && std::ranges::all_of(name, isPart)
        && !name.startsWith(u'-') && !name.endsWith(u'-');
}

QString previewNameOf(const QString& slug, const QString& branch) {
    QString name;
    for (const QChar c : branch.toLower()) {
        if (isPart(c) && c != u'-') {
            name += c;
        } else if (!name.isEmpty() && !name.endsWith(u'-')) {
            name += u'-';
        }
    }
    name.truncate(std::max<qsizetype>(0, longestLabel - slug.size() - 1));
    while (name.endsWith(u'-')) {
        name.chop(1);
    }
    return name.isEmpty() ? otherPreviewNameOf(slug, branch) : name;
}

QString otherPreviewNameOf(const QString& slug, const QString& branch) {
    constexpr qsizetype digits = 8;
    const QByteArray hash = QCryptographicHash::hash(branch.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString name = QStringLiteral("b-") + QString::fromLatin1(hash.left(digits));
    return name.left(std::max<qsizetype>(0, longestLabel - slug.size() - 1));
}

QString previewHost(const Target& target, const QString& slug, const QString& name) {
    return slug + u'-' + name + u'.' + target.baseDomain;
}

} // namespace miaobu
