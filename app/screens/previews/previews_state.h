#pragma once

#include "app/screens/common/shown_error.h"
#include "core/model/deployment.h"
#include "core/model/preview.h"

#include <optional>

namespace miaobu::app {

/// One preview: what answers its address, and what became of the newest try.
struct PreviewLine {
    Preview preview;
    std::optional<Deployment> answering;
    std::optional<Deployment> latest;

    [[nodiscard]] bool isBeingDeployed() const { return latest && isActive(latest->state); }
    [[nodiscard]] QString url() const { return answering ? answering->url : QString(); }
};

/// What the card of a project's previews shows.
struct PreviewsState {
    Project project;
    QString siteUrl; ///< Of the project's own host, once it has one: those of previews are like it.
    QList<PreviewLine> lines; ///< The newest first
    bool isFormOpen = false;
    QStringList branches; ///< To choose from, as far as they are known
    std::optional<ErrorWords> branchProblem; ///< Why they are not known; none: they are, or are being asked for
    bool isAskingForBranches = false;
    bool isChanging = false; ///< A password or an address is being changed.
    std::optional<ShownError> error; ///< Of what was asked for last
    QDateTime now; ///< UTC

    [[nodiscard]] bool hasRepository() const { return project.source.kind == SourceKind::Git; }
    /// A web app has one function, which runs its site.
    [[nodiscard]] bool arePossible() const { return !isWebApp(withOverrides(project.plan, project.overrides).kind); }
};

/// What a person wants a preview of.
struct PreviewDraft {
    QString reference; ///< A branch or the hash of a commit; empty: the folder as it is
    QString name;
    QByteArray password; ///< Empty: none

    bool operator==(const PreviewDraft&) const = default;
};

/// The address of a preview called \a name, where that is known already: "shop-next.example.com"; else as much of it as is.
[[nodiscard]] QString previewAddress(const PreviewsState& state, const QString& name);

} // namespace miaobu::app
