#include "core/deploy/single_page.h"

#include "core/deploy/content_types.h"

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

bool isClientSide(const QString& framework) {
    static const QStringList frameworks{u"vite"_s, u"create-react-app"_s, u"vue-cli"_s, u"angular"_s,
        u"ionic-angular"_s, u"ionic-react"_s, u"preact-cli"_s, u"ember"_s, u"svelte"_s, u"quasar"_s, u"rsbuild"_s,
        u"solid-js"_s, u"stencil"_s, u"dojo"_s, u"polymer"_s, u"slidev"_s, u"tanstack-router"_s, u"react-router"_s,
        u"umi"_s, u"expo"_s};
    return frameworks.contains(framework);
}

} // namespace

bool isSinglePage(const BuildPlan& plan, const QList<ManifestFile>& files) {
    bool hasIndex = false;
    bool hasNotFoundPage = false;
    int otherPages = 0;
    for (const ManifestFile& file : files) {
        if (file.path == u"index.html"_s) {
            hasIndex = true;
        } else if (file.path == u"404.html"_s) {
            hasNotFoundPage = true;
        } else if (file.path.endsWith(u"/index.html"_s)
            || (isHtml(file.path) && !file.path.startsWith(u"google"_s) && file.path != u"200.html"_s)) {
            ++otherPages;
        }
    }
    if (!hasIndex || otherPages > 0) {
        return false;
    }
    return plan.isSpa || (isClientSide(plan.framework) && !hasNotFoundPage);
}

} // namespace miaobu
