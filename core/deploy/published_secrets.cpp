#include "core/deploy/published_secrets.h"

#include "core/log/secret_forms.h"

namespace miaobu {

namespace {

constexpr qsizetype shortestTelling = 8;

/// The byte strings to look for, and into \a names the variable of each.
QList<QByteArray> patternsOf(const QList<EnvironmentVariable>& variables, QStringList& names) {
    QList<QByteArray> patterns;
    for (const EnvironmentVariable& variable : variables) {
        if (!variable.secret || variable.value.toUtf8().size() < shortestTelling) {
            continue;
        }
        for (const QByteArray& encoded : secretEncodings(variable.value)) {
            if (encoded.size() >= shortestTelling && !patterns.contains(encoded)) {
                patterns.append(encoded);
                names.append(variable.name);
            }
        }
    }
    return patterns;
}

} // namespace

PublishedSecrets::PublishedSecrets(const QList<EnvironmentVariable>& variables)
    : m_matcher(patternsOf(variables, m_names)) { }

QString PublishedSecrets::nameIn(QByteArrayView text) const {
    QString name;
    m_matcher.find(text, [&](qsizetype, qsizetype pattern) { name = m_names.at(pattern); });
    return name;
}

} // namespace miaobu
