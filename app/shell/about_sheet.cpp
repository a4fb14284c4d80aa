#include "app/shell/about_sheet.h"

#include "app/text/update_text.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/tokens.h"
#include "app/widgets/label.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSysInfo>

namespace miaobu::app {

namespace {

constexpr int panelWidth = 680;
constexpr int pawSize = 48;

} // namespace

AboutSheet::AboutSheet(QWidget& window)
    : Overlay(window, panelWidth), m_paw(new QLabel), m_title(new Label(Type::Title)),
      m_what(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_versions(new Label(Type::Text)),
      m_licence(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)),
      m_update(new Label(Type::Text, Ink::Text, Label::Overflow::Wrap)), m_updateAction(new QPushButton),
      m_report(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_copy(new QPushButton),
      m_logs(new QPushButton), m_close(new QPushButton) {
    setObjectName(QStringLiteral("aboutSheet"));
    m_copy->setObjectName(QStringLiteral("copyReport"));
    m_copy->setIcon(iconOf(Icon::Copy));
    m_logs->setObjectName(QStringLiteral("openLogs"));
    m_logs->setIcon(iconOf(Icon::Folder));
    m_close->setObjectName(QStringLiteral("closeAbout"));
    m_update->setObjectName(QStringLiteral("updateNote"));
    m_updateAction->setObjectName(QStringLiteral("updateAction"));
    m_report->setObjectName(QStringLiteral("reportNote"));

    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::space4);
    auto* names = new QVBoxLayout;
    names->setSpacing(metrics::space1);
    names->addWidget(m_title);
    names->addWidget(m_what);
    head->addWidget(m_paw, 0, Qt::AlignTop);
    head->addLayout(names, 1);
    auto* update = new QHBoxLayout;
    update->setSpacing(metrics::space4);
    update->addWidget(m_update, 1);
    update->addWidget(m_updateAction, 0, Qt::AlignVCenter);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space2);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_logs);
    buttons->addStretch();
    buttons->addWidget(m_close);

    panel().setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    panel().setSpacing(metrics::space3);
    panel().addLayout(head);
    panel().addWidget(m_versions);
    panel().addLayout(update);
    panel().addWidget(m_licence);
    panel().addWidget(m_report);
    panel().addSpacing(metrics::space2);
    panel().addLayout(buttons);
    connect(m_updateAction, &QPushButton::clicked, this,
        [this] { m_updateState.isNewer ? emit updatePageRequested() : emit updateLookRequested(); });
    connect(m_copy, &QPushButton::clicked, this, &AboutSheet::reportRequested);
    connect(m_logs, &QPushButton::clicked, this, &AboutSheet::logsRequested);
    connect(m_close, &QPushButton::clicked, this, &Overlay::close);
    retranslate();
    drawPaw();
}

void AboutSheet::openSheet() {
    m_isCopied = false;
    retranslate();
    open(*m_close);
}

void AboutSheet::tellCopied() {
    m_isCopied = true;
    retranslate();
    place();
}

void AboutSheet::setUpdate(const UpdateState& state) {
    m_updateState = state;
    showUpdate();
    place();
}

void AboutSheet::showUpdate() {
    m_update->setText(updateText(m_updateState));
    m_updateAction->setText(m_updateState.isNewer ? tr("See what is new") : tr("Look now"));
    m_updateAction->setVisible(m_updateState.hasPublisher);
    m_updateAction->setEnabled(!m_updateState.isLooking);
}

void AboutSheet::retranslate() {
    showUpdate();
    //: %1: the version
    m_title->setText(tr("Miaobu %1").arg(QCoreApplication::applicationVersion()));
    m_what->setText(tr("Puts a website online from your own computer."));
    //: The versions of what the program runs on: "Qt 6.4.2 on Debian GNU/Linux 12"
    m_versions->setText(tr("Qt %1 on %2").arg(QLatin1StringView(qVersion()), QSysInfo::prettyProductName()));
    m_licence->setText(
        tr("Under the Apache License 2.0. The notices of the works it is built from come with the program."));
    m_report->setText(m_isCopied
            ? tr("The report is on the clipboard. Secrets are masked; read it all the same before you send it.")
            : tr("When something is wrong, a report of versions, programs and the last errors helps to find out why."));
    m_copy->setText(tr("Copy redacted report"));
    m_logs->setText(tr("Open the logs folder"));
    m_close->setText(tr("Close"));
}

void AboutSheet::drawPaw() {
    m_paw->setPixmap(iconPixmap(Icon::Paw, tokensFor(palette()).accent, pawSize, devicePixelRatioF()));
}

void AboutSheet::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        drawPaw();
    }
    Overlay::changeEvent(event);
}

} // namespace miaobu::app
