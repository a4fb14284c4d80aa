#include "core/git/git_checkout.h"

#include "core/async/pool.h"
#include "core/process/build_environment.h"
#include "core/process/run_process.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace miaobu {

namespace {

/// What the worker said so far.
struct Conversation {
    QByteArray unfinished;
    QByteArray complaints;
    std::optional<QJsonObject> answer;
    std::optional<Error> error;
};

void hear(const QByteArray& line, Conversation& conversation, LogSink& log, const ProgressHandler& progress) {
    const QJsonObject message = QJsonDocument::fromJson(line).object();
    if (message.contains(u"progress")) {
        const QJsonArray numbers = message[u"progress"].toArray();
        if (progress) {
            progress(numbers.at(0).toInteger(), numbers.at(1).toInteger());
        }
    } else if (message.contains(u"note")) {
        log.note(message[u"note"].toString());
    } else if (message.contains(u"error")) {
        conversation.error = errorFromJson(message[u"error"].toObject());
    } else if (!message.isEmpty()) {
        conversation.answer = message;
    }
}

OutputHandler listener(std::shared_ptr<Conversation> conversation, LogSink& log, ProgressHandler progress) {
    return [conversation, &log, progress](LogChannel channel, const QByteArray& bytes) {
        if (channel != LogChannel::Output) {
            constexpr qsizetype kept = 4096;
            conversation->complaints = (conversation->complaints + bytes).right(kept);
            return;
        }
        conversation->unfinished += bytes;
        qsizetype end = 0;
        while ((end = conversation->unfinished.indexOf('\n')) >= 0) {
            hear(conversation->unfinished.left(end), *conversation, log, progress);
            conversation->unfinished.remove(0, end + 1);
        }
    };
}

Command workerCommand(const QString& program, const GitJob& job) {
    Command command;
    command.program = program;
    command.arguments = {u"--git-worker"_s};
    command.workingDirectory = u"/"_s;
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    command.environment = buildEnvironment(own, own.value(u"PATH"_s), {}, BuildPhase::Install).environment;
    command.input = toJson(job);
    command.silenceTimeout = 60s;
    return command;
}

/// For what is no part of a deployment.
class NoLog final : public LogSink {
public:
    void write(LogChannel, const QByteArray&) override { }
    void note(const QString&) override { }
};

QCoro::Task<QJsonObject> askWorker(
    QString program, GitJob job, LogSink& log, ProgressHandler progress, std::stop_token stop) {
    auto conversation = std::make_shared<Conversation>();
    const ProcessResult result
        = co_await runProcess(workerCommand(program, job), listener(conversation, log, progress), stop);
    if (conversation->answer && result.exitCode == 0) {
        const QJsonObject answer = *conversation->answer;
        co_return answer;
    }
    throw conversation->error.value_or(Error(ErrorKind::ProcessFailed, u"git worker"_s,
        u"exit code %1\n%2"_s.arg(result.exitCode).arg(QString::fromUtf8(conversation->complaints))));
}

} // namespace

QCoro::Task<Checkout> runGitJob(
    QString program, GitJob job, LogSink& log, ProgressHandler progress, std::stop_token stop) {
    if (QFileInfo::exists(job.destination)) {
        throw Error(ErrorKind::FileSystem, job.destination, u"the destination exists already"_s);
    }
    std::exception_ptr failure;
    try {
        const QJsonObject answer = co_await askWorker(program, job, log, progress, stop);
        const Checkout checkout{
            revisionFromJson(answer[u"revision"].toObject()), answer[u"removedLinks"].toVariant().toStringList()};
        co_return checkout;
    } catch (const Error&) {
        failure = std::current_exception();
    }
    const auto removeRest = [destination = job.destination] { return QDir(destination).removeRecursively(); };
    co_await runOnPool(removeRest);
    std::rethrow_exception(failure);
}

QCoro::Task<BranchHead> findBranchHead(QString program, GitJob job, std::stop_token stop) {
    NoLog log;
    job.task = GitTask::FindHead;
    const QJsonObject answer = co_await askWorker(program, job, log, {}, stop);
    co_return branchHeadFromJson(answer[u"head"].toObject());
}

QCoro::Task<QList<BranchHead>> listBranchHeads(QString program, GitJob job, std::stop_token stop) {
    NoLog log;
    job.task = GitTask::ListBranches;
    const QJsonObject answer = co_await askWorker(program, job, log, {}, stop);
    QList<BranchHead> heads;
    for (const QJsonValue& head : answer[u"branches"].toArray()) {
        heads.append(branchHeadFromJson(head.toObject()));
    }
    co_return heads;
}

QCoro::Task<CommitComparison> compareWithBase(QString program, GitJob job, std::stop_token stop) {
    NoLog log;
    job.task = GitTask::Compare;
    const QJsonObject answer = co_await askWorker(program, job, log, {}, stop);
    co_return commitComparisonFromJson(answer[u"comparison"].toObject());
}

} // namespace miaobu
