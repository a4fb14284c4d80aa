#include "app/screens/settings/app_settings_page.h"

#include "app/screens/common/form_card.h"
#include "app/screens/common/page_header.h"
#include "app/screens/settings/mirror_fields.h"
#include "app/screens/settings/oauth_app_card.h"
#include "app/text/update_text.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"
#include "app/widgets/scroll_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QUrl>

namespace miaobu::app {

bool isProxyAddress(const QString& text) {
    const QUrl url(text, QUrl::StrictMode);
    return text.isEmpty()
        || (url.isValid() && url.scheme() == QLatin1String("http") && !url.host().isEmpty()
            && url.userInfo().isEmpty());
}

AppSettingsPage::AppSettingsPage(QWidget* parent)
    : QWidget(parent), m_header(new PageHeader), m_subtitle(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)),
      m_back(new QPushButton), m_theme(new QComboBox), m_language(new QComboBox), m_editor(new QLineEdit),
      m_follow(new QCheckBox), m_notify(new QCheckBox), m_keep(new QCheckBox), m_updates(new QCheckBox),
      m_proxy(new QLineEdit), m_oauthApp(new OAuthAppCard) {
    setObjectName(QStringLiteral("appSettingsPage"));
    m_theme->setObjectName(QStringLiteral("settingsTheme"));
    m_language->setObjectName(QStringLiteral("settingsLanguage"));
    m_editor->setObjectName(QStringLiteral("settingsEditor"));
    m_follow->setObjectName(QStringLiteral("settingsFollow"));
    m_notify->setObjectName(QStringLiteral("settingsNotify"));
    m_keep->setObjectName(QStringLiteral("settingsKeepRunning"));
    m_updates->setObjectName(QStringLiteral("settingsUpdates"));
    m_proxy->setObjectName(QStringLiteral("settingsProxy"));
    m_editor->setFont(fontOf(Type::Mono));
    m_proxy->setFont(fontOf(Type::Mono));
    m_back->setObjectName(QStringLiteral("leaveSettings"));
    m_back->setIcon(iconOf(Icon::Back));
    m_header->addButton(m_back);
    connect(m_back, &QPushButton::clicked, this, &AppSettingsPage::backRequested);
    m_header->pill().hide();
    m_header->line().addWidget(m_subtitle, 1);
    auto* body = new ScrollPage;
    buildRows(*body);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addSpacing(metrics::space2);
    column->addWidget(new Rule);
    column->addWidget(body, 1);
    connectRows();
    retranslate();
}

void AppSettingsPage::buildRows(ScrollPage& body) {
    auto* looks = new FormCard;
    m_themeRow = looks->addRow(m_theme);
    m_languageRow = looks->addRow(m_language);
    auto* work = new FormCard;
    m_editorRow = work->addRow(m_editor);
    m_followRow = work->addRow(m_follow);
    auto* background = new FormCard;
    m_notifyRow = background->addRow(m_notify);
    m_keepRow = background->addRow(m_keep);
    auto* network = new FormCard;
    m_proxyRow = network->addRow(m_proxy);
    m_updatesRow = network->addRow(m_updates);
    auto* builds = new FormCard;
    m_mirrors = new MirrorFields(*builds);
    for (FormCard* const card :
        std::initializer_list<FormCard*>{looks, work, background, network, builds, m_oauthApp}) {
        body.column().addWidget(card);
    }
    body.column().addStretch();
}

void AppSettingsPage::connectRows() {
    connect(m_theme, &QComboBox::activated, this, &AppSettingsPage::themeChosen);
    connect(m_language, &QComboBox::activated, this,
        [this](int index) { emit languageChosen(m_language->itemData(index).toString()); });
    connect(m_editor, &QLineEdit::editingFinished, this, [this] {
        if (m_editor->text().trimmed() != m_state.editor) {
            emit editorChosen(m_editor->text().trimmed());
        }
    });
    connect(m_follow, &QCheckBox::clicked, this, &AppSettingsPage::followLogsChosen);
    connect(m_notify, &QCheckBox::clicked, this, &AppSettingsPage::notifyChosen);
    connect(m_keep, &QCheckBox::clicked, this, &AppSettingsPage::keepRunningChosen);
    connect(m_updates, &QCheckBox::clicked, this, &AppSettingsPage::lookForUpdatesChosen);
    connect(m_proxy, &QLineEdit::textEdited, this, &AppSettingsPage::showNotes);
    connect(m_proxy, &QLineEdit::editingFinished, this, &AppSettingsPage::takeProxy);
    connect(m_mirrors, &MirrorFields::chosen, this, &AppSettingsPage::buildSettingChosen);
}

void AppSettingsPage::takeProxy() {
    const QString proxy = m_proxy->text().trimmed();
    if (proxy != m_state.proxy && isProxyAddress(proxy)) {
        emit proxyChosen(proxy);
    }
}

void AppSettingsPage::setState(const AppSettingsState& state) {
    m_state = state;
    m_theme->setCurrentIndex(state.theme);
    m_language->setCurrentIndex(std::max(0, m_language->findData(state.language)));
    m_editor->setText(state.editor);
    m_follow->setChecked(state.followsLogs);
    m_notify->setChecked(state.notifies);
    m_keep->setChecked(state.keepsRunning);
    m_updates->setChecked(state.looksForUpdates && state.hasPublisher);
    m_updates->setEnabled(state.hasPublisher);
    m_proxy->setText(state.proxy);
    m_mirrors->setValues(state.builds);
    showNotes();
}

void AppSettingsPage::showNotes() {
    UpdateState updates;
    updates.hasPublisher = m_state.hasPublisher;
    m_updatesRow->setNote(updateExplanation(updates));
    m_editorRow->setNote(m_state.usedEditor.isEmpty() ? tr("Files open with what the desktop opens texts with.")
                                                      : tr("Files open with %1.").arg(m_state.usedEditor));
    m_proxy->setPlaceholderText(
        m_state.environmentProxy.isEmpty() ? QStringLiteral("http://127.0.0.1:7890") : m_state.environmentProxy);
    const QString typed = m_proxy->text().trimmed();
    if (!isProxyAddress(typed)) {
        m_proxyRow->setNote(tr("An address such as http://127.0.0.1:7890, without a password"), true);
    } else if (typed.isEmpty()) {
        m_proxyRow->setNote(m_state.environmentProxy.isEmpty() ? tr("None; the environment names none either.")
                                                               : tr("The environment's own is used."));
    } else {
        m_proxyRow->setNote(tr("Used from the next start on, by builds too."));
    }
}

void AppSettingsPage::retranslate() {
    m_header->setTitle(tr("Settings"));
    m_back->setText(tr("Back"));
    m_subtitle->setText(tr("What is chosen here holds for every project."));
    const QSignalBlocker blocker(m_language);
    m_theme->clear();
    m_theme->addItems({tr("As the desktop"), tr("Light"), tr("Dark")});
    m_language->clear();
    m_language->addItem(tr("As the desktop"), QString());
    // A language is written in itself, so that it is found from any other.
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh"));
    m_themeRow->setTitle(tr("Theme"));
    m_languageRow->setTitle(tr("Language"));
    m_editorRow->setTitle(tr("Editor"));
    m_editor->setPlaceholderText(tr("code --reuse-window"));
    m_followRow->setTitle(tr("Logs"));
    m_follow->setText(tr("Follow a log that grows"));
    m_notifyRow->setTitle(tr("Notices"));
    m_notify->setText(tr("Tell me of deployments that end"));
    m_notifyRow->setNote(tr("Only of long ones, or while this window is not in front."));
    m_keepRow->setTitle(tr("Closing"));
    m_keep->setText(tr("Keep deploying after the window is closed"));
    m_keepRow->setNote(tr("The tray shows what runs."));
    m_updatesRow->setTitle(tr("Updates"));
    m_updates->setText(tr("Tell me of newer versions"));
    m_proxyRow->setTitle(tr("Proxy"));
    m_mirrors->retranslate();
    setState(m_state);
}

void AppSettingsPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
