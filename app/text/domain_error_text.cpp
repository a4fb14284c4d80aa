#include "app/text/domain_text.h"
#include "app/text/error_families.h"

namespace miaobu::app {

std::optional<ErrorWords> domainErrorWords(const Error& error) {
    const QString& subject = error.subject;
    switch (error.kind) {
    case ErrorKind::DomainInvalid:
        return ErrorWords{ErrorText::tr("“%1” cannot be connected.").arg(subject),
            hostRefusalText(hostRefusalFromName(error.detail)), ErrorText::tr("Enter another domain."),
            ErrorAction::None};
    case ErrorKind::DomainTaken:
        return ErrorWords{ErrorText::tr("The domain %1 is connected already.").arg(subject),
            ErrorText::tr("A domain leads to one project of a target."), ErrorText::tr("Remove it where it is first."),
            ErrorAction::None};
    case ErrorKind::DomainUnknown:
        return ErrorWords{ErrorText::tr("There is no domain %1.").arg(subject),
            error.alternatives.isEmpty() ? QString()
                                         : ErrorText::tr("These exist: %1.").arg(listText(error.alternatives)),
            ErrorText::tr("Check its name."), ErrorAction::None};
    case ErrorKind::OwnershipLost:
        return ErrorWords{ErrorText::tr("It is not proved any more that %1 is yours.").arg(subject),
            ErrorText::tr("Its TXT record was not found (%1), so nothing was changed for it.").arg(error.detail),
            ErrorText::tr("Add the record again, then sync the domain."), ErrorAction::None};
    case ErrorKind::IcpMissing:
        return ErrorWords{ErrorText::tr("%1 has no ICP filing.").arg(subject),
            ErrorText::tr("Mainland China asks for one for every host that is served there."),
            ErrorText::tr("File it, then try again."), ErrorAction::OpenConsole, icpPage()};
    case ErrorKind::PreviewNameInvalid:
        return ErrorWords{ErrorText::tr("“%1” cannot be the name of a preview.").arg(subject),
            ErrorText::tr("It becomes a part of the address: small letters, digits and dashes, and with the project's "
                          "name at most 63 of them."),
            ErrorText::tr("Choose another name."), ErrorAction::None};
    default:
        return std::nullopt;
    }
}

} // namespace miaobu::app
