#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace miaobu::aliyun {

/// A name and its value, both decoded UTF-8.
using Parameter = std::pair<QByteArray, QByteArray>;
using Parameters = QList<Parameter>;

/// RFC 3986: everything but A-Z a-z 0-9 - _ . ~ and the characters of \a keep becomes %XX.
[[nodiscard]] QByteArray percentEncode(const QByteArray& text, const QByteArray& keep = {});
[[nodiscard]] QByteArray percentDecode(const QByteArray& text);

/// "a=b&c=d", strictly encoded, in the order given: for a form body.
[[nodiscard]] QByteArray encodeForm(const Parameters& parameters);

enum class EmptyValue { KeepsEqualsSign, IsBare };
/// As encodeForm, sorted by encoded name: for a URL and for the canonical request alike.
[[nodiscard]] QByteArray encodeQuery(const Parameters& parameters, EmptyValue empty);

[[nodiscard]] QByteArray sha256Hex(const QByteArray& bytes);
[[nodiscard]] QByteArray hmacSha256(const QByteArray& key, const QByteArray& message);

} // namespace miaobu::aliyun
