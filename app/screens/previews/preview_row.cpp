#include "app/screens/previews/preview_row.h"

#include "app/screens/previews/previews_intents.h"
#include "app/text/state_text.h"
#include "app/text/visible_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/pill.h"
#include "app/widgets/secret_field.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

PreviewRow::PreviewRow(PreviewsIntents& intents, QWidget* parent)
    : QWidget(parent), m_intents(intents), m_name(new Label(Type::Heading, Ink::Text, Label::Overflow::Elide)),
      m_pill(new Pill), m_facts(new Label(Type::Text, Ink::Muted, Label::Overflow::Elide)), m_open(new QPushButton),
      m_more(new QPushButton), m_passwordLine(nullptr),
      m_passwordText(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_password(new SecretField),
      m_set(new QPushButton), m_leave(new QPushButton) {
    setObjectName(QStringLiteral("previewRow"));
    m_name->setObjectName(QStringLiteral("previewHost"));
    m_pill->setObjectName(QStringLiteral("previewPill"));
    m_facts->setObjectName(QStringLiteral("previewFacts"));
    m_open->setObjectName(QStringLiteral("openPreview"));
    m_more->setObjectName(QStringLiteral("previewMenu"));
    m_facts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_open->setIcon(iconOf(Icon::Open));
    m_more->setIcon(iconOf(Icon::More));
    setButtonKind(*m_open, ButtonKind::Quiet);
    setButtonKind(*m_more, ButtonKind::Quiet);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(metrics::space5, 0, metrics::space3, 0);
    row->setSpacing(metrics::space3);
    row->addWidget(m_name, 1);
    row->addWidget(m_pill);
    row->addWidget(m_facts, 1);
    row->addWidget(m_open);
    row->addWidget(m_more);
    auto* line = new QWidget;
    line->setFixedHeight(metrics::rowHeight);
    line->setLayout(row);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line);
    column->addWidget(m_passwordLine = buildPassword());
    connect(m_open, &QPushButton::clicked, this, [this] { emit m_intents.open(m_line.url()); });
    connect(m_more, &QPushButton::clicked, this, &PreviewRow::openMenu);
    connect(m_set, &QPushButton::clicked, this, &PreviewRow::setPassword);
    connect(m_password, &QLineEdit::returnPressed, this, &PreviewRow::setPassword);
    connect(m_password, &QLineEdit::textChanged, this, &PreviewRow::retranslate);
    connect(m_leave, &QPushButton::clicked, this, [this] { askPassword(false); });
}

QWidget* PreviewRow::buildPassword() {
    m_passwordText->setObjectName(QStringLiteral("passwordText"));
    m_password->setObjectName(QStringLiteral("newPassword"));
    m_set->setObjectName(QStringLiteral("setPassword"));
    m_leave->setObjectName(QStringLiteral("leavePassword"));
    setButtonKind(*m_leave, ButtonKind::Quiet);
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(metrics::space5, 0, metrics::space3, metrics::space3);
    row->setSpacing(metrics::space2);
    row->addWidget(m_passwordText, 1);
    row->addWidget(m_password, 1);
    row->addWidget(m_set);
    row->addWidget(m_leave);
    line->hide();
    return line;
}

void PreviewRow::setLine(const PreviewLine& line, const PreviewsState& state) {
    if (line.preview.name != m_line.preview.name || line.preview.target != m_line.preview.target) {
        askPassword(false);
    }
    m_line = line;
    m_isChanging = state.isChanging;
    m_now = state.now;
    if (m_name->text() != line.preview.host) {
        m_name->setToolTip({});
    }
    m_name->setText(line.preview.host.isEmpty() ? previewAddress(state, line.preview.name) : line.preview.host);
    retranslate();
}

QList<QWidget*> PreviewRow::focusOrder() const {
    return {m_open, m_more, m_password, m_set, m_leave};
}

void PreviewRow::openMenu() {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("previewActions"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Preview preview = m_line.preview;
    const auto add = [this, menu](Icon icon, const QString& text, const char* name, auto what) {
        QAction* const action = menu->addAction(iconOf(icon), text, &m_intents, what);
        action->setObjectName(QLatin1StringView(name));
        return action;
    };
    const QString url = m_line.url();
    if (!url.isEmpty()) {
        add(Icon::Open, tr("Open"), "openPreviewAction", [this, url] { emit m_intents.open(url); });
        add(Icon::Copy, tr("Copy the address"), "copyPreview", [this, url] { emit m_intents.copy(url); });
    }
    if (m_line.latest) {
        const DeploymentId id = m_line.latest->id;
        add(Icon::Log, tr("Show log"), "previewLog", [this, id] { emit m_intents.showLog(id); });
    }
    menu->addSeparator();
    if (m_line.isBeingDeployed()) {
        const DeploymentId id = m_line.latest->id;
        add(Icon::Stop, tr("Stop"), "stopPreview", [this, id] { emit m_intents.stop(id); });
    } else {
        const QString again = preview.branch.isEmpty() ? tr("Deploy again") : tr("Deploy the newest of its branch");
        add(Icon::Deploy, again, "redeployPreview", [this, preview] { emit m_intents.deployAgain(preview); });
    }
    const bool isFree = !m_line.isBeingDeployed() && !m_isChanging;
    if (m_line.answering) {
        add(Icon::Eye, preview.isProtected ? tr("Change the password…") : tr("Ask for a password…"), "askPassword",
            [this] { askPassword(true); })
            ->setEnabled(isFree);
    }
    if (preview.isProtected && m_line.answering) {
        add(Icon::EyeOff, tr("Ask for no password any more"), "removePassword", [this, preview] {
            emit m_intents.protect(preview, {});
        })->setEnabled(isFree);
    }
    menu->addSeparator();
    add(Icon::Trash, tr("Remove…"), "removePreview", [this, preview] {
        emit m_intents.remove(preview);
    })->setEnabled(isFree);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void PreviewRow::askPassword(bool asked) {
    m_password->forget();
    m_passwordLine->setVisible(asked);
    if (asked) {
        m_password->setFocus();
    }
}

void PreviewRow::setPassword() {
    if (const QByteArray password = m_password->secret(); !password.isEmpty() && m_set->isEnabled()) {
        const Preview preview = m_line.preview;
        askPassword(false);
        emit m_intents.protect(preview, password);
    }
}

QString PreviewRow::factsText() const {
    QStringList facts;
    const Preview& preview = m_line.preview;
    facts.append(preview.branch.isEmpty() ? tr("no branch") : visibleText(preview.branch.left(60)));
    if (const std::optional<Deployment>& shown = m_line.answering ? m_line.answering : m_line.latest) {
        if (!shown->revision.commit.isEmpty()) {
            facts.append(shortCommit(shown->revision.commit));
        }
        facts.append(timeAgo(shown->createdAt, m_now));
    }
    facts.append(preview.isProtected ? tr("with a password") : tr("open to everybody"));
    return facts.join(QStringLiteral("  ·  "));
}

void PreviewRow::showPill() {
    if (m_line.isBeingDeployed()) {
        return m_pill->setState(stateTitle(*m_line.latest), Tone::Building);
    }
    const bool isFailed = m_line.latest && m_line.latest->state == DeploymentState::Failed;
    if (isFailed) {
        return m_pill->setState(stateTitle(DeploymentState::Failed), Tone::Failed);
    }
    if (m_line.answering) {
        return m_pill->setState(stateTitle(DeploymentState::Live), Tone::Live);
    }
    m_pill->setState(m_line.latest ? stateTitle(*m_line.latest) : tr("Nothing yet"), Tone::Idle);
}

void PreviewRow::retranslate() {
    showPill();
    m_facts->setText(factsText());
    const QString host = m_name->text();
    m_open->setVisible(!m_line.url().isEmpty());
    m_open->setToolTip(tr("Open"));
    m_open->setAccessibleName(tr("Open %1").arg(host));
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More about %1").arg(host));
    m_passwordText->setText(m_line.preview.isProtected
            ? tr("Who was let in with the old password has to type the new one. Only its hash is kept: note it down.")
            : tr("Visitors are asked for it before they see anything. Only its hash is kept: note it down."));
    m_password->setAccessibleName(tr("The password of %1").arg(host));
    m_password->setPlaceholderText(tr("Password"));
    m_set->setText(m_line.preview.isProtected ? tr("Change") : tr("Protect"));
    m_set->setEnabled(!m_isChanging && !m_line.isBeingDeployed() && !m_password->text().isEmpty());
    m_leave->setText(tr("Cancel"));
}

void PreviewRow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
