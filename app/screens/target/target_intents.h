#pragma once

#include "core/model/access_key.h"

#include <QObject>
#include <QUrl>

namespace miaobu::app {

/// Everything a person can ask for on a target's page. The page and its cards emit, the controller listens.
class TargetIntents final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    void lookAgain(); ///< Setup and routine, without changing anything
    void checkPermissions();
    void setUp();
    void installRoutine();
    void publishRoutine(const QString& version);
    void stop(); ///< What is under way
    void enterKey(bool entering);
    void replaceKey(const miaobu::AccessKey& key, miaobu::KeepSecret keep);
    void keepForSession(); ///< The new key, which the keychain did not take
    void remove();
    void checkReality(); ///< Everything on the target
    void rebuild(); ///< What is stored here, from the bucket
    void stopRebuilding();
    void startEmulator();
    void stopEmulator();
    void openPage(const QUrl& page);
};

} // namespace miaobu::app
