#include "core/detect/kept_tree.h"

namespace miaobu {

namespace {

/// The answer that is kept for \a path, or the one of \a ask, which is kept from then on.
template <typename Answer, typename Ask>
Answer kept(QHash<QString, Answer>& answers, const QString& path, bool canAsk, Ask ask) {
    const auto known = answers.constFind(path);
    if (known != answers.constEnd()) {
        return *known;
    }
    return canAsk ? *answers.insert(path, ask()) : Answer();
}

} // namespace

bool KeptTree::hasFile(const QString& path) const {
    return kept(m_files, path, m_source != nullptr, [&] { return m_source->hasFile(path); });
}

bool KeptTree::hasFolder(const QString& path) const {
    return kept(m_folders, path, m_source != nullptr, [&] { return m_source->hasFolder(path); });
}

std::optional<QByteArray> KeptTree::read(const QString& path) const {
    return kept(m_contents, path, m_source != nullptr, [&] { return m_source->read(path); });
}

QStringList KeptTree::entries(const QString& folder) const {
    return kept(m_entries, folder, m_source != nullptr, [&] { return m_source->entries(folder); });
}

} // namespace miaobu
