#include "core/log/secret_forms.h"

#include "core/log/line_splitter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// The characters of the base64 text that depend on \a secret alone when \a offset bytes stand before it.
QByteArray base64At(const QByteArray& secret, qsizetype offset, QByteArray::Base64Options options) {
    const QByteArray encoded = (QByteArray(offset, '\0') + secret).toBase64(options | QByteArray::OmitTrailingEquals);
    const qsizetype mixedBefore = offset == 0 ? 0 : offset + 1;
    const qsizetype mixedAfter = (offset + secret.size()) % 3 == 0 ? 0 : 1;
    return encoded.sliced(mixedBefore, encoded.size() - mixedBefore - mixedAfter);
}

QByteArray jsonEscaped(const QString& secret) {
    const QByteArray array = QJsonDocument(QJsonArray{secret}).toJson(QJsonDocument::Compact);
    return array.sliced(2, array.size() - 4);
}

/// As Python and others write JSON: nothing but ASCII.
QByteArray asciiJsonEscaped(const QString& secret) {
    QByteArray escaped;
    for (const QChar unit : QString::fromUtf8(jsonEscaped(secret))) {
        if (unit.unicode() < 0x80) {
            escaped += static_cast<char>(unit.unicode());
        } else {
            escaped += "\\u" + QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
        }
    }
    return escaped;
}

QByteArray lowerCasePercents(QByteArray encoded) {
    for (qsizetype i = encoded.indexOf('%'); i >= 0; i = encoded.indexOf('%', i + 1)) {
        encoded.replace(i, 3, encoded.sliced(i, 3).toLower());
    }
    return encoded;
}

} // namespace

QList<QByteArray> secretEncodings(const QString& secret) {
    const QByteArray raw = secret.toUtf8();
    const QByteArray percent = raw.toPercentEncoding();
    QByteArray form = percent;
    form.replace("%20", "+");
    QList<QByteArray> written{raw, percent, lowerCasePercents(percent), raw.toPercentEncoding("!'()*"), form,
        jsonEscaped(secret), asciiJsonEscaped(secret), jsonEscaped(secret).replace("/", "\\/")};
    for (const qsizetype offset : {0, 1, 2}) {
        written.append(base64At(raw, offset, QByteArray::Base64Encoding));
        written.append(base64At(raw, offset, QByteArray::Base64UrlEncoding));
    }
    return written;
}

QList<QByteArray> secretForms(const QString& secret) {
    if (secret.toUtf8().size() < shortestSecret) {
        return {};
    }
    QSet<QByteArray> forms;
    for (const QByteArray& text : secretEncodings(secret)) {
        LineSplitter splitter;
        QList<QByteArray> lines;
        splitter.feed(text, lines);
        lines.append(splitter.finish());
        for (const QByteArray& line : lines) {
            const QByteArray trimmed = line.trimmed();
            if (trimmed.size() >= shortestSecret) {
                forms.insert(trimmed);
            }
        }
    }
    return forms.values();
}

} // namespace miaobu
