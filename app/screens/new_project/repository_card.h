#pragma once

#include "app/models/repository_list_model.h"
#include "app/screens/new_project/repositories_state.h"
#include "app/widgets/card.h"

class QLineEdit;
class QListView;
class QPushButton;

namespace miaobu::app {

class BusyRing;
class EmptyState;
class Label;
class Notice;

/// The repositories of the GitHub account: a filter that goes over all that are known at once, and asks GitHub where none of them fits.
class RepositoryCard : public Card {
    Q_OBJECT

public:
    explicit RepositoryCard(QWidget* parent = nullptr);

    void setState(const RepositoriesState& state);
    void focusFilter();

signals:
    void chosen(const miaobu::GitHubRepository& repository);
    void refreshRequested();
    /// None of those that are known fits \a words.
    void searchRequested(const QString& words);
    /// To sign in, or to change the account.
    void accountsRequested();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildList();
    void showRows();
    void showNotice();
    void choose(const QModelIndex& index);
    void act();
    void retranslate();

    RepositoriesState m_state;
    RepositoryListModel m_model;
    Label* m_title;
    BusyRing* m_ring;
    QPushButton* m_account;
    QPushButton* m_refresh;
    Notice* m_notice;
    QLineEdit* m_filter;
    QListView* m_view;
    EmptyState* m_empty;
};

} // namespace miaobu::app
