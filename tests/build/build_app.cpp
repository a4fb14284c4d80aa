// Builds the image or the package of a folder, or the site in it in a container, and says how it goes:
// build_app image|package|site PATH [BASE-IMAGE]

#include "core/build/container_builder.h"
#include "core/build/image_builder.h"
#include "core/build/package_builder.h"
#include "core/detect/detector.h"
#include "core/detect/folder_tree.h"
#include "tests/support/await.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

class StandardError final : public LogSink {
public:
    void write(LogChannel, const QByteArray& bytes) override {
        std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    }
    void note(const QString& line) override { std::fprintf(stderr, "== %s\n", qPrintable(line)); }
};

/// Builds where the folder lies.
QString builtSite(
    const QString& folder, const BuildPlan& plan, LoginShell& shell, const ImageSettings& settings, LogSink& log) {
    constexpr auto patience = std::chrono::minutes(30);
    ContainerBuilder builder(QDir::tempPath() + u"/miaobu-try"_s, QProcessEnvironment::systemEnvironment(), shell,
        [settings] { return settings; });
    const BuildRequest request{folder, plan, {}, {}, u"try"_s};
    bool succeeded = false;
    const auto finish = qScopeGuard([&] { test::await(builder.finish(request, succeeded), patience); });
    test::await(builder.install(request, log, {}), patience);
    test::await(builder.build(request, log, {}), patience);
    succeeded = true;
    return folder + u'/' + plan.outputDir;
}

QString built(const QStringList& arguments, LoginShell& shell, LogSink& log) {
    const QProcessEnvironment host = QProcessEnvironment::systemEnvironment();
    const QString folder = arguments.value(2);
    ImageSettings settings;
    settings.buildNetwork = host.value(u"BUILD_NETWORK"_s);
    settings.certificateFile = host.value(u"BUILD_CERTIFICATES"_s);
    if (arguments.size() > 3) {
        settings.pythonImage = settings.nodeImage = arguments.at(3);
    }
    const BuildPlan plan = detect(FolderTree(folder), {});
    constexpr auto patience = std::chrono::minutes(30);
    if (arguments.value(1) == u"image") {
        ImageBuilder builder(host, shell);
        const ImageRequest request{folder, plan, {}, u"try"_s, u"latest"_s, settings, {}};
        return test::await(builder.build(request, log, {}, {}), patience).localReference;
    }
    if (arguments.value(1) == u"site") {
        return builtSite(folder, plan, shell, settings, log);
    }
    PackageBuilder builder(host, shell);
    const PackageRequest request{folder, plan, {}, u"try"_s, QDir::tempPath() + u"/miaobu-try"_s, settings, {}};
    QDir().mkpath(request.folder);
    return test::await(builder.build(request, log, {}, {}), patience).path;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    LoginShell shell;
    StandardError log;
    try {
        std::printf("%s\n", qPrintable(built(QCoreApplication::arguments(), shell, log)));
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
