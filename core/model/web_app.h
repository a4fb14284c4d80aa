#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace miaobu {

/// How the code of a web app gets to its function: as an image, which a container engine builds, or as a zip of code and
/// dependencies, which needs none.
enum class AppWay { Image, Package };

[[nodiscard]] QString appWayName(AppWay way); ///< "image", "package"
[[nodiscard]] AppWay appWayFromName(const QString& name);

/// What a person decides of the function that runs a project's web app.
struct FunctionSettings {
    AppWay way = AppWay::Image;
    double cpu = 0.5; ///< vCPU: 0.05 to 16 in steps of 0.05
    int memory = 1024; ///< MB: 128 to 32768 in steps of 64; one to four GB for each vCPU
    int timeout = 60; ///< Seconds a request may take, 1 to 86400
    int concurrency = 20; ///< Requests one instance answers at once, 1 to 200
    QString healthPath; ///< Asked before visitors are led to a new version; empty: "/"
    int port = 0; ///< That the app listens on, 1 to 65535; 0: the one its image exposes, or 9000

    bool operator==(const FunctionSettings&) const = default;
};

/// \a settings with what Function Compute would refuse moved to the nearest it takes.
[[nodiscard]] FunctionSettings withinLimits(FunctionSettings settings);

/// What a deployment of a web app runs: enough to point its function at it again.
struct WebApp {
    FunctionSettings settings;
    QString image; ///< "host/namespace/repository:tag", or an image of this computer's engine; empty: a package
    QString digest; ///< Of the image: "sha256:…"
    QString package; ///< Key of the package's zip in the target's bucket
    QString runtime; ///< Of a package: "custom.debian12"
    QStringList command; ///< What starts a package; an image says that itself.
    int ownPort = 9000; ///< That the image exposes, or that this program chose
    int port = 9000; ///< That visitors are led to, and that the app is told in PORT
    QString endpoint; ///< Of its function, as it was read last: "https://…"
    QStringList variables; ///< Names of the variables it runs with, sorted

    bool operator==(const WebApp&) const = default;
};

/// \a app as \a settings want it run: on the port they name, or else on its own.
[[nodiscard]] WebApp runBy(WebApp app, const FunctionSettings& settings);

/// The function that runs the web app of a project: "miaobu-{slug}".
[[nodiscard]] QString functionName(const QString& slug);
/// The name that an image of a project has on this computer's engine.
[[nodiscard]] QString localImage(const QString& slug, const QString& tag);
/// The part of \a image behind its last colon.
[[nodiscard]] QString imageTag(const QString& image);

[[nodiscard]] QJsonObject toJson(const FunctionSettings& settings);
[[nodiscard]] FunctionSettings functionSettingsFromJson(const QJsonObject& object);
[[nodiscard]] QJsonObject toJson(const WebApp& app);
[[nodiscard]] WebApp webAppFromJson(const QJsonObject& object);

} // namespace miaobu
