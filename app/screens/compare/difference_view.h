#pragma once

#include <QListView>

namespace miaobu::app {

class DifferenceDelegate;
class DifferenceModel;

/// A text difference to read: unified, with a row for each line. N and P go from change to change, Ctrl-C copies what is chosen.
class DifferenceView : public QListView {
    Q_OBJECT

public:
    /// \a model outlives this.
    explicit DifferenceView(DifferenceModel& model, QWidget* parent = nullptr);

    /// Goes to the change after (1) or before (-1) the current line. False: there is none.
    bool showChange(int step);
    /// The chosen lines; all where none is.
    void copy();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void measure();
    void retranslate();

    DifferenceModel& m_model;
    DifferenceDelegate* m_delegate;
};

} // namespace miaobu::app
