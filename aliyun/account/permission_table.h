#pragma once

#include "core/model/target_config.h"
#include "core/ports/cloud_account.h"

#include <QByteArrayView>
#include <QLatin1StringView>
#include <QString>

#include <span>

namespace miaobu::aliyun {

/// How it is found out whether a key has a permission.
enum class Trial {
    Call, ///< By the call itself, which only reads, or works on something that does not exist
    KvProbe, ///< By a key of Edge KV that is put, read and removed again
    ObjectProbe, ///< By an object that is put, read and removed again, or an upload of it that never began
    None, ///< Trying would change something.
};

enum class Product { Oss, Esa, Functions, PersonalRegistry, EnterpriseRegistry, Ram };

/// One thing the program does in an account.
struct Permission {
    Product product;
    QLatin1StringView action; ///< Of RAM: "esa:PutKv"
    /// Of RAM; BUCKET and ROLE stand for the target's own.
    QLatin1StringView resource;
    Trial trial;
    /// Of a call: parameters or path names, apart by spaces. "Name" takes the target's own value, "PageSize=1" is meant as it stands.
    QByteArrayView arguments{};
    QByteArrayView call{}; ///< The API action, where it is called otherwise than by RAM
};

/// Everything a target may need: the functions of web apps always, as an app may go up as a package of code, which needs no registry; the
/// registry and the role where it has them.
[[nodiscard]] QList<Permission> permissionsOf(const TargetConfig& config);

/// What of the target cannot be done without it.
[[nodiscard]] PermissionCheck::Need needOf(const Permission& permission, const TargetConfig& config);

/// The resource with the target's names put in.
[[nodiscard]] QString resourceOf(const Permission& permission, const TargetConfig& config);

} // namespace miaobu::aliyun
