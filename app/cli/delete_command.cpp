#include "app/cli/await_operation.h"
#include "app/cli/command_table.h"
#include "app/cli/commands.h"
#include "app/text/error_text.h"
#include "app/text/removal_text.h"
#include "core/store/removal_table.h"

#include <QFile>
#include <QJsonArray>

#include <unistd.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QJsonObject toJson(const RemovalStep& step) {
    QJsonObject object{{u"target"_s, step.target}, {u"part"_s, removalPartName(step.part)},
        {u"subject"_s, step.subject}, {u"state"_s, removalStateName(step.state)}};
    if (step.error) {
        object.insert(u"error"_s, errorKindName(step.error->kind));
    }
    return object;
}

/// Asks on the terminal; a pipe is nobody who could answer.
bool confirmed(const Project& project, const QString& question) {
    if (::isatty(STDIN_FILENO) != 1) {
        return false;
    }
    std::fputs((question + u' ' + Words::tr("Type “%1” to go on: ").arg(project.slug)).toUtf8().constData(), stderr);
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) && QString::fromUtf8(input.readLine()).trimmed() == project.slug;
}

bool isAgreed(const CommandContext& context, const Project& project, const QString& question) {
    if (context.options->isSet(u"yes"_s) || confirmed(project, question)) {
        return true;
    }
    context.output.note(Words::tr("Nothing was removed. With --yes it is removed without a question."));
    return false;
}

/// Prints every step once for each state it comes to.
class Checklist {
public:
    explicit Checklist(Output output) : m_output(output) { }

    void show(const QList<RemovalStep>& steps) {
        for (int i = 0; i < steps.size(); ++i) {
            const RemovalStep& step = steps.at(i);
            const bool isEnd = step.state == RemovalStep::State::Done || step.state == RemovalStep::State::Failed;
            if (isEnd && (i >= m_steps.size() || m_steps.at(i).state != step.state)) {
                m_output.note(removalStepTitle(step) + u": "_s + removalStateTitle(step.state));
                if (step.error) {
                    m_output.note(u"  "_s + wordsFor(*step.error).what);
                }
            }
        }
        m_steps = steps;
    }

    [[nodiscard]] QJsonArray toArray() const {
        QJsonArray array;
        for (const RemovalStep& step : m_steps) {
            array.append(toJson(step));
        }
        return array;
    }

    /// A domain whose CNAME still leads here answers nothing, and would answer whoever takes it next.
    void tellDomains() const {
        for (const RemovalStep& step : m_steps) {
            if (step.part == RemovalPart::Hostname) {
                m_output.note(Words::tr("Remove the CNAME record of %1 at your DNS provider.").arg(step.subject));
            }
        }
    }

private:
    Output m_output;
    QList<RemovalStep> m_steps;
};

void tellRemoved(const CommandContext& context, const Project& project, const Checklist& list) {
    list.tellDomains();
    context.output.line(Words::tr("%1 was removed.").arg(project.slug));
    context.output.result(QJsonObject{{u"removed"_s, project.slug}, {u"steps"_s, list.toArray()}});
}

int tellLeft(const CommandContext& context, const Project& project, const Checklist& list, const Error& error) {
    const ErrorWords words = wordsFor(error);
    for (const QString& text : {words.what, words.why, words.next}) {
        context.output.note(text);
    }
    context.output.note(Words::tr("To forget it on this computer all the same: miaobu delete %1 --forget\n"
                                  "To keep it instead: miaobu delete %1 --keep")
            .arg(project.slug));
    context.output.result(QJsonObject{{u"removed"_s, QJsonValue()}, {u"slug"_s, project.slug},
        {u"left"_s, QJsonArray::fromStringList(error.alternatives)}, {u"steps"_s, list.toArray()}});
    return Failed;
}

int forget(const CommandContext& context, const Project& project) {
    if (!isAgreed(context, project,
            Words::tr(
                "This forgets the project here and leaves what it has in the cloud, for which you go on paying."))) {
        return BadUsage;
    }
    context.services->deployer().forgetProject(project.id);
    context.output.line(Words::tr("%1 was forgotten on this computer.").arg(project.slug));
    context.output.result(QJsonObject{{u"forgotten"_s, project.slug}});
    return Succeeded;
}

int keep(const CommandContext& context, const Project& project) {
    context.services->deployer().keepProject(project.id);
    context.output.line(Words::tr("%1 is kept. Deploy it to bring back what is gone.").arg(project.slug));
    context.output.result(QJsonObject{{u"kept"_s, project.slug}});
    return Succeeded;
}

} // namespace

QCoro::Task<int> runDelete(CommandContext context) {
    const Project project = projectCalled(*context.services, context.arguments.first());
    if (context.options->isSet(u"keep"_s)) {
        co_return keep(context, project);
    }
    if (context.options->isSet(u"forget"_s)) {
        co_return forget(context, project);
    }
    const bool isBegun = RemovalTable(context.services->database()).isBeingRemoved(project.id);
    const QString question = isBegun ? Words::tr("This goes on with removing the site, its files and its history.")
                                     : Words::tr("This removes the site, its files and its history.");
    if (!isAgreed(context, project, question)) {
        co_return BadUsage;
    }
    Deployer& deployer = context.services->deployer();
    auto list = std::make_shared<Checklist>(context.output);
    const QObject listener;
    QObject::connect(&deployer, &Deployer::removalChanged, &listener,
        [list](ProjectId, const QList<RemovalStep>& steps) { list->show(steps); });
    std::optional<Error> failure;
    try {
        co_await awaitOperation(&deployer, deployer.removeProject(project.id));
    } catch (const Error& error) {
        failure = error;
    }
    if (failure && failure->kind != ErrorKind::RemovalIncomplete) {
        throw Error(*failure);
    }
    if (failure) {
        co_return tellLeft(context, project, *list, *failure);
    }
    tellRemoved(context, project, *list);
    co_return Succeeded;
}

} // namespace miaobu::app
