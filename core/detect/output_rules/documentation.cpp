#include "core/detect/output_rules/families.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu::output_rules {

SiteAnswer pressed(const SiteQuestion& question) {
    const bool isVitePress = question.choice.framework.slug == u"vitepress";
    const QString hidden = isVitePress ? u".vitepress"_s : u".vuepress"_s;
    const std::optional<Invocation> build = question.build();
    QString pages = build ? build->positional(u"press build"_s,
                                {u"--outDir"_s, u"--base"_s, u"-d"_s, u"--dest"_s, u"-c"_s, u"--config"_s, u"-t"_s,
                                    u"--temp"_s, u"--mode"_s, u"--mpa"_s})
                          : QString();
    const QString from = build ? build->folder : QString();
    if (pages.isEmpty() && from.isEmpty() && !question.folder.hasFolder(hidden)
        && question.folder.hasFolder(u"docs/"_s + hidden) && !build) {
        pages = u"docs"_s;
    }
    const QString root = outputPath(from, pages.isEmpty() ? u"."_s : pages);
    SiteAnswer answer = answerFromTable(question);
    if (answer.isOutputSaid) {
        return answer;
    }
    answer.outputDir = tidyPath(root + u'/' + question.choice.framework.outputDir);
    answer.outputReason = pages.isEmpty() ? answer.outputReason : u"the script builds %1"_s.arg(pages);
    answer.isOutputSaid = !pages.isEmpty();
    const QString name = question.folder.module(root + u'/' + hidden + u"/config"_s);
    const QString key = isVitePress ? u"outDir"_s : u"dest"_s;
    if (const QString said = ConfigFile(question.folder.text(name)).text(key); !said.isEmpty()) {
        // VitePress counts from its pages, VuePress from where it was started.
        answer.outputDir = isVitePress ? tidyPath(root + u'/' + said) : outputPath(from, said);
        answer.outputReason = u"%1 in %2"_s.arg(key, tidyPath(name));
        answer.isOutputSaid = true;
    }
    return answer;
}

SiteAnswer docusaurusOne(const SiteQuestion& question) {
    SiteAnswer answer = answerFromTable(question);
    const QString project = ConfigFile(question.folder.text(u"siteConfig.js"_s)).text(u"projectName"_s);
    if (!project.isEmpty()) {
        answer.outputDir = u"build/"_s + project;
        answer.outputReason = u"projectName in siteConfig.js"_s;
        answer.isOutputSaid = true;
    }
    return answer;
}

SiteAnswer hexo(const SiteQuestion& question) {
    SiteAnswer answer = answerFromTable(question);
    // One line of a flat file; a YAML parser would only add ways for a hostile file to cost time.
    static const QRegularExpression line(
        uR"(^public_dir:[ \t]*["']?([^"'#\r\n]+?)["']?[ \t]*(?:#.*)?\r?$)"_s, QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = line.match(question.folder.text(u"_config.yml"_s));
    if (match.hasMatch()) {
        answer.outputDir = tidyPath(match.captured(1));
        answer.outputReason = u"public_dir in _config.yml"_s;
        answer.isOutputSaid = true;
    }
    return answer;
}

SiteAnswer eleventy(const SiteQuestion& question) {
    SiteAnswer answer = answerFromTable(question);
    if (answer.isOutputSaid) {
        return answer;
    }
    const QString name = question.configurationName();
    if (const QString dir = question.configuration().argumentOf(u"setOutputDirectory"_s); !dir.isEmpty()) {
        answer.outputDir = tidyPath(dir);
        answer.outputReason = u"setOutputDirectory in "_s + name;
        answer.isOutputSaid = true;
    }
    return answer;
}

SiteAnswer slidev(const SiteQuestion& question) {
    SiteAnswer answer = answerFromTable(question);
    const std::optional<Invocation> build = question.build();
    const QString deck = build
        ? build->positional(u"slidev build"_s, {u"--out"_s, u"-o"_s, u"--base"_s, u"--theme"_s, u"-t"_s})
        : QString();
    // Slidev works in the folder of the deck it is given.
    if (const qsizetype slash = deck.lastIndexOf(u'/');
        slash > 0 && deck.endsWith(u".md"_s) && !answer.outputDir.startsWith(u".."_s)) {
        answer.outputDir = outputPath(build->folder,
            deck.left(slash) + u'/' + (answer.isOutputSaid ? build->flag({u"--out"_s, u"-o"_s}) : u"dist"_s));
    }
    return answer;
}

} // namespace miaobu::output_rules
