#pragma once

#include <QDateTime>
#include <QStringList>

#include <string>

namespace miaobu::emulator {

/// What a certificate says about itself.
struct CertificateFacts {
    QString commonName;
    QString issuer;
    QStringList names; ///< The host names it is for
    QDateTime notBefore; ///< UTC
    QDateTime notAfter;
    QString fingerprint; ///< SHA-256, hexadecimal
    QString serialNumber;
};

/// Reads a PEM chain and checks that the first certificate belongs to the PEM \a key.
/// \throws ServiceFault(400 InvalidCertificate), ServiceFault(400 InvalidPrivateKey)
[[nodiscard]] CertificateFacts readCertificate(const std::string& chain, const std::string& key);

} // namespace miaobu::emulator
