#include "app/cli/output.h"

#include "app/text/error_text.h"
#include "core/log/ansi_spans.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <unistd.h>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

void print(std::FILE* file, const QString& text) {
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file);
    std::fflush(file);
}

QJsonObject errorToJson(const Error& error, const ErrorWords& words) {
    return {
        {u"kind"_s, errorKindName(error.kind)},
        {u"subject"_s, error.subject},
        {u"message"_s, words.what},
        {u"why"_s, words.why},
        {u"next"_s, words.next},
        {u"detail"_s, error.detail},
        {u"alternatives"_s, QJsonArray::fromStringList(error.alternatives)},
        {u"exitCode"_s, error.exitCode},
        {u"requestId"_s, error.requestId},
    };
}

} // namespace

void Output::line(const QString& text) const {
    if (!m_json) {
        print(stdout, text);
    }
}

void Output::result(const QJsonValue& value) const {
    if (m_json) {
        const QJsonDocument document
            = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
        print(stdout, QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
    }
}

void Output::note(const QString& text) const {
    static const bool onTerminal = ::isatty(STDERR_FILENO) == 1;
    print(stderr, onTerminal ? text : withoutAnsi(text));
}

int Output::fail(const Error& error) const {
    const ErrorWords words = wordsFor(error);
    note(words.what);
    for (const QString& more : {words.why, words.next}) {
        if (!more.isEmpty()) {
            note(u"  "_s + more);
        }
    }
    if (!error.requestId.isEmpty()) {
        note(u"  RequestId "_s + error.requestId);
    }
    result(QJsonObject{{u"error"_s, errorToJson(error, words)}});
    return error.kind == ErrorKind::Cancelled ? WasCancelled : Failed;
}

QString table(const QList<QStringList>& rows) {
    QList<qsizetype> widths;
    for (const QStringList& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], row.at(i).size());
        }
    }
    QStringList lines;
    for (const QStringList& row : rows) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i) {
            text += i + 1 == row.size() ? row.at(i) : row.at(i).leftJustified(widths.at(i) + 2);
        }
        lines.append(text.trimmed());
    }
    return lines.join(u'\n');
}

} // namespace miaobu::app
