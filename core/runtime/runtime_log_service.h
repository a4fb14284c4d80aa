#pragma once

#include "core/async/error.h"
#include "core/model/home.h"
#include "core/model/project.h"

#include <QCoro/QCoroTask>
#include <QObject>

#include <stop_token>

namespace miaobu {

class Targets;

/// Brings what a running web app says into a file of this computer, one web app at a time, so that it is read and searched as a build
/// log is. The file is begun anew each time.
class RuntimeLogService final : public QObject {
    Q_OBJECT

public:
    /// \a targets outlives this.
    RuntimeLogService(Targets& targets, Home home);
    ~RuntimeLogService() override;

    /// Follows the web app of \a project on the project's target, instead of the one before. Ends in failed(), or goes on.
    void follow(const Project& project);
    void stop();
    /// The file that what \a project's web app says is brought into.
    [[nodiscard]] QString fileOf(const Project& project) const;

signals:
    /// KindNotSupported where the target does not keep what its functions say.
    void failed(miaobu::ProjectId project, const miaobu::Error& error);

private:
    QCoro::Task<> executeFollow(Project project, std::stop_token stop);
    QCoro::Task<> copyOn(Project project, std::stop_token stop);

    Targets& m_targets;
    Home m_home;
    std::stop_source m_stop;
};

} // namespace miaobu
