#include "app/screens/github/device_card.h"

#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/type.h"
#include "app/widgets/label.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace miaobu::app {

namespace {

constexpr int codePixels = 40;

/// "F A K E dash C O D E": a screen reader says a word otherwise.
QString spelled(const QString& code, const QString& dash) {
    QStringList letters;
    for (const QChar letter : code) {
        letters.append(letter == QLatin1Char('-') ? dash : QString(letter));
    }
    return letters.join(QLatin1Char(' '));
}

} // namespace

DeviceCard::DeviceCard(QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading)), m_code(new Label(Type::Mono)),
      m_where(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_time(new Label(Type::Small, Ink::Muted)),
      m_warning(new Label(Type::Small, Ink::Muted, Label::Overflow::Wrap)), m_open(new QPushButton),
      m_cancel(new QPushButton) {
    m_code->setObjectName(QStringLiteral("deviceCode"));
    m_time->setObjectName(QStringLiteral("deviceTime"));
    m_open->setObjectName(QStringLiteral("openGitHub"));
    m_cancel->setObjectName(QStringLiteral("cancelSignIn"));
    m_open->setIcon(iconOf(Icon::Open));
    setButtonKind(*m_open, ButtonKind::Primary);
    QFont font = fontOf(Type::Mono);
    font.setPixelSize(codePixels);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 4);
    m_code->setFont(font);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space2);
    buttons->addWidget(m_open);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    buttons->addWidget(m_time);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space5, metrics::space5, metrics::space5);
    column->setSpacing(metrics::space3);
    column->addWidget(m_title);
    column->addWidget(m_code);
    column->addWidget(m_where);
    column->addLayout(buttons);
    column->addWidget(m_warning);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &DeviceCard::showTime);
    connect(m_open, &QPushButton::clicked, this, &DeviceCard::copyAndOpen);
    connect(m_cancel, &QPushButton::clicked, this, &DeviceCard::cancelRequested);
    retranslate();
}

void DeviceCard::setCode(const QString& code, const QUrl& page, const QDateTime& expiresAt) {
    m_userCode = code;
    m_page = page;
    m_expiresAt = expiresAt;
    m_code->setText(code);
    retranslate();
}

void DeviceCard::copyAndOpen() {
    QGuiApplication::clipboard()->setText(m_userCode);
    emit openRequested();
}

void DeviceCard::showTime() {
    const qint64 seconds = std::max<qint64>(QDateTime::currentDateTimeUtc().secsTo(m_expiresAt), 0);
    const QString left = QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    //: %1 is minutes and seconds
    m_time->setText(tr("Good for %1").arg(left));
}

void DeviceCard::retranslate() {
    m_title->setText(tr("Enter this code on GitHub"));
    m_code->setAccessibleName(spelled(m_userCode, tr("dash")));
    m_where->setText(tr("At %1. This page goes on by itself once you have allowed it there.").arg(m_page.toString()));
    m_open->setText(tr("Copy the code and open GitHub"));
    m_cancel->setText(tr("Cancel"));
    m_warning->setText(tr("Is it the same code on both pages? Never enter a code that somebody sent you."));
    showTime();
}

void DeviceCard::showEvent(QShowEvent* event) {
    showTime();
    m_tick.start();
    m_open->setFocus(Qt::OtherFocusReason);
    Card::showEvent(event);
}

void DeviceCard::hideEvent(QHideEvent* event) {
    m_tick.stop();
    Card::hideEvent(event);
}

void DeviceCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
