#include "app/models/decoded_image.h"
#include "app/models/difference_model.h"
#include "app/models/file_change_model.h"
#include "app/text/difference_text.h"
#include "app/text/visible_text.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;
using namespace miaobu::app;

namespace {

QByteArray pngOf(QSize size) {
    QImage image(size, QImage::Format_ARGB32);
    image.fill(Qt::red);
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return content;
}

} // namespace

class CompareModelsTest : public QObject {
    Q_OBJECT

private slots:
    void filesAreFilteredByNameAndKind() {
        FileChangeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QString arabic = u"صور/شعار 🐾.png"_s;
        const QString longName = QString(200, u'n') + u".html"_s;
        model.setChanges({{FileChange::Kind::Added, u"a/Index.html"_s, {}, 0, 10},
            {FileChange::Kind::Changed, longName, {}, 5, 7}, {FileChange::Kind::Removed, arabic, {}, 9, 0}});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowOf(arabic), 2);
        model.setFilter(u"HTML"_s, {});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowOf(arabic), -1);
        model.setFilter(u"html"_s, FileChange::Kind::Changed);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.change(0)->path, longName);
        QVERIFY(!model.change(1));
        model.setFilter({}, {});
        QCOMPARE(model.index(2).data(Qt::AccessibleTextRole).toString(), u"Removed: %1, 9 bytes"_s.arg(arabic));
    }

    void filesLieUnderTheirFolders() {
        FileChangeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTree(true);
        QList<FileChange> changes;
        for (const QString& path :
            {u"a-b.html"_s, u"a/one/x.js"_s, u"a/one/y.js"_s, u"a/z.js"_s, u"deep/er/still/f.css"_s, u"index.html"_s}) {
            changes.append({FileChange::Kind::Changed, path, {}, 1, 2});
        }
        model.setChanges(changes);
        const auto rows = [&model] {
            QStringList all;
            for (int row = 0; row < model.rowCount(); ++row) {
                const QModelIndex index = model.index(row);
                all.append(QString(index.data(FileChangeModel::DepthRole).toInt(), u'.') + index.data().toString());
            }
            return all.join(u' ');
        };
        QCOMPARE(rows(), u"a-b.html a/ .one/ ..x.js ..y.js .z.js deep/er/still/ .f.css index.html"_s);
        QCOMPARE(model.index(1).data(FileChangeModel::CountRole).toInt(), 3);
        QCOMPARE(model.rowOf(u"a/one/y.js"_s), 4);
        QVERIFY(!model.change(1));
        model.setFolded(1, true);
        QCOMPARE(rows(), u"a-b.html a/ deep/er/still/ .f.css index.html"_s);
        QCOMPARE(model.rowOf(u"a/one/y.js"_s), -1);
        model.setFilter(u"js"_s, {});
        model.setFolded(0, false);
        QCOMPARE(rows(), u"a/ .one/ ..x.js ..y.js .z.js"_s);
        QCOMPARE(model.firstFile(), 2);
        model.setTree(false);
        QCOMPARE(rows(), u"a/one/x.js a/one/y.js a/z.js"_s);
    }

    void aHundredThousandFilesAreFilteredAsOneReset() {
        QList<FileChange> changes;
        for (int i = 0; i < 100'000; ++i) {
            changes.append({FileChange::Kind::Changed, u"assets/%1.js"_s.arg(i), {}, 1, 2});
        }
        FileChangeModel model;
        model.setChanges(changes);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setFilter(u"99999"_s, {});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(resets.size(), 1);
    }

    void fileNamesAreNoMarkup() {
        FileChangeModel model;
        model.setChanges({{FileChange::Kind::Added, u"<img src=x>.txt"_s, {}, 0, 1}});
        QCOMPARE(model.index(0).data(Qt::ToolTipRole).toString(), u"&lt;img src=x&gt;.txt"_s);
    }

    void changesAreFoundForwardsAndBackwards() {
        DifferenceModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDifference(differenceOf("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n", "a\nB\nc\nd\ne\nf\ng\nh\nI\nj\n"));
        const int first = model.changeFrom(-1, 1);
        QCOMPARE(model.lines().at(first).text, u"b"_s);
        const int second = model.changeFrom(first, 1);
        QCOMPARE(model.lines().at(second).text, u"i"_s);
        QCOMPARE(model.changeFrom(second, 1), -1);
        QCOMPARE(model.changeFrom(second, -1), first);
        QCOMPARE(model.changeFrom(first, -1), -1);
        QCOMPARE(model.textOf({first, first + 1}), u"-b\n+B"_s);
        QCOMPARE(model.index(first).data(Qt::AccessibleTextRole).toString(), u"Removed, line 2: b"_s);
    }

    void whatIsHiddenInALineIsSeen() {
        QCOMPARE(visibleText(u"a\tb"_s), u"a   b"_s);
        QCOMPARE(visibleText(u"\x1b[2J"_s), u"␛[2J"_s);
        QCOMPARE(visibleText(u"if (admin\u202e) {"_s), u"if (admin\ufffd) {"_s);
        QCOMPARE(visibleText(u"مرحبا 🐾"_s), u"مرحبا 🐾"_s);
        DifferenceModel model;
        model.setDifference(differenceOf("", QByteArray(100'000, 'x') + '\n'));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.lines().constFirst().text.size() <= 2'000);
    }

    void picturesAreReadOrSaidToBeWhatTheyAre() {
        using Problem = DecodedImage::Problem;
        const DecodedImage png = decodedImage(pngOf({7, 5}));
        QCOMPARE(png.problem, Problem::None);
        QCOMPARE(png.image.size(), QSize(7, 5));
        QCOMPARE(decodedImage(QByteArray()).problem, Problem::Missing);
        QCOMPARE(decodedImage("GIF89a, or so").problem, Problem::Broken);
        QCOMPARE(decodedImage(pngOf({64, 64}).left(60)).problem, Problem::Broken);
        const QByteArray svg
            = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h9"/>%1</svg>)";
        QCOMPARE(decodedImage(QByteArray(svg).replace("%1", "")).image.size(), QSize(20, 10));
        QCOMPARE(decodedImage(QByteArray(svg).replace("%1", "<image href=\"/dev/zero\"/>")).problem,
            Problem::RefersElsewhere);
        QCOMPARE(decodedImage("<svg").problem, Problem::Broken);
    }

    void sizesAreSaid() {
        QCOMPARE(growthText(0), u"±0"_s);
        QCOMPARE(growthText(14 * 1024), u"+14.0 kB"_s);
        QCOMPARE(growthText(-3), u"−3 bytes"_s);
        QCOMPARE(countsText(3, 12, 1), u"+3 ~12 −1"_s);
        QCOMPARE(countsText(0, 0, 0), QString());
    }
};

QTEST_MAIN(CompareModelsTest)
#include "tst_compare_models.moc"
