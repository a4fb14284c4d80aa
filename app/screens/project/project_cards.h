#pragma once

#include "app/screens/domains/domains_controller.h"
#include "app/screens/previews/previews_controller.h"
#include "app/screens/project/cache_controller.h"
#include "app/screens/project/picture_controller.h"
#include "app/screens/project/project_page.h"
#include "app/screens/project/propagation_controller.h"
#include "app/screens/project/recipe_controller.h"
#include "app/screens/project/removal_controller.h"
#include "app/screens/project/watch_controller.h"

namespace miaobu::app {

/// What is shown and done in the cards of a project's page that have a service of their own.
struct ProjectCards {
    ProjectCards(const WindowServices& services, Prompt& prompt, ProjectPage& page)
        : removal(services, prompt, page), cache(services, page), propagation(services, page),
          domains(services, prompt), previews(services, prompt, page.previews()), picture(services, page),
          watch(services, page), recipe(services, prompt, page) {
        domains.attach(page.domains());
    }

    void setProject(const Project& project) {
        removal.setProject(project);
        cache.setProject(project);
        propagation.setProject(project);
        domains.setProject(project);
        previews.setProject(project);
        watch.setProject(project);
        recipe.setProject(project);
    }

    RemovalController removal;
    CacheController cache;
    PropagationController propagation;
    DomainsController domains;
    PreviewsController previews;
    PictureController picture;
    WatchController watch;
    RecipeController recipe;
};

} // namespace miaobu::app
