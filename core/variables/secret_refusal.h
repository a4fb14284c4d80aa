#pragma once

#include "core/async/error.h"

namespace miaobu {

/// What the keychain refused, with the variable \a name that it was asked for.
[[nodiscard]] inline Error secretRefusal(const QString& name, const Error& error) {
    switch (error.kind) {
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainMissing:
        return Error(error.kind, name, error.detail);
    case ErrorKind::SecretUnreadable:
        return Error(ErrorKind::VariableUnreadable, name);
    default:
        return error;
    }
}

} // namespace miaobu
