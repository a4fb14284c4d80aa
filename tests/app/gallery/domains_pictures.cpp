#include "app/screens/domains/domains_tab.h"
#include "app/shell/confirm_dialog.h"
#include "tests/app/gallery/picture.h"
#include "tests/app/gallery/studio.h"
#include "tests/app/sample_domains.h"
#include "tests/app/sample_states.h"

using namespace Qt::StringLiterals;

namespace miaobu::app::gallery {

namespace {

Picture picture(const QString& name, const DomainsState& state) {
    return {u"domains-"_s + name, [state](Studio& studio) -> QWidget& {
                studio.frame().project().domains().setState(state);
                return studio.showProject(sample::live(), ProjectPage::Tab::Domains);
            }};
}

} // namespace

QList<Picture> domainsPictures() {
    using Stage = DomainStage;
    using Problem = DomainProblem;
    return {
        picture(u"empty"_s, sample::bareDomains()),
        picture(u"here"_s, sample::domainsHere()),
        picture(u"live"_s, sample::liveDomains()),
        picture(u"previews"_s, sample::previewedDomains()),
        picture(u"behind"_s, sample::behindDomains()),
        picture(u"ending"_s, sample::endingDomains()),
        picture(u"refused"_s, sample::refusedDomains()),
        picture(u"filing"_s, sample::filingDomains()),
        picture(u"text-missing"_s, sample::domainsWith(Stage::Ownership, Problem::RecordMissing)),
        picture(u"alias-wrong"_s, sample::domainsWith(Stage::Cname, Problem::RecordWrong)),
        picture(u"alias-hidden"_s, sample::domainsWith(Stage::Cname, Problem::AddressInstead)),
        picture(u"apex"_s, sample::domainsWith(Stage::Cname, Problem::AddressAtApex)),
        picture(u"disagree"_s, sample::domainsWith(Stage::Cname, Problem::ResolversDisagree)),
        picture(u"no-filing"_s, sample::domainsWith(Stage::Hostname, Problem::OfflineIcp)),
        picture(u"conflict"_s, sample::domainsWith(Stage::Hostname, Problem::ConflictSite)),
        picture(u"verifying"_s, sample::domainsWith(Stage::Hostname, Problem::VerificationMissing)),
        picture(u"failed"_s, sample::domainsWith(Stage::Hostname, Problem::Failed)),
        picture(u"certificate"_s, sample::domainsWith(Stage::Certificate, Problem::CertificateApplying)),
        picture(u"certificate-refused"_s, sample::domainsWith(Stage::Certificate, Problem::CertificateFailed)),
        picture(u"answering"_s, sample::domainsWith(Stage::Answer, Problem::NotAnswering)),
        picture(u"lost"_s, sample::lostDomains()),
        picture(u"removed"_s, sample::removedDomains()),
        {u"domains-removal"_s,
            [](Studio& studio) -> QWidget& {
                return studio.showDialog(std::make_unique<ConfirmDialog>(domainRemovalQuestion(u"www.shop.cn"_s)));
            }},
    };
}

} // namespace miaobu::app::gallery
