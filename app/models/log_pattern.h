#pragma once

#include <QRegularExpression>
#include <QString>

#include <optional>
#include <vector>

namespace miaobu::app {

/// What a person looks for in a log: a text, or a regular expression, both without regard to case.
class LogPattern {
public:
    /// Nothing is looked for.
    LogPattern() = default;
    [[nodiscard]] static LogPattern text(const QString& text);
    /// See isValid(). However the expression is made, one line takes a bounded time.
    [[nodiscard]] static LogPattern expression(const QString& pattern);

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] bool isValid() const { return !m_expression || m_expression->isValid(); }
    /// What is wrong with the expression, in PCRE's words.
    [[nodiscard]] QString problem() const;

    enum class Answer { No, Yes, TooHard };
    /// Whether \a plain holds what is looked for. TooHard: the expression was given up on this line.
    [[nodiscard]] Answer in(const QString& plain) const;

    struct Match {
        qsizetype start = 0;
        qsizetype length = 0;

        bool operator==(const Match&) const = default;
    };
    /// Where it occurs in \a plain, at most \a most times; matches of no characters are left out.
    [[nodiscard]] std::vector<Match> matches(const QString& plain, std::size_t most = 200) const;

private:
    QString m_text;
    std::optional<QRegularExpression> m_expression;
};

} // namespace miaobu::app
