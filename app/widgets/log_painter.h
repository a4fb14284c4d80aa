#pragma once

#include "app/theme/tokens.h"
#include "app/widgets/log_selection.h"
#include "core/log/log_line.h"

#include <QFont>
#include <QPainter>

namespace miaobu::app {

/// Draws lines of a log and knows where their characters stand.
class LogPainter {
public:
    LogPainter();

    struct Frame {
        const Tokens& tokens;
        int width = 0; ///< Of the viewport
        int textLeft = 0; ///< Where column 0 stands, scrolling counted in
        const LogSelection& selection;
        QString sought; ///< Marked wherever it occurs; empty marks nothing.
        qint64 current = 0; ///< The line the search stands on
    };

    /// How wide the columns left of the text are.
    void setLineCount(qint64 count);
    [[nodiscard]] int gutterWidth() const { return m_stageWidth + m_numberWidth + 24; }
    /// How wide a line's text is.
    [[nodiscard]] int textWidth(const QString& plain) const;
    /// The column at \a x pixels right of column 0.
    [[nodiscard]] qsizetype columnAt(const QString& plain, int x) const;

    void drawText(QPainter& painter, const LogLine& line, int top, const Frame& frame) const;
    /// \a stage: the title of the stage that begins here; empty for none.
    void drawGutter(QPainter& painter, const LogLine& line, int top, const QString& stage, const Frame& frame) const;

    /// \a text without colours and cut where nobody reads further; tabs become spaces.
    [[nodiscard]] static QString shown(const QString& text);

private:
    [[nodiscard]] static QColor rowColor(const LogLine& line, const QString& plain, const Frame& frame);
    void mark(QPainter& painter, const QString& plain, qsizetype from, qsizetype to, int top, const QColor& color,
        int left) const;

    QFont m_font;
    QFont m_bold;
    int m_stageWidth = 0;
    int m_numberWidth = 0;
};

} // namespace miaobu::app
