#pragma once

#include "core/async/error.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace miaobu {

/// Where an app says that it listens.
struct Listening {
    int port = 0;
    bool isLocal = false; ///< Only for programs of its own computer, which nobody who visits it is
    QString line{}; ///< That says so

    bool operator==(const Listening&) const = default;
};

/// What the last line of \a said that tells it says: "Uvicorn running on http://127.0.0.1:8000", "Server listening on port 3000".
/// Nothing where no line does.
[[nodiscard]] std::optional<Listening> listeningIn(const QByteArray& said);

/// The same of an app that is silent, where the target has looked: it begins \a detail of an Error(FunctionFailed) with it.
[[nodiscard]] std::optional<Listening> listeningSeen(const QString& detail);

/// Why nobody reaches an app that runs: it listens where it is not asked.
struct Unreached {
    int asked = 0; ///< The port that visitors are led to
    int port = 0; ///< That the app listens on
    bool isLocal = false; ///< Only for programs of its own computer
    bool isFixed = false; ///< No other port can be asked: the app has to listen on the one it is told.

    bool operator==(const Unreached&) const = default;
    /// Whether asking the app on its own port is all that is missing.
    [[nodiscard]] bool isSolvedByPort() const { return port != asked && !isLocal && !isFixed; }
};

/// \a unreached as the alternatives of an Error(FunctionFailed) carry it.
[[nodiscard]] QStringList textsOf(const Unreached& unreached);
/// What \a error says of an app that is not reached; nothing where it is about anything else.
[[nodiscard]] std::optional<Unreached> unreachedOf(const Error& error);

} // namespace miaobu
