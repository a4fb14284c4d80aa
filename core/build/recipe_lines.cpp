#include "core/build/recipe_lines.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace miaobu {

QString runLine(const QString& command, const QStringList& names) {
    QString line = u"RUN"_s;
    QString values;
    for (const QString& name : names) {
        line += u" --mount=type=secret,id="_s + name;
        values += name + u"=\"$(cat /run/secrets/"_s + name + u")\" "_s;
    }
    return line + (values.isEmpty() ? u" "_s : u" \\\n    export "_s + values + u"&& "_s) + command;
}

QStringList copyLines(const QStringList& files) {
    QMap<QString, QStringList> byFolder;
    for (const QString& file : files) {
        byFolder[file.contains(u'/') ? file.section(u'/', 0, -2) : QString()].append(file);
    }
    QStringList lines;
    for (auto folder = byFolder.begin(); folder != byFolder.end(); ++folder) {
        QStringList words;
        for (const QString& file : folder.value()) {
            words.append(u'"' + file + u'"');
        }
        lines.append(u"COPY [%1, \"./%2\"]"_s.arg(
            words.join(u", "_s), folder.key().isEmpty() ? QString() : folder.key() + u'/'));
    }
    return lines;
}

QStringList argumentLines(
    const ImageSettings& settings, const BuildVariableNames& variables, const QStringList& certificateVariables) {
    QStringList lines;
    QStringList mirrors = mirrorVariables(settings).keys();
    mirrors.removeIf([&variables](const QString& name) { return variables.secret.contains(name); });
    mirrors.sort();
    if (!mirrors.isEmpty() || !settings.certificateFile.isEmpty()) {
        lines << QString() << u"# Of the computer that builds."_s;
    }
    for (const QString& name : std::as_const(mirrors)) {
        lines.append(u"ARG "_s + name);
    }
    if (!settings.certificateFile.isEmpty()) {
        const QString place = u"/usr/local/share/ca-certificates/miaobu.crt"_s;
        lines << u"COPY [\"%1\", \"%2\"]"_s.arg(certificateName, place);
        for (const QString& name : certificateVariables) {
            lines.append(u"ARG "_s + name + u'=' + place);
        }
    }
    for (const QString& name : variables.plain) {
        lines.append(u"ARG "_s + name);
    }
    return lines;
}

QStringList systemPackageLines(const QStringList& packages) {
    return {QString(),
        u"RUN apt-get update && apt-get install -y --no-install-recommends %1 \\"_s.arg(packages.join(u' ')),
        u"    && rm -rf /var/lib/apt/lists/*"_s};
}

QString systemPackageNote(const QStringList& packages) {
    return u"The image gets the system packages %1, which the dependencies are compiled with."_s.arg(
        packages.join(u", "_s));
}

QStringList endLines(const QStringList& variables, const QString& command) {
    QStringList lines{QString(), u"# The app may write into its own folder, and is not root."_s,
        u"RUN chown 10001:10001 /app"_s, u"USER 10001"_s, u"ENV HOME=/tmp \\"_s, u"    PORT=9000"_s};
    for (const QString& variable : variables) {
        lines.last() += u" \\"_s;
        lines.append(u"    "_s + variable);
    }
    return lines << u"EXPOSE 9000"_s << command;
}

} // namespace miaobu
