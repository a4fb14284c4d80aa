#include "core/github/listed_tree.h"

#include <QDir>

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;
constexpr int mostLinks = 40; ///< Of one path, as the kernel has it

QString folderOf(const QString& path) {
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash < 0 ? QString() : path.first(slash);
}

} // namespace

ListedTree::ListedTree(const QList<TreeEntry>& entries) {
    m_entries.insert({}, TreeEntry{.path = {}, .kind = TreeEntry::Kind::Folder, .blob = {}, .size = 0});
    for (const TreeEntry& entry : entries) {
        m_entries.insert(entry.path, entry);
        m_children[folderOf(entry.path)].append(entry.path.section(u'/', -1));
    }
}

const QByteArray* ListedTree::contentOf(const QString& blob) const {
    const auto content = m_contents.constFind(blob);
    if (content == m_contents.cend()) {
        m_missing.insert(blob);
        return nullptr;
    }
    return &*content;
}

std::optional<QString> ListedTree::targetOf(const TreeEntry& link) const {
    const QByteArray* const content = contentOf(link.blob);
    if (!content || content->isEmpty() || content->startsWith('/')) {
        return std::nullopt;
    }
    return folderOf(link.path) + u'/' + QString::fromUtf8(*content);
}

const TreeEntry* ListedTree::find(const QString& path) const {
    QStringList ahead = path.split(u'/', Qt::SkipEmptyParts);
    QStringList behind;
    for (int links = 0; !ahead.isEmpty();) {
        const QString name = ahead.takeFirst();
        if (name == "."_L1) {
            continue;
        }
        if (name == ".."_L1) {
            if (behind.isEmpty()) {
                return nullptr;
            }
            behind.removeLast();
            continue;
        }
        behind.append(name);
        const auto entry = m_entries.constFind(behind.join(u'/'));
        if (entry == m_entries.cend()) {
            return nullptr;
        }
        if (entry->kind == TreeEntry::Kind::Link) {
            const std::optional<QString> target = ++links > mostLinks ? std::nullopt : targetOf(*entry);
            if (!target) {
                return nullptr;
            }
            ahead = target->split(u'/', Qt::SkipEmptyParts) + ahead;
            behind.clear();
        }
    }
    const auto found = m_entries.constFind(behind.join(u'/'));
    return found == m_entries.cend() ? nullptr : &*found;
}

bool ListedTree::hasFile(const QString& path) const {
    const TreeEntry* const entry = QDir::isAbsolutePath(path) ? nullptr : find(path);
    return entry && entry->kind == TreeEntry::Kind::File;
}

bool ListedTree::hasFolder(const QString& path) const {
    const TreeEntry* const entry = QDir::isAbsolutePath(path) ? nullptr : find(path);
    return entry && (entry->kind == TreeEntry::Kind::Folder || entry->kind == TreeEntry::Kind::Submodule);
}

std::optional<QByteArray> ListedTree::read(const QString& path) const {
    const TreeEntry* const entry = QDir::isAbsolutePath(path) ? nullptr : find(path);
    if (!entry || entry->kind != TreeEntry::Kind::File || entry->size > largestFile) {
        return std::nullopt;
    }
    const QByteArray* const content = contentOf(entry->blob);
    return content ? std::optional(*content) : std::nullopt;
}

QStringList ListedTree::entries(const QString& folder) const {
    const TreeEntry* const entry = QDir::isAbsolutePath(folder) ? nullptr : find(folder);
    if (!entry) {
        return {};
    }
    const QString prefix = entry->path.isEmpty() ? QString() : entry->path + u'/';
    QStringList names;
    for (const QString& name : m_children.value(entry->path)) {
        if (hasFolder(prefix + name)) {
            names.append(name + u'/');
        } else if (hasFile(prefix + name)) {
            names.append(name);
        }
    }
    names.sort();
    return names;
}

QStringList ListedTree::takeMissing() {
    QStringList missing = std::exchange(m_missing, {}).values();
    missing.sort();
    return missing;
}

} // namespace miaobu
