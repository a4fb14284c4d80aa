#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace miaobu {

// JSON from elsewhere, read strictly: what is missing or of another type is an error with its path, never a default by accident.

/// \throws Error(MalformedResponse, \a subject) for anything but one object, or one nested deeper than any answer of GitHub is.
[[nodiscard]] QJsonObject readObject(const QByteArray& json, const QString& subject);
/// \throws as readObject
[[nodiscard]] QJsonArray readArray(const QByteArray& json, const QString& subject);

/// The members of one object. \throws Error(MalformedResponse) naming the member.
class Members {
public:
    Members(QJsonObject object, QString subject) : m_object(std::move(object)), m_subject(std::move(subject)) { }
    /// \throws unless \a value is an object
    Members(const QJsonValue& value, const QString& subject);

    [[nodiscard]] QString text(QLatin1StringView name) const;
    /// Empty where it is missing or null.
    [[nodiscard]] QString optionalText(QLatin1StringView name) const;
    /// A whole number from 1 on, exact.
    [[nodiscard]] qint64 id(QLatin1StringView name) const;
    /// \a otherwise where it is missing or null.
    [[nodiscard]] qint64 optionalNumber(QLatin1StringView name, qint64 otherwise) const;
    [[nodiscard]] bool optionalFlag(QLatin1StringView name, bool otherwise) const;
    [[nodiscard]] Members object(QLatin1StringView name) const;
    [[nodiscard]] QJsonArray array(QLatin1StringView name) const;
    [[nodiscard]] bool has(QLatin1StringView name) const;

private:
    [[noreturn]] void fail(QLatin1StringView name, const QString& expected) const;

    QJsonObject m_object;
    QString m_subject;
};

} // namespace miaobu
