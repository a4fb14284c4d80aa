#pragma once

#include "core/build/dockerfile.h"
#include "core/detect/file_tree.h"
#include "core/git/source_checkout.h"
#include "core/model/build_plan.h"
#include "core/model/github_repository.h"
#include "core/model/home.h"
#include "core/model/source.h"
#include "core/store/database.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace miaobu {

/// What was found in a source that is not a project yet.
struct Inspection {
    Source source;
    Revision revision;
    BuildPlan plan; ///< Detected in the asked root directory; plan.apps lists the other ones that could be asked for.
    ImageRecipe recipe; ///< Of a web app; without a text where nothing says how it is started, and for a static site.
    std::shared_ptr<const FileTree> files; ///< Of a web app: what describe() reads.
    QString name; ///< A name for the project, from the folder or the repository.
    QString slug; ///< Valid and free on this computer.
    std::optional<ProjectRepository>
        repository; ///< Where it is on GitHub, without a project; nothing where that is not known.
};

/// What somebody who knows a repository's host found without fetching it.
struct RemoteInspection {
    Source source; ///< Where the repository is now.
    Revision revision;
    std::optional<BuildPlan> plan; ///< Nothing where the host does not list every file.
    ProjectRepository repository;
};

/// A repository on its way here, to be looked into.
struct SourceFetch {
    bool isListCut = false; ///< Because its host does not list every file.
    qint64 done = 0; ///< Objects
    qint64 total = 0; ///< 0: not known yet

    bool operator==(const SourceFetch&) const = default;
};

/// Looks into a repository by asking its host; nothing where the host cannot be asked, and it has to be fetched.
using RemoteInspector
    = std::function<QCoro::Task<std::optional<RemoteInspection>>(Source, QString rootDirectory, std::stop_token)>;

/// Looks at a source before it becomes a project. A folder is read where it is; a Git repository is looked into at its host, or checked out into
/// a folder that is removed again. Runs nothing of the source. One inspection at a time: a new one ends the one before it.
class SourceInspector final : public QObject {
    Q_OBJECT

public:
    SourceInspector(const Database& database, SourceCheckout& checkout, Home home, RemoteInspector remote = {});
    ~SourceInspector() override;

    /// Ends in inspected() or failed(), or in neither when it was cancelled or another one was begun.
    void inspect(const Source& source, const QString& rootDirectory = {});
    void cancel();
    /// How the image of a web app would be built with \a plan, which is the found one with what a person changed. Ends in described(),
    /// unless another one is asked for before; its recipe has no text where nothing says how the app is started.
    void describe(const Inspection& inspection, const BuildPlan& plan);

signals:
    /// Once it begins, and while it goes on.
    void fetching(const miaobu::SourceFetch& fetch);
    void inspected(const miaobu::Inspection& inspection);
    /// With what a person could choose instead in its alternatives (other branches, the root directories of the apps).
    void failed(const miaobu::Error& error);
    void described(const miaobu::ImageRecipe& recipe);

private:
    QCoro::Task<> executeDescription(std::shared_ptr<const FileTree> files, BuildPlan plan, std::stop_token stop);
    QCoro::Task<> executeInspection(Source source, QString rootDirectory, std::stop_token stop);
    QCoro::Task<Inspection> inspectSource(Source source, QString rootDirectory, std::stop_token stop);
    QCoro::Task<Inspection> inspectRepository(Source source, QString rootDirectory, std::stop_token stop);
    QCoro::Task<Inspection> inspectCheckout(Source source, QString rootDirectory, bool isListCut, std::stop_token stop);
    /// Tells of \a fetch, and how it goes on.
    [[nodiscard]] ProgressHandler announce(SourceFetch fetch, std::stop_token stop);

    const Database& m_database;
    SourceCheckout& m_checkout;
    Home m_home;
    RemoteInspector m_remote;
    std::stop_source m_stop;
    std::stop_source m_stopDescription;
};

/// The name a project gets from where it comes from: "shop" for "/home/me/shop" and "https://example.com/me/shop.git".
[[nodiscard]] QString projectNameFrom(const Source& source);

} // namespace miaobu
