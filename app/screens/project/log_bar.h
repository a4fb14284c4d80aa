#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;
class QToolButton;

namespace miaobu::app {

class Label;

/// Finding in a log: the field, how many were found, up and down, the next error, follow.
class LogBar : public QWidget {
    Q_OBJECT

public:
    explicit LogBar(QWidget* parent = nullptr);

    void setCount(qint64 lines);
    void setFound(const QString& words);
    void setFollowing(bool following);
    void focusFind();
    [[nodiscard]] QString sought() const;

signals:
    void soughtChanged(const QString& text);
    void nextRequested();
    void previousRequested();
    void nextErrorRequested();
    void followRequested(bool follow);
    void copyRequested();
    void saveRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    qint64 m_lineCount = 0;
    QLineEdit* m_field;
    Label* m_found;
    QToolButton* m_up;
    QToolButton* m_down;
    QPushButton* m_error;
    Label* m_count;
    QToolButton* m_copy;
    QToolButton* m_save;
    QPushButton* m_follow;
};

} // namespace miaobu::app
