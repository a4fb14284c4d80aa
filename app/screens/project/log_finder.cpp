#include "app/screens/project/log_finder.h"

#include "app/screens/project/log_bar.h"
#include "app/widgets/log_view.h"

#include <QLocale>

#include <utility>

namespace miaobu::app {

namespace {

LogPattern::Answer answersError(const QString& plain) {
    return tellsError(plain) ? LogPattern::Answer::Yes : LogPattern::Answer::No;
}

QString number(qsizetype count) {
    return QLocale().toString(count);
}

} // namespace

LogFinder::LogFinder(const LogLines& lines, LogBar& bar, LogView& view, QObject* parent)
    : QObject(parent), m_lines(lines), m_bar(bar), m_view(view), m_search(lines), m_errors(lines), m_place(lines) {
    connect(&bar, &LogBar::soughtChanged, this, &LogFinder::find);
    connect(&bar, &LogBar::nextRequested, this, [this] { step(true); });
    connect(&bar, &LogBar::previousRequested, this, [this] { step(false); });
    connect(&bar, &LogBar::nextErrorRequested, this, [this] { stepError(true); });
    connect(&bar, &LogBar::errorsOnlyRequested, this, &LogFinder::showErrorsOnly);
    connect(&view, &LogView::nextErrorRequested, this, [this] { stepError(true); });
    connect(&view, &LogView::previousErrorRequested, this, [this] { stepError(false); });
    connect(&m_search, &LogSearch::changed, this, &LogFinder::onFound);
    connect(&m_errors, &LogSearch::changed, this, &LogFinder::onErrors);
    connect(&m_place, &LogSearch::changed, this, [this] {
        if (!m_place.found().isEmpty()) {
            goTo(m_place.found().constFirst());
            m_place.start({});
        }
    });
    connect(&lines, &LogLines::replaced, this, [this] {
        m_wantedMatch = m_wantedError = Wanted::Nothing;
        m_place.start({});
        if (!m_view.rows().isFiltered()) {
            m_errors.start({});
        }
        sayFound();
    });
    retranslate();
}

void LogFinder::showText(const QString& text) {
    m_place.start([pattern = LogPattern::text(text)](const QString& plain) { return pattern.in(plain); });
}

void LogFinder::find() {
    const LogPattern pattern = m_bar.sought();
    m_saysErrors = false;
    m_view.setSought(pattern.isValid() ? pattern : LogPattern());
    m_wantedMatch = pattern.isEmpty() ? Wanted::Nothing : Wanted::Next;
    if (pattern.isEmpty() || !pattern.isValid()) {
        m_search.start({});
    } else {
        m_search.start([pattern](const QString& plain) { return pattern.in(plain); });
    }
    sayFound();
}

bool LogFinder::isReached(const LogSearch& search, qint64 line) const {
    return search.isDone() || (!search.found().isEmpty() && search.found().constLast() > line);
}

void LogFinder::step(bool forwards) {
    m_saysErrors = false;
    const qint64 stands = m_view.currentLine();
    goTo(forwards ? m_search.next(stands) : m_search.previous(stands));
    sayFound();
}

void LogFinder::onFound() {
    if (m_search.hasGivenUp()) {
        m_view.setSought({}); // Marking it would take as long, line by line.
    }
    // As typing goes on, the match the person stands on stays theirs as long as it matches.
    const qint64 before = m_view.currentLine() - 1;
    if (m_wantedMatch != Wanted::Nothing && isReached(m_search, before)) {
        m_wantedMatch = Wanted::Nothing;
        goTo(m_search.next(before));
    }
    sayFound();
}

void LogFinder::stepError(bool forwards) {
    m_saysErrors = true;
    m_wantedError = forwards ? Wanted::Next : Wanted::Previous;
    if (!m_errors.isSearching()) {
        m_errors.start(answersError);
    }
    onErrors();
}

void LogFinder::showErrorsOnly(bool errorsOnly) {
    m_saysErrors = errorsOnly;
    if (errorsOnly && !m_errors.isSearching()) {
        m_errors.start(answersError);
    }
    m_view.setFilter(errorsOnly ? &m_errors.found() : nullptr);
    sayFound();
}

void LogFinder::onErrors() {
    m_view.filterChanged();
    const qint64 stands = m_view.currentLine();
    const bool ready = m_wantedError == Wanted::Next ? isReached(m_errors, stands) : m_errors.isDone();
    if (m_wantedError != Wanted::Nothing && ready) {
        const bool forwards = std::exchange(m_wantedError, Wanted::Nothing) == Wanted::Next;
        goTo(forwards ? m_errors.next(stands) : m_errors.previous(stands));
    }
    if (m_saysErrors) {
        sayFound();
    }
}

void LogFinder::goTo(qint64 line) {
    if (line > 0) {
        const qsizetype section = m_view.rows().sectionOf(line);
        const bool hidden
            = m_view.rows().isFiltered() && !m_view.rows().isFolded(section) && !m_view.rows().shows(line);
        if (hidden) {
            m_bar.setErrorsOnly(false);
        }
        m_view.showLine(line);
    }
}

void LogFinder::sayFound() {
    const LogSearch& search = m_saysErrors ? m_errors : m_search;
    const LogPattern pattern = m_bar.sought();
    if (!m_saysErrors && (pattern.isEmpty() || !pattern.isValid())) {
        return pattern.isValid() ? m_bar.setFound({})
                                 : m_bar.setFound(tr("Not valid: %1").arg(pattern.problem()), true);
    }
    if (search.hasGivenUp()) {
        return m_bar.setFound(tr("This expression takes too long; make it simpler"), true);
    }
    const qsizetype count = search.found().size();
    if (count == 0) {
        return m_bar.setFound(!search.isDone() ? tr("Looking…")
                : m_saysErrors                 ? tr("No errors found")
                                               : tr("Nothing found"));
    }
    const qsizetype at = search.placeOf(m_view.currentLine());
    if (at > 0) {
        return m_bar.setFound((m_saysErrors ? tr("Error %1 of %2") : tr("%1 of %2")).arg(number(at), number(count)));
    }
    m_bar.setFound((m_saysErrors ? tr("%1 errors") : tr("%1 found")).arg(number(count)));
}

void LogFinder::retranslate() {
    m_view.setNothingText(tr("No line of this log tells of an error."));
    sayFound();
}

} // namespace miaobu::app
