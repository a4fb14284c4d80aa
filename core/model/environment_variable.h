#pragma once

#include <QString>

namespace miaobu {

/// One variable of a deployment.
struct EnvironmentVariable {
    QString name;
    QString value;
    bool secret = false; ///< Masked in logs; never shown again; must not be in what is published.
    bool atBuild = true; ///< Given to install and build.
    bool atRun = true; ///< Given to the app of a web app.

    bool operator==(const EnvironmentVariable&) const = default;
};

/// Whether the value of a variable of this name is meant for everybody: NODE_ENV and its like, and what frameworks compile into
/// the page on purpose (VITE_, NEXT_PUBLIC_, REACT_APP_ …). Of any other a person expects that it stays secret.
[[nodiscard]] bool isPublicVariable(const QString& name);

} // namespace miaobu
