#include <QXmlStreamReader>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString context;
    QString source;
    QString translation;
    QString state; ///< "unfinished", "vanished", "obsolete"; empty when it is done.
};

QList<Message> messagesIn(const QString& file) {
    QFile translations(file);
    if (!translations.open(QIODevice::ReadOnly)) {
        return {};
    }
    QXmlStreamReader xml(&translations);
    QList<Message> messages;
    Message message;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == u"name") {
            message.context = xml.readElementText();
        } else if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.state = xml.attributes().value(u"type"_s).toString();
            message.translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            messages.append(message);
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QStringList sourcesOf(const QList<Message>& messages) {
    QStringList sources;
    for (const Message& message : messages) {
        sources.append(message.context + u": "_s + message.source);
    }
    sources.sort();
    return sources;
}

/// What a translation must keep as it is: places, the key of a menu, and "asks for more before it acts".
QStringList keptPartsOf(const QString& text) {
    static const QRegularExpression places(u"%L?[0-9n]+"_s);
    QStringList parts;
    for (auto match = places.globalMatch(text); match.hasNext();) {
        parts.append(match.next().captured());
    }
    if (!QKeySequence::mnemonic(text).isEmpty()) {
        parts.append(u"a key"_s);
    }
    if (text.endsWith(u'…')) {
        parts.append(u"…"_s);
    }
    parts.sort();
    parts.removeDuplicates();
    return parts;
}

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT

private slots:
    void everyWordIsTranslated_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("zh_CN") << u"miaobu_zh_CN.ts"_s;
        QTest::newRow("en") << u"miaobu_en.ts"_s;
    }

    void everyWordIsTranslated() {
        QFETCH(QString, file);
        const QList<Message> messages = messagesIn(QStringLiteral(TRANSLATION_DIR "/") + file);
        QVERIFY(messages.size() >= 5);
        for (const Message& message : messages) {
            QVERIFY2(message.state.isEmpty(), qPrintable(message.state + u": "_s + message.source));
            QVERIFY2(!message.translation.isEmpty(), qPrintable(message.source));
        }
    }

    void theWordsAreThoseOfTheSources_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("zh_CN") << u"miaobu_zh_CN.ts"_s << QStringList();
        QTest::newRow("en") << u"miaobu_en.ts"_s << QStringList{u"-pluralonly"_s};
    }

    void theWordsAreThoseOfTheSources() {
        QFETCH(QString, file);
        QFETCH(QStringList, options);
        QTemporaryDir folder;
        const QString original = QStringLiteral(TRANSLATION_DIR "/") + file;
        const QString copy = folder.filePath(file);
        QVERIFY(QFile::copy(original, copy));
        QProcess lupdate;
        lupdate.start(QStringLiteral(LUPDATE),
            QStringList{QStringLiteral(APP_DIR), u"-no-obsolete"_s, u"-locations"_s, u"none"_s} + options
                + QStringList{u"-ts"_s, copy});
        QVERIFY(lupdate.waitForFinished(60'000));
        QCOMPARE(lupdate.exitCode(), 0);
        const QStringList known = sourcesOf(messagesIn(original));
        const QStringList wanted = sourcesOf(messagesIn(copy));
        for (const QString& source : wanted) {
            QVERIFY2(known.contains(source), qPrintable(u"missing, run the target update_translations: "_s + source));
        }
        for (const QString& source : known) {
            QVERIFY2(wanted.contains(source), qPrintable(u"nobody says this any more: "_s + source));
        }
    }

    void chineseKeepsPlacesKeysAndDots() {
        for (const Message& message : messagesIn(QStringLiteral(TRANSLATION_DIR "/miaobu_zh_CN.ts"))) {
            const QString why = message.source + u" → "_s + message.translation;
            QVERIFY2(keptPartsOf(message.source) == keptPartsOf(message.translation), qPrintable(why));
        }
    }

    void chineseUsesItsOwnPunctuation() {
        static const QRegularExpression halfWidth(u"\\p{Han}[,;:?!]|\\p{Han}\\.(\\s|$)"_s);
        for (const Message& message : messagesIn(QStringLiteral(TRANSLATION_DIR "/miaobu_zh_CN.ts"))) {
            QVERIFY2(!halfWidth.match(message.translation).hasMatch(), qPrintable(message.translation));
        }
    }
};

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
