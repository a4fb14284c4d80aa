#include "aliyun/routine/routine_versions.h"

#include "aliyun/routine/routine_answers.h"
#include "aliyun/wire/esa_actions.h"
#include "aliyun/wire/form_upload.h"
#include "aliyun/wire/json_number.h"
#include "core/async/parallel.h"
#include "core/async/sleep.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr qsizetype mostVersions = 10;
// ListRoutineCodeVersions: at most 20 on a page, and two pages.
constexpr int versionsOnOnePage = 20;
constexpr int readAtOnce = 4;
const QByteArray description = "Miaobu edge routine"_ba;

// Versions are numbers that grow; two may be of the same second.
bool isNewer(const RoutineVersion& one, const RoutineVersion& other) {
    return std::tuple(one.createdAt, one.version.size(), one.version)
        > std::tuple(other.createdAt, other.version.size(), other.version);
}

Parameters about(const QString& version) {
    return {{"CodeVersion", version.toLatin1()}};
}

Parameters described(const QByteArray& name) {
    return {{name, description}};
}

} // namespace

RoutineVersions::RoutineVersions(
    RpcClient esa, std::shared_ptr<HttpClient> client, RetryPolicy policy, RoutinePlan plan, RoutinePace pace)
    : m_esa(std::move(esa)), m_client(std::move(client)), m_policy(policy), m_plan(std::move(plan)), m_pace(pace) { }

QCoro::Task<QJsonObject> RoutineVersions::call(QByteArray action, Parameters more, std::stop_token stop) const {
    RpcCall call = esaCall(action, Parameters{{"Name", m_plan.name.toUtf8()}} + more);
    call.subject = m_plan.name;
    co_return co_await m_esa.call(std::move(call), stop);
}

QCoro::Task<QJsonObject> RoutineVersions::call(QByteArray action, std::stop_token stop) const {
    co_return co_await call(action, Parameters(), stop);
}

QCoro::Task<std::optional<QList<RoutineVersion>>> RoutineVersions::find(std::stop_token stop) const {
    std::optional<QJsonObject> routine;
    try {
        routine = co_await call("GetRoutine", stop);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::NotFound) {
            throw;
        }
    }
    if (!routine) {
        co_return std::nullopt;
    }
    const RoutineDeployments deployments = routineDeployments(*routine);
    QList<RoutineVersion> versions = co_await list(stop);
    for (RoutineVersion& version : versions) {
        version.isInStaging = deployments.staging.contains(version.version);
        version.isInProduction = deployments.production.contains(version.version);
    }
    co_return co_await compare(std::move(versions), stop);
}

QCoro::Task<QList<RoutineVersion>> RoutineVersions::list(std::stop_token stop) const {
    QList<RoutineVersion> versions;
    for (int page = 1; page <= 2; ++page) {
        const Parameters where{
            {"PageNumber", QByteArray::number(page)}, {"PageSize", QByteArray::number(versionsOnOnePage)}};
        const QJsonObject answer = co_await call("ListRoutineCodeVersions", where, stop);
        const QList<RoutineVersion> more = routineVersions(answer);
        versions += more;
        if (more.size() < versionsOnOnePage) {
            break;
        }
    }
    std::ranges::sort(versions, isNewer);
    co_return versions;
}

QCoro::Task<QList<RoutineVersion>> RoutineVersions::compare(
    QList<RoutineVersion> versions, std::stop_token stop) const {
    auto compared = std::make_shared<QList<RoutineVersion>>(std::move(versions));
    QList<qsizetype> indexes(compared->size());
    std::iota(indexes.begin(), indexes.end(), 0);
    const auto readOne = [this, compared, stop](qsizetype index) -> QCoro::Task<> {
        const bool ours = co_await isOurs(compared->at(index).version, stop);
        (*compared)[index].isOurs = ours;
    };
    co_await forEachLimited(indexes, readAtOnce, readOne, stop);
    QList<RoutineVersion> result = *compared;
    co_return result;
}

QCoro::Task<bool> RoutineVersions::isOurs(QString version, std::stop_token stop) const {
    QJsonObject answer;
    try {
        answer = co_await call("GetRoutineCodeVersion", about(version), stop);
    } catch (const Error& error) {
        // Removed meanwhile, or made of assets and without a code that could be shown
        if (error.kind != ErrorKind::NotFound && error.kind != ErrorKind::InvalidInput) {
            throw;
        }
    }
    co_return QByteArray::fromBase64(answer.value("RoutineCode"_L1).toString().toLatin1()) == m_plan.code;
}

QCoro::Task<> RoutineVersions::create(std::stop_token stop) const {
    try {
        co_await call("CreateRoutine", described("Description"), stop);
    } catch (const Error& error) {
        if (error.kind != ErrorKind::Conflict || error.retryable) {
            throw;
        }
    }
}

QCoro::Task<> RoutineVersions::makeRoom(QList<RoutineVersion> versions, std::stop_token stop) const {
    qsizetype kept = versions.size();
    for (auto oldest = versions.crbegin(); oldest != versions.crend() && kept >= mostVersions; ++oldest) {
        if (!oldest->isInStaging && !oldest->isInProduction) {
            co_await call("DeleteRoutineCodeVersion", about(oldest->version), stop);
            --kept;
        }
    }
    if (kept >= mostVersions) {
        throw Error(ErrorKind::QuotaExceeded, m_plan.name, u"every one of its versions answers somewhere"_s);
    }
}

QCoro::Task<> RoutineVersions::upload(std::stop_token stop) const {
    const QJsonObject answer = co_await call("GetRoutineStagingCodeUploadInfo", described("CodeDescription"), stop);
    FormUpload form
        = issuedForm(answer.value("OssPostConfig"_L1).toObject(), {"index.js", "application/javascript", m_plan.code});
    form.subject = m_plan.name;
    co_await sendForm(m_client, std::move(form), m_policy, stop);
}

QCoro::Task<QString> RoutineVersions::commit(std::stop_token stop) const {
    const QJsonObject answer = co_await call("CommitRoutineStagingCode", described("CodeDescription"), stop);
    co_return idText(answer.value("CodeVersion"_L1), u"CodeVersion"_s);
}

QCoro::Task<> RoutineVersions::waitUntilBuilt(QString version, std::stop_token stop) const {
    const QDeadlineTimer deadline(m_pace.longest);
    while (true) {
        const QJsonObject answer = co_await call("GetRoutineCodeVersionInfo", about(version), stop);
        const QString status = answer.value("Status"_L1).toString().toLower();
        if (status == "available"_L1) {
            co_return;
        }
        if (status != "init"_L1) {
            // It would be found again, and never become better.
            co_await call("DeleteRoutineCodeVersion", about(version), stop);
            throw Error(ErrorKind::ServiceError, m_plan.name, u"version %1 is %2"_s.arg(version, status));
        }
        if (deadline.hasExpired()) {
            throw Error(ErrorKind::Timeout, m_plan.name, u"version %1 is still being built"_s.arg(version));
        }
        co_await sleepFor(m_pace.poll, stop);
    }
}

QCoro::Task<> RoutineVersions::deploy(QString version, RoutineEnvironment environment, std::stop_token stop) const {
    const QJsonArray all{QJsonObject{{u"CodeVersion"_s, version}, {u"Percentage"_s, 100}}};
    const QByteArray name = environment == RoutineEnvironment::Staging ? "staging"_ba : "production"_ba;
    const Parameters what{
        {"Env", name}, {"Strategy", "percentage"}, {"CodeVersions", QJsonDocument(all).toJson(QJsonDocument::Compact)}};
    co_await call("CreateRoutineCodeDeployment", what, stop);
}

QCoro::Task<> RoutineVersions::checkStaging(QString version, std::stop_token stop) const {
    const QJsonObject routine = co_await call("GetRoutine", stop);
    if (routineDeployments(routine).staging != QStringList(version)) {
        throw Error(
            ErrorKind::ChecksumMismatch, m_plan.name, u"staging does not answer with version %1"_s.arg(version));
    }
    const bool isKept = co_await isOurs(version, stop);
    if (!isKept) {
        throw Error(
            ErrorKind::ChecksumMismatch, m_plan.name, u"the service keeps other code as version %1"_s.arg(version));
    }
}

} // namespace miaobu::aliyun
