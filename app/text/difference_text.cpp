#include "app/text/difference_text.h"

#include "app/text/state_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace miaobu::app {

namespace {

struct DifferenceText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::DifferenceText)
};

} // namespace

QString changeTitle(FileChange::Kind kind) {
    switch (kind) {
    case FileChange::Kind::Added:
        return DifferenceText::tr("Added");
    case FileChange::Kind::Removed:
        return DifferenceText::tr("Removed");
    case FileChange::Kind::Changed:
        break;
    }
    return DifferenceText::tr("Changed");
}

QString sizesText(const FileChange& change) {
    switch (change.kind) {
    case FileChange::Kind::Added:
        return sizeText(change.sizeAfter);
    case FileChange::Kind::Removed:
        return sizeText(change.sizeBefore);
    case FileChange::Kind::Changed:
        break;
    }
    return QStringLiteral("%1 → %2").arg(sizeText(change.sizeBefore), sizeText(change.sizeAfter));
}

QString growthText(qint64 bytes) {
    if (bytes == 0) {
        return QStringLiteral("±0");
    }
    return (bytes > 0 ? QStringLiteral("+") : QStringLiteral("−")) + sizeText(qAbs(bytes));
}

QString countsText(int added, int changed, int removed) {
    const QLocale locale;
    QStringList parts;
    const auto add = [&](const QString& sign, int count) {
        if (count > 0) {
            parts.append(sign + locale.toString(count));
        }
    };
    add(QStringLiteral("+"), added);
    add(QStringLiteral("~"), changed);
    add(QStringLiteral("−"), removed);
    return parts.join(QLatin1Char(' '));
}

QString countsInWords(int added, int changed, int removed) {
    return DifferenceText::tr("%1 added, %2 changed, %3 removed").arg(added).arg(changed).arg(removed);
}

} // namespace miaobu::app
