#include "app/cli/command_line.h"

#include "app/cli/command_table.h"
#include "app/cli/interrupt.h"
#include "core/async/sleep.h"
#include "core/github/deployment_reporter.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <cstdio>
#include <exception>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

void print(std::FILE* file, const QString& text) {
    std::fputs(text.toUtf8().constData(), file);
}

/// The parser of one command. Its names are the contract with scripts and are not translated.
void prepare(QCommandLineParser& parser, const CommandDescription& command) {
    parser.setApplicationDescription(command.summary());
    parser.addPositionalArgument(QString::fromLatin1(command.name), {}, QString::fromLatin1(command.name));
    for (const QString& argument : QString::fromLatin1(command.arguments).split(u' ', Qt::SkipEmptyParts)) {
        parser.addPositionalArgument(argument, {}, argument);
    }
    parser.addOption({{u"h"_s, u"help"_s}, Words::tr("Shows this help.")});
    parser.addOption({u"json"_s, Words::tr("Prints the result as JSON.")});
    for (const OptionDescription& option : command.options) {
        const QString name = QString::fromLatin1(option.name);
        parser.addOption(option.value ? QCommandLineOption(name, option.summary(), QString::fromLatin1(option.value))
                                      : QCommandLineOption(name, option.summary()));
    }
}

/// What GitHub is to be told of the deployments, is told before the program ends; but nobody waits long for that.
QCoro::Task<> awaitReports(const Services* services) {
    constexpr int longest = 200;
    constexpr std::chrono::milliseconds pause{50};
    for (int round = 0; round < longest && services->reporter().isBusy(); ++round) {
        co_await sleepFor(pause, {});
    }
}

QCoro::Task<> execute(
    CommandFunction function, CommandContext context, std::shared_ptr<std::optional<int>> exitCode, QEventLoop* loop) {
    const Output output = context.output;
    const Services* const services = context.services;
    try {
        const int code = co_await function(std::move(context));
        if (services) {
            co_await awaitReports(services);
        }
        *exitCode = code;
    } catch (const Error& error) {
        *exitCode = output.fail(error);
    } catch (const std::exception& error) {
        *exitCode = output.fail(Error(ErrorKind::Internal, {}, QString::fromLocal8Bit(error.what())));
    }
    loop->quit();
}

int runCommand(const CommandDescription& command, const QCommandLineParser& parser, const QString& program) {
    const Output output(parser.isSet(u"json"_s));
    try {
        const Interrupt interrupt;
        CommandContext context{
            .options = &parser,
            .arguments = parser.positionalArguments().mid(1),
            .home = openHome(),
            .program = program,
            .services = nullptr,
            .output = output,
            .stop = interrupt.token(),
        };
        std::unique_ptr<Services> services;
        if (command.needsServices) {
            services = std::make_unique<Services>(context.home, program);
            context.services = services.get();
        }
        auto exitCode = std::make_shared<std::optional<int>>();
        QEventLoop loop;
        const QCoro::Task<> running = execute(command.function, context, exitCode, &loop);
        if (!*exitCode) {
            loop.exec();
        }
        return exitCode->value_or(Failed);
    } catch (const Error& error) {
        return output.fail(error);
    }
}

} // namespace

int runCommandLine(const QStringList& arguments, const QString& program) {
    const QString name = arguments.value(0);
    if (name == "--help"_L1 || name == "-h"_L1 || name == "help"_L1) {
        print(stdout, overview());
        return Succeeded;
    }
    if (name == "--version"_L1) {
        print(stdout, QCoreApplication::applicationVersion() + u'\n');
        return Succeeded;
    }
    const CommandDescription* command = commandNamed(name);
    if (!command) {
        print(stderr, Words::tr("There is no command “%1”.").arg(name) + u"\n\n"_s + overview());
        return BadUsage;
    }
    QCommandLineParser parser;
    prepare(parser, *command);
    const bool parsed = parser.parse(QStringList{program} + arguments);
    if (parsed && parser.isSet(u"help"_s)) {
        print(stdout, parser.helpText());
        return Succeeded;
    }
    const qsizetype given = parser.positionalArguments().size() - 1;
    if (!parsed || given < command->fewest || given > command->most) {
        print(stderr, (parsed ? QString() : parser.errorText() + u"\n\n"_s) + parser.helpText());
        return BadUsage;
    }
    return runCommand(*command, parser, program);
}

} // namespace miaobu::app
