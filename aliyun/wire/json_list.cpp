#include "aliyun/wire/json_list.h"

#include "core/async/error.h"

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

QJsonArray listIn(const QJsonObject& answer, const QString& name) {
    const QJsonValue value = answer.value(name);
    if (!value.isUndefined() && !value.isNull() && !value.isArray()) {
        throw Error(ErrorKind::MalformedResponse, name, u"a list is expected"_s);
    }
    return value.toArray();
}

} // namespace miaobu::aliyun
