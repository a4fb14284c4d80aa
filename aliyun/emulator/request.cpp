#include "aliyun/emulator/request.h"

#include <unistd.h>

#include <algorithm>

namespace miaobu::emulator {

namespace {

constexpr std::uint64_t worthDraining = 64U << 20;

} // namespace

std::string_view Request::path() const {
    return std::string_view(target).substr(0, target.find('?'));
}

std::string Request::header(std::string_view name) const {
    std::string joined;
    bool found = false;
    for (const auto& [known, value] : headers) {
        if (known == name) {
            joined += (found ? "," : "") + value;
            found = true;
        }
    }
    return joined;
}

bool Request::hasHeader(std::string_view name) const {
    return std::any_of(headers.begin(), headers.end(), [name](const auto& field) { return field.first == name; });
}

std::optional<std::string> Request::parameter(std::string_view name) const {
    const auto found
        = std::find_if(query.begin(), query.end(), [name](const auto& field) { return field.first == name; });
    return found == query.end() ? std::nullopt : std::optional(found->second);
}

bool Request::hasParameter(std::string_view name) const {
    return std::any_of(query.begin(), query.end(), [name](const auto& field) { return field.first == name; });
}

std::string Request::hostName() const {
    const std::string host = lowerCase(header("host"));
    if (host.starts_with('[')) {
        return host.substr(0, host.find(']') + 1);
    }
    return host.substr(0, host.find(':'));
}

std::optional<Request> parseRequest(std::string_view head) {
    Request request;
    request.arrived = std::chrono::steady_clock::now();
    bool first = true;
    for (const std::string_view raw : split(head, '\n')) {
        const std::string_view line = trimmed(raw);
        if (first) {
            const auto parts = split(line, ' ');
            if (parts.size() != 3 || !parts[2].starts_with("HTTP/1.") || !parts[1].starts_with('/')) {
                return std::nullopt;
            }
            request.method = parts[0];
            request.target = parts[1];
            first = false;
        } else if (!line.empty()) {
            const std::size_t colon = line.find(':');
            if (colon == std::string_view::npos || colon == 0) {
                return std::nullopt;
            }
            request.headers.emplace_back(lowerCase(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
        }
    }
    const std::size_t question = request.target.find('?');
    if (question != std::string::npos) {
        request.query = formDecode(std::string_view(request.target).substr(question + 1));
    }
    return request;
}

Body::Body(Reader reader) : m_reader(std::move(reader)) { }

bool Body::read(const std::function<bool(std::string_view)>& take) {
    m_begun = true;
    m_whole = m_reader([this, &take](std::string_view piece) {
        m_bytes += piece.size();
        return take(piece);
    });
    return m_whole;
}

std::optional<std::string> Body::readAll(std::size_t limit) {
    std::string whole;
    const bool complete = read([&whole, limit](std::string_view piece) {
        whole += piece;
        return whole.size() <= limit;
    });
    return complete ? std::optional(std::move(whole)) : std::nullopt;
}

bool Body::drain() {
    return m_begun ? m_whole : read([this](std::string_view) { return m_bytes <= worthDraining; });
}

FileHandle::FileHandle(int descriptor) : m_descriptor(descriptor) { }

FileHandle::~FileHandle() {
    reset(-1);
}

void FileHandle::reset(int descriptor) {
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
    m_descriptor = descriptor;
}

} // namespace miaobu::emulator
