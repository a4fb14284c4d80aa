#pragma once

#include "app/screens/connect/clipboard_guard.h"
#include "core/model/access_key.h"
#include "core/model/target_config.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace miaobu::app {

class ActionCard;
class FormCard;
class FormRow;
class Label;
class SecretField;

/// Takes an access key: its parts one by one or pasted together, where it is to be kept, and other endpoints than the public ones.
/// What was entered is handed out once; nothing of the secret stays behind.
class KeyForm : public QWidget {
    Q_OBJECT

public:
    explicit KeyForm(QWidget* parent = nullptr);

    void setAccessKeyId(const QString& id);
    void setKeep(KeepSecret keep);
    [[nodiscard]] KeepSecret keep() const;
    [[nodiscard]] bool isComplete() const;
    /// What is in the fields, which are empty afterwards but for the id.
    [[nodiscard]] AccessKey takeKey();
    /// Leaves out the help and the endpoints: for a key of an account that is known already.
    void setCompact();
    /// The endpoints that were entered; an empty one is the public one.
    void fillEndpoints(TargetConfig& config) const;
    void forget();
    void focusFirst();

signals:
    void edited();
    /// Enter in a form that is complete.
    void submitted();
    /// Where the console makes keys.
    void consoleRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void onEdited(QLineEdit& field);
    void addEndpoints();
    void showEndpoints(bool shown);
    [[nodiscard]] QUrl endpointOf(const QString& product) const;

    ClipboardGuard m_clipboard;
    QLineEdit* m_id;
    SecretField* m_secret;
    SecretField* m_token;
    QComboBox* m_keep;
    FormRow* m_idRow;
    FormRow* m_secretRow;
    FormRow* m_tokenRow;
    FormRow* m_keepRow;
    struct Endpoint {
        QString product; ///< "OSS"
        QLineEdit* field = nullptr;
        FormRow* row = nullptr;
    };
    FormCard* m_endpointCard;
    QList<Endpoint> m_endpoints;
    ActionCard* m_help;
    QPushButton* m_fold;
    bool m_wasSplit = false; ///< The parts came together.
};

} // namespace miaobu::app
