#pragma once

#include "app/cli/commands.h"
#include "core/model/access_key.h"
#include "core/model/target_config.h"
#include "core/ports/target_store.h"

#include <optional>

namespace miaobu::app {

// The verbs of `miaobu target`; the first argument is the verb itself.
QCoro::Task<int> addTarget(CommandContext context);
QCoro::Task<int> listTargets(CommandContext context);
QCoro::Task<int> checkTarget(CommandContext context);
QCoro::Task<int> setUpTarget(CommandContext context);
QCoro::Task<int> removeTarget(CommandContext context);

/// A key that was given with a command.
struct EnteredKey {
    AccessKey key;
    KeyPlace place
        = KeyPlace::Nowhere; ///< Environment: it will be there the next time, too. Nowhere: it was typed or piped in.
};
/// Takes the secret of \a accessKeyId from standard input with --secret-stdin (the token is a second line), else from the environment, else
/// asks for it where there is a terminal. Nothing when there is none of these. \throws Error(Cancelled), Error(InvalidInput)
[[nodiscard]] std::optional<EnteredKey> enteredKey(const CommandContext& context, const QString& accessKeyId);
/// Says in which ways a secret can be given.
[[nodiscard]] QString waysToGiveSecret();

/// Stores a target with a key. A key of the environment needs no keychain: the note says so where there is none.
QCoro::Task<> storeTarget(CommandContext context, TargetConfig config, EnteredKey entered);

} // namespace miaobu::app
