#include "aliyun/emulator/multipart_uploads.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

MultipartUpload uploadFrom(const std::string& id, const QJsonObject& record) {
    MultipartUpload upload{id, toStd(record.value(u"bucket"_s).toString()), toStd(record.value(u"key"_s).toString()),
        {}, SystemTime(std::chrono::milliseconds(record.value(u"initiated"_s).toInteger()))};
    const QJsonObject headers = record.value(u"headers"_s).toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        upload.headers.emplace(toStd(header.key()), toStd(header.value().toString()));
    }
    return upload;
}

} // namespace

MultipartUploads::MultipartUploads(std::string folder) : m_folder(std::move(folder)), m_uploads(m_folder + "/uploads") {
    std::filesystem::remove_all(m_folder + "/drafts");
    std::filesystem::create_directories(m_folder + "/drafts");
}

std::string MultipartUploads::begin(
    const std::string& bucket, const std::string& key, const std::map<std::string, std::string>& headers) {
    const std::string id = randomHex(16);
    QJsonObject stored;
    for (const auto& [name, value] : headers) {
        stored.insert(toQt(name), toQt(value));
    }
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    m_uploads.put(id,
        {{u"bucket"_s, toQt(bucket)}, {u"key"_s, toQt(key)}, {u"headers"_s, stored},
            {u"initiated"_s, static_cast<qint64>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count())}});
    return id;
}

std::optional<MultipartUpload> MultipartUploads::find(const std::string& id) const {
    const auto record = m_uploads.find(id);
    return record ? std::optional(uploadFrom(id, *record)) : std::nullopt;
}

std::vector<MultipartUpload> MultipartUploads::of(const std::string& bucket) const {
    std::vector<MultipartUpload> uploads;
    for (const auto& [id, record] : m_uploads.all()) {
        if (record.value(u"bucket"_s) == toQt(bucket)) {
            uploads.push_back(uploadFrom(id, record));
        }
    }
    std::sort(uploads.begin(), uploads.end(),
        [](const MultipartUpload& a, const MultipartUpload& b) { return a.key < b.key; });
    return uploads;
}

std::shared_ptr<Bucket> MultipartUploads::parts(const std::string& id) {
    const std::lock_guard lock(m_mutex);
    if (!m_uploads.find(id)) {
        return nullptr;
    }
    auto& parts = m_parts[id];
    if (!parts) {
        parts = std::make_shared<Bucket>(id, folderOf(id), m_folder + "/drafts");
    }
    return parts;
}

void MultipartUploads::end(const std::string& id) {
    const std::lock_guard lock(m_mutex);
    m_uploads.remove(id);
    m_parts.erase(id);
    std::filesystem::remove_all(folderOf(id));
}

std::string MultipartUploads::folderOf(const std::string& id) const {
    return m_folder + "/parts/" + id;
}

std::string partName(long long number) {
    const std::string digits = std::to_string(number);
    return std::string(5 - std::min<std::size_t>(5, digits.size()), '0') + digits;
}

} // namespace miaobu::emulator
