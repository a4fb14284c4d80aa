#include "core/github/json_reading.h"

#include "core/async/error.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

Error malformed(const QString& subject, const QString& detail) {
    return Error(ErrorKind::MalformedResponse, subject, detail);
}

int depthOf(const QByteArray& json) {
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (inString) {
            i += c == '\\' ? 1 : 0;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

QJsonDocument parse(const QByteArray& json, const QString& subject) {
    constexpr int deepest = 64;
    if (depthOf(json) > deepest) {
        throw malformed(subject, u"the JSON is nested too deeply"_s);
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        throw malformed(subject, u"no JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    }
    return document;
}

} // namespace

QJsonObject readObject(const QByteArray& json, const QString& subject) {
    const QJsonDocument document = parse(json, subject);
    if (!document.isObject()) {
        throw malformed(subject, u"an object was expected"_s);
    }
    return document.object();
}

QJsonArray readArray(const QByteArray& json, const QString& subject) {
    const QJsonDocument document = parse(json, subject);
    if (!document.isArray()) {
        throw malformed(subject, u"a list was expected"_s);
    }
    return document.array();
}

Members::Members(const QJsonValue& value, const QString& subject) : m_object(value.toObject()), m_subject(subject) {
    if (!value.isObject()) {
        throw malformed(subject, u"an object was expected"_s);
    }
}

void Members::fail(QLatin1StringView name, const QString& expected) const {
    throw malformed(m_subject, u"“%1”: %2 was expected"_s.arg(name, expected));
}

QString Members::text(QLatin1StringView name) const {
    const QJsonValue value = m_object.value(name);
    if (!value.isString() || value.toString().isEmpty()) {
        fail(name, u"a text"_s);
    }
    return value.toString();
}

QString Members::optionalText(QLatin1StringView name) const {
    const QJsonValue value = m_object.value(name);
    if (!value.isString() && !value.isNull() && !value.isUndefined()) {
        fail(name, u"a text"_s);
    }
    return value.toString();
}

qint64 Members::id(QLatin1StringView name) const {
    const qint64 number = optionalNumber(name, 0);
    if (number < 1) {
        fail(name, u"an id"_s);
    }
    return number;
}

qint64 Members::optionalNumber(QLatin1StringView name, qint64 otherwise) const {
    const QJsonValue value = m_object.value(name);
    if (value.isNull() || value.isUndefined()) {
        return otherwise;
    }
    // Qt keeps whole numbers exactly; what is left as a floating-point number must not pretend to be one.
    constexpr double exact = 9007199254740992.0;
    const double number = value.toDouble();
    if (!value.isDouble() || std::trunc(number) != number || std::abs(number) > exact) {
        fail(name, u"a whole number"_s);
    }
    return value.toInteger();
}

bool Members::optionalFlag(QLatin1StringView name, bool otherwise) const {
    const QJsonValue value = m_object.value(name);
    if (value.isNull() || value.isUndefined()) {
        return otherwise;
    }
    if (!value.isBool()) {
        fail(name, u"true or false"_s);
    }
    return value.toBool();
}

Members Members::object(QLatin1StringView name) const {
    const QJsonValue value = m_object.value(name);
    if (!value.isObject()) {
        fail(name, u"an object"_s);
    }
    return {value.toObject(), m_subject};
}

QJsonArray Members::array(QLatin1StringView name) const {
    const QJsonValue value = m_object.value(name);
    if (!value.isArray()) {
        fail(name, u"a list"_s);
    }
    return value.toArray();
}

bool Members::has(QLatin1StringView name) const {
    const QJsonValue value = m_object.value(name);
    return !value.isNull() && !value.isUndefined();
}

} // namespace miaobu
