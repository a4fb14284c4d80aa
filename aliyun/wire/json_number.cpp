#include "aliyun/wire/json_number.h"

#include "core/async/error.h"

#include <QVariant>

#include <optional>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

// Qt reads a number without a fraction as 64 bits and turns one that does not fit into a double: that one is damaged already.
std::optional<qint64> exact(const QJsonValue& value) {
    if (value.isString()) {
        bool isNumber = false;
        const qint64 number = value.toString().toLongLong(&isNumber);
        return isNumber ? std::optional(number) : std::nullopt;
    }
    const QVariant variant = value.toVariant();
    return variant.typeId() == QMetaType::LongLong ? std::optional(variant.toLongLong()) : std::nullopt;
}

} // namespace

qint64 wholeNumber(const QJsonValue& value, const QString& name) {
    if (const std::optional<qint64> number = exact(value)) {
        return *number;
    }
    throw Error(ErrorKind::MalformedResponse, name, u"a whole number is expected"_s);
}

QString idText(const QJsonValue& value, const QString& name) {
    return value.isString() && !value.toString().isEmpty() ? value.toString()
                                                           : QString::number(wholeNumber(value, name));
}

} // namespace miaobu::aliyun
