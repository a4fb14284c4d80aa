#include "app/cli/setup_lines.h"

#include "app/text/error_text.h"
#include "app/text/setup_text.h"

#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QString nameOf(PermissionCheck::State state) {
    constexpr std::array names{"granted", "denied", "notActivated", "notChecked"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(state)));
}

QString nameOf(PermissionCheck::Need need) {
    return need == PermissionCheck::Need::WebApps ? u"webApps"_s : u"everything"_s;
}

QString nameOf(SetupStep::State state) {
    constexpr std::array names{"present", "missing", "different", "blocked", "running", "done", "failed"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(state)));
}

QString nameOf(SetupPart part) {
    constexpr std::array names{
        "bucket", "originRecord", "wildcardRecord", "kvNamespace", "routine", "routineRoute", "registryNamespace"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(part)));
}

QString nameOf(Obstacle obstacle) {
    constexpr std::array names{"", "bucketTaken", "bucketElsewhere", "bucketPublic", "siteUnknown", "siteInactive",
        "domainOutsideSite", "recordTaken", "notActivated", "inArrears"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(obstacle)));
}

QString nameOf(RoutineStatus::Production production) {
    constexpr std::array names{"missing", "ours", "other"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(production)));
}

QString markOf(const PermissionCheck& check) {
    if (check.state == PermissionCheck::State::Denied && check.need == PermissionCheck::Need::WebApps) {
        return u"!"_s;
    }
    constexpr std::array marks{u'✓', u'✕', u'!', u'–'};
    return QString(QChar(marks.at(static_cast<std::size_t>(check.state))));
}

QString markOf(SetupStep::State state) {
    constexpr std::array marks{u'✓', u'+', u'~', u'!', u'…', u'✓', u'✕'};
    return QString(QChar(marks.at(static_cast<std::size_t>(state))));
}

void insertError(QJsonObject& object, const std::optional<Error>& error) {
    if (error) {
        object.insert(u"error"_s,
            QJsonObject{{u"kind"_s, errorKindName(error->kind)}, {u"subject"_s, error->subject},
                {u"detail"_s, error->detail}, {u"requestId"_s, error->requestId}});
    }
}

/// What went wrong and what to do, in a line.
QString sentence(const Error& error) {
    const ErrorWords words = wordsFor(error);
    return QStringList{words.what, words.why, words.next}.join(u' ').simplified();
}

} // namespace

QString permissionLine(const PermissionCheck& check) {
    const QString line = markOf(check) + u' ' + check.action;
    if (check.state == PermissionCheck::State::Granted || !check.error) {
        return line;
    }
    const QString note = permissionNeedNote(check.need);
    return line + u": "_s + (note.isEmpty() ? note : note + u' ') + sentence(*check.error);
}

QJsonObject toJson(const PermissionCheck& check) {
    QJsonObject object{{u"action"_s, check.action}, {u"resource"_s, check.resource}, {u"state"_s, nameOf(check.state)},
        {u"need"_s, nameOf(check.need)}};
    if (check.state != PermissionCheck::State::Granted) {
        insertError(object, check.error);
    }
    return object;
}

QString setupLine(const SetupStep& step) {
    QStringList lines{markOf(step.state) + u' ' + setupPartTitle(step.part) + u' ' + step.subject + u": "_s
        + setupStateTitle(step.state)};
    const QString failure = step.error ? sentence(*step.error) : QString();
    for (const QString& more : {setupNote(step), failure, setupUndo(step)}) {
        if (!more.isEmpty()) {
            lines.append(u"    "_s + more);
        }
    }
    return lines.join(u'\n');
}

QJsonObject toJson(const SetupStep& step) {
    QJsonObject object{{u"part"_s, nameOf(step.part)}, {u"subject"_s, step.subject}, {u"state"_s, nameOf(step.state)},
        {u"detail"_s, step.detail}, {u"undo"_s, setupUndo(step)}};
    if (step.obstacle != Obstacle::None) {
        object.insert(u"obstacle"_s, nameOf(step.obstacle));
    }
    insertError(object, step.error);
    return object;
}

QJsonArray toJson(const QList<SetupStep>& steps) {
    QJsonArray array;
    for (const SetupStep& step : steps) {
        array.append(toJson(step));
    }
    return array;
}

QJsonObject toJson(const RoutineStatus& status) {
    QJsonArray versions;
    for (const RoutineVersion& version : status.versions) {
        versions.append(QJsonObject{{u"version"_s, version.version}, {u"description"_s, version.description},
            {u"createdAt"_s, version.createdAt.toString(Qt::ISODate)}, {u"inStaging"_s, version.isInStaging},
            {u"inProduction"_s, version.isInProduction}, {u"isOurs"_s, version.isOurs}});
    }
    return {{u"routine"_s, status.name}, {u"production"_s, nameOf(status.production)}, {u"isRouted"_s, status.isRouted},
        {u"versions"_s, versions}};
}

} // namespace miaobu::app
