#pragma once

#include "app/theme/type.h"
#include "app/widgets/turning.h"

#include <QList>
#include <QString>
#include <QWidget>

class QGridLayout;

namespace miaobu::app {

class Label;

/// One line of a list that is ticked off.
struct CheckLine {
    enum class State { Waiting, Active, Done, Failed, Attention };

    QString title;
    QString subject; ///< What it is about, as the cloud names it: a bucket, an action. In the monospace face.
    QString note; ///< What is to be known of it, below.
    QString word; ///< Its state in a word, at the right.
    State state = State::Waiting;

    bool operator==(const CheckLine&) const = default;
};

/// The mark before a line: a tick, a turning ring, a diamond, an open or an exclaiming circle.
class CheckMark : public QWidget {
    Q_OBJECT

public:
    explicit CheckMark(QWidget* parent = nullptr);

    void setState(CheckLine::State state);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    CheckLine::State m_state = CheckLine::State::Waiting;
    Turning m_turning;
};

/// One line with its mark.
class CheckRow : public QWidget {
    Q_OBJECT

public:
    explicit CheckRow(QWidget* parent = nullptr);

    void setLine(const CheckLine& line);
    [[nodiscard]] const CheckLine& line() const { return m_line; }

private:
    CheckLine m_line;
    CheckMark* m_mark;
    Label* m_title;
    Label* m_subject;
    Label* m_word;
    Label* m_note;
};

/// Lines that are ticked off one by one. A line that changes keeps its place.
class CheckList : public QWidget {
    Q_OBJECT

public:
    /// Short lines may stand in several \a columns.
    explicit CheckList(int columns = 1, QWidget* parent = nullptr);

    void setLines(const QList<CheckLine>& lines);
    [[nodiscard]] QList<CheckLine> lines() const;

private:
    int m_columns;
    QGridLayout* m_grid;
    QList<CheckRow*> m_rows;
};

} // namespace miaobu::app
