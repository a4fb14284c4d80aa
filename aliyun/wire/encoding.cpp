#include "aliyun/wire/encoding.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace miaobu::aliyun {

namespace {

QByteArray join(const Parameters& encoded, EmptyValue empty) {
    QByteArray joined;
    for (const auto& [name, value] : encoded) {
        joined += (joined.isEmpty() ? "" : "&") + name;
        if (!value.isEmpty() || empty == EmptyValue::KeepsEqualsSign) {
            joined += '=' + value;
        }
    }
    return joined;
}

Parameters encodeEach(const Parameters& parameters) {
    Parameters encoded;
    encoded.reserve(parameters.size());
    for (const auto& [name, value] : parameters) {
        encoded.append({percentEncode(name), percentEncode(value)});
    }
    return encoded;
}

} // namespace

QByteArray percentEncode(const QByteArray& text, const QByteArray& keep) {
    return text.toPercentEncoding(keep);
}

QByteArray percentDecode(const QByteArray& text) {
    return QByteArray::fromPercentEncoding(text);
}

QByteArray encodeForm(const Parameters& parameters) {
    return join(encodeEach(parameters), EmptyValue::KeepsEqualsSign);
}

QByteArray encodeQuery(const Parameters& parameters, EmptyValue empty) {
    Parameters encoded = encodeEach(parameters);
    std::sort(encoded.begin(), encoded.end());
    return join(encoded, empty);
}

QByteArray sha256Hex(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray hmacSha256(const QByteArray& key, const QByteArray& message) {
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

} // namespace miaobu::aliyun
