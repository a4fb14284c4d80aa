#include "aliyun/emulator/bucket_settings.h"

#include "aliyun/emulator/json_text.h"

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

// No bucket's name has a slash.
std::string objectName(const std::string& bucket, const std::string& key) {
    return bucket + "/object/" + key;
}

} // namespace

std::string BucketSettings::acl(const std::string& bucket) const {
    return text(bucket + "/acl", "private");
}

void BucketSettings::setAcl(const std::string& bucket, const std::string& acl) {
    setText(bucket + "/acl", acl);
}

std::string BucketSettings::objectAcl(const std::string& bucket, const std::string& key) const {
    return text(objectName(bucket, key), "default");
}

void BucketSettings::setObjectAcl(const std::string& bucket, const std::string& key, const std::string& acl) {
    setText(objectName(bucket, key), acl);
}

void BucketSettings::removeObjectAcl(const std::string& bucket, const std::string& key) {
    m_records.remove(objectName(bucket, key));
}

bool BucketSettings::blocksPublicAccess(const std::string& bucket) const {
    return text(bucket + "/block", "true") == "true";
}

void BucketSettings::blockPublicAccess(const std::string& bucket, bool blocked) {
    setText(bucket + "/block", blocked ? "true" : "false");
}

std::string BucketSettings::storageClass(const std::string& bucket) const {
    return text(bucket + "/class", "Standard");
}

void BucketSettings::setStorageClass(const std::string& bucket, const std::string& storageClass) {
    setText(bucket + "/class", storageClass);
}

std::optional<std::string> BucketSettings::configuration(const std::string& bucket, const std::string& kind) const {
    const std::string kept = text(bucket + "/configuration/" + kind, {});
    return kept.empty() ? std::nullopt : std::optional(kept);
}

void BucketSettings::setConfiguration(const std::string& bucket, const std::string& kind, const std::string& text) {
    setText(bucket + "/configuration/" + kind, text);
}

void BucketSettings::removeConfiguration(const std::string& bucket, const std::string& kind) {
    m_records.remove(bucket + "/configuration/" + kind);
}

bool BucketSettings::isPublic(const std::string& bucket, const std::string& key) const {
    const std::string own = objectAcl(bucket, key);
    return !blocksPublicAccess(bucket) && (own == "default" ? acl(bucket) : own).starts_with("public-read");
}

std::string BucketSettings::text(const std::string& name, const std::string& usual) const {
    const auto record = m_records.find(name);
    return record ? toStd(record->value(u"text"_s).toString()) : usual;
}

void BucketSettings::setText(const std::string& name, const std::string& value) {
    m_records.put(name, {{u"text"_s, toQt(value)}});
}

} // namespace miaobu::emulator
