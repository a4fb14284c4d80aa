#pragma once

#include "aliyun/emulator/bucket_shelf.h"

#include <optional>
#include <string>

namespace miaobu::emulator {

/// The bucket of the edge service itself, which customers put code into with forms that the service signed for them
/// (OSS's V1 form signature). Nothing else opens it, and its key opens nothing else. Thread-safe.
class ServiceBucket {
public:
    static constexpr std::string_view name = "esa-routine-code";

    explicit ServiceBucket(const std::string& folder);

    /// Where the object service answers: "http://127.0.0.1:PORT". To be set before the first form is asked for.
    void setEndpoint(std::string endpoint) { m_endpoint = std::move(endpoint); }
    [[nodiscard]] std::string address() const { return m_endpoint + "/" + std::string(name); }
    [[nodiscard]] const std::string& accessKeyId() const { return m_accessKeyId; }
    [[nodiscard]] const std::string& accessKeySecret() const { return m_accessKeySecret; }
    [[nodiscard]] std::shared_ptr<Bucket> bucket() const { return m_shelf.find(std::string(name)); }

    /// What a form for \a key must hold: policy and Signature, and every one of \a fields unchanged.
    struct Form {
        std::string policy;
        std::string signature;
    };
    [[nodiscard]] Form sign(const std::string& key, const Fields& fields, std::uint64_t largest) const;

    [[nodiscard]] std::optional<std::string> read(const std::string& key) const;
    void write(const std::string& key, std::string_view content);

private:
    BucketShelf m_shelf;
    std::string m_endpoint;
    std::string m_accessKeyId;
    std::string m_accessKeySecret;
};

} // namespace miaobu::emulator
