#pragma once

#include "app/screens/settings/app_settings_state.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace miaobu::app {

class FormRow;
class Label;
class MirrorFields;
class OAuthAppCard;
class PageHeader;
class ScrollPage;

/// What can be chosen for the program as a whole. Every choice is taken at once; there is nothing to apply.
class AppSettingsPage : public QWidget {
    Q_OBJECT

public:
    explicit AppSettingsPage(QWidget* parent = nullptr);

    void setState(const AppSettingsState& state);
    [[nodiscard]] OAuthAppCard& oauthApp() { return *m_oauthApp; }

signals:
    void backRequested();
    void themeChosen(int theme);
    void languageChosen(const QString& language);
    void editorChosen(const QString& command);
    void followLogsChosen(bool follow);
    void notifyChosen(bool notify);
    void keepRunningChosen(bool keep);
    void lookForUpdatesChosen(bool look);
    /// One that isProxyAddress().
    void proxyChosen(const QString& proxy);
    /// By the name of a BuildSetting; empty: its default.
    void buildSettingChosen(const QString& name, const QString& value);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildRows(ScrollPage& body);
    void connectRows();
    void takeProxy();
    void retranslate();
    void showNotes();

    AppSettingsState m_state;
    PageHeader* m_header;
    Label* m_subtitle;
    QPushButton* m_back;
    QComboBox* m_theme;
    FormRow* m_themeRow = nullptr;
    QComboBox* m_language;
    FormRow* m_languageRow = nullptr;
    QLineEdit* m_editor;
    FormRow* m_editorRow = nullptr;
    QCheckBox* m_follow;
    FormRow* m_followRow = nullptr;
    QCheckBox* m_notify;
    FormRow* m_notifyRow = nullptr;
    QCheckBox* m_keep;
    FormRow* m_keepRow = nullptr;
    QCheckBox* m_updates;
    FormRow* m_updatesRow = nullptr;
    QLineEdit* m_proxy;
    FormRow* m_proxyRow = nullptr;
    OAuthAppCard* m_oauthApp;
    MirrorFields* m_mirrors = nullptr;
};

} // namespace miaobu::app
