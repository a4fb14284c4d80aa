#pragma once

#include "app/models/log_lines.h"
#include "app/widgets/log_painter.h"

#include <QAbstractScrollArea>

namespace miaobu::app {

/// Shows a log of any length, drawing the lines that can be seen and no others. Follows a growing log until a person
/// scrolls up, and again when they come back to its end.
class LogView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    /// \a lines outlives this.
    explicit LogView(const LogLines& lines, QWidget* parent = nullptr);

    void setFollowing(bool following);
    [[nodiscard]] bool isFollowing() const { return m_following; }
    /// Marks \a text wherever it is seen.
    void setSought(const QString& text);
    /// Scrolls until \a line is seen, and marks it; 0 marks none.
    void showLine(qint64 line);
    [[nodiscard]] qint64 currentLine() const { return m_current; }
    [[nodiscard]] qint64 firstVisibleLine() const;

    void copySelection() const;
    void selectAll();
    /// The plain text between two places; at most the first 200,000 lines of it.
    [[nodiscard]] QString selectedText() const;

signals:
    void followingChanged(bool following);

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

private:
    void onGrown();
    void onReplaced();
    void onScrolled();
    void updateScrollBars();
    [[nodiscard]] int visibleLines() const;
    [[nodiscard]] int textLeft() const;
    [[nodiscard]] LogPlace placeAt(QPoint position) const;

    const LogLines& m_lines;
    LogPainter m_painter;
    LogSelection m_selection;
    QString m_sought;
    qint64 m_current = 0;
    int m_widest = 0; ///< Of the lines seen so far
    bool m_following = true;
    bool m_moving = false; ///< The scroll bar is moved by us.
    bool m_selecting = false;
    QTimer m_dragTimer;
};

} // namespace miaobu::app
