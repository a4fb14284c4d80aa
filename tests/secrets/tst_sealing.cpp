#include "core/async/error.h"
#include "core/secrets/sealing.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

const Place home{u"environment_variables"_s, u"17"_s, u"value"_s, 1};

bool opens(const QByteArray& sealed, const Place& place, const MasterKey& key) {
    try {
        (void)open(sealed, place, key);
        return true;
    } catch (const Error& error) {
        return error.kind != ErrorKind::SecretUnreadable;
    }
}

} // namespace

class TestSealing : public QObject {
    Q_OBJECT

private slots:
    void whatWasSealedOpens() {
        for (const qsizetype size : {0, 1, 15, 16, 17, 1'000'000}) {
            const QByteArray plain(size, '\xe7');
            QCOMPARE(open(seal(plain, home, m_key), home, m_key), plain);
        }
    }

    void theTextIsNotInIt() {
        const QByteArray sealed = seal("the secret text", home, m_key);
        QVERIFY(!sealed.contains("secret"));
        QVERIFY(!sealed.contains(m_key.bytes()));
    }

    void theSameTextIsNeverSealedTheSame() {
        QSet<QByteArray> seen;
        for (int i = 0; i < 500; ++i) {
            seen.insert(seal("the secret text", home, m_key));
        }
        QCOMPARE(seen.size(), 500);
    }

    void everyChangedBitIsNoticed() {
        const QByteArray sealed = seal("the secret text", home, m_key);
        for (qsizetype byte = 0; byte < sealed.size(); ++byte) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray changed = sealed;
                changed[byte] = static_cast<char>(changed.at(byte) ^ (1 << bit));
                QVERIFY2(!opens(changed, home, m_key), qPrintable(QString::number(byte)));
            }
        }
    }

    void everyCutIsNoticed() {
        const QByteArray sealed = seal("the secret text", home, m_key);
        for (qsizetype size = 0; size < sealed.size(); ++size) {
            QVERIFY(!opens(sealed.first(size), home, m_key));
        }
        QVERIFY(!opens(sealed + '\0', home, m_key));
    }

    void itOpensInItsPlaceOnly() {
        const QByteArray sealed = seal("the secret text", home, m_key);
        for (const Place& other : {Place{u"environment_variable"_s, u"s17"_s, u"value"_s, 1},
                 Place{u"environment_variables"_s, u"18"_s, u"value"_s, 1},
                 Place{u"environment_variables"_s, u"17"_s, u"name"_s, 1},
                 Place{u"environment_variables"_s, u"17v"_s, u"alue"_s, 1},
                 Place{u"environment_variables"_s, u"17"_s, u"value"_s, 2}, Place{}}) {
            QVERIFY(!opens(sealed, other, m_key));
        }
    }

    void anotherKeyIsToldApart() {
        const MasterKey other(randomKeyBytes());
        QVERIFY(other.id() != m_key.id());
        try {
            (void)open(seal("the secret text", home, m_key), home, other);
            QFAIL("it opened");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::SecretUnreadable);
            QCOMPARE(error.subject, u"environment_variables.value"_s);
            QVERIFY(error.detail.contains(u"key"_s));
        }
    }

    // The id alone is no proof: it can be written into a value.
    void aKeyWithABorrowedIdOpensNothing() {
        const MasterKey other(randomKeyBytes());
        QByteArray sealed = seal("the secret text", home, m_key);
        sealed.replace(1, other.id().size(), other.id());
        QVERIFY(!opens(sealed, home, other));
    }

    void aKeyHas32Bytes() {
        QVERIFY_THROWS_EXCEPTION(Error, MasterKey{QByteArray(31, 'k')});
        QVERIFY_THROWS_EXCEPTION(Error, MasterKey{QByteArray()});
    }

private:
    const MasterKey m_key{randomKeyBytes()};
};

QTEST_GUILESS_MAIN(TestSealing)
#include "tst_sealing.moc"
