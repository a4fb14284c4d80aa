#pragma once

#include "app/models/log_pattern.h"

#include <QWidget>

#include <array>

class QAction;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace miaobu::app {

class Label;

/// What can be done with a log: find in it, go to errors, see them alone, copy, save, open, follow.
class LogBar : public QWidget {
    Q_OBJECT

public:
    explicit LogBar(QWidget* parent = nullptr);

    void setCount(qint64 lines);
    /// How the search went; \a isProblem: it cannot go on like that.
    void setFound(const QString& words, bool isProblem = false);
    void setErrorsOnly(bool errorsOnly);
    void setFollowing(bool following);
    void setHasFolder(bool hasFolder);
    void focusFind();
    [[nodiscard]] LogPattern sought() const;

signals:
    void soughtChanged();
    void nextRequested();
    void previousRequested();
    void nextErrorRequested();
    void errorsOnlyRequested(bool errorsOnly);
    void followRequested(bool follow);
    void copyRequested();
    void saveRequested();
    void openRequested();
    void folderRequested();
    void leaveRequested(); ///< Escape in the empty field: back to the log

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildRow();
    void connectAll();
    void retranslate();
    void showTools();

    qint64 m_lineCount = 0;
    QLineEdit* m_field;
    QToolButton* m_expression;
    Label* m_found;
    QToolButton* m_up;
    QToolButton* m_down;
    QPushButton* m_error;
    QPushButton* m_errorsOnly;
    Label* m_count;
    QToolButton* m_copy;
    QToolButton* m_save;
    QToolButton* m_open;
    QToolButton* m_folder;
    QToolButton* m_more; ///< What there is no room for
    bool m_hasFolder = false;
    std::array<QAction*, 4> m_moreActions{};
    QPushButton* m_follow;
};

} // namespace miaobu::app
