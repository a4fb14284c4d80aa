#pragma once

#include "app/screens/settings/oauth_app_view.h"
#include "app/shell/window_services.h"
#include "core/async/operation.h"

#include <QObject>

namespace miaobu::app {

class OAuthAppCard;
class Prompt;

/// Stores by which OAuth app GitHub knows this program: the id in the settings, the secret in the keychain.
class OAuthAppController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    OAuthAppController(const WindowServices& services, Prompt& prompt, OAuthAppCard& card);

    /// Shows how it is now, at the host that is shown.
    void refresh();
    /// The card is no longer seen: what was entered and not taken is forgotten.
    void suspend();

private:
    void connectCard();
    void connectService();
    void chooseHost(const QString& host);
    void keepId(const QString& clientId);
    void keepSecret(const QByteArray& secret);
    void show();

    WindowServices m_services;
    Prompt& m_prompt;
    OAuthAppCard& m_card;
    OAuthAppView m_view;
    OperationId m_look = 0; ///< Whether there is a secret
    OperationId m_write = 0;
};

} // namespace miaobu::app
