#include "aliyun/emulator/certificate_text.h"

#include "aliyun/emulator/service_fault.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <memory>

namespace miaobu::emulator {

namespace {

template <auto release> struct Release {
    template <typename T> void operator()(T* thing) const { release(thing); }
};
using Bio = std::unique_ptr<BIO, Release<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Release<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Names = std::unique_ptr<GENERAL_NAMES, Release<GENERAL_NAMES_free>>;
using Number = std::unique_ptr<BIGNUM, Release<BN_free>>;

Bio bioOf(const std::string& text) {
    return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

/// Nobody is asked for the password of a key.
int noPassword(char*, int, int, void*) {
    return 0;
}

QString commonNameOf(X509_NAME* name) {
    std::string text(256, '\0');
    const int length = X509_NAME_get_text_by_NID(name, NID_commonName, text.data(), static_cast<int>(text.size()));
    return QString::fromUtf8(text.data(), std::max(length, 0));
}

QStringList hostNamesOf(X509* certificate) {
    QStringList result;
    const Names names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int index = 0; names && index < sk_GENERAL_NAME_num(names.get()); ++index) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), index);
        if (name->type == GEN_DNS) {
            const ASN1_STRING* text = name->d.dNSName;
            result += QString::fromUtf8(
                reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text));
        }
    }
    return result;
}

QDateTime timeOf(const ASN1_TIME* time) {
    std::tm parts{};
    ASN1_TIME_to_tm(time, &parts);
    return QDateTime::fromSecsSinceEpoch(::timegm(&parts), Qt::UTC);
}

QString fingerprintOf(X509* certificate) {
    QByteArray digest(EVP_MAX_MD_SIZE, '\0');
    unsigned int length = 0;
    X509_digest(certificate, EVP_sha256(), reinterpret_cast<unsigned char*>(digest.data()), &length);
    return QString::fromLatin1(digest.left(length).toHex());
}

QString serialNumberOf(X509* certificate) {
    const Number number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr));
    const std::unique_ptr<char, void (*)(char*)> text(BN_bn2hex(number.get()), [](char* hex) { OPENSSL_free(hex); });
    return QString::fromLatin1(text.get());
}

} // namespace

CertificateFacts readCertificate(const std::string& chain, const std::string& key) {
    const Bio chainBio = bioOf(chain);
    const Certificate certificate(PEM_read_bio_X509(chainBio.get(), nullptr, noPassword, nullptr));
    if (!certificate) {
        throw ServiceFault{400, "InvalidCertificate", "The specified certificate is no PEM certificate."};
    }
    const Bio keyBio = bioOf(key);
    const Key privateKey(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, noPassword, nullptr));
    if (!privateKey || X509_check_private_key(certificate.get(), privateKey.get()) != 1) {
        throw ServiceFault{400, "InvalidPrivateKey", "The specified key does not belong to the certificate."};
    }
    return {commonNameOf(X509_get_subject_name(certificate.get())),
        commonNameOf(X509_get_issuer_name(certificate.get())), hostNamesOf(certificate.get()),
        timeOf(X509_get0_notBefore(certificate.get())), timeOf(X509_get0_notAfter(certificate.get())),
        fingerprintOf(certificate.get()), serialNumberOf(certificate.get())};
}

} // namespace miaobu::emulator
