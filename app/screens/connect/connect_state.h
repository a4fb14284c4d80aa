#pragma once

#include "app/screens/common/setup_view.h"
#include "core/model/access_key.h"
#include "core/model/target_config.h"

#include <QStringList>

namespace miaobu::app {

/// A domain on its way to become a site of the edge.
struct SiteProgress {
    enum class Work { None, Adding, Looking };

    Work work = Work::None;
    QString domain; ///< That was asked for last
    SiteAddition::Objection objection = SiteAddition::Objection::None; ///< To it
    qint64 added = 0; ///< The site that was added last; 0: none was
    bool isNotSeenYet = false; ///< The edge has looked, and its proof was not there.

    bool operator==(const SiteProgress&) const = default;
};

/// What the page that connects an account shows.
struct ConnectState {
    enum class Step {
        Key, ///< Which key?
        Account, ///< Whose is it?
        Choose, ///< What of the account may be used?
        SetUp, ///< What is made; the target is stored from here on.
    };

    Step step = Step::Key;
    bool isBusy = false; ///< The cloud or the keychain is asked, so that the step cannot be left forwards.
    KeepSecret keep = KeepSecret::InKeychain;
    bool isKeychainRefused = false; ///< It was tried; keeping the key for this session is offered.
    std::optional<CallerIdentity> identity;
    CloudChoices choices;
    TargetConfig config; ///< What the form begins with; from then on the fields are the person's.
    QStringList takenNames; ///< Of targets that exist.
    SiteProgress site;
    SetupView setup;
    bool leadsBackToDeploying = false; ///< A new project waits for the target.
    std::optional<ShownError> error; ///< Beside what the step shows
};

} // namespace miaobu::app
