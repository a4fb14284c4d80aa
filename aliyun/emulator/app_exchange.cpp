#include "aliyun/emulator/app_exchange.h"

#include "aliyun/emulator/app_connection.h"
#include "aliyun/emulator/service_fault.h"

#include <algorithm>
#include <array>

namespace miaobu::emulator {

namespace {

constexpr std::uint64_t longestBody = 32U << 20;

bool isOfConnection(const std::string& name) {
    constexpr std::array<std::string_view, 8> names{
        "connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "expect"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string headFor(const Request& request, const Fields& added, bool chunked) {
    std::string head = request.method + " " + request.target + " HTTP/1.1\r\n";
    for (const auto& [name, value] : request.headers) {
        const bool replaced
            = std::any_of(added.begin(), added.end(), [&name](const auto& field) { return field.first == name; });
        if (!isOfConnection(name) && !replaced && !name.starts_with("x-fc-")) {
            head += name + ": " + value + "\r\n";
        }
    }
    for (const auto& [name, value] : added) {
        head += name + ": " + value + "\r\n";
    }
    return head + (chunked ? "transfer-encoding: chunked\r\n" : "") + "connection: close\r\n\r\n";
}

void sendBody(AppConnection& connection, Body& body, bool chunked) {
    const bool whole = body.read([&](std::string_view piece) {
        if (body.bytesRead() > longestBody) {
            throw ServiceFault{413, "RequestTooLarge", "The body of a request must not exceed 32 MB."};
        }
        if (!chunked) {
            return connection.send(piece);
        }
        std::array<char, 20> size{};
        std::snprintf(size.data(), size.size(), "%zx\r\n", piece.size());
        return piece.empty() || (connection.send(size.data()) && connection.send(piece) && connection.send("\r\n"));
    });
    if (whole && chunked) {
        connection.send("0\r\n\r\n");
    }
}

/// The status line and the headers of \a head.
Reply replyFrom(const std::string& head) {
    Reply reply;
    bool first = true;
    for (const std::string_view raw : split(head, '\n')) {
        const std::string_view line = trimmed(raw);
        if (first) {
            const auto status = line.starts_with("HTTP/1.") && line.size() >= 12 ? toInteger(line.substr(9, 3))
                                                                                 : std::optional<long long>();
            if (!status || *status < 100 || *status > 599) {
                throw ServiceFault{502, "InvalidResponse", "The function's answer is not HTTP."};
            }
            reply.status = static_cast<int>(*status);
            first = false;
        } else if (const std::size_t colon = line.find(':'); colon != std::string_view::npos && colon > 0) {
            reply.headers.emplace_back(lowerCase(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
        }
    }
    return reply;
}

std::string headerOf(const Reply& reply, std::string_view name) {
    const auto found = std::find_if(
        reply.headers.begin(), reply.headers.end(), [name](const auto& field) { return field.first == name; });
    return found == reply.headers.end() ? std::string() : found->second;
}

} // namespace

Reply askApp(int port, const Request& request, Body& body, const Fields& added, std::chrono::seconds patience) {
    const auto connection = std::make_shared<AppConnection>(port, patience);
    const bool chunked = lowerCase(request.header("transfer-encoding")) == "chunked";
    connection->send(headFor(request, added, chunked));
    sendBody(*connection, body, chunked);
    Reply reply = replyFrom(connection->takeHead());
    while (reply.status < 200) {
        reply = replyFrom(connection->takeHead());
    }
    const bool chunkedAnswer = lowerCase(headerOf(reply, "transfer-encoding")) == "chunked";
    const auto length = toInteger(headerOf(reply, "content-length"));
    std::erase_if(reply.headers, [](const auto& field) {
        return isOfConnection(field.first) || field.first == "content-length" || field.first == "date";
    });
    const bool bodiless = request.method == "HEAD" || reply.status == 204 || reply.status == 304;
    reply.source = BodySource{
        length && *length >= 0 && !chunkedAnswer ? std::optional(static_cast<std::uint64_t>(*length)) : std::nullopt,
        {}};
    if (bodiless) {
        reply.source->length = reply.source->length.value_or(0);
    } else if (chunkedAnswer) {
        reply.source->next = [connection] { return connection->takeChunk(); };
    } else {
        reply.source->next = [connection, left = reply.source->length]() mutable {
            auto piece = connection->takePiece(left.value_or(UINT64_MAX));
            if (left && piece) {
                *left -= piece->size();
            }
            return piece;
        };
    }
    return reply;
}

} // namespace miaobu::emulator
