#pragma once

#include "core/async/operations.h"
#include "core/github/github_host.h"
#include "core/update/update_record.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace miaobu {

class Clock;
class Database;
class HttpClient;

struct UpdateCheckParts {
    const Database& database;
    const Clock& clock;
    std::shared_ptr<HttpClient> http;
    GitHubHost host;
    QString repository; ///< "OWNER/NAME" that publishes this program; empty: nobody does, and nobody is ever asked
    QString version; ///< This program's
};

/// What is known of newer versions of this program.
struct UpdateState {
    bool hasPublisher = false;
    bool isAutomatic = true; ///< It is looked once a day. Off, it is looked when asked for.
    bool isLooking = false;
    QDateTime answeredAt; ///< UTC; invalid: there never was an answer
    QString newest; ///< The newest release, "1.2.3"; empty where there is none
    bool isNewer = false; ///< Than this program
    QUrl page; ///< Where a person reads of it
    std::optional<ErrorKind> failure; ///< Of the last look

    bool operator==(const UpdateState&) const = default;
};

/// Looks at most once a day for the newest release of this program, and tells. It fetches no program and changes none.
/// GitHub is asked without an account. Belongs to the main thread, outlives the event loop.
class UpdateCheck final : public QObject {
    Q_OBJECT

public:
    /// What the parts refer to outlives this.
    explicit UpdateCheck(UpdateCheckParts parts);

    [[nodiscard]] UpdateState state() const;
    /// From now on looks by itself whenever it is due.
    void start();
    /// Looks if it is automatic and due. \returns whether it looks now; then changed() follows.
    bool lookWhenDue();
    /// Looks because somebody asked for it.
    void look();
    void setAutomatic(bool automatic);

    [[nodiscard]] bool isBusy() const { return m_operations.isBusy(); }
    void shutDown();

signals:
    void changed();
    void idle();

private:
    [[nodiscard]] UpdateRecord record() const;
    void remember(const UpdateRecord& record) const;
    void finish(std::optional<ErrorKind> failure);
    QCoro::Task<> executeLook(std::stop_token stop);

    UpdateCheckParts m_parts;
    Operations m_operations;
    bool m_isLooking = false;
    bool m_isShuttingDown = false;
    QTimer m_timer;
};

} // namespace miaobu
