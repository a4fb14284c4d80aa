#include "app/cli/manual_page.h"

#include "app/cli/completion.h"

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

/// \a text so that troff prints it as it is.
QString plain(QString text) {
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    // Chinese has no spaces that a line could be broken at, or stretched: the page is not adjusted.
    for (const QChar mark : u"，。、；：（）"_s) {
        text.replace(mark, mark + u"\\:"_s);
    }
    // A line that begins with one of these would be a request.
    return text.startsWith(u'.') || text.startsWith(u'\'') ? u"\\&"_s + text : text;
}

QString bold(const QString& text) {
    return u"\\fB"_s + plain(text) + u"\\fR"_s;
}

QString section(const QString& title, const QString& text) {
    return u".SH "_s + title + u'\n' + text;
}

QString entry(const QString& term, const QString& text) {
    return u".TP\n"_s + term + u'\n' + plain(text) + u'\n';
}

QString commandEntry(const CommandDescription& command) {
    QString text = u".SS "_s + bold(QString::fromLatin1(command.name)) + u' '
        + plain(QString::fromLatin1(command.arguments)) + u'\n' + plain(command.summary()) + u'\n';
    for (const OptionDescription& option : command.options) {
        QString term = bold(u"--"_s + QString::fromLatin1(option.name));
        if (option.value) {
            term += u" \\fI"_s + plain(QString::fromLatin1(option.value)) + u"\\fR"_s;
        }
        text += entry(term, option.summary());
    }
    return text;
}

QString environment() {
    return entry(bold(u"MIAOBU_HOME"_s), Words::tr("One folder for everything that the program keeps."))
        + entry(bold(u"MIAOBU_NODE"_s), Words::tr("The Node.js that serves the sites of this computer."))
        + entry(bold(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s) + u", "_s + bold(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s) + u", "_s
                + bold(u"ALIBABA_CLOUD_SECURITY_TOKEN"_s),
            Words::tr("The access key, on a computer without a keyring."))
        + entry(bold(u"GITHUB_TOKEN"_s) + u", "_s + bold(u"GH_TOKEN"_s),
            Words::tr("A token for private repositories, on a computer without a keyring."));
}

QString examples() {
    return entry(bold(u"miaobu deploy ~/my-site"_s), Words::tr("Puts a folder online on this computer."))
        + entry(bold(u"miaobu deploy https://github.com/OWNER/REPO.git --target prod"_s),
            Words::tr("Puts a repository online in the account of the target “prod”."))
        + entry(bold(u"miaobu rollback my-site"_s), Words::tr("Lets the deployment before the live one answer again."));
}

QString exitStatus() {
    return entry(bold(u"0"_s), Words::tr("It was done."))
        + entry(bold(u"1"_s), Words::tr("It failed; the words say why."))
        + entry(bold(u"2"_s), Words::tr("The command line cannot be understood."))
        + entry(bold(u"130"_s), Words::tr("It was cancelled."));
}

} // namespace

QString manualPage(const QList<CommandDescription>& commands, const QString& version) {
    QString entries;
    for (const CommandDescription& command : commands) {
        entries += commandEntry(command);
    }
    const QString name = u"miaobu \\- "_s + plain(Words::tr("puts a folder or a Git repository online")) + u'\n';
    const QString synopsis
        = u".nf\n"_s + bold(u"miaobu"_s) + u'\n' + bold(u"miaobu"_s) + u" \\fICOMMAND\\fR ...\n.fi\n"_s;
    const QString description
        = plain(
              Words::tr("Finds out how a site is built, builds it on this computer, and gives an address that answers: "
                        "on this computer, or in an account of your own at Alibaba Cloud. "
                        "Without arguments the window opens. Every command takes --json and --help."))
        + u'\n';
    const QString files
        = entry(u"\\fI~/.local/share/miaobu\\fR"_s, Words::tr("The database, the logs and the sites of this computer."))
        + entry(u"\\fI~/.cache/miaobu\\fR"_s, Words::tr("What can be made again: copies of repositories, packages."));
    return u"'\\\" -*- coding: UTF-8 -*-\n.TH MIAOBU 1 \"\" \"Miaobu "_s + plain(version) + u"\"\n.na\n"_s
        + section(u"NAME"_s, name) + section(u"SYNOPSIS"_s, synopsis) + section(u"DESCRIPTION"_s, description)
        + section(u"COMMANDS"_s, entries) + section(u"ENVIRONMENT"_s, environment()) + section(u"FILES"_s, files)
        + section(u"\"EXIT STATUS\""_s, exitStatus()) + section(u"EXAMPLES"_s, examples());
}

} // namespace miaobu::app
