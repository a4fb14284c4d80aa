#include "core/deploy/pipeline.h"

#include "core/deploy/log_text.h"
#include "core/deploy/publisher.h"
#include "core/deploy/route_record.h"
#include "core/deploy/single_page.h"
#include "core/model/target.h"
#include "core/store/preview_table.h"

#include <exception>

using namespace Qt::StringLiterals;

namespace miaobu {

Pipeline::Pipeline(const DeployContext& context)
    : m_context(context), m_manifests(context.parts.home), m_app(context, m_manifests), m_routing(context.limits) { }

QCoro::Task<> Pipeline::run(std::shared_ptr<Run> run) const {
    run->enter(Stage::Checkout);
    co_await takeVariables(run);
    co_await openTarget(run);
    const QString source = co_await checkOut(run);
    if (isWebApp(run->deployment.plan.kind)) {
        co_await runApp(run, source);
    } else {
        co_await runSite(run, source);
    }
}

QCoro::Task<> Pipeline::runSite(std::shared_ptr<Run> run, QString source) const {
    auto manifest = std::make_shared<Manifest>();
    run->deployment.app.reset();

    // The same source with the same plan and tools has been built before: its files are copied and nothing else is done.
    const std::optional<Manifest> equal = co_await findEqualBuild(run, manifest, source);
    bool isPublished = false;
    if (equal) {
        isPublished = co_await publishAgain(run, manifest, *equal);
    }
    if (!isPublished) {
        const CheckedOutput output = co_await buildOutput(run, source);
        manifest->files = output.files;
        run->enter(Stage::Publish);
        const std::optional<Manifest> previous = co_await findPrevious(run);
        m_manifests.keepDraft(*manifest);
        if (previous) {
            run->note(differenceText(previous->number, differenceOf(*previous, *manifest)));
        }
        co_await publishFiles(run, manifest, output.paths, previous);
    }
    co_await goLive(run);
}

QCoro::Task<> Pipeline::runApp(std::shared_ptr<Run> run, QString source) const {
    const FunctionChange change = co_await m_app.run(run, source);
    std::exception_ptr failure;
    try {
        co_await goLive(run);
    } catch (...) {
        failure = std::current_exception();
    }
    if (failure) {
        // The entries are as before; what they lead to has to be, too.
        const Routing::Note note = [run](const QString& line) { run->note(line); };
        co_await m_app.functions().putBack(change, note);
        std::rethrow_exception(failure);
    }
}

QCoro::Task<> Pipeline::openTarget(std::shared_ptr<Run> run) const {
    run->target = co_await m_context.parts.targets.open(run->deployment.target, run->stopToken());
    run->log()->mask(run->target.secrets);
    const QString host = run->host();
    run->deployment.url = siteUrl(run->target.target, host).toString();
    if (!run->preview.isEmpty()) {
        const PreviewTable previews(m_context.parts.database);
        std::optional<Preview> preview = previews.find(run->project.id, run->deployment.target, run->preview);
        if (!preview) {
            throw Error(ErrorKind::HostUnknown, host, u"the preview was removed"_s);
        }
        preview->host = host;
        previews.put(*preview);
    }
    if (!m_context.routes().find(host, run->deployment.target)) {
        co_await m_routing.claimHost(run->target, host, run->project.slug);
    }
    run->save();
}

QCoro::Task<CheckedOutput> Pipeline::buildOutput(std::shared_ptr<Run> run, QString source) const {
    co_await installAndBuild(run, source);
    run->enter(Stage::CheckOutput);
    const CheckedOutput output = co_await checkOutput(run, source, m_context.limits);
    if (!run->project.overrides.isSpa) {
        run->deployment.plan.isSpa = isSinglePage(run->deployment.plan, output.files);
    }
    run->deployment.fileCount = static_cast<int>(output.files.size());
    run->deployment.byteCount = output.bytes;
    run->note(u"%1, %2."_s.arg(fileCountText(output.files.size()), byteCountText(output.bytes)));
    co_return output;
}

QCoro::Task<std::optional<Manifest>> Pipeline::findPrevious(std::shared_ptr<Run> run) const {
    for (const Deployment& deployment : m_context.deployments().ofProject(run->project.id)) {
        const bool isComplete = deployment.state == DeploymentState::Live || deployment.state == DeploymentState::Ready;
        if (isComplete && deployment.target == run->deployment.target) {
            co_return co_await m_manifests.find(run->target, deployment, run->stopToken());
        }
    }
    co_return std::nullopt;
}

QCoro::Task<> Pipeline::publishFiles(std::shared_ptr<Run> run, std::shared_ptr<Manifest> draft,
    QHash<QString, QString> paths, std::optional<Manifest> previous) const {
    const QString previousPrefix
        = previous ? u"projects/%1/%2"_s.arg(previous->projectSlug).arg(previous->deployment) : QString();
    PublishRequest request{
        .target = run->target,
        .prefix = run->deployment.objectPrefix,
        .items = planPublishing(draft->files, paths, previous, previousPrefix),
        .isResumed = run->isResumed,
        .progress = Run::reporter(run),
    };
    const PublishResult result = co_await publish(std::move(request), run->stopToken());
    run->deployment.bytesSent = result.bytesSent;
    run->deployment.objectsSent = result.objectsSent;
    run->note(publishedText(result));
    draft->plan = run->deployment.plan;
    draft->createdAt = m_context.parts.clock.now();
    co_await m_manifests.write(run->target, *draft, run->deployment.objectPrefix, run->stopToken());
}

QCoro::Task<bool> Pipeline::publishAgain(
    std::shared_ptr<Run> run, std::shared_ptr<Manifest> draft, Manifest equal) const {
    run->note(u"The same source was built as deployment #%1: nothing is installed or built."_s.arg(equal.number));
    run->enter(Stage::Publish);
    run->deployment.buildReused = true;
    if (!run->project.overrides.isSpa) {
        run->deployment.plan.isSpa = equal.plan.isSpa;
    }
    draft->files = equal.files;
    describe(*run, *draft);
    try {
        co_await publishFiles(run, draft, {}, equal);
        co_return true;
    } catch (const Error& error) {
        if (error.kind != ErrorKind::NotFound) {
            throw;
        }
    }
    run->note(u"Files of that deployment are gone; building again."_s);
    run->deployment.buildReused = false;
    run->isResumed = true;
    co_return false;
}

void Pipeline::describe(Run& run, const Manifest& manifest) const {
    run.deployment.fileCount = static_cast<int>(manifest.files.size());
    run.deployment.byteCount = 0;
    for (const ManifestFile& file : manifest.files) {
        run.deployment.byteCount += file.size;
    }
}

} // namespace miaobu
