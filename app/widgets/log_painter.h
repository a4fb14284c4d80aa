#pragma once

#include "app/models/log_pattern.h"
#include "app/theme/tokens.h"
#include "app/widgets/log_selection.h"
#include "app/widgets/text_ruler.h"
#include "core/log/ansi_spans.h"
#include "core/log/log_line.h"

#include <QFont>
#include <QPainter>

#include <array>

namespace miaobu::app {

/// What is drawn of a stage's head.
struct LogHead {
    QString title; ///< "Build"
    QString command; ///< "pnpm run build"; empty where it is seen below
    QString note; ///< "19 s · 4,112 lines"
    bool folded = false;
};

/// Draws the rows of a log and knows where their characters stand.
class LogPainter {
public:
    LogPainter();

    struct Frame {
        const Tokens& tokens;
        int width = 0; ///< Of the viewport
        int textLeft = 0; ///< Where column 0 stands, scrolling counted in
        const LogSelection& selection;
        const LogPattern& sought; ///< Marked wherever it occurs
        LogPlace link; ///< Where the link under the pointer begins; line 0 for none
        qsizetype linkLength = 0;
    };

    /// How wide the column left of the text is.
    void setLineCount(qint64 count);
    [[nodiscard]] int gutterWidth() const { return m_numberWidth + 36; }
    [[nodiscard]] const TextRuler& ruler() const { return m_ruler; }

    /// Draws \a line and its number; gives the width of its text. \a current: the person stands on it.
    int drawLine(QPainter& painter, const LogLine& line, int top, bool current, const Frame& frame) const;
    void drawHead(QPainter& painter, const LogHead& head, int top, bool current, const Frame& frame) const;

    /// \a text without colours and cut where nobody reads further; tabs become spaces, and what could change the
    /// direction of the text or nothing at all becomes U+FFFD.
    [[nodiscard]] static QString shown(const QString& text);

private:
    void drawMarks(QPainter& painter, const LogLine& line, const AnsiText& text, int top, const Frame& frame) const;
    int drawText(QPainter& painter, const AnsiText& text, int top, const QColor& ink, const Frame& frame) const;
    void drawNumber(QPainter& painter, const LogLine& line, int top, const QColor& ground, const Frame& frame) const;
    static void drawStanding(QPainter& painter, int top, bool current, const Frame& frame);
    [[nodiscard]] int baseline(int top) const;

    /// Made once: a font that is changed for every piece of a line has to be looked up again.
    [[nodiscard]] const QFont& fontFor(const AnsiStyle& style) const;

    QFont m_font;
    QFont m_bold;
    std::array<QFont, 8> m_fonts; ///< By bold, italic, underline
    TextRuler m_ruler;
    int m_numberWidth = 0;
};

} // namespace miaobu::app
