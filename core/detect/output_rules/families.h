#pragma once

#include "core/detect/site_answer.h"

namespace miaobu::output_rules {

[[nodiscard]] SiteAnswer next(const SiteQuestion& question);
[[nodiscard]] SiteAnswer nuxt(const SiteQuestion& question);
[[nodiscard]] SiteAnswer astro(const SiteQuestion& question);
[[nodiscard]] SiteAnswer svelteKit(const SiteQuestion& question);
/// React Router in framework mode, and Remix.
[[nodiscard]] SiteAnswer reactRouter(const SiteQuestion& question);
/// SolidStart, TanStack Start, Qwik, Vike, Waku, Analog: a server unless they are told to prerender everything.
[[nodiscard]] SiteAnswer prerendered(const SiteQuestion& question);
/// Angular, with Ionic and Scully, whose output angular.json says.
[[nodiscard]] SiteAnswer angular(const SiteQuestion& question);
[[nodiscard]] SiteAnswer quasar(const SiteQuestion& question);
/// VitePress and VuePress, whose output lies beside the pages they were given.
[[nodiscard]] SiteAnswer pressed(const SiteQuestion& question);
[[nodiscard]] SiteAnswer docusaurusOne(const SiteQuestion& question);
[[nodiscard]] SiteAnswer hexo(const SiteQuestion& question);
[[nodiscard]] SiteAnswer eleventy(const SiteQuestion& question);
[[nodiscard]] SiteAnswer slidev(const SiteQuestion& question);
[[nodiscard]] SiteAnswer vite(const SiteQuestion& question);
[[nodiscard]] SiteAnswer parcel(const SiteQuestion& question);
[[nodiscard]] SiteAnswer createReactApp(const SiteQuestion& question);
[[nodiscard]] SiteAnswer stencil(const SiteQuestion& question);
[[nodiscard]] SiteAnswer umi(const SiteQuestion& question);
[[nodiscard]] SiteAnswer polymer(const SiteQuestion& question);
[[nodiscard]] SiteAnswer webpack(const SiteQuestion& question);
[[nodiscard]] SiteAnswer expo(const SiteQuestion& question);

} // namespace miaobu::output_rules
