#include "app/screens/target/key_card.h"

#include "app/screens/connect/key_form.h"
#include "app/screens/target/target_intents.h"
#include "app/text/console_pages.h"
#include "app/theme/metrics.h"
#include "app/widgets/busy_ring.h"
#include "app/widgets/label.h"
#include "core/secrets/secret_bytes.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace miaobu::app {

KeyCard::KeyCard(TargetIntents& intents, QWidget* parent)
    : Card(parent), m_intents(intents), m_title(new Label(Type::Heading)), m_id(new Label(Type::Mono, Ink::Muted)),
      m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_ring(new BusyRing(16)),
      m_open(new QPushButton), m_form(new KeyForm), m_formPart(new QWidget), m_cancel(new QPushButton),
      m_replace(new QPushButton) {
    setObjectName(QStringLiteral("keyCard"));
    m_id->setObjectName(QStringLiteral("keyId"));
    m_text->setObjectName(QStringLiteral("keyText"));
    m_open->setObjectName(QStringLiteral("enterKey"));
    m_cancel->setObjectName(QStringLiteral("cancelKey"));
    m_replace->setObjectName(QStringLiteral("replaceKey"));
    m_form->setCompact();
    auto* first = new QHBoxLayout;
    first->setSpacing(metrics::space3);
    first->addWidget(m_title);
    first->addWidget(m_id);
    first->addWidget(m_ring);
    first->addStretch(1);
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::space1);
    words->addLayout(first);
    words->addWidget(m_text);
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::space4);
    top->addLayout(words, 1);
    top->addWidget(m_open, 0, Qt::AlignTop);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space2);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_replace);
    auto* form = new QVBoxLayout(m_formPart);
    form->setContentsMargins(0, metrics::space2, 0, 0);
    form->setSpacing(metrics::space2);
    form->addWidget(m_form);
    form->addLayout(buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    column->setSpacing(metrics::space1);
    column->addLayout(top);
    column->addWidget(m_formPart);
    connect(m_open, &QPushButton::clicked, &intents, [out = &intents] { emit out->enterKey(true); });
    connect(m_cancel, &QPushButton::clicked, &intents, [out = &intents] { emit out->enterKey(false); });
    connect(m_replace, &QPushButton::clicked, this, &KeyCard::replace);
    connect(m_form, &KeyForm::submitted, this, &KeyCard::replace);
    connect(m_form, &KeyForm::edited, this, &KeyCard::retranslate);
    connect(
        m_form, &KeyForm::consoleRequested, &intents, [out = &intents] { emit out->openPage(console::accessKeys()); });
    retranslate();
}

void KeyCard::replace() {
    if (m_form->isComplete() && !m_state.isKeyBusy) {
        const KeepSecret keep = m_form->keep();
        AccessKey key = m_form->takeKey();
        emit m_intents.replaceKey(key, keep);
        wipe(key.secret);
        wipe(key.token);
    }
}

void KeyCard::setState(const TargetState& state) {
    const bool opens = state.isEnteringKey && !m_state.isEnteringKey;
    m_state = state;
    m_formPart->setVisible(state.isEnteringKey);
    retranslate();
    if (opens) {
        m_form->focusFirst();
    }
}

void KeyCard::forget() {
    m_form->forget();
}

QString KeyCard::place() const {
    if (m_state.isKeyBusy) {
        return tr("Trying the key…");
    }
    if (!m_state.keyPlace) {
        return tr("Its secret is never in a file.");
    }
    switch (*m_state.keyPlace) {
    case KeyPlace::Session:
        return tr("Its secret is kept until Miaobu is closed.");
    case KeyPlace::Environment:
        return tr("Its secret comes from ALIBABA_CLOUD_ACCESS_KEY_SECRET.");
    case KeyPlace::Keychain:
        return tr("Its secret is in this computer's keychain.");
    case KeyPlace::Nowhere:
        break;
    }
    return tr("Its secret is not on this computer. Enter it to go on.");
}

void KeyCard::retranslate() {
    m_title->setText(tr("Access key"));
    m_id->setText(m_state.config.accessKeyId);
    m_text->setText(place());
    m_ring->setVisible(m_state.isKeyBusy);
    m_open->setText(tr("Replace…"));
    m_open->setAccessibleName(tr("Replace the access key"));
    m_open->setVisible(!m_state.isEnteringKey);
    m_open->setEnabled(!m_state.isBusy());
    m_cancel->setText(tr("Cancel"));
    m_replace->setText(tr("Use this key"));
    m_replace->setEnabled(m_form->isComplete() && !m_state.isKeyBusy);
    m_form->setEnabled(!m_state.isKeyBusy);
}

void KeyCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
