#include "app/screens/connect/pasted_key.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

/// A key of credentials is never longer; a text that is is something else.
constexpr qsizetype mostCharacters = 64 * 1024;

QString plainName(const QString& name) {
    static const QRegularExpression others(u"[^a-z]"_s);
    return name.toLower().remove(others);
}

/// Puts \a value where \a name says; whether it is a part of a key. The first of two stays.
bool take(AccessKey& key, const QString& name, const QString& value) {
    const QString plain = plainName(name);
    QByteArray* const part = plain.endsWith("accesskeyid"_L1)                 ? &key.id
        : plain.endsWith("accesskeysecret"_L1)                                ? &key.secret
        : plain.endsWith("securitytoken"_L1) || plain.endsWith("ststoken"_L1) ? &key.token
                                                                              : nullptr;
    if (plain == "expiration"_L1) {
        key.expires = QDateTime::fromString(value, Qt::ISODate).toUTC();
    }
    if (part && part->isEmpty()) {
        *part = value.trimmed().toUtf8();
    }
    return part != nullptr;
}

void takeJson(AccessKey& key, const QJsonValue& value) {
    if (value.isArray()) {
        for (const QJsonValue& item : value.toArray()) {
            takeJson(key, item);
        }
    }
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (entry->isString()) {
            take(key, entry.key(), entry->toString());
        } else {
            takeJson(key, *entry);
        }
    }
}

QString unquoted(const QString& cell) {
    QString text = cell.trimmed();
    const bool quoted = text.size() >= 2 && (text.startsWith(u'"') || text.startsWith(u'\''));
    return quoted && text.endsWith(text.front()) ? text.sliced(1, text.size() - 2) : text;
}

/// The console's file: names in the first line, values in the second.
void takeTable(AccessKey& key, const QStringList& lines) {
    const QStringList names = lines.value(0).split(u',');
    const QStringList values = lines.value(1).split(u',');
    for (qsizetype column = 0; column < std::min(names.size(), values.size()); ++column) {
        take(key, unquoted(names.at(column)), unquoted(values.at(column)));
    }
}

/// "name = value" and "name: value", after export, set or $env:; or a name with its value on the next line.
void takeLines(AccessKey& key, const QStringList& lines) {
    static const QRegularExpression assignment(u"^(?:export\\s+|set\\s+|\\$env:)?([\\w .-]+?)\\s*[=:：]\\s*(\\S.*)$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    for (qsizetype index = 0; index < lines.size(); ++index) {
        const QRegularExpressionMatch match = assignment.match(lines.at(index));
        if (match.hasMatch()) {
            take(key, match.captured(1), unquoted(match.captured(2)));
        } else if (take(key, lines.at(index), {}) && index + 1 < lines.size()) {
            take(key, lines.at(index), lines.at(index + 1));
        }
    }
}

/// An id beside a secret, without a word about which is which.
void takeBare(AccessKey& key, const QString& text) {
    static const QRegularExpression pair(
        u"^(LTAI[A-Za-z0-9]{8,32}|STS\\.[A-Za-z0-9]{8,64})[\\s,;:]+([A-Za-z0-9]{30,64})$"_s);
    const QRegularExpressionMatch match = pair.match(text.trimmed());
    if (match.hasMatch()) {
        key.id = match.captured(1).toUtf8();
        key.secret = match.captured(2).toUtf8();
    }
}

} // namespace

std::optional<AccessKey> readPastedKey(const QString& text) {
    if (text.size() > mostCharacters) {
        return std::nullopt;
    }
    QString clean = text;
    clean.remove(QChar(0xfeff)).replace(QChar(0x2028), u'\n').replace(u'\r', u'\n');
    AccessKey key;
    if (const QJsonDocument json = QJsonDocument::fromJson(clean.toUtf8()); !json.isNull()) {
        takeJson(key, json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()));
    } else {
        QStringList lines = clean.split(u'\n', Qt::SkipEmptyParts);
        for (QString& line : lines) {
            line = line.trimmed();
        }
        lines.removeAll(QString());
        takeTable(key, lines);
        takeLines(key, lines);
        if (key.id.isEmpty()) {
            takeBare(key, clean);
        }
    }
    return key.id.isEmpty() || key.secret.isEmpty() ? std::nullopt : std::optional(key);
}

} // namespace miaobu::app
