#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace miaobu::app {

class Label;

/// The first thing a person sees: what the program does, and the ways to begin.
class WelcomePage : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);

signals:
    void signInRequested();
    void folderRequested();
    void sampleRequested();
    /// The URL of a Git repository, as it was typed.
    void addressEntered(const QString& address);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void drawPaw();
    void enterAddress();

    QLabel* m_paw;
    Label* m_title;
    Label* m_text;
    QPushButton* m_gitHub;
    QPushButton* m_folder;
    QLineEdit* m_address;
    QPushButton* m_go;
    QPushButton* m_sample;
    Label* m_drop;
};

} // namespace miaobu::app
