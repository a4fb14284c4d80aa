#pragma once

#include <QString>

namespace miaobu {

/// Where images and packages come from, for a network in which the usual places are slow or out of reach. They are
/// build arguments: nothing of them is written into a repository or stays in an image.
struct ImageSettings {
    QString pythonImage = QStringLiteral("python:%1-slim"); ///< %1 is the version, "3.12"; without it: that very image.
    QString nodeImage = QStringLiteral("node:%1-bookworm-slim"); ///< %1 is the major version, "22".
    QString pipIndexUrl; ///< "https://mirrors.aliyun.com/pypi/simple/"; empty: pip's own
    QString npmRegistry; ///< "https://registry.npmmirror.com"; empty: npm's own
    QString proxy; ///< HTTP and HTTPS proxy of the build; empty: none
    QString certificateFile; ///< A PEM file of further authorities that builds trust, on this computer; empty: none.
    QString buildNetwork; ///< "host" where the engine's own network has no way out; empty: the engine's own

    bool operator==(const ImageSettings&) const = default;
};

} // namespace miaobu
