#include "core/build/node_places.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// \a root followed by a path in which one "*" stands for every folder.
struct Place {
    QString root;
    QString below;
};

QString setOr(const QProcessEnvironment& host, const QString& name, const QString& fallback) {
    const QString value = host.value(name);
    return value.isEmpty() ? fallback : value;
}

QList<Place> managedPlaces(const QProcessEnvironment& host) {
    const QString home = host.value(u"HOME"_s);
    const QString share = setOr(host, u"XDG_DATA_HOME"_s, home + u"/.local/share"_s);
    const QString fnm = u"/node-versions/*/installation/bin"_s;
    return {
        {setOr(host, u"NVM_DIR"_s, home + u"/.nvm"_s), u"/versions/node/*/bin"_s},
        {setOr(host, u"FNM_DIR"_s, share + u"/fnm"_s), fnm},
        {home + u"/.fnm"_s, fnm},
        {home + u"/Library/Application Support/fnm"_s, fnm},
        {setOr(host, u"VOLTA_HOME"_s, home + u"/.volta"_s), u"/tools/image/node/*/bin"_s},
        {setOr(host, u"MISE_DATA_DIR"_s, share + u"/mise"_s), u"/installs/node/*/bin"_s},
        {setOr(host, u"ASDF_DATA_DIR"_s, home + u"/.asdf"_s), u"/installs/nodejs/*/bin"_s},
        {home + u"/.nodenv"_s, u"/versions/*/bin"_s},
        {home + u"/n"_s, u"/n/versions/node/*/bin"_s},
        {u"/usr/local/n"_s, u"/versions/node/*/bin"_s},
        {u"/opt/homebrew/opt"_s, u"/*/bin"_s},
        {u"/usr/local/opt"_s, u"/*/bin"_s},
        {u"/home/linuxbrew/.linuxbrew/opt"_s, u"/*/bin"_s},
    };
}

QStringList foldersOf(const Place& place) {
    const qsizetype star = place.below.indexOf(u'*');
    const QString parent = place.root + place.below.first(star);
    QStringList folders;
    for (const QString& name : QDir(parent).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        folders.append(parent + name + place.below.sliced(star + 1));
    }
    return folders;
}

bool isShim(const QFileInfo& program) {
    const QString real = program.canonicalFilePath();
    return program.absolutePath().endsWith(u"/shims"_s) || real.endsWith(u"/volta-shim"_s)
        || real.contains(u"/corepack/"_s);
}

} // namespace

QStringList nodePrograms(const QProcessEnvironment& host, const QString& path) {
    QStringList folders = path.split(u':', Qt::SkipEmptyParts);
    for (const Place& place : managedPlaces(host)) {
        folders += foldersOf(place);
    }
    folders += {u"/usr/local/bin"_s, u"/usr/bin"_s, u"/opt/homebrew/bin"_s, u"/home/linuxbrew/.linuxbrew/bin"_s,
        u"/snap/bin"_s};
    QStringList programs;
    QSet<QString> seen;
    for (const QString& folder : std::as_const(folders)) {
        const QFileInfo program(folder + u"/node"_s);
        const QString real = program.canonicalFilePath();
        if (QDir::isAbsolutePath(folder) && program.isFile() && program.isExecutable() && !isShim(program)
            && !seen.contains(real)) {
            seen.insert(real);
            programs.append(program.absoluteFilePath());
        }
    }
    return programs;
}

QString findProgram(const QString& name, const QString& path) {
    for (const QString& folder : path.split(u':', Qt::SkipEmptyParts)) {
        const QFileInfo program(folder + u'/' + name);
        if (QDir::isAbsolutePath(folder) && program.isFile() && program.isExecutable() && !isShim(program)) {
            return program.absoluteFilePath();
        }
    }
    return {};
}

} // namespace miaobu
