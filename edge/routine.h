#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace miaobu::edge {

/// What an installed routine knows of the place it is installed in. No secret: anybody with the account can read a routine.
struct RoutineConfig {
    QString baseDomain;
    QString kvNamespace;
    /// Where python and node projects may be answered from: "scheme://host[:port]", where `*` stands for any part of the host,
    /// or for any port.
    QStringList functionEndpoints
        = {QStringLiteral("https://*.fcapp.run"), QStringLiteral("https://*.fc.aliyuncs.com")};
    /// The request header that holds the visitor's address and that no visitor can set; empty: there is none.
    QString clientAddressHeader = {};

    bool operator==(const RoutineConfig&) const = default;
};

/// How the routine is configured on this computer, where runnerSource() serves it.
[[nodiscard]] RoutineConfig localRoutineConfig(QString baseDomain, QString kvNamespace);

/// The edge routine as it is installed: one ES module in UTF-8.
[[nodiscard]] QByteArray routineSource(const RoutineConfig& config);

/// The program for Node (18 or newer) that serves sites on this computer with the routine; its first lines say how to talk to it.
[[nodiscard]] QByteArray runnerSource();

} // namespace miaobu::edge
