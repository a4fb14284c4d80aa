#include "app/cli/command_table.h"

#include "app/cli/env_commands.h"
#include "app/cli/target_options.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QString rootSummary() {
    return Words::tr("The folder of the app within the source.");
}

QList<OptionDescription> loginOptions() {
    QList<OptionDescription> options = keyOptions();
    options.append({"host", "HOST", [] { return Words::tr("A GitHub of one's own (with github)."); }});
    options.append({"token", nullptr,
        [] { return Words::tr("Asks for a token, or reads it from standard input (with github)."); }});
    options.append({"gh", nullptr, [] { return Words::tr("Takes the token of GitHub's program gh (with github)."); }});
    options.append({"browser", nullptr, [] { return Words::tr("Signs in through the browser (with github)."); }});
    options.append({"client-id", "ID",
        [] { return Words::tr("The OAuth app to ask for a code with, from now on (with github)."); }});
    options.append({"client-secret", nullptr,
        [] { return Words::tr("Asks for the OAuth app's secret, or reads it from standard input, for --browser."); }});
    return options;
}

} // namespace

const QList<CommandDescription>& allCommands() {
    static const QList<CommandDescription> table{
        {"detect", "PATH|URL|OWNER/REPO", 1, 1, true, runDetect,
            [] { return Words::tr("Says how a source would be built, and why."); }, {{"root", "DIR", rootSummary}}},
        {"deploy", "PATH|URL|OWNER/REPO", 0, 1, true, runDeploy,
            [] { return Words::tr("Builds a source and puts it online; the last line is its address."); },
            {{"target", "NAME", [] { return Words::tr("Where to deploy to; “local” is this computer."); }},
                {"slug", "SLUG", [] { return Words::tr("The site's name: SLUG.localhost on this computer."); }},
                {"branch", "BRANCH", [] { return Words::tr("The branch to deploy instead of the default one."); }},
                {"commit", "SHA", [] { return Words::tr("The commit to deploy instead of the newest one."); }},
                {"root", "DIR", rootSummary},
                {"preview", "NAME",
                    [] { return Words::tr("Shows it beside the site, at SLUG-NAME, instead of as the site."); }},
                {"protect", nullptr,
                    [] { return Words::tr("With --preview: asks for a password that its visitors need."); }},
                {"submodules", nullptr,
                    [] {
                        return Words::tr("Also fetches the repositories that it names as submodules, now and later.");
                    }},
                {"env-file", "FILE",
                    [] { return Words::tr("Variables for install and build, one NAME=value a line."); }},
                {"builder", "host|container|package",
                    [] {
                        return Words::tr(
                            "How to build: with the tools of this computer, in a container, or a web app as a code "
                            "package without a container engine.");
                    }},
                {"app", "MODULE:OBJECT",
                    [] { return Words::tr("The app of a Python project, where several were found: main:app."); }},
                {"port", "PORT",
                    [] {
                        return Words::tr("The port that a web app listens on, now and later; 0: the one its image "
                                         "exposes, or 9000.");
                    }},
                {"sample", nullptr, [] { return Words::tr("Deploys a small site that comes with the program."); }}}},
        {"projects", "", 0, 0, true, runProjects, [] { return Words::tr("Lists the projects."); }, {}},
        {"deployments", "SLUG", 1, 1, true, runDeployments,
            [] { return Words::tr("Lists the deployments of a project."); }, {}},
        {"logs", "SLUG [ID]", 1, 2, true, runLogs,
            [] { return Words::tr("Prints the build log of a deployment, the newest one by default."); },
            {{"follow", nullptr, [] { return Words::tr("Goes on until the deployment has ended."); }},
                {"runtime", nullptr, [] { return Words::tr("Prints what the running web app says instead."); }}}},
        {"rollback", "SLUG [ID]", 1, 2, true, runRollback,
            [] {
                return Words::tr("Lets an earlier deployment answer again, the one before the live one by default.");
            },
            {}},
        {"promote", "HOST ID", 2, 2, true, runPromote, [] { return Words::tr("Lets a deployment answer one host."); },
            {}},
        {"domains", "list|add|verify|remove|serve SLUG [HOST] [latest|ID]", 2, 4, true, runDomains,
            [] {
                return Words::tr("The domains of a project: add and verify wait until the domain is live, serve pins "
                                 "it to a deployment.");
            },
            {{"target", "NAME", [] { return Words::tr("The target to use instead of the project's own."); }},
                {"no-wait", nullptr, [] { return Words::tr("Looks once and does not wait."); }},
                {"write", nullptr,
                    [] {
                        return Words::tr("With verify: writes the missing record, where the zone is in the account.");
                    }},
                {"forget", nullptr,
                    [] { return Words::tr("With remove: forgets one whose record is all that is left."); }}}},
        {"previews", "list|remove|protect|unprotect SLUG [NAME]", 2, 3, true, runPreviews,
            [] { return Words::tr("The previews of a project, and the passwords in front of them."); },
            {{"target", "NAME", [] { return Words::tr("The target to use instead of the project's own."); }}}},
        {"purge", "SLUG", 1, 1, true, runPurge,
            [] {
                return Words::tr("Lets the edge drop what it keeps of a site: all of it, addresses or directories.");
            },
            {{"url", "URL", [] { return Words::tr("An address to drop, or a path such as /a.js; may be repeated."); }},
                {"dir", "DIR", [] { return Words::tr("A directory to drop with all in it; may be repeated."); }},
                {"target", "NAME", [] { return Words::tr("The target to ask instead of the project's own."); }}}},
        {"watch", "[SLUG...]", 0, 64, true, runWatch,
            [] {
                return Words::tr(
                    "Deploys what is pushed, for as long as it runs; the projects named are switched on first.");
            },
            {{"off", nullptr, [] { return Words::tr("Switches the named ones off, and ends."); }},
                {"branches", nullptr,
                    [] {
                        return Words::tr("Makes a preview of every other branch of the named ones when it is pushed.");
                    }},
                {"list", nullptr, [] { return Words::tr("Lists those that are switched on, and ends."); }}}},
        {"delete", "SLUG", 1, 1, true, runDelete,
            [] { return Words::tr("Removes a project with its site, files and history."); },
            {{"yes", nullptr, [] { return Words::tr("Does not ask."); }},
                {"forget", nullptr,
                    [] { return Words::tr("Forgets it on this computer and leaves what is in the cloud."); }},
                {"keep", nullptr, [] { return Words::tr("Gives up a removal that was begun."); }}}},
        {"target", "add|list|check|setup|remove [NAME|FILE.json]", 1, 2, true, runTarget,
            [] {
                return Words::tr(
                    "The cloud accounts that sites can be deployed to: check tries every permission, setup "
                    "makes what is missing.");
            },
            targetOptions()},
        {"login", "github|aliyun [TARGET]", 1, 2, true, runLogin,
            [] { return Words::tr("Signs in at GitHub, or stores an access key for a target in the keyring."); },
            loginOptions()},
        {"logout", "[github|aliyun] [ACCOUNT|TARGET]", 0, 2, true, runLogout,
            [] { return Words::tr("Forgets a GitHub account, the access keys, or that of one target."); },
            {{"revoke", nullptr, [] { return Words::tr("Lets GitHub revoke the token, too; it sends a mail."); }}}},
        {"repositories", "", 0, 0, true, runRepositories,
            [] { return Words::tr("Lists the GitHub repositories of an account, the latest push first."); },
            {{"search", "WORDS", [] { return Words::tr("Only those with these words in name or description."); }},
                {"account", "LOGIN[@HOST]", [] { return Words::tr("The account instead of the current one."); }}}},
        {"env", "list|set|unset|import|export|diff SLUG [NAME|NAME=value|FILE]", 2, 64, true, runEnv,
            [] { return Words::tr("The variables of a project's deployments; set NAME asks for the value."); },
            envOptions()},
        {"edge", "install|status", 1, 1, true, runEdge,
            [] { return Words::tr("The program at the edge that answers every visitor."); },
            {{"target", "NAME", [] { return Words::tr("Of which target; “local” is this computer."); }}}},
        {"doctor", "[SLUG]", 0, 1, true, runDoctor,
            [] {
                return Words::tr(
                    "Compares what this computer believes with what the cloud has, and tells of a newer version.");
            },
            {{"target", "NAME", [] { return Words::tr("The target to look at instead of all of them."); }},
                {"fix", "adopt|restore|remove",
                    [] {
                        return Words::tr("Puts differences right: adopt believes the cloud, restore makes it again, "
                                         "remove deletes a leftover that --only names.");
                    }},
                {"only", "NAME", [] { return Words::tr("Puts right only this one; may be repeated."); }},
                {"rebuild", nullptr,
                    [] { return Words::tr("Stores here what the bucket of the target knows, on a new computer."); }}}},
        {"emulator", "[run|start|stop|status]", 0, 1, false, runEmulatorCommand,
            [] {
                return Words::tr("The local cloud behind the target “local”: run stays in the foreground, start goes "
                                 "to the background.");
            },
            {{"port", "N", [] { return Words::tr("The port that sites answer at (with run and start)."); }}}},
        {"settings", "list|set|unset [NAME] [VALUE]", 1, 3, true, runSettings,
            [] { return Words::tr("Where builds of images and packages get things from: base images and mirrors."); },
            {}},
        {"report", "", 0, 0, true, runReport,
            [] {
                return Words::tr(
                    "Prints what helps to find a fault, without secrets: versions, programs, last errors.");
            },
            {}},
        {"completion", "bash|zsh|fish", 1, 1, false, runCompletion,
            [] { return Words::tr("Prints what lets a shell complete these commands."); }, {}},
        {"manual", "", 0, 0, false, runManual, [] { return Words::tr("Prints the manual page, for man -l -."); }, {}},
    };
    return table;
}

const CommandDescription* commandNamed(const QString& name) {
    const auto found = std::ranges::find_if(
        allCommands(), [&](const CommandDescription& command) { return QLatin1StringView(command.name) == name; });
    return found == allCommands().end() ? nullptr : &*found;
}

QString overview() {
    QList<QStringList> rows;
    for (const CommandDescription& command : allCommands()) {
        const QString call = QString::fromLatin1(command.name) + u' ' + QString::fromLatin1(command.arguments);
        rows.append({u"  miaobu "_s + call, command.summary()});
    }
    QString lines;
    for (const QString& line : table(rows).split(u'\n')) {
        lines += u"  "_s + line + u'\n';
    }
    return Words::tr("Miaobu puts a folder or a Git repository online.") + u"\n\n"_s + lines + u'\n'
        + Words::tr("Without arguments the window opens. Every command takes --json and --help.") + u'\n';
}

} // namespace miaobu::app
