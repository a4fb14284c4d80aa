#pragma once

#include "app/models/log_lines.h"
#include "app/models/log_links.h"
#include "app/models/log_rows.h"
#include "app/widgets/log_painter.h"

#include <QAbstractScrollArea>
#include <QHash>

#include <optional>

namespace miaobu::app {

/// Shows a log of any length, drawing the rows that can be seen and no others: the stages, which can be folded, and
/// their lines. Follows a growing log until a person scrolls up, and again when they come back to its end.
class LogView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    /// \a lines outlives this.
    explicit LogView(const LogLines& lines, QWidget* parent = nullptr);

    void setFollowing(bool following);
    [[nodiscard]] bool isFollowing() const { return m_following; }
    /// Marks what it finds wherever that is seen.
    void setSought(const LogPattern& pattern);
    /// Shows these lines alone; null shows all. See LogRows::setFilter().
    void setFilter(const QList<qint64>* lines);
    void filterChanged();
    /// What is said where the filter lets nothing through.
    void setNothingText(const QString& text);

    /// Unfolds its stage, scrolls until \a line is seen, and stands on it; 0 stands nowhere.
    void showLine(qint64 line);
    /// The line the person stands on; on a stage's head, the one before it. 0: none.
    [[nodiscard]] qint64 currentLine() const;
    [[nodiscard]] LogRow currentRow() const { return m_current; }
    void setFolded(qsizetype section, bool folded);
    void setAllFolded(bool folded);
    [[nodiscard]] const LogRows& rows() const { return m_rows; }
    [[nodiscard]] qint64 firstVisibleLine() const;
    /// What the row says, as a screen reader reads it.
    [[nodiscard]] QString textOf(const LogRow& row) const;
    /// Where the row is in the viewport; may lie outside.
    [[nodiscard]] QRect rectOf(const LogRow& row) const;

    /// Puts what is selected, or else the current line, on the clipboard; see copyRequested().
    void copySelection();
    void selectAll();
    /// The plain text between two places.
    [[nodiscard]] QString selectedText() const;

signals:
    void followingChanged(bool following);
    void linkActivated(const miaobu::app::LogLink& link);
    /// These lines shall be copied, and are too many to be read in one go.
    void copyRequested(qint64 first, qint64 last);
    void nextErrorRequested();
    void previousErrorRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    /// Lets screen readers read every log: a document whose text is the row the person stands on. A log of a million
    /// lines is never handed over as one string. Calling it again does nothing.
    static void makeAccessible();

    void onGrown();
    void onReplaced();
    void onScrolled();
    void readRows();
    void updateScrollBars();
    void scrollToRow(qint64 row);
    [[nodiscard]] int visibleRows() const;
    [[nodiscard]] int textLeft() const;
    [[nodiscard]] qint64 rowAt(QPoint position) const; ///< Not below 0, and not past the last one
    [[nodiscard]] LogPlace placeAt(QPoint position) const;
    [[nodiscard]] LogHead headOf(qsizetype section) const;
    [[nodiscard]] LogLine lineOf(qint64 line);

    [[nodiscard]] qint64 currentIndex() const; ///< Its row; -1: none
    void standOn(qint64 row);
    void moveBy(qint64 rows);
    void moveToStage(int step);
    void selectTo(qint64 before);
    [[nodiscard]] QString tipAt(QPoint position) const;
    bool pressFoldKey(int key);
    void openFirstLink();
    [[nodiscard]] std::optional<LogLink> linkAt(QPoint position) const;
    void hover(QPoint position);

    const LogLines& m_lines;
    LogRows m_rows;
    LogPainter m_painter;
    LogSelection m_selection;
    qint64 m_selectedFrom = 0; ///< The line from which keys select; 0: they have not
    LogPattern m_sought;
    LogRow m_current;
    QString m_nothing;
    QHash<qint64, LogLine> m_seen; ///< The lines that are seen through a filter: they lie far apart in the file.
    std::optional<LogLink> m_hovered;
    qint64 m_hoveredLine = 0;
    int m_widest = 0; ///< Of the lines seen so far
    bool m_following = true;
    bool m_moving = false; ///< The scroll bar is moved by us.
    bool m_selecting = false;
    QTimer m_dragTimer;
};

} // namespace miaobu::app
