#include "core/net/ca_bundle.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace miaobu {

QByteArray findCaBundle() {
    const QStringList candidates{
        qEnvironmentVariable("SSL_CERT_FILE"), qEnvironmentVariable("CURL_CA_BUNDLE"),
        u"/etc/ssl/certs/ca-certificates.crt"_s, // Debian, Ubuntu, Arch, Gentoo
        u"/etc/pki/tls/certs/ca-bundle.crt"_s, // Fedora, RHEL
        u"/etc/ssl/ca-bundle.pem"_s, // openSUSE
        u"/etc/ssl/cert.pem"_s, // Alpine, macOS
    };
    for (const QString& path : candidates) {
        const QFileInfo file(path);
        if (!path.isEmpty() && file.isFile() && file.isReadable()) {
            return file.absoluteFilePath().toLocal8Bit();
        }
    }
    return {};
}

} // namespace miaobu
