#include "core/deploy/log_text.h"

#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace miaobu {

QString fileCountText(qint64 count) {
    return count == 1 ? u"1 file"_s : u"%1 files"_s.arg(count);
}

QString byteCountText(qint64 bytes) {
    return QLocale::c().formattedDataSize(bytes, bytes < 1024 ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

QString publishedText(const PublishResult& result) {
    QStringList parts;
    if (result.objectsSent > 0) {
        parts.append(u"sent %1 (%2)"_s.arg(fileCountText(result.objectsSent), byteCountText(result.bytesSent)));
    }
    if (result.objectsCopied > 0) {
        parts.append(u"copied %1 that had not changed"_s.arg(result.objectsCopied));
    }
    if (result.objectsKept > 0) {
        parts.append(u"kept %1 of an earlier attempt"_s.arg(result.objectsKept));
    }
    if (parts.isEmpty()) {
        return u"Nothing had to be sent."_s;
    }
    QString text = parts.join(u", "_s) + u'.';
    text[0] = text.at(0).toUpper();
    return text;
}

QString differenceText(int number, const ManifestDifference& difference) {
    QStringList parts;
    const auto add = [&parts](int count, QLatin1StringView what) {
        if (count > 0) {
            parts.append(QString::number(count) + u' ' + what);
        }
    };
    add(difference.added, "added"_L1);
    add(difference.changed, "changed"_L1);
    add(difference.removed, "removed"_L1);
    add(difference.unchanged, "as they were"_L1);
    return u"Against #%1: "_s.arg(number) + parts.join(u", "_s) + u'.';
}

QString failureText(const Error& error) {
    QString text = u"Failed: "_s + errorKindName(error.kind);
    if (!error.subject.isEmpty()) {
        text += u": "_s + error.subject;
    }
    if (error.exitCode == 0 && !error.detail.isEmpty()) {
        text += u" ("_s + error.detail + u')';
    }
    return text;
}

} // namespace miaobu
