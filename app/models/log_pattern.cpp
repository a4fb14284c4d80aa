#include "app/models/log_pattern.h"

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {
// PCRE gives up where an expression tries more than so often on one line (pcre2pattern(3), "Setting match resource
// limits"): nested repeats would take longer than the universe is old. An honest expression stays far below.
const QString bounds = u"(*LIMIT_MATCH=50000)(*LIMIT_DEPTH=5000)"_s;
} // namespace

LogPattern LogPattern::text(const QString& text) {
    LogPattern pattern;
    pattern.m_text = text;
    return pattern;
}

LogPattern LogPattern::expression(const QString& text) {
    LogPattern pattern;
    pattern.m_text = text;
    pattern.m_expression.emplace(bounds + text, QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

QString LogPattern::problem() const {
    return isValid() ? QString() : m_expression->errorString();
}

LogPattern::Answer LogPattern::in(const QString& plain) const {
    if (m_text.isEmpty() || !isValid()) {
        return Answer::No;
    }
    if (!m_expression) {
        return plain.contains(m_text, Qt::CaseInsensitive) ? Answer::Yes : Answer::No;
    }
    const QRegularExpressionMatch match = m_expression->match(plain);
    return match.hasMatch() ? Answer::Yes : match.isValid() ? Answer::No : Answer::TooHard;
}

std::vector<LogPattern::Match> LogPattern::matches(const QString& plain, std::size_t most) const {
    std::vector<Match> found;
    if (m_text.isEmpty() || !isValid()) {
        return found;
    }
    if (!m_expression) {
        for (qsizetype at = plain.indexOf(m_text, 0, Qt::CaseInsensitive); at >= 0 && found.size() < most;
            at = plain.indexOf(m_text, at + m_text.size(), Qt::CaseInsensitive)) {
            found.push_back({at, m_text.size()});
        }
        return found;
    }
    for (auto each = m_expression->globalMatch(plain); each.hasNext() && found.size() < most;) {
        const QRegularExpressionMatch match = each.next();
        if (match.hasMatch() && match.capturedLength() > 0) {
            found.push_back({match.capturedStart(), match.capturedLength()});
        }
    }
    return found;
}

} // namespace miaobu::app
