#include "core/model/crc64.h"

#include <QtEndian>

#include <array>

namespace miaobu {

namespace {

constexpr quint64 polynomial = 0xC96C5795D7870F42;

using Table = std::array<quint64, 256>;

// Table k tells what a byte does to the register when k more zero bytes follow it: eight of them take eight bytes in one step.
constexpr std::array<Table, 8> makeTables() {
    std::array<Table, 8> tables{};
    for (quint64 byte = 0; byte < 256; ++byte) {
        quint64 value = byte;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value >> 1) ^ ((value & 1) != 0 ? polynomial : 0);
        }
        tables[0][byte] = value;
    }
    for (std::size_t byte = 0; byte < 256; ++byte) {
        for (std::size_t k = 1; k < 8; ++k) {
            const quint64 before = tables[k - 1][byte];
            tables[k][byte] = (before >> 8) ^ tables[0][before & 0xff];
        }
    }
    return tables;
}

constexpr std::array<Table, 8> tables = makeTables();

using Matrix = std::array<quint64, 64>;

quint64 times(const Matrix& matrix, quint64 vector) {
    quint64 product = 0;
    for (std::size_t row = 0; vector != 0; ++row, vector >>= 1) {
        product ^= (vector & 1) != 0 ? matrix[row] : 0;
    }
    return product;
}

Matrix squareOf(const Matrix& matrix) {
    Matrix square;
    for (std::size_t row = 0; row < square.size(); ++row) {
        square[row] = times(matrix, matrix[row]);
    }
    return square;
}

// What one zero bit does to the register.
Matrix zeroBit() {
    Matrix matrix;
    matrix[0] = polynomial;
    for (std::size_t row = 1; row < matrix.size(); ++row) {
        matrix[row] = quint64{1} << (row - 1);
    }
    return matrix;
}

} // namespace

void Crc64::update(QByteArrayView bytes) {
    const auto* next = reinterpret_cast<const uchar*>(bytes.data());
    qsizetype left = bytes.size();
    quint64 value = m_register;
    for (; left >= 8; left -= 8, next += 8) {
        value ^= qFromLittleEndian<quint64>(next);
        value = tables[7][value & 0xff] ^ tables[6][(value >> 8) & 0xff] ^ tables[5][(value >> 16) & 0xff]
            ^ tables[4][(value >> 24) & 0xff] ^ tables[3][(value >> 32) & 0xff] ^ tables[2][(value >> 40) & 0xff]
            ^ tables[1][(value >> 48) & 0xff] ^ tables[0][value >> 56];
    }
    for (; left > 0; --left, ++next) {
        value = tables[0][(value ^ *next) & 0xff] ^ (value >> 8);
    }
    m_register = value;
}

quint64 crc64(QByteArrayView bytes) {
    Crc64 crc;
    crc.update(bytes);
    return crc.finish();
}

quint64 combineCrc64(quint64 first, quint64 second, quint64 secondLength) {
    Matrix zeros = squareOf(squareOf(squareOf(zeroBit())));
    for (; secondLength != 0; secondLength >>= 1, zeros = squareOf(zeros)) {
        if ((secondLength & 1) != 0) {
            first = times(zeros, first);
        }
    }
    return first ^ second;
}

} // namespace miaobu
