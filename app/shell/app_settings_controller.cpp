#include "app/shell/app_settings_controller.h"

#include "app/screens/common/editor.h"
#include "app/screens/settings/app_settings_page.h"
#include "app/shell/actions.h"
#include "core/store/build_settings.h"
#include "core/store/settings_table.h"
#include "core/update/update_check.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

QString environmentProxy() {
    for (const char* name : {"https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY"}) {
        if (const QString proxy = qEnvironmentVariable(name); !proxy.isEmpty()) {
            return proxy.section(u'@', -1); // A password is nobody's to see.
        }
    }
    return {};
}

} // namespace

AppSettingsController::AppSettingsController(const WindowServices& services, Actions& actions, AppSettingsPage& page)
    : m_services(services), m_actions(actions), m_page(page) {
    connectPage();
    for (const Actions::Act act : {Actions::Act::Notify, Actions::Act::KeepRunning}) {
        connect(&m_actions[act], &QAction::toggled, this, &AppSettingsController::refresh);
    }
    connect(&m_actions, &Actions::themeChosen, this, &AppSettingsController::refresh);
    connect(&m_actions, &Actions::languageChosen, this, &AppSettingsController::refresh);
}

void AppSettingsController::connectPage() {
    const auto store = [this](const Setting& setting, const QVariant& value) {
        SettingsTable(m_services.database).setValue(setting, value);
        refresh();
    };
    connect(
        &m_page, &AppSettingsPage::themeChosen, this, [this](int theme) { m_actions.themes().at(theme)->trigger(); });
    connect(&m_page, &AppSettingsPage::languageChosen, this, [this](const QString& language) {
        for (QAction* const action : m_actions.languages()) {
            if (action->data().toString() == language) {
                action->trigger();
            }
        }
    });
    connect(&m_page, &AppSettingsPage::notifyChosen, &m_actions[Actions::Act::Notify], &QAction::setChecked);
    connect(&m_page, &AppSettingsPage::keepRunningChosen, &m_actions[Actions::Act::KeepRunning], &QAction::setChecked);
    connect(&m_page, &AppSettingsPage::editorChosen, this,
        [store](const QString& command) { store(settings::editor(), command); });
    connect(&m_page, &AppSettingsPage::followLogsChosen, this,
        [store](bool follow) { store(settings::followLog(), follow); });
    connect(&m_page, &AppSettingsPage::lookForUpdatesChosen, &m_services.updates, &UpdateCheck::setAutomatic);
    connect(&m_page, &AppSettingsPage::proxyChosen, this,
        [store](const QString& proxy) { store(settings::proxy(), proxy); });
    connect(&m_page, &AppSettingsPage::buildSettingChosen, this, [store](const QString& name, const QString& value) {
        const auto setting = std::ranges::find(buildSettings(), name, &BuildSetting::name);
        store(setting->setting, value.isEmpty() ? setting->setting.defaultValue : QVariant(value));
    });
}

void AppSettingsController::refresh() {
    const SettingsTable table(m_services.database);
    AppSettingsState state;
    for (const QAction* const theme : m_actions.themes()) {
        state.theme = theme->isChecked() ? theme->data().toInt() : state.theme;
    }
    for (const QAction* const language : m_actions.languages()) {
        state.language = language->isChecked() ? language->data().toString() : state.language;
    }
    state.editor = table.value(settings::editor()).toString();
    state.usedEditor = editorFor(state.editor);
    state.followsLogs = table.value(settings::followLog()).toBool();
    state.notifies = m_actions[Actions::Act::Notify].isChecked();
    state.keepsRunning = m_actions[Actions::Act::KeepRunning].isChecked();
    const UpdateState updates = m_services.updates.state();
    state.looksForUpdates = updates.isAutomatic;
    state.hasPublisher = updates.hasPublisher;
    state.proxy = table.value(settings::proxy()).toString();
    state.environmentProxy = environmentProxy();
    for (const BuildSetting& setting : buildSettings()) {
        const QVariant value = table.value(setting.setting);
        // What is not changed stands in the field as what it would be.
        state.builds.insert(setting.name, value == setting.setting.defaultValue ? QString() : value.toString());
    }
    m_page.setState(state);
}

} // namespace miaobu::app
