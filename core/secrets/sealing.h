#pragma once

#include <QByteArray>
#include <QString>

namespace miaobu {

/// Where a sealed value belongs: it opens nowhere else, so that nobody gains by moving rows about in the database.
struct Place {
    QString table;
    QString row; ///< The row's id
    QString column;
    int version = 1; ///< Of what the value means; a value of another version does not open.

    bool operator==(const Place&) const = default;
};

/// A key of 256 bits, overwritten at the end.
class MasterKey {
public:
    /// \throws Error(SecretUnreadable) unless these are 32 bytes
    explicit MasterKey(const QByteArray& bytes);
    ~MasterKey();
    MasterKey(const MasterKey&) = delete;
    MasterKey& operator=(const MasterKey&) = delete;

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    /// Tells keys apart and says nothing about them: the beginning of a hash, eight bytes.
    [[nodiscard]] const QByteArray& id() const { return m_id; }

private:
    QByteArray m_bytes;
    QByteArray m_id;
};

/// Bytes for a new MasterKey.
[[nodiscard]] QByteArray randomKeyBytes();

/// Encrypts \a plain for \a place with AES-256-GCM (NIST SP 800-38D): a format byte, the key's id, a random nonce of 12 bytes, the text, a tag of
/// 16 bytes. The same text is sealed differently each time. One key is good for 2³² values.
[[nodiscard]] QByteArray seal(const QByteArray& plain, const Place& place, const MasterKey& key);

/// What was sealed. \throws Error(SecretUnreadable, "table.column") when it is damaged, belongs elsewhere, or was sealed with another key
[[nodiscard]] QByteArray open(const QByteArray& sealed, const Place& place, const MasterKey& key);

} // namespace miaobu
