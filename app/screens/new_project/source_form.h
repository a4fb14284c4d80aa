#pragma once

#include "app/widgets/card.h"

class QLineEdit;
class QPushButton;

namespace miaobu::app {

class Label;

/// Where does the site come from: a folder, or the URL of a Git repository with a branch.
class SourceForm : public QWidget {
    Q_OBJECT

public:
    explicit SourceForm(QWidget* parent = nullptr);

    void setAddress(const QString& address, const QString& branch);

signals:
    void folderRequested();
    void addressEntered(const QString& address, const QString& branch);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void enterAddress();

    Label* m_folderTitle;
    Label* m_folderText;
    QPushButton* m_folder;
    Label* m_gitTitle;
    Label* m_gitText;
    QLineEdit* m_address;
    QLineEdit* m_branch;
    QPushButton* m_go;
};

} // namespace miaobu::app
