#include "core/secrets/sealing.h"

#include "core/async/error.h"
#include "core/secrets/secret_bytes.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr char format = 1;
constexpr int keySize = 32;
constexpr int keyIdSize = 8;
constexpr int nonceSize = 12;
constexpr int tagSize = 16;
constexpr int headerSize = 1 + keyIdSize;

struct FreeContext {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, FreeContext>;

void require(bool success) {
    if (!success) {
        throw Error(ErrorKind::Internal, u"OpenSSL"_s);
    }
}

Error unreadable(const Place& place, const QString& detail) {
    return Error(ErrorKind::SecretUnreadable, place.table + u'.' + place.column, detail);
}

QByteArray randomBytes(int size) {
    QByteArray bytes(size, Qt::Uninitialized);
    require(RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), size) == 1);
    return bytes;
}

void appendNumber(QByteArray& bytes, quint32 number) {
    const quint32 bigEndian = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char*>(&bigEndian), sizeof bigEndian);
}

/// What is authenticated and not encrypted. Lengths go before the texts: ("ab", "c") is not ("a", "bc").
QByteArray authenticated(const QByteArray& header, const Place& place) {
    QByteArray bytes = header;
    for (const QString& part : {place.table, place.row, place.column}) {
        const QByteArray text = part.toUtf8();
        appendNumber(bytes, static_cast<quint32>(text.size()));
        bytes.append(text);
    }
    appendNumber(bytes, static_cast<quint32>(place.version));
    return bytes;
}

const unsigned char* bytesOf(const QByteArray& bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned char* bytesOf(QByteArray& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

} // namespace

MasterKey::MasterKey(const QByteArray& bytes)
    : m_bytes(unsharedCopy(bytes)),
      m_id(QCryptographicHash::hash("miaobu key id" + m_bytes, QCryptographicHash::Sha256).first(keyIdSize)) {
    if (m_bytes.size() != keySize) {
        throw Error(ErrorKind::SecretUnreadable, u"master key"_s, u"the entry in the keychain is no key of ours"_s);
    }
}

MasterKey::~MasterKey() {
    wipe(m_bytes);
}

QByteArray randomKeyBytes() {
    return randomBytes(keySize);
}

QByteArray seal(const QByteArray& plain, const Place& place, const MasterKey& key) {
    const QByteArray header = format + key.id();
    const QByteArray nonce = randomBytes(nonceSize);
    const QByteArray bound = authenticated(header, place);
    const Context context(EVP_CIPHER_CTX_new());
    QByteArray text(plain.size(), Qt::Uninitialized);
    QByteArray tag(tagSize, Qt::Uninitialized);
    int written = 0;
    require(context
        && EVP_EncryptInit_ex2(context.get(), EVP_aes_256_gcm(), bytesOf(key.bytes()), bytesOf(nonce), nullptr) == 1);
    require(EVP_EncryptUpdate(context.get(), nullptr, &written, bytesOf(bound), static_cast<int>(bound.size())) == 1
        && EVP_EncryptUpdate(context.get(), bytesOf(text), &written, bytesOf(plain), static_cast<int>(plain.size()))
            == 1
        && EVP_EncryptFinal_ex(context.get(), bytesOf(text) + written, &written) == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, tagSize, tag.data()) == 1);
    return header + nonce + text + tag;
}

QByteArray open(const QByteArray& sealed, const Place& place, const MasterKey& key) {
    if (sealed.size() < headerSize + nonceSize + tagSize || sealed.front() != format) {
        throw unreadable(place, u"it is no value that this version has sealed"_s);
    }
    const QByteArray header = sealed.first(headerSize);
    if (header.sliced(1) != key.id()) {
        throw unreadable(place, u"it was sealed with a key that is not in this keychain"_s);
    }
    const QByteArray nonce = sealed.sliced(headerSize, nonceSize);
    const QByteArray text = sealed.sliced(headerSize + nonceSize).chopped(tagSize);
    QByteArray tag = sealed.last(tagSize);
    const QByteArray bound = authenticated(header, place);
    const Context context(EVP_CIPHER_CTX_new());
    QByteArray plain(text.size(), Qt::Uninitialized);
    int written = 0;
    require(context
        && EVP_DecryptInit_ex2(context.get(), EVP_aes_256_gcm(), bytesOf(key.bytes()), bytesOf(nonce), nullptr) == 1);
    require(EVP_DecryptUpdate(context.get(), nullptr, &written, bytesOf(bound), static_cast<int>(bound.size())) == 1
        && EVP_DecryptUpdate(context.get(), bytesOf(plain), &written, bytesOf(text), static_cast<int>(text.size())) == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, tagSize, tag.data()) == 1);
    if (EVP_DecryptFinal_ex(context.get(), bytesOf(plain) + written, &written) != 1) {
        wipe(plain);
        throw unreadable(place, u"it was changed, or moved from another place"_s);
    }
    return plain;
}

} // namespace miaobu
