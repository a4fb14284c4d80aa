#include "app/text/error_families.h"
#include "core/ports/secret_store.h"

namespace miaobu::app {

std::optional<ErrorWords> secretErrorWords(const Error& error) {
    const QString variables
        = ErrorText::tr("Start one, such as GNOME Keyring or KWallet. Without one, set ALIBABA_CLOUD_ACCESS_KEY_ID and "
                        "ALIBABA_CLOUD_ACCESS_KEY_SECRET for Alibaba Cloud (ALIBABA_CLOUD_SECURITY_TOKEN too for temporary "
                        "keys), and GITHUB_TOKEN for GitHub.");
    switch (error.kind) {
    case ErrorKind::Timeout:
        if (error.subject != keychainSubject) {
            return std::nullopt;
        }
        return ErrorWords{ErrorText::tr("The keyring of this computer does not answer."),
            ErrorText::tr("It may be waiting for its password in a window of its own."),
            ErrorText::tr("Answer it, then try again."), ErrorAction::Retry};
    case ErrorKind::KeychainLocked:
        if (!error.subject.isEmpty()) {
            return ErrorWords{
                ErrorText::tr("The keyring is locked, so the secret %1 cannot be used.").arg(error.subject),
                error.detail, ErrorText::tr("Unlock it, then try again."), ErrorAction::Retry};
        }
        return ErrorWords{ErrorText::tr("The keyring of this computer is locked."), error.detail,
            ErrorText::tr("Unlock it, then try again."), ErrorAction::Retry};
    case ErrorKind::KeychainMissing:
        if (!error.subject.isEmpty()) {
            return ErrorWords{
                ErrorText::tr("No keyring was found, so the secret %1 cannot be used.").arg(error.subject),
                error.detail,
                ErrorText::tr(
                    "Start one, such as GNOME Keyring or KWallet; or give the variable with --env-file each time."),
                ErrorAction::Retry};
        }
        return ErrorWords{
            ErrorText::tr("No keyring was found on this computer."), error.detail, variables, ErrorAction::Retry};
    case ErrorKind::AccessKeyMissing:
        return ErrorWords{ErrorText::tr("There is no access key for the target %1.").arg(error.subject), error.detail,
            ErrorText::tr("Enter it with “miaobu login aliyun %1”, or set ALIBABA_CLOUD_ACCESS_KEY_ID and "
                          "ALIBABA_CLOUD_ACCESS_KEY_SECRET.")
                .arg(error.subject),
            ErrorAction::EnterKey, {},
            ErrorText::tr("Enter it, or start Miaobu with ALIBABA_CLOUD_ACCESS_KEY_ID and "
                          "ALIBABA_CLOUD_ACCESS_KEY_SECRET set.")};
    case ErrorKind::AccessKeyExpired:
        return ErrorWords{ErrorText::tr("The temporary access key of the target %1 has run out.").arg(error.subject),
            error.detail,
            ErrorText::tr("Get a fresh one and enter it with “miaobu login aliyun %1”.").arg(error.subject),
            ErrorAction::EnterKey, {}, ErrorText::tr("Get a fresh one and enter it.")};
    case ErrorKind::SecretUnreadable:
        return ErrorWords{ErrorText::tr("A stored secret cannot be opened: %1.").arg(error.subject), error.detail,
            ErrorText::tr("Enter it again."), ErrorAction::EnterKey};
    default:
        return std::nullopt;
    }
}

} // namespace miaobu::app
