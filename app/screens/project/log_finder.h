#pragma once

#include "app/models/log_search.h"

#include <QObject>

namespace miaobu::app {

class LogBar;
class LogView;

/// Finds in the log what the bar asks for, and shows it in the view: matches, errors, and errors alone.
class LogFinder final : public QObject {
    Q_OBJECT

public:
    /// All outlive this.
    LogFinder(const LogLines& lines, LogBar& bar, LogView& view, QObject* parent = nullptr);

    /// Goes to the first line that holds \a text, once it is found.
    void showText(const QString& text);
    void retranslate();

private:
    void find();
    void step(bool forwards);
    void stepError(bool forwards);
    void showErrorsOnly(bool errorsOnly);
    void onFound();
    void onErrors();
    void goTo(qint64 line);
    void sayFound();
    [[nodiscard]] bool isReached(const LogSearch& search, qint64 line) const;

    enum class Wanted { Nothing, Next, Previous };

    const LogLines& m_lines;
    LogBar& m_bar;
    LogView& m_view;
    LogSearch m_search;
    LogSearch m_errors;
    LogSearch m_place; ///< Of showText()
    Wanted m_wantedMatch = Wanted::Nothing; ///< Gone to as soon as it is found
    Wanted m_wantedError = Wanted::Nothing;
    bool m_saysErrors = false; ///< The bar tells of errors and not of matches.
};

} // namespace miaobu::app
