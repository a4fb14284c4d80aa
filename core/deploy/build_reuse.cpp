#include "core/deploy/build_reuse.h"

#include "core/deploy/build_key.h"
#include "core/store/preview_table.h"

#include <QRandomGenerator>

namespace miaobu {

namespace {

/// Made once: see buildKey().
QByteArray saltOf(const SettingsTable& settings) {
    QByteArray salt = settings.value(settings::buildKeySalt()).toByteArray();
    if (salt.isEmpty()) {
        salt.resize(32);
        QRandomGenerator::system()->generate(salt.begin(), salt.end());
        settings.setValue(settings::buildKeySalt(), salt);
    }
    return salt;
}

} // namespace

QList<EnvironmentVariable> buildVariables(const Run& run) {
    QList<EnvironmentVariable> variables = run.variables;
    variables.removeIf([](const EnvironmentVariable& variable) { return !variable.atBuild; });
    return variables;
}

void describeBuild(const DeployContext& context, const Run& run, const QString& toolchain, Manifest& draft) {
    draft.toolchain = toolchain;
    draft.deployment = run.id();
    draft.number = run.deployment.number;
    draft.projectSlug = run.project.slug;
    draft.projectName = run.project.name;
    draft.overrides = run.project.overrides;
    draft.function = run.project.function;
    draft.source = run.project.source;
    draft.preview = run.preview;
    const std::optional<Preview> preview
        = PreviewTable(context.parts.database).find(run.project.id, run.deployment.target, run.preview);
    draft.previewBranch = preview ? preview->branch : QString();
    draft.revision = run.deployment.revision;
    draft.buildKey = buildKey(
        run.deployment.revision, run.deployment.plan, toolchain, buildVariables(run), saltOf(context.settings()));
    context.deployments().setBuildKey(run.id(), draft.buildKey);
}

QCoro::Task<std::optional<Manifest>> findEqual(
    const DeployContext* context, ManifestStore manifests, std::shared_ptr<Run> run, QString key) {
    for (const Deployment& equal : context->deployments().withBuildKey(run->project.id, run->deployment.target, key)) {
        const std::optional<Manifest> manifest = co_await manifests.find(run->target, equal, run->stopToken());
        if (manifest) {
            co_return manifest;
        }
    }
    co_return std::nullopt;
}

} // namespace miaobu
