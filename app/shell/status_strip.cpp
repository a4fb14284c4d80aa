#include "app/shell/status_strip.h"

#include "app/shell/strip_button.h"
#include "app/text/update_text.h"
#include "app/theme/metrics.h"
#include "app/theme/tokens.h"
#include "app/widgets/label.h"
#include "app/widgets/state_mark.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace miaobu::app {

namespace {
constexpr int tellMilliseconds = 6000;
}

StatusStrip::StatusStrip(QWidget* parent)
    : QWidget(parent), m_mark(new StateMark), m_local(new StripButton), m_account(new StripButton),
      m_engineMark(new StateMark), m_engine(new StripButton),
      m_said(new Label(Type::Small, Ink::Text, Label::Overflow::Elide)), m_newer(new StripButton),
      m_activity(new StripButton), m_language(new StripButton) {
    setFixedHeight(metrics::statusStripHeight);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_said->setObjectName(QStringLiteral("statusSaid"));
    m_local->setObjectName(QStringLiteral("localSwitch"));
    m_engine->setObjectName(QStringLiteral("engineSwitch"));
    m_account->setObjectName(QStringLiteral("accountSwitch"));
    m_newer->setObjectName(QStringLiteral("newerVersion"));
    m_activity->setObjectName(QStringLiteral("activitySwitch"));
    m_language->setObjectName(QStringLiteral("languageSwitch"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space4, 1, metrics::space2, 0);
    row->setSpacing(metrics::space1);
    row->addWidget(m_mark);
    row->addWidget(m_local);
    row->addWidget(m_account);
    row->addSpacing(metrics::space2);
    row->addWidget(m_engineMark);
    row->addWidget(m_engine);
    row->addSpacing(metrics::space2);
    row->addWidget(m_said, 1);
    row->addWidget(m_newer);
    row->addWidget(m_activity);
    row->addWidget(m_language);
    connect(m_local, &StripButton::clicked, this, &StatusStrip::localTargetRequested);
    connect(m_engine, &StripButton::clicked, this, &StatusStrip::engineRequested);
    connect(m_account, &StripButton::clicked, this, &StatusStrip::accountsRequested);
    connect(m_newer, &StripButton::clicked, this, &StatusStrip::newerVersionRequested);
    connect(m_activity, &StripButton::clicked, this, &StatusStrip::activityRequested);
    connect(m_language, &StripButton::clicked, this, [this] {
        emit languageRequested(QLocale().language() == QLocale::Chinese ? QStringLiteral("en") : QStringLiteral("zh"));
    });
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(tellMilliseconds);
    connect(&m_quiet, &QTimer::timeout, m_said, &QLabel::clear);
    retranslate();
}

void StatusStrip::setActivity(int running, int queued) {
    m_running = running;
    m_queued = queued;
    retranslate();
}

void StatusStrip::setServing(bool serving) {
    m_isServing = serving;
    retranslate();
}

void StatusStrip::setEngine(const QString& name, EngineState state) {
    m_engineName = name;
    m_engineState = state;
    retranslate();
}

QString StatusStrip::engineText() const {
    const QString name = m_engineName == QLatin1String("podman") ? QStringLiteral("Podman") : QStringLiteral("Docker");
    switch (m_engineState) {
    case EngineState::Ready:
        return tr("%1: running").arg(name);
    case EngineState::Missing:
        return tr("No Docker or Podman");
    case EngineState::NotRunning:
        return tr("%1: not running").arg(name);
    case EngineState::NotPermitted:
        return tr("%1: not permitted").arg(name);
    case EngineState::Broken:
        return tr("%1: does not work").arg(name);
    }
    return {};
}

void StatusStrip::setAccount(const QString& login, bool needsSignIn) {
    m_login = login;
    m_needsSignIn = needsSignIn;
    retranslate();
}

void StatusStrip::setNewerVersion(const QString& version) {
    m_newerVersion = version;
    retranslate();
}

void StatusStrip::tell(const QString& sentence) {
    m_said->setText(sentence);
    m_said->setAccessibleName(sentence);
    m_quiet.start();
    QAccessibleEvent alert(m_said, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void StatusStrip::retranslate() {
    m_mark->setTone(m_isServing ? Tone::Live : Tone::Idle);
    m_engineMark->setVisible(!m_engineName.isEmpty());
    m_engineMark->setTone(m_engineState == EngineState::Ready ? Tone::Live : Tone::Idle);
    m_engine->setVisible(!m_engineName.isEmpty());
    m_engine->setText(engineText());
    m_engine->setToolTip(tr("Builds of web apps need one. Look again"));
    m_local->setText(m_isServing ? tr("This computer: serving") : tr("This computer: not serving"));
    m_account->setText(m_login.isEmpty() ? tr("GitHub: signed out")
            : m_needsSignIn              ? tr("GitHub: sign in again")
                                         : tr("GitHub: %1").arg(m_login));
    m_newer->setText(updateNews(m_newerVersion));
    m_newer->setVisible(!m_newerVersion.isEmpty());
    m_newer->setToolTip(tr("See what is new"));
    // A language is written in itself, so that it is found from any other.
    const bool isChinese = QLocale().language() == QLocale::Chinese;
    m_language->setText(isChinese ? QStringLiteral("English") : QStringLiteral("中文"));
    m_language->setAccessibleName(tr("Change the language"));
    m_activity->setText(m_running == 0 && m_queued == 0 ? tr("Nothing running")
                                                        : tr("%1 running · %2 queued").arg(m_running).arg(m_queued));
}

void StatusStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), tokensFor(palette()).line);
}

void StatusStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
