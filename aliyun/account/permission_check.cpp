#include "aliyun/account/permission_check.h"

#include "aliyun/account/permission_trials.h"
#include "core/async/cancel.h"
#include "core/async/parallel.h"

#include <memory>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace miaobu::aliyun {

namespace {

constexpr int callsAtOnce = 6;

/// What has been found out so far, in the order of the table.
struct Findings {
    AccountAccess access;
    QList<Permission> permissions;
    QList<PermissionCheck> checks;
    std::function<void(PermissionCheck)> found;

    [[nodiscard]] qsizetype indexOf(const QByteArray& action) const {
        for (qsizetype i = 0; i < permissions.size(); ++i) {
            if (permissions.at(i).action == QLatin1StringView(action)) {
                return i;
            }
        }
        return -1;
    }

    void settle(qsizetype index, PermissionCheck::State state, const std::optional<Error>& failure) {
        PermissionCheck& check = checks[index];
        check.state = state;
        check.error = failure;
        // The service knows best which action it misses.
        if (state == PermissionCheck::State::Denied && failure->subject.contains(u':')) {
            check.action = failure->subject;
        }
        found(check);
    }
};

using Shared = std::shared_ptr<Findings>;

QCoro::Task<std::optional<Error>> failureOf(QCoro::Task<> trial) {
    try {
        co_await trial;
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Cancelled) {
            throw;
        }
        co_return error;
    }
    co_return std::nullopt;
}

QCoro::Task<PermissionCheck::State> settleBy(Shared findings, QByteArray action, QCoro::Task<> trial) {
    const std::optional<Error> failure = co_await failureOf(std::move(trial));
    const PermissionCheck::State state = permissionState(failure);
    findings->settle(findings->indexOf(action), state, failure);
    co_return state;
}

QCoro::Task<> tryCalls(Shared findings, std::stop_token stop) {
    QList<qsizetype> indexes;
    for (qsizetype i = 0; i < findings->permissions.size(); ++i) {
        if (findings->permissions.at(i).trial == Trial::Call) {
            indexes.append(i);
        }
    }
    const auto tryOne = [findings, stop](qsizetype index) -> QCoro::Task<> {
        const std::optional<Error> failure
            = co_await failureOf(tryCall(findings->access, findings->permissions.at(index), stop));
        findings->settle(index, permissionState(failure), failure);
    };
    co_await forEachLimited(indexes, callsAtOnce, tryOne, stop);
}

QCoro::Task<> tryKvProbe(Shared findings, std::stop_token stop) {
    const QByteArray key = "miaobu-" + probeName();
    for (const char* action : {"PutKv", "GetKv", "DeleteKv"}) {
        const QByteArray ramAction = "esa:"_ba + action;
        co_await settleBy(findings, ramAction, tryKv(findings->access, action, key, stop));
    }
}

// Removing comes first: where it is not allowed, nothing may be put.
QCoro::Task<> tryObjectProbe(Shared findings, std::stop_token stop) {
    const QByteArray name = probeName();
    const AccountAccess& access = findings->access;
    co_await settleBy(findings, "oss:AbortMultipartUpload", tryAbort(access, name, stop));
    const PermissionCheck::State removal
        = co_await settleBy(findings, "oss:DeleteObject", tryObject(access, "DELETE", name, stop));
    if (removal != PermissionCheck::State::Granted) {
        co_await settleBy(findings, "oss:PutObject", tryBrokenObject(access, name, stop));
        co_await settleBy(findings, "oss:GetObject", tryObject(access, "GET", name, stop));
        co_return;
    }
    co_await settleBy(findings, "oss:PutObject", tryObject(access, "PUT", name, stop));
    co_await settleBy(findings, "oss:GetObject", tryObject(access, "GET", name, stop));
    const std::stop_token never;
    co_await failureOf(tryObject(access, "DELETE", name, never));
}

/// Waits for the end of \a part, however it ends: its trials have told what they failed of.
QCoro::Task<> ended(QCoro::Task<> part) {
    try {
        co_await part;
    } catch (const Error&) { }
}

void tellUntried(Findings& findings) {
    for (qsizetype i = 0; i < findings.permissions.size(); ++i) {
        if (findings.permissions.at(i).trial == Trial::None) {
            findings.settle(i, PermissionCheck::State::NotChecked, std::nullopt);
        }
    }
}

} // namespace

PermissionCheck::State permissionState(const std::optional<Error>& failure) {
    if (!failure) {
        return PermissionCheck::State::Granted;
    }
    // A bucket is looked for before its rules are.
    if (failure->detail.startsWith("NoSuchBucket"_L1) || failure->kind == ErrorKind::BucketElsewhere) {
        return PermissionCheck::State::NotChecked;
    }
    switch (failure->kind) {
    case ErrorKind::AccessDenied:
        return PermissionCheck::State::Denied;
    case ErrorKind::NotActivated:
    case ErrorKind::InArrears:
        return PermissionCheck::State::NotActivated;
    case ErrorKind::NotFound:
    case ErrorKind::InvalidInput:
    case ErrorKind::Conflict:
    case ErrorKind::ChecksumMismatch:
        return PermissionCheck::State::Granted;
    default:
        return PermissionCheck::State::NotChecked;
    }
}

QCoro::Task<QList<PermissionCheck>> checkPermissions(
    AccountAccess access, std::function<void(PermissionCheck)> found, std::stop_token stop) {
    auto findings = std::make_shared<Findings>();
    findings->access = std::move(access);
    findings->permissions = permissionsOf(findings->access.config);
    findings->found = std::move(found);
    for (const Permission& permission : findings->permissions) {
        PermissionCheck check;
        check.action = permission.action;
        check.resource = resourceOf(permission, findings->access.config);
        check.need = needOf(permission, findings->access.config);
        findings->checks.append(check);
    }
    std::vector<QCoro::Task<>> running;
    running.push_back(tryCalls(findings, stop));
    running.push_back(tryKvProbe(findings, stop));
    running.push_back(tryObjectProbe(findings, stop));
    for (QCoro::Task<>& part : running) {
        co_await ended(std::move(part));
    }
    throwIfCancelled(stop);
    tellUntried(*findings);
    QList<PermissionCheck> checks = findings->checks;
    co_return checks;
}

} // namespace miaobu::aliyun
