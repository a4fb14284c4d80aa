#pragma once

#include "app/screens/common/setup_view.h"
#include "core/model/access_key.h"
#include "core/model/target_config.h"

#include <QStringList>

namespace miaobu::app {

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
    SetupView setup;
    bool leadsBackToDeploying = false; ///< A new project waits for the target.
    std::optional<ShownError> error; ///< Beside what the step shows
};

} // namespace miaobu::app
