#include "app/text/purge_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTimeZone>

namespace miaobu::app {

namespace {

struct PurgeText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::PurgeText)
};

// The days by which Alibaba Cloud counts begin at midnight in Beijing.
constexpr int beijing = 8 * 3600;

} // namespace

QString purgeKindTitle(PurgeKind kind) {
    switch (kind) {
    case PurgeKind::Hosts:
        return PurgeText::tr("Hosts");
    case PurgeKind::Files:
        return PurgeText::tr("Addresses");
    case PurgeKind::Directories:
        break;
    }
    return PurgeText::tr("Folders");
}

QString purgeStateTitle(const PurgeTask& task) {
    switch (task.state) {
    case PurgeTask::State::Running:
        return PurgeText::tr("%1 %").arg(task.percent);
    case PurgeTask::State::Complete:
        return PurgeText::tr("Done");
    case PurgeTask::State::Failed:
        break;
    }
    return PurgeText::tr("Failed");
}

QString purgeContent(const PurgeTask& task) {
    const QJsonDocument document = QJsonDocument::fromJson(task.content.toUtf8());
    QStringList subjects;
    const auto addAll = [&subjects](const QJsonArray& array) {
        for (const QJsonValue& one : array) {
            subjects.append(one.toString());
        }
    };
    addAll(document.array());
    for (const QJsonValue& member : document.object()) {
        addAll(member.toArray());
    }
    subjects.removeAll(QString());
    return subjects.isEmpty() ? task.content : subjects.join(QStringLiteral(", "));
}

QString quotaLeftText(const PurgeQuota& quota) {
    if (quota.limit < 0) {
        return PurgeText::tr("unknown");
    }
    const QLocale locale;
    return PurgeText::tr("%1 of %2")
        .arg(locale.toString(qMax(qint64(0), quota.limit - qMax(qint64(0), quota.used))), locale.toString(quota.limit));
}

QString quotaResetText(const QDateTime& now) {
    const QDateTime there = now.toOffsetFromUtc(beijing);
    const QDateTime midnight(there.date().addDays(1), QTime(0, 0), Qt::OffsetFromUTC, beijing);
    return PurgeText::tr("They come back at midnight in Beijing, which is %1 here.")
        .arg(QLocale().toString(midnight.toLocalTime().time(), QLocale::ShortFormat));
}

} // namespace miaobu::app
