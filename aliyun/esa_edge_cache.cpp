#include "aliyun/esa_edge_cache.h"

#include "aliyun/wire/esa_actions.h"
#include "aliyun/wire/json_list.h"
#include "aliyun/wire/json_number.h"
#include "core/async/error.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr qsizetype mostInOneCall = 50;
// DescribePurgeTasks: a page has at most 50 tasks.
constexpr int tasksOnOnePage = 50;

struct Kind {
    PurgeKind kind;
    QLatin1StringView type;
    QLatin1StringView member; ///< Of Content
};

constexpr std::array kinds{
    Kind{PurgeKind::Hosts, QLatin1StringView("hostname"), QLatin1StringView("Hostnames")},
    Kind{PurgeKind::Files, QLatin1StringView("file"), QLatin1StringView("Files")},
    Kind{PurgeKind::Directories, QLatin1StringView("directory"), QLatin1StringView("Directories")},
};

const Kind& wordsOf(PurgeKind kind) {
    return *std::find_if(kinds.begin(), kinds.end(), [kind](const Kind& one) { return one.kind == kind; });
}

void requirePurgeable(PurgeKind kind, const QString& subject) {
    const bool isUrl = subject.startsWith("https://"_L1) || subject.startsWith("http://"_L1);
    const bool isGood = kind == PurgeKind::Hosts ? !subject.isEmpty() && !subject.contains(u'/')
                                                 : isUrl && (kind == PurgeKind::Files || subject.endsWith(u'/'));
    if (!isGood) {
        throw Error(ErrorKind::InvalidInput, subject,
            kind == PurgeKind::Hosts       ? u"a host is expected, without a scheme or a path"_s
                : kind == PurgeKind::Files ? u"a whole URL is expected"_s
                                           : u"the whole URL of a directory is expected, with its last slash"_s);
    }
}

PurgeTask::State stateOf(const QString& status) {
    return status == "Complete"_L1 ? PurgeTask::State::Complete
        : status == "Failed"_L1    ? PurgeTask::State::Failed
                                   : PurgeTask::State::Running;
}

// Nothing for a kind that this program does not purge, such as tags.
std::optional<PurgeTask> taskOf(const QJsonObject& object) {
    const QString type = object.value("Type"_L1).toString();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&type](const Kind& one) { return one.type == type; });
    if (found == kinds.end()) {
        return std::nullopt;
    }
    PurgeTask task;
    task.id = idText(object.value("TaskId"_L1), u"TaskId"_s);
    task.kind = found->kind;
    task.state = stateOf(object.value("Status"_L1).toString());
    task.percent = object.value("Process"_L1).toString().remove(u'%').toInt();
    task.content = object.value("Content"_L1).toString();
    task.createdAt = QDateTime::fromString(object.value("CreateTime"_L1).toString(), Qt::ISODate).toUTC();
    return task;
}

} // namespace

RpcCall purgeCall(qint64 siteId, PurgeKind kind, const QStringList& subjects) {
    for (const QString& subject : subjects) {
        requirePurgeable(kind, subject);
    }
    const Kind& words = wordsOf(kind);
    const QJsonObject content{{words.member, QJsonArray::fromStringList(subjects)}};
    RpcCall call = esaCall("PurgeCaches",
        {{"SiteId", QByteArray::number(siteId)}, {"Type", words.type.data()},
            {"Content", QJsonDocument(content).toJson(QJsonDocument::Compact)}});
    call.subject = subjects.join(u", "_s);
    return call;
}

EsaEdgeCache::EsaEdgeCache(RpcClient esa, qint64 siteId) : m_esa(std::move(esa)), m_siteId(siteId) { }

QCoro::Task<QStringList> EsaEdgeCache::purge(PurgeKind kind, QStringList subjects, std::stop_token stop) {
    QList<RpcCall> calls;
    for (qsizetype begin = 0; begin < subjects.size(); begin += mostInOneCall) {
        calls.append(purgeCall(m_siteId, kind, subjects.mid(begin, mostInOneCall)));
    }
    QStringList tasks;
    for (const RpcCall& call : calls) {
        const QJsonObject answer = co_await m_esa.call(call, stop);
        tasks.append(idText(answer.value("TaskId"_L1), u"TaskId"_s));
    }
    co_return tasks;
}

QCoro::Task<PurgeQuota> EsaEdgeCache::quota(PurgeKind kind, std::stop_token stop) {
    RpcCall call
        = esaCall("GetPurgeQuota", {{"SiteId", QByteArray::number(m_siteId)}, {"Type", wordsOf(kind).type.data()}});
    const QJsonObject answer = co_await m_esa.call(std::move(call), stop);
    PurgeQuota quota;
    if (answer.contains("Quota"_L1)) {
        quota.limit = wholeNumber(answer.value("Quota"_L1), u"Quota"_s);
    }
    if (answer.contains("Usage"_L1)) {
        quota.used = wholeNumber(answer.value("Usage"_L1), u"Usage"_s);
    }
    co_return quota;
}

QCoro::Task<QList<PurgeTask>> EsaEdgeCache::tasks(int limit, std::stop_token stop) {
    QList<PurgeTask> tasks;
    for (int page = 1; tasks.size() < limit; ++page) {
        RpcCall call = esaCall("DescribePurgeTasks",
            {{"SiteId", QByteArray::number(m_siteId)}, {"PageNumber", QByteArray::number(page)},
                {"PageSize", QByteArray::number(tasksOnOnePage)}});
        const QJsonObject answer = co_await m_esa.call(std::move(call), stop);
        const QJsonArray found = listIn(answer, u"Tasks"_s);
        for (const QJsonValue& one : found) {
            if (const std::optional<PurgeTask> task = taskOf(one.toObject())) {
                tasks.append(*task);
            }
        }
        if (found.size() < tasksOnOnePage) {
            break;
        }
    }
    std::sort(tasks.begin(), tasks.end(), [](const PurgeTask& a, const PurgeTask& b) {
        return std::pair(a.createdAt, a.id) > std::pair(b.createdAt, b.id);
    });
    co_return tasks.mid(0, limit);
}

} // namespace miaobu::aliyun
