#include "app/widgets/secret_field.h"

#include "app/theme/icons.h"

#include <QAction>
#include <QEvent>

namespace miaobu::app {

SecretField::SecretField(QWidget* parent) : QLineEdit(parent), m_reveal(new QAction(this)) {
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    setDragEnabled(false);
    m_reveal->setCheckable(true);
    addAction(m_reveal, TrailingPosition);
    connect(m_reveal, &QAction::toggled, this, &SecretField::setShown);
    setShown(false);
}

QByteArray SecretField::secret() const {
    return text().trimmed().toUtf8();
}

void SecretField::forget() {
    setText({});
    m_reveal->setChecked(false);
}

void SecretField::setShown(bool shown) {
    setEchoMode(shown ? Normal : Password);
    m_reveal->setIcon(iconOf(shown ? Icon::EyeOff : Icon::Eye));
    m_reveal->setText(shown ? tr("Hide") : tr("Show"));
}

void SecretField::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setShown(m_reveal->isChecked());
    }
    QLineEdit::changeEvent(event);
}

} // namespace miaobu::app
