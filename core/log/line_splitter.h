#pragma once

#include "core/log/ansi_style.h"

#include <QByteArray>
#include <QList>

namespace miaobu {

/// Turns the bytes of one channel into lines that are safe to show, wherever the chunks are cut.
///
/// A line is valid UTF-8 (what is not becomes U+FFFD) with tabs and SGR colour sequences and nothing else below U+0020.
/// A carriage return, "erase line" and "go to column 1" begin the line anew, as a progress bar wants it; a backspace
/// takes a character back; every other control and escape sequence (OSC, DCS, C1 …) is swallowed. Characters that turn
/// the direction of the text around are shown by their number. A colour that is still on at the end of a line is
/// repeated on the next one.
class LineSplitter {
public:
    /// Takes \a bytes in and appends the lines they complete to \a lines, without their line feeds.
    void feed(QByteArrayView bytes, QList<QByteArray>& lines);
    /// The line that has begun and not ended.
    [[nodiscard]] const QByteArray& pending() const { return m_line; }
    /// Whether anything was printed since the last line feed.
    [[nodiscard]] bool hasPending() const { return m_printed || !m_character.isEmpty(); }
    /// Removes the first \a size bytes of the pending line.
    void dropPending(qsizetype size) { m_line.remove(0, size); }
    /// Leaves of the pending line its text and the style it has come to: what is nothing but colours would grow for
    /// ever.
    void dropPendingColours();
    /// Ends the pending line and everything half read, and goes back to the default style. Gives the line.
    QByteArray finish();

private:
    enum class State { Ground, Character, Escape, EscapeRest, Csi, String, StringEscape };

    void ground(unsigned char byte, QList<QByteArray>& lines);
    void character(unsigned char byte, QList<QByteArray>& lines);
    void escape(unsigned char byte, QList<QByteArray>& lines);
    void csi(unsigned char byte, QList<QByteArray>& lines);
    void string(unsigned char byte, QList<QByteArray>& lines);
    void endCharacter();
    void endCsi(char final);
    void endLine(QList<QByteArray>& lines);
    void beforePrinting();
    void restartLine();
    void takeBack();

    State m_state = State::Ground;
    QByteArray m_line;
    QByteArray m_character; ///< The bytes of a character that is not complete
    qsizetype m_characterSize = 0;
    QByteArray m_parameters; ///< Of the CSI sequence that is being read
    AnsiStyle m_style;
    bool m_returned = false; ///< A carriage return came; the next character begins the line anew.
    bool m_printed = false;
};

} // namespace miaobu
