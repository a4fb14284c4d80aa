#pragma once

#include <QByteArray>

#include <optional>

namespace miaobu {

/// Where an app says that it listens.
struct Listening {
    int port = 0;
    bool isLocal = false; ///< Only for programs of its own computer, which nobody who visits it is

    bool operator==(const Listening&) const = default;
};

/// What the last line of \a said that tells it says: "Uvicorn running on http://127.0.0.1:8000", "Server listening on port 3000".
/// Nothing where no line does.
[[nodiscard]] std::optional<Listening> listeningIn(const QByteArray& said);

} // namespace miaobu
