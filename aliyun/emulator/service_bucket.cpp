#include "aliyun/emulator/service_bucket.h"

#include "aliyun/emulator/digest.h"
#include "aliyun/emulator/json_text.h"
#include "aliyun/emulator/service_fault.h"

#include <QJsonArray>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

constexpr std::chrono::minutes formLife{10};

} // namespace

ServiceBucket::ServiceBucket(const std::string& folder)
    : m_shelf(folder), m_accessKeyId("LTAI5tService" + randomHex(5)), m_accessKeySecret(randomHex(16)) {
    m_shelf.create(std::string(name));
}

ServiceBucket::Form ServiceBucket::sign(const std::string& key, const Fields& fields, std::uint64_t largest) const {
    QJsonArray conditions{
        QJsonObject{{u"bucket"_s, toQt(name)}},
        QJsonArray{u"eq"_s, u"$key"_s, toQt(key)},
        QJsonArray{u"content-length-range"_s, 1, static_cast<qint64>(largest)},
    };
    for (const auto& [field, value] : fields) {
        conditions.append(QJsonObject{{toQt(field), toQt(value)}});
    }
    const QJsonObject policy{
        {u"expiration"_s, toQt(isoDateMilliseconds(std::chrono::system_clock::now() + formLife))},
        {u"conditions"_s, conditions},
    };
    Form form;
    form.policy = toBase64(jsonText(policy));
    form.signature = toBase64(hmacSha1Raw(m_accessKeySecret, form.policy));
    return form;
}

std::optional<std::string> ServiceBucket::read(const std::string& key) const {
    const auto object = bucket()->open(key);
    if (!object) {
        return std::nullopt;
    }
    std::string content(object->record->size, '\0');
    std::size_t done = 0;
    while (done < content.size()) {
        const ssize_t count = ::pread(
            object->file->descriptor(), content.data() + done, content.size() - done, static_cast<off_t>(done));
        if (count <= 0) {
            throw ServiceFault{500, "InternalException", "The code cannot be read."};
        }
        done += static_cast<std::size_t>(count);
    }
    return content;
}

void ServiceBucket::write(const std::string& key, std::string_view content) {
    ObjectDraft draft(bucket()->draftFolder());
    draft.add(content);
    ObjectRecord record;
    record.key = key;
    draft.finish(record);
    static_cast<void>(bucket()->store(draft, std::move(record), true));
}

} // namespace miaobu::emulator
