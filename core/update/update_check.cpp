#include "core/update/update_check.h"

#include "core/github/release_calls.h"
#include "core/ports/clock.h"
#include "core/store/settings_table.h"
#include "core/update/version.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

constexpr std::chrono::seconds betweenAnswers = 24h;
constexpr std::chrono::seconds afterFailure = 1h;

/// Whether \a wait has passed since \a then. A clock that was set back makes nobody wait for the future.
bool isOver(const QDateTime& then, std::chrono::seconds wait, const QDateTime& now) {
    return !then.isValid() || then > now || then.secsTo(now) >= wait.count();
}

QUrl pageOf(const QString& tag, const GitHubHost& host, const QString& repository) {
    return QUrl::fromEncoded(
        host.web + '/' + repository.toUtf8() + "/releases/tag/" + QUrl::toPercentEncoding(tag), QUrl::StrictMode);
}

} // namespace

UpdateCheck::UpdateCheck(UpdateCheckParts parts)
    : m_parts(std::move(parts)), m_operations({.finished = [this](OperationId) { finish(std::nullopt); },
                                     .failed = [this](OperationId, const Error& error) { finish(error.kind); },
                                     .idle = [this] { emit idle(); }}) {
    m_timer.setInterval(afterFailure);
    connect(&m_timer, &QTimer::timeout, this, &UpdateCheck::lookWhenDue);
}

UpdateState UpdateCheck::state() const {
    UpdateState state;
    state.hasPublisher = !m_parts.repository.isEmpty();
    state.isAutomatic = SettingsTable(m_parts.database).value(settings::lookForUpdates()).toBool();
    state.isLooking = m_isLooking;
    if (!state.hasPublisher) {
        return state;
    }
    const UpdateRecord known = record();
    state.answeredAt = known.answeredAt;
    state.failure = known.failure;
    const std::optional<ReleaseVersion> newest = releaseVersionFrom(known.tag);
    const std::optional<ReleaseVersion> own = releaseVersionFrom(m_parts.version);
    if (newest) {
        state.newest = known.tag.startsWith(u'v') ? known.tag.mid(1) : known.tag;
        state.isNewer = own && *newest > *own;
        state.page = pageOf(known.tag, m_parts.host, m_parts.repository);
    }
    return state;
}

void UpdateCheck::start() {
    m_timer.start();
    lookWhenDue();
}

bool UpdateCheck::lookWhenDue() {
    const UpdateRecord known = record();
    const QDateTime now = m_parts.clock.now();
    const std::chrono::seconds wait = known.failure ? afterFailure : betweenAnswers;
    if (state().isAutomatic && isOver(known.triedAt, wait, now)) {
        look();
    }
    return m_isLooking;
}

void UpdateCheck::look() {
    if (m_parts.repository.isEmpty() || m_isLooking || m_isShuttingDown) {
        return;
    }
    m_isLooking = true;
    m_operations.begin([this](OperationId, std::stop_token stop) { return executeLook(stop); });
    emit changed();
}

void UpdateCheck::setAutomatic(bool automatic) {
    SettingsTable(m_parts.database).setValue(settings::lookForUpdates(), automatic);
    emit changed();
    lookWhenDue();
}

void UpdateCheck::shutDown() {
    m_isShuttingDown = true;
    m_timer.stop();
    m_operations.shutDown();
}

QCoro::Task<> UpdateCheck::executeLook(std::stop_token stop) {
    const RetryPolicy once{.attempts = 1};
    const auto client = std::make_shared<GitHubClient>(m_parts.http, m_parts.host, ApiToken(), m_parts.clock, once);
    const QByteArray etag = record().etag;
    const LatestRelease latest = co_await findLatestRelease(client, m_parts.repository, etag, stop);
    if (!latest.tag.isEmpty() && !releaseVersionFrom(latest.tag)) {
        throw Error(ErrorKind::MalformedResponse, m_parts.repository, latest.tag);
    }
    UpdateRecord known = record();
    known.answeredAt = m_parts.clock.now();
    if (!latest.isUnchanged) {
        known.tag = latest.tag;
        known.etag = latest.etag;
    }
    remember(known);
}

void UpdateCheck::finish(std::optional<ErrorKind> failure) {
    m_isLooking = false;
    if (failure != ErrorKind::Cancelled) {
        UpdateRecord known = record();
        known.triedAt = m_parts.clock.now();
        known.failure = failure;
        remember(known);
    }
    emit changed();
}

UpdateRecord UpdateCheck::record() const {
    return updateRecordFrom(SettingsTable(m_parts.database).value(settings::updateRecord()).toByteArray());
}

void UpdateCheck::remember(const UpdateRecord& record) const {
    SettingsTable(m_parts.database).setValue(settings::updateRecord(), toJson(record));
}

} // namespace miaobu
