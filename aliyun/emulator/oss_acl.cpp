#include "aliyun/emulator/object_acl.h"
#include "aliyun/emulator/object_rules.h"
#include "aliyun/emulator/service_fault.h"

namespace miaobu::emulator {

namespace {

const std::string owner = "<Owner><ID>miaobu</ID><DisplayName>miaobu</DisplayName></Owner>";

Reply aclReply(const std::string& acl) {
    return xmlReply("<AccessControlPolicy>" + owner + "<AccessControlList>" + xmlElement("Grant", acl)
        + "</AccessControlList></AccessControlPolicy>");
}

void checkObject(const OssCall& call) {
    if (!call.bucket()->find(call.key)) {
        throw noSuchKey(call.key);
    }
}

} // namespace

void checkAcl(const OssCall& call, const std::string& acl, bool ofObject) {
    const bool isPublic = acl == "public-read" || acl == "public-read-write";
    if (!isPublic && acl != "private" && !(ofObject && acl == "default")) {
        throw ServiceFault{400, "InvalidArgument", "no such bucket access control exists",
            {{"ArgumentName", ofObject ? "x-oss-object-acl" : "x-oss-acl"}, {"ArgumentValue", acl},
                {"EC", "0003-00000501"}}};
    }
    if (isPublic && call.settings.blocksPublicAccess(call.bucketName)) {
        throw ServiceFault{403, "AccessDenied",
            ofObject ? "Put public object acl is not allowed" : "Put public bucket acl is not allowed",
            {{"EC", ofObject ? "0003-00000903" : "0003-00000902"}}};
    }
}

void checkNewAcl(const OssCall& call) {
    if (call.request.hasHeader("x-oss-object-acl")) {
        checkAcl(call, call.request.header("x-oss-object-acl"), true);
    }
}

void setNewAcl(const OssCall& call) {
    if (call.request.hasHeader("x-oss-object-acl")) {
        call.settings.setObjectAcl(call.bucketName, call.key, call.request.header("x-oss-object-acl"));
    } else if (call.settings.objectAcl(call.bucketName, call.key) != "default") {
        call.settings.removeObjectAcl(call.bucketName, call.key);
    }
}

Reply getBucketAcl(const OssCall& call) {
    static_cast<void>(call.bucket());
    return aclReply(call.settings.acl(call.bucketName));
}

Reply putBucketAcl(const OssCall& call) {
    static_cast<void>(call.bucket());
    checkAcl(call, call.request.header("x-oss-acl"), false);
    call.settings.setAcl(call.bucketName, call.request.header("x-oss-acl"));
    return {};
}

Reply getObjectAcl(const OssCall& call) {
    checkObject(call);
    return aclReply(call.settings.objectAcl(call.bucketName, call.key));
}

Reply putObjectAcl(const OssCall& call) {
    checkObject(call);
    checkAcl(call, call.request.header("x-oss-object-acl"), true);
    call.settings.setObjectAcl(call.bucketName, call.key, call.request.header("x-oss-object-acl"));
    return {};
}

} // namespace miaobu::emulator
