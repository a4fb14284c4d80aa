#include "core/build/dependency_cache.h"

#include "core/build/folder_moves.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

// Below a package's folder. Those inside node_modules are kept apart from the dependencies: they outlive a change of
// the lockfile.
const QStringList& frameworkCaches() {
    static const QStringList names{u"node_modules/.cache"_s, u"node_modules/.vite"_s, u"node_modules/.astro"_s,
        u".next/cache"_s, u".astro"_s, u".vite"_s, u".parcel-cache"_s, u".angular/cache"_s, u".vitepress/cache"_s,
        u".vuepress/.cache"_s, u"docs/.vitepress/cache"_s};
    return names;
}

QString lockPath(const QString& scopeFolder) {
    return scopeFolder + u".lock"_s;
}

std::unique_ptr<QLockFile> lockScope(const QString& scopeFolder) {
    auto lock = std::make_unique<QLockFile>(lockPath(scopeFolder));
    // A build may hold it for hours; the lock of a process that is gone is broken all the same.
    lock->setStaleLockTime(0);
    return lock->tryLock() ? std::move(lock) : nullptr;
}

QString entryFolder(const CacheLease& lease) {
    return lease.folder + u"/dependencies/"_s + lease.key.name;
}

QString frameworkFolder(const CacheLease& lease) {
    return lease.folder + u"/frameworks"_s;
}

bool writeFile(const QString& path, const QString& text) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0;
}

QString readFile(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// An install makes the programs of the project's own packages executable. They come fresh with each checkout, the
/// links to them come from the cache.
void makeProgramsExecutable(const QString& root, const QStringList& dependencyFolders) {
    const QString inside = QFileInfo(root).canonicalFilePath() + u'/';
    for (const QString& folder : dependencyFolders) {
        for (const QFileInfo& link : QDir(root + u'/' + folder + u"/.bin"_s).entryInfoList(QDir::Files)) {
            const QString program = link.canonicalFilePath();
            if (link.isSymLink() && !link.isExecutable() && program.startsWith(inside)) {
                QFile::setPermissions(program, link.permissions() | QFile::ExeOwner | QFile::ExeUser);
            }
        }
    }
}

} // namespace

DependencyCache::DependencyCache(QString folder, qint64 limit) : m_folder(std::move(folder)), m_limit(limit) { }

std::unique_ptr<CacheLease> DependencyCache::take(
    const QString& scope, const CacheKey& key, const ProjectLayout& layout) const {
    auto lease = std::make_unique<CacheLease>();
    lease->folder = scopeFolder(scope);
    lease->key = key;
    QDir().mkpath(lease->folder);
    lease->lock = lockScope(lease->folder);
    if (!lease->lock) {
        return nullptr;
    }
    const QString entry = entryFolder(*lease);
    if (!key.name.isEmpty() && QFileInfo::exists(entry + u"/inputs"_s)) {
        lease->complete = readFile(entry + u"/inputs"_s) == key.inputs;
        // From here on the entry is spent: a build that is killed leaves nothing half behind.
        QFile::remove(entry + u"/inputs"_s);
        const QStringList folders = foldersNamed(entry + u"/tree"_s, u"node_modules"_s);
        lease->restored = moveTree(entry + u"/tree"_s, layout.install, folders);
        makeProgramsExecutable(layout.install, folders);
        lease->complete = lease->complete && lease->restored;
        QDir(entry).removeRecursively();
    }
    return lease;
}

void DependencyCache::installed(CacheLease& lease, const ProjectLayout& layout) const {
    lease.dependencies = foldersNamed(layout.install, u"node_modules"_s);
    for (const QString& package : packageFolders(layout.install)) {
        const QString relative = package.sliced(layout.install.size());
        for (const QString& name : frameworkCaches()) {
            // What the repository or the install has put there is not ours to replace.
            if (!QFileInfo::exists(package + u'/' + name)) {
                moveFolder(frameworkFolder(lease) + relative + u'/' + name, package + u'/' + name);
            }
        }
    }
    QDir(frameworkFolder(lease)).removeRecursively();
}

void DependencyCache::giveBack(const CacheLease& lease, const ProjectLayout& layout, bool keepFrameworkCaches) const {
    for (const QString& package : packageFolders(layout.install)) {
        const QString relative = package.sliced(layout.install.size());
        for (const QString& name : frameworkCaches()) {
            const QString kept = frameworkFolder(lease) + relative + u'/' + name;
            if (keepFrameworkCaches) {
                moveFolder(package + u'/' + name, kept);
            } else {
                QDir(package + u'/' + name).removeRecursively();
            }
        }
    }
    if (lease.dependencies.isEmpty() || lease.key.name.isEmpty()) {
        return;
    }
    const QString entry = entryFolder(lease);
    QDir(entry).removeRecursively();
    QDir().mkpath(entry);
    const bool moved = moveTree(layout.install, entry + u"/tree"_s, lease.dependencies);
    if (!moved || !writeFile(entry + u"/size"_s, QString::number(treeSize(entry)))
        || !writeFile(entry + u"/inputs"_s, lease.key.inputs)) {
        QDir(entry).removeRecursively();
    }
    trim(entry);
}

bool DependencyCache::clear(const QString& scope) const {
    const QString folder = scopeFolder(scope);
    if (!QFileInfo::exists(folder)) {
        return true;
    }
    const auto lock = lockScope(folder);
    return lock && QDir(folder).removeRecursively();
}

qint64 DependencyCache::size(const QString& scope) const {
    return treeSize(scopeFolder(scope));
}

QString DependencyCache::scopeFolder(const QString& scope) const {
    return m_folder + u"/scope-"_s + QString::fromLatin1(QUrl::toPercentEncoding(scope, {}, "."));
}

void DependencyCache::trim(const QString& justUsed) const {
    struct Entry {
        QString folder;
        QString scope;
        QDateTime used;
        qint64 size = 0;
    };
    QList<Entry> entries;
    qint64 total = 0;
    for (const QFileInfo& scope : QDir(m_folder).entryInfoList({u"scope-*"_s}, QDir::Dirs)) {
        const QDir dependencies(scope.filePath() + u"/dependencies"_s);
        for (const QFileInfo& entry : dependencies.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QString inputs = entry.filePath() + u"/inputs"_s;
            entries.append({entry.filePath(), scope.filePath(), QFileInfo(inputs).lastModified(),
                readFile(entry.filePath() + u"/size"_s).toLongLong()});
            total += entries.last().size;
        }
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.used < b.used; });
    for (const Entry& entry : std::as_const(entries)) {
        if (total <= m_limit) {
            return;
        }
        const bool isOwn = justUsed.startsWith(entry.scope + u'/');
        const auto lock = isOwn ? nullptr : lockScope(entry.scope);
        if (entry.folder != justUsed && (isOwn || lock)) {
            QDir(entry.folder).removeRecursively();
            total -= entry.size;
        }
    }
}

} // namespace miaobu
