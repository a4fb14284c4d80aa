#pragma once

#include "aliyun/emulator/oss_call.h"

namespace miaobu::emulator {

/// What x-oss-object-acl of a PutObject asks for. \throws ServiceFault 400 InvalidArgument, 403 AccessDenied while public
/// access is blocked
void checkNewAcl(const OssCall& call);
/// Keeps it, or that there is none of its own.
void setNewAcl(const OssCall& call);

/// \throws ServiceFault(400 InvalidArgument) for what is no ACL (of an object: \a ofObject), ServiceFault(403
/// AccessDenied) for a public one while public access is blocked
void checkAcl(const OssCall& call, const std::string& acl, bool ofObject);

} // namespace miaobu::emulator
