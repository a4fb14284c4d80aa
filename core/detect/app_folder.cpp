#include "core/detect/app_folder.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace miaobu {

AppFolder::AppFolder(const FileTree& tree, QString root) : m_tree(&tree), m_root(std::move(root)) { }

QString AppFolder::path(const QString& name) const {
    if (m_root.isEmpty() || name.isEmpty()) {
        return m_root + name;
    }
    return QDir::cleanPath(m_root + u'/' + name);
}

bool AppFolder::has(const QString& name) const {
    return m_tree->hasFile(path(name));
}

bool AppFolder::hasFolder(const QString& name) const {
    return m_tree->hasFolder(path(name));
}

std::optional<QByteArray> AppFolder::read(const QString& name) const {
    return m_tree->read(path(name));
}

QString AppFolder::text(const QString& name) const {
    QString text = QString::fromUtf8(read(name).value_or(QByteArray()));
    return text.startsWith(QChar::ByteOrderMark) ? text.mid(1) : text;
}

QStringList AppFolder::entries(const QString& folder) const {
    return m_tree->entries(path(folder));
}

QString AppFolder::firstOf(const QStringList& names) const {
    for (const QString& name : names) {
        if (has(name)) {
            return name;
        }
    }
    return {};
}

QString AppFolder::module(const QString& stem) const {
    for (const char* ending : {".ts", ".mts", ".cts", ".js", ".mjs", ".cjs", ".tsx", ".jsx"}) {
        if (const QString name = stem + QString::fromLatin1(ending); has(name)) {
            return name;
        }
    }
    return {};
}

QList<AppFolder> AppFolder::upwards() const {
    QList<AppFolder> folders{*this};
    for (QString at = m_root; !at.isEmpty();) {
        const qsizetype slash = at.lastIndexOf(u'/');
        at = slash < 0 ? QString() : at.left(slash);
        folders.append(AppFolder(*m_tree, at));
    }
    return folders;
}

AppFolder AppFolder::inside(const QString& name) const {
    return {*m_tree, path(name)};
}

QString tidyPath(const QString& path) {
    QString tidy = path.trimmed();
    tidy.replace(u'\\', u'/');
    while (tidy.startsWith(u'/')) {
        tidy.remove(0, 1);
    }
    return tidy.isEmpty() ? u"."_s : QDir::cleanPath(tidy);
}

} // namespace miaobu
