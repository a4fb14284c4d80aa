#pragma once

#include "core/log/pattern_matcher.h"
#include "core/model/environment_variable.h"

#include <QList>
#include <QStringList>

namespace miaobu {

/// Finds the values of secret variables in what is to be published: as they are, escaped as in JSON or an address, and in base64.
class PublishedSecrets {
public:
    /// Values under eight bytes are not looked for: a page may hold "true" for other reasons.
    explicit PublishedSecrets(const QList<EnvironmentVariable>& variables);
    /// Looks for nothing.
    PublishedSecrets() : m_matcher({}) { }

    [[nodiscard]] bool isEmpty() const { return m_names.isEmpty(); }
    /// Bytes of the longest thing that is looked for.
    [[nodiscard]] qsizetype longest() const { return m_matcher.longest(); }
    /// The name of a variable whose value is in \a text; empty where there is none.
    [[nodiscard]] QString nameIn(QByteArrayView text) const;

private:
    QStringList m_names; ///< Of each pattern
    PatternMatcher m_matcher;
};

} // namespace miaobu
