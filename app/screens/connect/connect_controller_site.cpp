#include "app/screens/connect/choice_defaults.h"
#include "app/screens/connect/connect_controller.h"
#include "core/ports/targets.h"
#include "core/targets/target_service.h"

#include <algorithm>

namespace miaobu::app {

void ConnectController::addSite(const SiteDraft& site) {
    if (m_operation != 0) {
        return;
    }
    m_state.site.work = SiteProgress::Work::Adding;
    m_state.site.domain = site.domain;
    m_state.site.objection = SiteAddition::Objection::None;
    begin(Work::AddSite, m_services.targetService.addSite(m_state.config, m_key, site));
}

void ConnectController::lookAtSite(qint64 siteId) {
    if (m_operation != 0) {
        return;
    }
    m_state.site.work = SiteProgress::Work::Looking;
    m_lookedAt = siteId;
    begin(Work::LookAtSite, m_services.targetService.verifySite(m_state.config, m_key, siteId));
}

void ConnectController::takeAddition(const SiteAddition& addition) {
    m_state.site.objection = addition.objection;
    if (addition.objection != SiteAddition::Objection::None) {
        return;
    }
    QList<CloudChoices::Site>& sites = m_state.choices.sites;
    const bool isFirst = sites.isEmpty();
    const auto known = std::ranges::find(sites, addition.site.id, &CloudChoices::Site::id);
    if (known == sites.end()) {
        sites.append(addition.site);
    } else {
        *known = addition.site;
    }
    m_state.site.added = addition.site.id;
    m_state.site.isNotSeenYet = false;
    if (isFirst) {
        // Nothing of the form was to be seen yet: its suggestions follow the domain.
        m_state.config.name.clear();
        m_state.config = withDefaults(m_state.config, *m_state.identity, m_state.choices, m_services.targets.names());
    }
}

void ConnectController::takeProof(bool isActive) {
    m_state.site.isNotSeenYet = !isActive;
    const auto site = std::ranges::find(m_state.choices.sites, m_lookedAt, &CloudChoices::Site::id);
    if (isActive && site != m_state.choices.sites.end()) {
        site->isActive = true;
        site->nameServers.clear();
        site->verifyCode.clear();
    }
}

} // namespace miaobu::app
