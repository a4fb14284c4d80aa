#pragma once

#include "core/ports/function_host.h"

#include <QJsonObject>

namespace miaobu::aliyun {

/// What a function needs besides its specification.
struct FunctionContext {
    QString role; ///< "acs:ram::…:role/…", with which a private image is pulled; empty: none
    QString acrInstanceId; ///< Of the Enterprise registry the images are in; empty: Personal

    bool operator==(const FunctionContext&) const = default;
};

/// The body of CreateFunction and UpdateFunction (FC 3.0, CreateFunctionInput): every member that the specification decides, so that an
/// update leaves nothing of what was before.
[[nodiscard]] QJsonObject functionToJson(const FunctionSpecification& specification, const FunctionContext& context);

/// What GetFunction says, without an endpoint. Where the code is, the service does not tell.
[[nodiscard]] FunctionState functionFromJson(const QJsonObject& json);

} // namespace miaobu::aliyun
