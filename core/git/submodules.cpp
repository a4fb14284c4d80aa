#include "core/git/submodules.h"

#include "core/async/error.h"
#include "core/git/commit_lookup.h"
#include "core/git/git_error.h"
#include "core/git/git_location.h"
#include "core/git/git_settings_text.h"

#include <QHash>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr qsizetype mostSettings = 1 << 20;

QHash<QString, QString> addressesOf(git_repository* repository, git_commit* commit) {
    QHash<QString, QString> paths;
    QHash<QString, QString> urls;
    const QList<GitSetting> settings = readGitSettings(fileOf(repository, commit, u".gitmodules"_s, mostSettings));
    for (const GitSetting& setting : settings) {
        if (setting.section == u"submodule"_s && setting.key == u"path"_s) {
            paths.insert(setting.subsection, setting.value);
        } else if (setting.section == u"submodule"_s && setting.key == u"url"_s) {
            urls.insert(setting.subsection, setting.value);
        }
    }
    QHash<QString, QString> addresses;
    for (auto path = paths.cbegin(); path != paths.cend(); ++path) {
        addresses.insert(path.value(), urls.value(path.key()));
    }
    return addresses;
}

} // namespace

QList<Gitlink> gitlinksOf(git_tree* tree) {
    QList<Gitlink> links;
    const auto take = [](const char* folder, const git_tree_entry* entry, void* list) {
        if (git_tree_entry_type(entry) == GIT_OBJECT_COMMIT) {
            static_cast<QList<Gitlink>*>(list)->append(
                {QString::fromUtf8(folder) + QString::fromUtf8(git_tree_entry_name(entry)),
                    hexOf(*git_tree_entry_id(entry))});
        }
        return 0;
    };
    checkGit(git_tree_walk(tree, GIT_TREEWALK_PRE, take, &links), {});
    return links;
}

QByteArray fileOf(git_repository* repository, git_commit* commit, const QString& path, qsizetype most) {
    GitTree tree;
    checkGit(gitInto(tree, &git_commit_tree, commit), {});
    GitTreeEntry entry;
    const QByteArray name = path.toUtf8();
    if (gitInto(entry, &git_tree_entry_bypath, tree.get(), name.constData()) < 0
        || git_tree_entry_type(entry.get()) != GIT_OBJECT_BLOB) {
        return {};
    }
    GitObject blob;
    checkGit(gitInto(blob, &git_tree_entry_to_object, repository, entry.get()), path);
    auto* content = reinterpret_cast<const git_blob*>(blob.get());
    const auto size = static_cast<qint64>(git_blob_rawsize(content));
    return size > most ? QByteArray()
                       : QByteArray(static_cast<const char*>(git_blob_rawcontent(content)), qsizetype(size));
}

QString submoduleUrl(const QString& text, const QString& parentUrl) {
    static const QRegularExpression scp(u"\\A(?:[A-Za-z0-9._-]+@)?([A-Za-z0-9.-]+\\.[A-Za-z]+):(?!/)(.+)\\z"_s);
    static const QRegularExpression ssh(u"\\Assh://(?:[^@/]+@)?([^/:]+)(?::\\d+)?/(.+)\\z"_s);
    QString address = text;
    if (text.startsWith(u"./"_s) || text.startsWith(u"../"_s)) {
        if (parentUrl.isEmpty()) {
            throw Error(ErrorKind::InvalidInput, text, u"the submodule's address is relative to a folder"_s);
        }
        address = QUrl(parentUrl + u'/').resolved(QUrl(text)).toString(QUrl::FullyEncoded);
    } else if (const auto match = scp.match(text); match.hasMatch()) {
        address = u"https://%1/%2"_s.arg(match.captured(1), match.captured(2));
    } else if (const auto secure = ssh.match(text); secure.hasMatch()) {
        address = u"https://%1/%2"_s.arg(secure.captured(1), secure.captured(2));
    }
    const GitLocation location = readGitLocation(address);
    if (location.isLocal || !isConfidential(location.url)) {
        throw Error(ErrorKind::InvalidInput, address, u"submodules are fetched by https only"_s);
    }
    return location.url;
}

SubmoduleList listSubmodules(
    git_repository* repository, git_commit* commit, const QString& subfolder, const QString& parentUrl) {
    SubmoduleList result;
    const QHash<QString, QString> addresses = addressesOf(repository, commit);
    const QString prefix = subfolder.isEmpty() ? QString() : subfolder + u'/';
    GitTree tree;
    checkGit(gitInto(tree, &git_commit_tree, commit), {});
    const QList<Gitlink> links = gitlinksOf(tree.get());
    for (const Gitlink& link : links) {
        if (!link.path.startsWith(prefix)) {
            continue;
        }
        const QString address = addresses.value(link.path);
        if (address.isEmpty()) {
            result.notes.append(
                u"The submodule %1 has no address in .gitmodules; its folder is empty."_s.arg(link.path));
            continue;
        }
        result.submodules.append({link.path.mid(prefix.size()), submoduleUrl(address, parentUrl), link.commit});
    }
    return result;
}

} // namespace miaobu
