#include "core/deploy/output_check.h"

#include "core/async/parallel.h"
#include "core/async/pool.h"
#include "core/deploy/output_folder.h"
#include "core/deploy/output_names.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QThread>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

struct Hashing {
    std::shared_ptr<Run> run;
    QString framework;
    PublishedSecrets secrets;
    QList<HashedFile> hashed;
    qint64 total = 0;
};

/// Parts of about equal size in bytes, small enough that the progress moves.
QList<QList<OutputFile>> partsOf(const QList<OutputFile>& files) {
    constexpr qint64 enoughBytes = 16 * 1024 * 1024;
    constexpr qsizetype enoughFiles = 256;
    QList<QList<OutputFile>> parts;
    qint64 bytes = 0;
    for (const OutputFile& file : files) {
        if (parts.isEmpty() || bytes >= enoughBytes || parts.last().size() == enoughFiles) {
            parts.append(QList<OutputFile>());
            bytes = 0;
        }
        parts.last().append(file);
        bytes += file.size;
    }
    return parts;
}

QCoro::Task<> hashPart(std::shared_ptr<Hashing> hashing, QList<OutputFile> part) {
    const auto work = [part, framework = hashing->framework, secrets = hashing->secrets,
                          stop = hashing->run->stopToken()] { return hashFiles(part, framework, secrets, stop); };
    const QList<HashedFile> hashed = co_await runOnPool(work);
    hashing->hashed.append(hashed);
    hashing->run->report(hashing->hashed.size(), hashing->total);
}

QString rootFolder(const QString& source, const BuildPlan& plan) {
    return QFileInfo(source + u'/' + plan.rootDirectory).canonicalFilePath();
}

QString listed(const QStringList& names) {
    constexpr qsizetype most = 5;
    const QString begin = names.mid(0, most).join(u", "_s);
    return names.size() > most ? begin + u" and %1 more"_s.arg(names.size() - most) : begin;
}

/// \throws Error(SecretInOutput) when a file would tell a secret to everybody.
void refuseSecrets(const QList<HashedFile>& hashed) {
    QMap<QString, QStringList> files;
    for (const HashedFile& file : hashed) {
        if (!file.secret.isEmpty()) {
            files[file.secret].append(file.file.path);
        }
    }
    if (!files.isEmpty()) {
        QStringList names = files.first();
        names.sort();
        throw Error(ErrorKind::SecretInOutput, files.firstKey(), listed(names));
    }
}

/// What a person should know and nobody has to stop for.
void noteOddities(const Run& run, const OutputListing& listing, const QList<HashedFile>& hashed) {
    QStringList maps;
    QStringList local;
    bool hasIndex = false;
    for (const HashedFile& file : hashed) {
        hasIndex = hasIndex || file.file.path == u"index.html"_s;
        if (file.file.path.endsWith(u".map"_s)) {
            maps.append(file.file.path);
        }
        if (file.namesThisComputer) {
            local.append(file.file.path);
        }
    }
    if (!hasIndex) {
        run.note(u"Warning: there is no index.html at the top, so the site's first page will not be found."_s);
    }
    if (!listing.leftOut.isEmpty()) {
        run.note(u"Not published: "_s + listed(listing.leftOut));
    }
    if (!maps.isEmpty()) {
        run.note(u"Note: %1 source maps are published, everybody can read the source (%2)."_s.arg(maps.size())
                .arg(listed(maps)));
    }
    if (!local.isEmpty()) {
        run.note(u"Warning: these pages link to localhost: "_s + listed(local));
    }
}

CheckedOutput checkedFrom(const OutputListing& listing, QList<HashedFile> hashed) {
    std::sort(hashed.begin(), hashed.end(),
        [](const HashedFile& a, const HashedFile& b) { return a.file.path < b.file.path; });
    CheckedOutput output;
    output.bytes = listing.bytes;
    for (const HashedFile& file : std::as_const(hashed)) {
        output.files.append(file.file);
    }
    for (const OutputFile& file : listing.files) {
        output.paths.insert(file.name, file.path);
    }
    return output;
}

} // namespace

void refuseRemovedLinks(const BuildPlan& plan, const QString& source, const QStringList& removedLinks) {
    if (!plan.buildCommand.isEmpty() || removedLinks.isEmpty()) {
        return;
    }
    const QString folder = outputFolder(source, plan);
    const bool isSource = folder == rootFolder(source, plan);
    const QString below = QDir(QFileInfo(source).canonicalFilePath()).relativeFilePath(folder);
    const QString prefix = below == u"."_s ? QString() : below + u'/';
    for (const QString& link : removedLinks) {
        if (link.startsWith(prefix) && !isLeftOut(link.sliced(prefix.size()), isSource)) {
            throw Error(ErrorKind::OutputEscapes, link.sliced(prefix.size()));
        }
    }
}

QCoro::Task<CheckedOutput> checkOutput(std::shared_ptr<Run> run, QString source, DeployLimits limits) {
    const BuildPlan plan = run->deployment.plan;
    const QString folder = outputFolder(source, plan);
    const QString root = rootFolder(source, plan);
    const OutputLimits outputLimits{
        limits.maximumFiles, limits.maximumBytes, run->deployment.objectPrefix.toUtf8().size() + 1};
    const auto walk = [folder, isSource = folder == root, outputLimits, stop = run->stopToken()] {
        return walkOutput(folder, isSource, outputLimits, stop);
    };
    const OutputListing listing = co_await runOnPool(walk);
    if (listing.files.isEmpty()) {
        throw Error(ErrorKind::OutputEmpty, plan.outputDir);
    }
    auto hashing = std::make_shared<Hashing>();
    hashing->run = run;
    hashing->framework = plan.framework;
    hashing->secrets = PublishedSecrets(run->variables);
    hashing->total = listing.files.size();
    const QList<QList<OutputFile>> parts = partsOf(listing.files);
    const auto work = [hashing](const QList<OutputFile>& part) { return hashPart(hashing, part); };
    co_await forEachLimited(parts, QThread::idealThreadCount(), work, run->stopToken());
    refuseSecrets(hashing->hashed);
    noteOddities(*run, listing, hashing->hashed);
    co_return checkedFrom(listing, hashing->hashed);
}

} // namespace miaobu
