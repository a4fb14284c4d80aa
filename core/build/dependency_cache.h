#pragma once

#include "core/build/cache_key.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace miaobu {

/// What one build has borrowed. The scope's caches are this build's alone until it is destroyed.
struct CacheLease {
    std::unique_ptr<QLockFile> lock;
    QString folder; ///< Of the scope
    CacheKey key;
    bool restored = false; ///< The dependencies of this key lie in the checkout.
    bool complete = false; ///< … and were installed from the very same inputs.
    QStringList dependencies; ///< The node_modules folders that a finished install has left, relative; see installed().
};

/// Keeps node_modules and the frameworks' own caches from one build of a project to the next. Everything is moved, not
/// copied: while a build runs its caches lie in its checkout, and no two builds ever share a file. A scope (a project)
/// never sees another one's. All functions block on the disk: for the thread pool.
class DependencyCache {
public:
    /// \a folder lies on the file system of the checkouts: what cannot be renamed is not kept.
    /// \a limit: bytes above which the entries not used for longest are removed.
    explicit DependencyCache(QString folder, qint64 limit = 20LL * 1024 * 1024 * 1024);

    /// Moves what is kept for \a key into the checkout. Nothing when another build has the scope: that build goes
    /// without.
    [[nodiscard]] std::unique_ptr<CacheLease> take(
        const QString& scope, const CacheKey& key, const ProjectLayout& layout) const;
    /// The install is done: notes what is to be kept of it, before a build makes folders of the same name in its
    /// output, and moves the frameworks' caches into the checkout (npm ci began with an empty node_modules).
    void installed(CacheLease& lease, const ProjectLayout& layout) const;
    /// Moves the dependencies back when they were installed to the end, and the frameworks' caches if they are to be
    /// kept.
    void giveBack(const CacheLease& lease, const ProjectLayout& layout, bool keepFrameworkCaches) const;
    /// Forgets everything kept for \a scope. False when a build has it.
    bool clear(const QString& scope) const;
    /// The bytes kept for \a scope.
    [[nodiscard]] qint64 size(const QString& scope) const;

private:
    [[nodiscard]] QString scopeFolder(const QString& scope) const;
    void trim(const QString& justUsed) const;

    QString m_folder;
    qint64 m_limit;
};

} // namespace miaobu
