#include "aliyun/wire/action_table.h"

#include "core/async/error.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

template <typename Action> const Action& find(std::span<const Action> table, const QByteArray& name) {
    const auto found = std::find_if(table.begin(), table.end(), [&name](const Action& a) { return a.name == name; });
    if (found == table.end()) {
        throw Error(ErrorKind::Internal, QString::fromLatin1(name), u"not in the table of the service's actions"_s);
    }
    return *found;
}

} // namespace

RpcCall rpcCall(std::span<const RpcAction> table, const QByteArray& action, const Parameters& parameters) {
    const RpcAction& known = find(table, action);
    const QByteArrayList others = known.others.toByteArray().split(' ');
    RpcCall call;
    call.action = action;
    call.method = known.method.toByteArray();
    call.repeat = known.repeat;
    for (const Parameter& parameter : parameters) {
        const bool inForm = (known.placement == Placement::Form) != others.contains(parameter.first);
        (inForm ? call.form : call.query).append(parameter);
    }
    return call;
}

RoaCall roaCall(std::span<const RoaAction> table, const QByteArray& action, QStringList names) {
    const RoaAction& known = find(table, action);
    RoaCall call;
    call.action = action;
    call.method = known.method.toByteArray();
    call.idleTimeout = std::chrono::seconds(known.idleSeconds);
    call.repeat = known.repeat;
    call.subject = names.isEmpty() ? QString() : names.last();
    for (const QByteArray& segment : known.path.toByteArray().split('/')) {
        const bool isPlace = segment == "{}";
        if (isPlace && names.isEmpty()) {
            throw Error(ErrorKind::Internal, QString::fromLatin1(action), u"a name is missing"_s);
        }
        call.path.append(isPlace ? names.takeFirst() : QString::fromLatin1(segment));
    }
    if (!names.isEmpty()) {
        throw Error(ErrorKind::Internal, QString::fromLatin1(action), u"a name too many"_s);
    }
    return call;
}

} // namespace miaobu::aliyun
