#include "core/detect/site_answer.h"

#include "core/detect/output_rules/families.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

using Rule = SiteAnswer (*)(const SiteQuestion&);

const QHash<QString, Rule>& rules() {
    using namespace output_rules;
    static const QHash<QString, Rule> table {{u"next"_s, next}, {u"nuxt"_s, nuxt}, {u"astro"_s, astro}, {u"sveltekit"_s, svelteKit},
        {u"react-router"_s, reactRouter}, {u"remix"_s, reactRouter}, {u"solidstart"_s, prerendered}, {u"tanstack-start"_s, prerendered},
        {u"qwik"_s, prerendered}, {u"vike"_s, prerendered}, {u"waku"_s, prerendered}, {u"analog"_s, prerendered},
        {u"sapper"_s, prerendered}, {u"angular"_s, angular}, {u"ionic-angular"_s, angular}, {u"scully"_s, angular}, {u"quasar"_s, quasar},
        {u"vitepress"_s, pressed}, {u"vuepress"_s, pressed}, {u"docusaurus-v1"_s, docusaurusOne}, {u"hexo"_s, hexo},
        {u"eleventy"_s, eleventy}, {u"slidev"_s, slidev}, {u"vite"_s, vite}, {u"parcel"_s, parcel},
        {u"create-react-app"_s, createReactApp}, {u"stencil"_s, stencil}, {u"umi"_s, umi}, {u"expo"_s, expo}};
    return table;
}

} // namespace

std::optional<Invocation> SiteQuestion::build() const {
    for (const QString& command : choice.framework.commands) {
        for (const Invocation& invocation : choice.run) {
            if (invocation.runs(command)) {
                return invocation;
            }
        }
    }
    return std::nullopt;
}

QString SiteQuestion::configurationName() const {
    if (const std::optional<Invocation> invocation = build()) {
        const QString named = outputPath(invocation->folder, invocation->flag({u"--config"_s, u"-c"_s}));
        if (folder.has(named)) {
            return named;
        }
    }
    for (const QString& stem : choice.framework.modules) {
        if (const QString name = folder.module(stem); !name.isEmpty()) {
            return name;
        }
    }
    return {};
}

ConfigFile SiteQuestion::configuration() const {
    return ConfigFile(folder.text(configurationName()));
}

SiteAnswer answerFromTable(const SiteQuestion& question) {
    const Framework& framework = question.choice.framework;
    SiteAnswer answer {.isSpa = framework.isSpa};
    answer.spaReason = framework.isSpa ? u"%1 routes in the browser"_s.arg(framework.slug) : u"%1 writes its pages"_s.arg(framework.slug);
    const std::optional<Invocation> build = question.build();
    if (const QString flag = build ? build->flag(framework.outputFlags) : QString(); !flag.isEmpty() && !flag.contains(u'$')) {
        answer.outputDir = outputPath(build->folder, flag);
        answer.outputReason = u"the script \"%1\" says so"_s.arg(question.choice.script);
        answer.isOutputSaid = true;
        return answer;
    }
    const QString name = question.configurationName();
    const ConfigFile config(question.folder.text(name));
    for (const QString& key : framework.outputKeys) {
        if (const QString said = config.text(key); !said.isEmpty()) {
            answer.outputDir = outputPath(build ? build->folder : QString(), said);
            answer.outputReason = u"%1 in %2"_s.arg(key, name);
            answer.isOutputSaid = true;
            return answer;
        }
    }
    answer.outputDir = outputPath(build ? build->folder : QString(), framework.outputDir);
    answer.outputReason = u"what %1 writes when nothing says otherwise"_s.arg(framework.slug);
    return answer;
}

SiteAnswer answerFor(const SiteQuestion& question) {
    const Framework& framework = question.choice.framework;
    if (framework.rendering == Rendering::Server) {
        return serverAnswer(u"%1 is a server"_s.arg(framework.slug));
    }
    const Rule rule = rules().value(framework.slug, &answerFromTable);
    return rule(question);
}

SiteAnswer serverAnswer(const QString& reason) {
    return {.kind = ProjectKind::NodeServer, .kindReason = reason};
}

QString outputPath(const QString& folder, const QString& path) {
    if (path.isEmpty()) {
        return {};
    }
    return tidyPath(folder.isEmpty() ? path : folder + u'/' + path);
}

} // namespace miaobu
