#include "app/shell/domain_notice.h"

#include "core/domains/host_name.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

struct NoticeText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::NoticeText)
};

DesktopNotice noticeOf(const CustomDomain& domain) {
    DesktopNotice notice;
    notice.key = u"domain/%1/%2"_s.arg(domain.project).arg(domain.host);
    notice.actions.append({u"site"_s, NoticeText::tr("Open the site")});
    return notice;
}

} // namespace

DesktopNotice liveNotice(const CustomDomain& domain) {
    DesktopNotice notice = noticeOf(domain);
    notice.title = NoticeText::tr("%1 is live").arg(readableHost(domain.host));
    notice.text = NoticeText::tr("Its certificate is there, and it answers.");
    return notice;
}

DesktopNotice expiryNotice(const CustomDomain& domain, const QDateTime& now) {
    DesktopNotice notice = noticeOf(domain);
    const auto days = static_cast<int>(std::max<qint64>(0, now.daysTo(domain.certificateExpiry)));
    notice.title
        = NoticeText::tr("The certificate of %1 ends in %n day(s)", nullptr, days).arg(readableHost(domain.host));
    notice.text = NoticeText::tr("ESA renews it by itself while the domain leads there. Look at its records.");
    notice.isFailure = true;
    return notice;
}

} // namespace miaobu::app
