#include "aliyun/emulator/object_record.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

namespace {

// "MIAOBU1\n" after eight decimal digits of length
constexpr std::string_view mark = "MIAOBU1\n";
constexpr std::size_t lengthDigits = 8;
constexpr std::size_t footSize = lengthDigits + mark.size();

QString fromStd(const std::string& text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string toStd(const QJsonValue& value) {
    return value.toString().toUtf8().toStdString();
}

bool readAt(int descriptor, char* to, std::size_t size, off_t offset) {
    return ::pread(descriptor, to, size, offset) == static_cast<ssize_t>(size);
}

} // namespace

std::string serialised(const ObjectRecord& record) {
    QJsonObject headers;
    for (const auto& [name, value] : record.headers) {
        headers.insert(fromStd(name), fromStd(value));
    }
    const auto modified
        = std::chrono::duration_cast<std::chrono::milliseconds>(record.modified.time_since_epoch()).count();
    const QJsonObject object{
        {u"key"_s, fromStd(record.key)},
        {u"size"_s, static_cast<qint64>(record.size)},
        {u"etag"_s, fromStd(record.etag)},
        {u"crc64"_s, QString::number(record.crc64)},
        {u"modified"_s, static_cast<qint64>(modified)},
        {u"headers"_s, headers},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<ObjectRecord> objectRecordFrom(std::string_view text) {
    const QJsonObject object
        = QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size()))).object();
    ObjectRecord record;
    record.key = toStd(object.value(u"key"_s));
    record.size = static_cast<std::uint64_t>(object.value(u"size"_s).toInteger());
    record.etag = toStd(object.value(u"etag"_s));
    record.crc64 = object.value(u"crc64"_s).toString().toULongLong();
    record.modified = SystemTime(std::chrono::milliseconds(object.value(u"modified"_s).toInteger()));
    const QJsonObject headers = object.value(u"headers"_s).toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        record.headers.emplace(header.key().toStdString(), toStd(header.value()));
    }
    return record.key.empty() ? std::nullopt : std::optional(std::move(record));
}

std::optional<ObjectRecord> readObjectRecord(int descriptor) {
    struct stat status{};
    std::array<char, footSize> foot{};
    if (::fstat(descriptor, &status) != 0 || status.st_size < static_cast<off_t>(footSize)
        || !readAt(descriptor, foot.data(), foot.size(), status.st_size - static_cast<off_t>(footSize))) {
        return std::nullopt;
    }
    const std::string_view view(foot.data(), foot.size());
    const auto length = toInteger(view.substr(0, lengthDigits));
    const off_t end = status.st_size - static_cast<off_t>(footSize);
    if (view.substr(lengthDigits) != mark || !length || *length > end) {
        return std::nullopt;
    }
    std::string text(static_cast<std::size_t>(*length), '\0');
    if (!readAt(descriptor, text.data(), text.size(), end - static_cast<off_t>(*length))) {
        return std::nullopt;
    }
    auto record = objectRecordFrom(text);
    const bool fits = record && record->size == static_cast<std::uint64_t>(end - static_cast<off_t>(*length));
    return fits ? record : std::nullopt;
}

std::string objectTrailer(const ObjectRecord& record) {
    const std::string text = serialised(record);
    std::array<char, lengthDigits + 1> length{};
    std::snprintf(length.data(), length.size(), "%08zu", text.size());
    return text + length.data() + std::string(mark);
}

} // namespace miaobu::emulator
