#include "core/git/git_worker.h"

#include "core/git/commit_comparison.h"
#include "core/git/git_delivery.h"
#include "core/git/git_job.h"
#include "core/git/git_library.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

void say(const QJsonObject& object) {
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

void note(const QString& line) {
    say({{u"note"_s, line}});
}

// Callbacks come for every object; ten lines a second are enough to see.
ProgressHandler progressReporter() {
    auto sinceLast = std::make_shared<QElapsedTimer>();
    return [sinceLast](qint64 done, qint64 total) {
        constexpr qint64 interval = 100;
        if (!sinceLast->isValid() || sinceLast->elapsed() >= interval || (total > 0 && done == total)) {
            sinceLast->start();
            say({{u"progress"_s, QJsonArray{done, total}}});
        }
    };
}

void work(const GitJob& job) {
    switch (job.task) {
    case GitTask::Checkout: {
        const Checkout checkout = GitDelivery(progressReporter(), note).run(job);
        say({{u"revision"_s, toJson(checkout.revision)},
            {u"removedLinks"_s, QJsonArray::fromStringList(checkout.removedLinks)}});
        return;
    }
    case GitTask::FindHead:
        say({{u"head"_s, toJson(findHead(job, progressReporter()))}});
        return;
    case GitTask::Compare:
        say({{u"comparison"_s, toJson(compareCommits(job, progressReporter()))}});
        return;
    case GitTask::ListBranches: {
        QJsonArray branches;
        for (const BranchHead& head : listHeads(job, progressReporter())) {
            branches.append(toJson(head));
        }
        say({{u"branches"_s, branches}});
        return;
    }
    }
    throw Error(ErrorKind::Internal, u"git worker"_s, u"an unknown task"_s);
}

} // namespace

int runGitWorker() {
    try {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly)) {
            throw Error(ErrorKind::Internal, u"git worker"_s, input.errorString());
        }
        const GitLibrary library;
        work(gitJobFromJson(input.readAll()));
        return 0;
    } catch (const Error& error) {
        say({{u"error"_s, toJson(error)}});
    } catch (const std::filesystem::filesystem_error& error) {
        const bool isFull = error.code() == std::errc::no_space_on_device;
        say({{u"error"_s,
            toJson(Error(isFull ? ErrorKind::DiskFull : ErrorKind::FileSystem,
                QString::fromStdString(error.path1().string()), QString::fromStdString(error.code().message())))}});
    }
    return 1;
}

} // namespace miaobu
