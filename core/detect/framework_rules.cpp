#include "core/detect/framework_rules.h"

#include "core/detect/output_rules/families.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

using Rule = SiteAnswer (*)(const SiteQuestion&);

const QHash<QString, Rule>& rules() {
    using namespace output_rules;
    static const QHash<QString, Rule> table{{u"next"_s, next}, {u"nuxt"_s, nuxt}, {u"astro"_s, astro},
        {u"sveltekit"_s, svelteKit}, {u"react-router"_s, reactRouter}, {u"remix"_s, reactRouter},
        {u"solidstart"_s, prerendered}, {u"tanstack-start"_s, prerendered}, {u"qwik"_s, prerendered},
        {u"vike"_s, prerendered}, {u"waku"_s, prerendered}, {u"analog"_s, prerendered}, {u"sapper"_s, prerendered},
        {u"angular"_s, angular}, {u"ionic-angular"_s, angular}, {u"scully"_s, angular}, {u"quasar"_s, quasar},
        {u"vitepress"_s, pressed}, {u"vuepress"_s, pressed}, {u"docusaurus-v1"_s, docusaurusOne}, {u"hexo"_s, hexo},
        {u"eleventy"_s, eleventy}, {u"slidev"_s, slidev}, {u"vite"_s, vite}, {u"parcel"_s, parcel},
        {u"create-react-app"_s, createReactApp}, {u"stencil"_s, stencil}, {u"umi"_s, umi}, {u"expo"_s, expo},
        {u"polymer"_s, polymer}, {u"webpack"_s, webpack}};
    return table;
}

} // namespace

SiteAnswer answerFor(const SiteQuestion& question) {
    const Framework& framework = question.choice.framework;
    if (framework.rendering == Rendering::Server) {
        return serverAnswer(u"%1 is a server"_s.arg(framework.slug));
    }
    const Rule rule = rules().value(framework.slug, &answerFromTable);
    return rule(question);
}

} // namespace miaobu
