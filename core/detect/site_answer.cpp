#include "core/detect/site_answer.h"

using namespace Qt::StringLiterals;

namespace miaobu {

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
    SiteAnswer answer{.isSpa = framework.isSpa};
    answer.spaReason = framework.isSpa ? u"%1 routes in the browser"_s.arg(framework.slug)
                                       : u"%1 writes its pages"_s.arg(framework.slug);
    const std::optional<Invocation> build = question.build();
    if (const QString flag = build ? build->flag(framework.outputFlags) : QString();
        !flag.isEmpty() && !flag.contains(u'$')) {
        answer.outputDir = outputPath(build->folder, flag);
        answer.outputReason = u"the script \"%1\" says so"_s.arg(question.choice.script);
        answer.isOutputSaid = true;
        return answer;
    }
    const QString name = question.configurationName();
    const ConfigFile config(question.folder.text(name));
    for (const QString& key : framework.outputKeys) {
        const std::optional<ConfigValue> said = config.find(key);
        if (said && !said->text.isEmpty()) {
            const QString folder = said->isFromFile ? name.section(u'/', 0, -2) : build ? build->folder : QString();
            answer.outputDir = outputPath(folder, said->text);
            answer.outputReason = u"%1 in %2"_s.arg(key, name);
            answer.isOutputSaid = true;
            return answer;
        }
    }
    answer.outputDir = outputPath(build ? build->folder : QString(), framework.outputDir);
    answer.outputReason = u"what %1 writes when nothing says otherwise"_s.arg(framework.slug);
    return answer;
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
