#pragma once

#include <QByteArray>

namespace miaobu::aliyun {

/// What a request is signed with. Never logged, never part of an error.
struct Credentials {
    QByteArray accessKeyId;
    QByteArray accessKeySecret;
    QByteArray securityToken; ///< Of temporary credentials; empty otherwise.
};

} // namespace miaobu::aliyun
