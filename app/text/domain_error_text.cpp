#include "app/text/domain_text.h"
#include "app/text/error_families.h"

namespace miaobu::app {

namespace {

/// \a error's detail is what was found instead, or the name of a DomainProblem where there was nothing.
ErrorWords ownershipWords(const Error& error) {
    const QString what = ErrorText::tr("It is not proved any more that %1 is yours.").arg(error.subject);
    const QString next = ErrorText::tr("Add the record again, then sync the domain.");
    if (error.detail == domainProblemName(DomainProblem::RecordMissing)) {
        return {what, ErrorText::tr("Its TXT record is gone, so nothing was changed for it."), next, ErrorAction::None};
    }
    if (error.detail == domainProblemName(DomainProblem::ResolversDisagree)) {
        return {what, ErrorText::tr("Only some name servers have its TXT record, so nothing was changed for it."),
            ErrorText::tr("Look at the record, and sync the domain once all of them have it."), ErrorAction::None};
    }
    if (error.detail == domainProblemName(DomainProblem::NoResolver)) {
        return {what, ErrorText::tr("No name server could be asked for its TXT record, so nothing was changed for it."),
            ErrorText::tr("Check the network, then sync the domain."), ErrorAction::None};
    }
    if (error.detail == domainProblemName(DomainProblem::Unchecked)) {
        return {what, ErrorText::tr("This computer does not know the domain, so nothing was changed for it."),
            ErrorText::tr("Add the domain here."), ErrorAction::None};
    }
    return {what, ErrorText::tr("Its TXT record holds “%1”, so nothing was changed for it.").arg(error.detail),
        ErrorText::tr("Change the record back, then sync the domain."), ErrorAction::None};
}

} // namespace

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
        return ownershipWords(error);
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
