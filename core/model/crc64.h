#pragma once

#include <QByteArrayView>

namespace miaobu {

/// CRC-64/XZ (reflected ECMA-182 polynomial, all ones before and after), what OSS answers as x-oss-hash-crc64ecma.
/// The checksum of nothing is 0, of "123456789" 0x995dc9bbdf1939fa.
class Crc64 {
public:
    void update(QByteArrayView bytes);
    /// The checksum of everything so far; more may follow.
    [[nodiscard]] quint64 finish() const { return ~m_register; }

private:
    quint64 m_register = ~quint64{0};
};

[[nodiscard]] quint64 crc64(QByteArrayView bytes);

/// The checksum of two parts one after the other, from the checksum of each and the length of the second in bytes.
[[nodiscard]] quint64 combineCrc64(quint64 first, quint64 second, quint64 secondLength);

} // namespace miaobu
