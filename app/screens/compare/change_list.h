#pragma once

#include "app/models/file_change_model.h"
#include "app/widgets/card.h"

#include <array>

class QHBoxLayout;
class QLineEdit;
class QListView;
class QPushButton;

namespace miaobu::app {

class Label;

/// The files that differ, with a filter by name and by what happened to them.
class ChangeList : public Card {
    Q_OBJECT

public:
    /// \a model outlives this.
    explicit ChangeList(FileChangeModel& model, QWidget* parent = nullptr);

    /// Makes the file at \a path the current one, or the first when it is not shown.
    void choose(const QString& path);
    void focusList();
    void focusFilter();

signals:
    /// Another file is current; \a change is that of the model.
    void chosen(const miaobu::FileChange& change);
    void nothingChosen();
    void contentRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildFilters(QHBoxLayout& filters);
    void applyFilter();
    /// Of the current row, where that is a folder. False: it is a file.
    bool foldCurrent(std::optional<bool> folded);
    void onCurrentChanged(const QModelIndex& index);
    void retranslate();

    FileChangeModel& m_model;
    QLineEdit* m_filter;
    std::array<QPushButton*, 3> m_kinds; ///< By FileChange::Kind
    QPushButton* m_tree;
    QListView* m_view;
    Label* m_nothing;
};

} // namespace miaobu::app
