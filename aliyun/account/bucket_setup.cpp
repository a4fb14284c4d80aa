#include "aliyun/account/bucket_setup.h"

#include "aliyun/account/account_lists.h"
#include "aliyun/wire/xml_tree.h"

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

/// What GetBucketInfo says.
struct BucketFacts {
    QString region;
    QString access; ///< "private", "public-read"
};

XmlElement childOf(const XmlElement& parent, const QString& name) {
    for (const XmlElement& child : parent.children) {
        if (child.name == name) {
            return child;
        }
    }
    return {};
}

/// The region the account has the bucket in, empty when it has none; nothing when the key may not list.
QCoro::Task<std::optional<QString>> ownRegion(AccountAccess access, std::stop_token stop) {
    const QString name = access.config.oss.bucket;
    QList<CloudChoices::Bucket> buckets;
    try {
        buckets = co_await listBuckets(access, stop, name);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::AccessDenied) {
            throw;
        }
        co_return std::nullopt;
    }
    for (const CloudChoices::Bucket& bucket : buckets) {
        if (bucket.name == name) {
            co_return bucket.region;
        }
    }
    co_return QString();
}

QCoro::Task<BucketFacts> askBucket(AccountAccess access, std::stop_token stop) {
    OssCall call;
    call.method = "GET";
    call.query = {{"bucketInfo", {}}};
    call.ramAction = u"oss:GetBucketInfo"_s;
    const OssClient oss = bucketOf(access);
    const HttpResponse response = co_await oss.call(std::move(call), stop);
    const XmlElement bucket = childOf(parseXml(response.body), u"Bucket"_s);
    const XmlElement rules = childOf(bucket, u"AccessControlList"_s);
    if (bucket.childText(u"Location").isEmpty() || rules.childText(u"Grant").isEmpty()) {
        throw Error(ErrorKind::MalformedResponse, u"GetBucketInfo"_s, u"neither place nor access rule"_s);
    }
    co_return BucketFacts{plainRegion(bucket.childText(u"Location")), rules.childText(u"Grant")};
}

} // namespace

QCoro::Task<SetupStep> BucketSetup::examine(std::stop_token stop) {
    // The list comes first: a bucket that is somewhere else answers here as if it were not allowed.
    const std::optional<QString> own = co_await ownRegion(m_access, stop);
    if (own && !own->isEmpty() && *own != m_access.config.region) {
        co_return blocked(Obstacle::BucketElsewhere, *own);
    }
    BucketFacts facts;
    try {
        facts = co_await askBucket(m_access, stop);
    } catch (const Error& error) {
        if (error.kind == ErrorKind::NotFound) {
            co_return step(SetupStep::State::Missing);
        }
        const bool isRefused = error.kind == ErrorKind::AccessDenied || error.kind == ErrorKind::BucketElsewhere;
        if (isRefused && own && own->isEmpty()) {
            co_return blocked(Obstacle::BucketTaken);
        }
        throw;
    }
    if (own && own->isEmpty()) {
        co_return blocked(Obstacle::BucketTaken);
    }
    if (facts.region != m_access.config.region) {
        co_return blocked(Obstacle::BucketElsewhere, facts.region);
    }
    if (facts.access != "private"_L1) {
        co_return blocked(Obstacle::BucketPublic, facts.access);
    }
    co_return step(SetupStep::State::Present);
}

QCoro::Task<> BucketSetup::make(std::stop_token stop) {
    OssCall call;
    call.method = "PUT";
    call.headers = {{"x-oss-acl", "private"}, {"Content-Type", "application/xml"}};
    call.body = "<CreateBucketConfiguration><StorageClass>Standard</StorageClass></CreateBucketConfiguration>";
    call.ramAction = u"oss:PutBucket"_s;
    const OssClient oss = bucketOf(m_access);
    co_await oss.call(std::move(call), stop);
}

} // namespace miaobu::aliyun
