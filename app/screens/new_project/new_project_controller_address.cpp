// The address of a new project: whether it may be used, here and on its target.
#include "app/screens/new_project/new_project_controller.h"
#include "app/screens/new_project/new_project_page.h"
#include "core/deploy/address_check.h"
#include "core/model/slug.h"
#include "core/model/target.h"
#include "core/ports/target_store.h"
#include "core/store/project_table.h"

namespace miaobu::app {

void NewProjectController::chooseTarget(const QString& target) {
    m_state.target = target;
    judgeSlug(m_slug);
}

QString NewProjectController::baseDomain() const {
    if (m_state.target == localTargetName || m_state.target.isEmpty()) {
        return QStringLiteral("localhost");
    }
    try {
        return m_services.targetStore.config(m_state.target).baseDomain;
    } catch (const Error&) {
        // What is wrong with its file is said when it is opened.
        return m_state.target;
    }
}

void NewProjectController::judgeSlug(const QString& slug) {
    m_slug = slug;
    AddressVerdict verdict;
    if (!isValidSlug(slug)) {
        verdict.text = tr("Lower-case letters, digits and dashes; at most %n characters", nullptr, maximumSlugLength);
    } else if (ProjectTable(m_services.database).findBySlug(slug)) {
        verdict.text = tr("%1 is taken by another project").arg(slug);
    } else {
        verdict = {tr("%1 is free").arg(slug + QLatin1Char('.') + baseDomain()), true};
    }
    m_services.addresses.cancel();
    m_typing.stop();
    m_page.setAddressVerdict(verdict);
    if (verdict.usable && m_state.target != localTargetName && !m_state.target.isEmpty()) {
        m_typing.start();
    }
}

void NewProjectController::connectAddressCheck() {
    constexpr int typingMilliseconds = 400;
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMilliseconds);
    connect(&m_typing, &QTimer::timeout, this, [this] { m_services.addresses.check(m_slug, m_state.target); });
    connect(&m_services.addresses, &AddressCheck::taken, this,
        [this](const QString& slug, const QString&, const QString& owner) {
            showVerdict(slug,
                tr("%1 answers already, with the site %2").arg(slug + QLatin1Char('.') + baseDomain(), owner), false);
        });
    connect(
        &m_services.addresses, &AddressCheck::failed, this, [this](const QString& slug, const QString&, const Error&) {
            showVerdict(slug, tr("%1 is free here; the cloud could not be asked").arg(slug), true);
        });
}

void NewProjectController::showVerdict(const QString& slug, const QString& text, bool usable) {
    if (slug == m_slug && m_state.step == NewProjectState::Step::Configure) {
        m_page.setAddressVerdict({text, usable});
    }
}

} // namespace miaobu::app
