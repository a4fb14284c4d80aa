#pragma once

#include "app/screens/project/cache_controller.h"
#include "app/screens/project/propagation_controller.h"
#include "app/screens/project/removal_controller.h"

namespace miaobu::app {

/// What is shown and done in the cards of a project's page that have a service of their own.
struct ProjectCards {
    ProjectCards(const WindowServices& services, Prompt& prompt, ProjectPage& page)
        : removal(services, prompt, page), cache(services, page), propagation(services, page) { }

    void setProject(const Project& project) {
        removal.setProject(project);
        cache.setProject(project);
        propagation.setProject(project);
    }

    RemovalController removal;
    CacheController cache;
    PropagationController propagation;
};

} // namespace miaobu::app
