#include "aliyun/account/permission_table.h"

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

using enum Product;
using enum Trial;

constexpr auto everything = "*"_L1;
constexpr auto allBuckets = "acs:oss:*:*:*"_L1;
constexpr auto bucket = "acs:oss:*:*:BUCKET"_L1;
constexpr auto objects = "acs:oss:*:*:BUCKET/*"_L1;
constexpr auto functions = "acs:fc:*:*:*"_L1;

// Names as in Alibaba Cloud's list of RAM actions by product; those of OSS are the operations, PutObject for multipart as well.
constexpr std::array forSites{
    Permission{Oss, "oss:ListBuckets"_L1, allBuckets, Call, "max-keys=1"},
    Permission{Oss, "oss:GetBucketInfo"_L1, bucket, Call, "bucketInfo="},
    Permission{Oss, "oss:PutBucket"_L1, bucket, None},
    Permission{Oss, "oss:ListObjects"_L1, bucket, Call, "list-type=2 max-keys=1"},
    Permission{Oss, "oss:PutObject"_L1, objects, ObjectProbe},
    Permission{Oss, "oss:GetObject"_L1, objects, ObjectProbe},
    Permission{Oss, "oss:DeleteObject"_L1, objects, ObjectProbe},
    Permission{Oss, "oss:AbortMultipartUpload"_L1, objects, ObjectProbe},

    Permission{Esa, "esa:GetErService"_L1, everything, Call},
    Permission{Esa, "esa:ListSites"_L1, everything, Call, "PageNumber=1 PageSize=1"},
    Permission{Esa, "esa:GetSite"_L1, everything, Call, "SiteId"},
    Permission{Esa, "esa:ListRecords"_L1, everything, Call, "SiteId PageNumber=1 PageSize=1"},
    Permission{Esa, "esa:CreateRecord"_L1, everything, None},
    Permission{Esa, "esa:UpdateRecord"_L1, everything, None},

    Permission{Esa, "esa:GetKvAccount"_L1, everything, Call},
    Permission{Esa, "esa:GetKvNamespace"_L1, everything, Call, "Namespace"},
    Permission{Esa, "esa:CreateKvNamespace"_L1, everything, None},
    Permission{Esa, "esa:ListKvs"_L1, everything, Call, "Namespace PageNumber=1 PageSize=1"},
    Permission{Esa, "esa:PutKv"_L1, everything, KvProbe},
    Permission{Esa, "esa:GetKv"_L1, everything, KvProbe},
    Permission{Esa, "esa:DeleteKv"_L1, everything, KvProbe},

    Permission{Esa, "esa:ListUserRoutines"_L1, everything, Call, "PageNumber=1 PageSize=1"},
    Permission{Esa, "esa:GetRoutine"_L1, everything, Call, "Name"},
    Permission{Esa, "esa:CreateRoutine"_L1, everything, None},
    Permission{Esa, "esa:ListRoutineCodeVersions"_L1, everything, Call, "Name PageNumber=1 PageSize=1"},
    Permission{Esa, "esa:GetRoutineCodeVersion"_L1, everything, Call, "Name CodeVersion=1"},
    Permission{Esa, "esa:GetRoutineCodeVersionInfo"_L1, everything, Call, "Name CodeVersion=1"},
    Permission{Esa, "esa:GetRoutineStagingCodeUploadInfo"_L1, everything, Call, "Name"},
    Permission{Esa, "esa:CommitRoutineStagingCode"_L1, everything, None},
    Permission{Esa, "esa:DeleteRoutineCodeVersion"_L1, everything, None},
    Permission{Esa, "esa:CreateRoutineCodeDeployment"_L1, everything, None},
    Permission{Esa, "esa:ListSiteRoutes"_L1, everything, Call, "SiteId PageNumber=1 PageSize=1"},
    Permission{Esa, "esa:CreateRoutineRoute"_L1, everything, None},
    Permission{Esa, "esa:UpdateRoutineRoute"_L1, everything, None},

    Permission{Esa, "esa:ListCustomHostnames"_L1, everything, Call, "SiteId PageNumber=1 PageSize=1"},
    Permission{Esa, "esa:GetCustomHostname"_L1, everything, None},
    Permission{Esa, "esa:CreateCustomHostname"_L1, everything, None},
    Permission{Esa, "esa:VerifyCustomHostname"_L1, everything, None},
    Permission{Esa, "esa:UpdateCustomHostname"_L1, everything, None},
    Permission{Esa, "esa:ApplyCustomHostnameCertificate"_L1, everything, None},
    Permission{Esa, "esa:DeleteCustomHostname"_L1, everything, None},

    Permission{Esa, "esa:GetPurgeQuota"_L1, everything, Call, "SiteId Type=hostname"},
    Permission{Esa, "esa:DescribePurgeTasks"_L1, everything, Call, "SiteId PageNumber=1 PageSize=1"},
    Permission{Esa, "esa:PurgeCaches"_L1, everything, None},
};

// Only reads are tried, of a function that hardly exists; it does no harm if it does.
constexpr std::array forFunctions{
    Permission{Functions, "fc:ListFunctions"_L1, functions, Call},
    Permission{Functions, "fc:GetFunction"_L1, functions, Call, "Function"},
    Permission{Functions, "fc:CreateFunction"_L1, functions, None},
    Permission{Functions, "fc:UpdateFunction"_L1, functions, None},
    Permission{Functions, "fc:DeleteFunction"_L1, functions, None},
    Permission{Functions, "fc:ListTriggers"_L1, functions, Call, "Function"},
    Permission{Functions, "fc:GetTrigger"_L1, functions, Call, "Function http-trigger="},
    Permission{Functions, "fc:CreateTrigger"_L1, functions, None},
    Permission{Functions, "fc:UpdateTrigger"_L1, functions, None},
    Permission{Functions, "fc:DeleteTrigger"_L1, functions, None},
    Permission{Functions, "fc:ListFunctionVersions"_L1, functions, Call, "Function"},
    Permission{Functions, "fc:DeleteFunctionVersion"_L1, functions, None},
    Permission{Functions, "fc:ListAliases"_L1, functions, Call, "Function"},
    Permission{Functions, "fc:DeleteAlias"_L1, functions, None},
    Permission{Functions, "fc:DeleteProvisionConfig"_L1, functions, None},
};

constexpr std::array forPersonalRegistry{
    Permission{PersonalRegistry, "cr:GetAuthorizationToken"_L1, everything, Call},
    Permission{PersonalRegistry, "cr:GetNamespace"_L1, everything, Call, "ImageNamespace"},
    Permission{PersonalRegistry, "cr:ListNamespace"_L1, everything, Call, {}, "GetNamespaceList"},
    Permission{PersonalRegistry, "cr:CreateNamespace"_L1, everything, None},
    Permission{PersonalRegistry, "cr:UpdateNamespace"_L1, everything, None},
    Permission{PersonalRegistry, "cr:GetRepository"_L1, everything, None},
    Permission{PersonalRegistry, "cr:CreateRepository"_L1, everything, None},
    Permission{PersonalRegistry, "cr:ListRepositoryTag"_L1, everything, None},
    Permission{PersonalRegistry, "cr:DeleteRepositoryTag"_L1, everything, None},
    Permission{PersonalRegistry, "cr:PushRepository"_L1, everything, None},
    Permission{PersonalRegistry, "cr:PullRepository"_L1, everything, None},
};

constexpr std::array forEnterpriseRegistry{
    Permission{EnterpriseRegistry, "cr:GetAuthorizationToken"_L1, everything, Call, "InstanceId"},
    Permission{EnterpriseRegistry, "cr:GetInstanceEndpoint"_L1, everything, Call, "InstanceId EndpointType=internet"},
    Permission{EnterpriseRegistry, "cr:GetNamespace"_L1, everything, Call, "InstanceId NamespaceName"},
    Permission{EnterpriseRegistry, "cr:ListNamespace"_L1, everything, Call, "InstanceId PageNo=1 PageSize=1"},
    Permission{EnterpriseRegistry, "cr:CreateNamespace"_L1, everything, None},
    Permission{EnterpriseRegistry, "cr:GetRepository"_L1, everything, None},
    Permission{EnterpriseRegistry, "cr:CreateRepository"_L1, everything, None},
    Permission{EnterpriseRegistry, "cr:ListRepositoryTag"_L1, everything, None},
    Permission{EnterpriseRegistry, "cr:DeleteRepositoryTag"_L1, everything, None},
    Permission{EnterpriseRegistry, "cr:PushRepository"_L1, everything, None},
    Permission{EnterpriseRegistry, "cr:PullRepository"_L1, everything, None},
};

constexpr Permission forRole{Ram, "ram:PassRole"_L1, "ROLE"_L1, None};

} // namespace

QList<Permission> permissionsOf(const TargetConfig& config) {
    QList<Permission> all(forSites.begin(), forSites.end());
    const auto add = [&all](const auto& more) { all += QList<Permission>(more.begin(), more.end()); };
    const bool hasImages = !config.acr.nameSpace.isEmpty();
    add(forFunctions);
    if (hasImages && config.acr.instanceId.isEmpty()) {
        add(forPersonalRegistry);
    } else if (hasImages) {
        add(forEnterpriseRegistry);
    }
    if (!config.fc.role.isEmpty()) {
        all.append(forRole);
    }
    return all;
}

PermissionCheck::Need needOf(const Permission& permission, const TargetConfig& config) {
    const bool isForWebApps = !config.acr.nameSpace.isEmpty() || !config.fc.role.isEmpty();
    return permission.product == Functions && !isForWebApps ? PermissionCheck::Need::WebApps
                                                            : PermissionCheck::Need::Everything;
}

QString resourceOf(const Permission& permission, const TargetConfig& config) {
    QString resource = QString(permission.resource);
    return resource.replace("BUCKET"_L1, config.oss.bucket).replace("ROLE"_L1, config.fc.role);
}

} // namespace miaobu::aliyun
