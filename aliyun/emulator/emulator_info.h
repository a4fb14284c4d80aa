#pragma once

#include <QString>
#include <QUrl>

namespace miaobu::emulator {

/// What a running emulator answers at. The keys are its own, made at random for its folder; they open nothing else.
struct EmulatorInfo {
    qint64 pid = 0;
    QUrl ossEndpoint; ///< http://127.0.0.1:PORT, path style
    QUrl apiEndpoint; ///< http://127.0.0.1:PORT, every other service and the control calls (faults.h)
    QString bucket;
    QString kvNamespace;
    qint64 siteId = 0;
    QString accessKeyId;
    QString accessKeySecret;
    QString region;
    int sitePort = 0; ///< Sites answer at http://{slug}.localhost:PORT
    QString accountId = {}; ///< 16 digits
    QString registryHost = {}; ///< "127.0.0.1:PORT", where images are pushed to; empty when there is no registry
    qint64 cnameRecordId = 0; ///< The record of the site that custom domains lead to
    QString cnameTarget = {}; ///< Where their CNAME has to lead

    bool operator==(const EmulatorInfo&) const = default;
};

} // namespace miaobu::emulator
