#include "app/screens/connect/key_form.h"

#include "app/screens/common/action_card.h"
#include "app/screens/common/form_card.h"
#include "app/screens/connect/pasted_key.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/type.h"
#include "app/widgets/secret_field.h"

#include <QComboBox>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

KeyForm::KeyForm(QWidget* parent)
    : QWidget(parent), m_id(new QLineEdit), m_secret(new SecretField), m_token(new SecretField), m_keep(new QComboBox),
      m_endpointCard(new FormCard), m_help(new ActionCard), m_fold(new QPushButton) {
    m_id->setObjectName(QStringLiteral("accessKeyId"));
    m_secret->setObjectName(QStringLiteral("accessKeySecret"));
    m_token->setObjectName(QStringLiteral("securityToken"));
    m_keep->setObjectName(QStringLiteral("keepSecret"));
    m_help->setObjectName(QStringLiteral("keyHelp"));
    m_help->button().setIcon(iconOf(Icon::Open));
    m_fold->setObjectName(QStringLiteral("endpointsFold"));
    m_endpointCard->setObjectName(QStringLiteral("endpoints"));
    m_keep->addItem(QString(), static_cast<int>(KeepSecret::InKeychain));
    m_keep->addItem(QString(), static_cast<int>(KeepSecret::ForThisSession));
    for (QLineEdit* field : std::initializer_list<QLineEdit*>{m_id, m_secret, m_token}) {
        field->setFont(fontOf(Type::Mono));
        connect(field, &QLineEdit::textEdited, this, [this, field] { onEdited(*field); });
        connect(field, &QLineEdit::returnPressed, this, [this] {
            if (isComplete()) {
                emit submitted();
            }
        });
    }
    setButtonKind(*m_fold, ButtonKind::Quiet);
    m_fold->setCheckable(true);

    auto* card = new FormCard;
    m_idRow = card->addRow(m_id);
    m_secretRow = card->addRow(m_secret);
    m_tokenRow = card->addRow(m_token);
    m_keepRow = card->addRow(m_keep);
    addEndpoints();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space4);
    column->addWidget(card);
    column->addWidget(m_help);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_endpointCard);
    connect(m_help, &ActionCard::actionRequested, this, &KeyForm::consoleRequested);
    connect(m_fold, &QPushButton::toggled, this, &KeyForm::showEndpoints);
    showEndpoints(false);
    retranslate();
}

void KeyForm::onEdited(QLineEdit& field) {
    if (const std::optional<AccessKey> pasted = readPastedKey(field.text())) {
        m_clipboard.watch(QString::fromUtf8(pasted->secret));
        // Setting a text forgets how it came to be; a field that is undone shows no secret.
        m_id->setText(QString::fromUtf8(pasted->id));
        m_secret->setText(QString::fromUtf8(pasted->secret));
        m_token->setText(QString::fromUtf8(pasted->token));
        m_wasSplit = true;
    } else {
        m_wasSplit = false;
        if (&field != m_id) {
            m_clipboard.watch(field.text().trimmed());
        }
    }
    retranslate();
    emit edited();
}

void KeyForm::setAccessKeyId(const QString& id) {
    if (m_id->text() != id) {
        m_id->setText(id);
    }
}

void KeyForm::setKeep(KeepSecret keep) {
    m_keep->setCurrentIndex(m_keep->findData(static_cast<int>(keep)));
}

KeepSecret KeyForm::keep() const {
    return static_cast<KeepSecret>(m_keep->currentData().toInt());
}

bool KeyForm::isComplete() const {
    return !m_id->text().trimmed().isEmpty() && !m_secret->secret().isEmpty();
}

AccessKey KeyForm::takeKey() {
    AccessKey key{m_id->text().trimmed().toUtf8(), m_secret->secret(), m_token->secret()};
    m_secret->forget();
    m_token->forget();
    m_wasSplit = false;
    retranslate();
    return key;
}

void KeyForm::forget() {
    m_id->clear();
    m_secret->forget();
    m_token->forget();
    m_wasSplit = false;
    retranslate();
}

void KeyForm::setCompact() {
    m_help->hide();
    m_fold->hide();
}

void KeyForm::addEndpoints() {
    for (const char* const product : {"OSS", "ESA", "FC", "ACR", "STS"}) {
        Endpoint endpoint{QLatin1StringView(product), new QLineEdit, nullptr};
        endpoint.field->setObjectName(endpoint.product.toLower() + QStringLiteral("Endpoint"));
        endpoint.field->setPlaceholderText(QStringLiteral("https://"));
        endpoint.row = m_endpointCard->addRow(endpoint.field);
        m_endpoints.append(endpoint);
    }
}

QUrl KeyForm::endpointOf(const QString& product) const {
    for (const Endpoint& endpoint : m_endpoints) {
        if (endpoint.product == product) {
            return QUrl(endpoint.field->text().trimmed());
        }
    }
    return {};
}

void KeyForm::fillEndpoints(TargetConfig& config) const {
    config.oss.endpoint = endpointOf(QStringLiteral("OSS"));
    config.esa.endpoint = endpointOf(QStringLiteral("ESA"));
    config.fc.endpoint = endpointOf(QStringLiteral("FC"));
    config.acr.endpoint = endpointOf(QStringLiteral("ACR"));
    config.stsEndpoint = endpointOf(QStringLiteral("STS"));
}

void KeyForm::focusFirst() {
    QLineEdit* const field = m_id->text().isEmpty() ? m_id : m_secret;
    field->setFocus(Qt::OtherFocusReason);
}

void KeyForm::showEndpoints(bool shown) {
    m_endpointCard->setVisible(shown);
    if (shown) {
        m_endpoints.constFirst().field->setFocus(Qt::OtherFocusReason);
    }
}

void KeyForm::retranslate() {
    m_idRow->setTitle(tr("AccessKey ID"));
    m_idRow->setNote(m_wasSplit ? tr("Found with its secret in what you pasted") : tr("Or paste both at once, here"));
    m_secretRow->setTitle(tr("Secret"));
    m_secretRow->setNote(tr("Shown once by the console, when the key is made"));
    m_tokenRow->setTitle(tr("STS token"));
    m_tokenRow->setNote(tr("Only of temporary keys"));
    m_token->setPlaceholderText(tr("none"));
    m_keepRow->setTitle(tr("Secret kept"));
    m_keep->setItemText(0, tr("In this computer's keychain"));
    m_keep->setItemText(1, tr("Until Miaobu is closed"));
    m_keepRow->setNote(keep() == KeepSecret::InKeychain ? tr("Never in a file, never in a log")
                                                        : tr("You are asked for it again at the next start"));
    for (const Endpoint& endpoint : std::as_const(m_endpoints)) {
        endpoint.row->setTitle(endpoint.product);
        endpoint.row->setNote(tr("Empty: the public one of the region"));
    }
    m_help->setWords(tr("No key yet?"),
        tr("In the RAM console, create a user that programs may act for, and an AccessKey of it. The console shows the "
           "secret once; paste both "
           "here, or the whole file that it offers."),
        tr("Open the RAM console"));
    m_fold->setText(tr("Other endpoints"));
}

void KeyForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
