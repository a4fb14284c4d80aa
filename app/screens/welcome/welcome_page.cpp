#include "app/screens/welcome/welcome_page.h"

#include "app/theme/button_kind.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/tokens.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {
constexpr int columnWidth = 400;
constexpr int tall = 40;
} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent), m_paw(new QLabel), m_title(new Label(Type::Display)),
      m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_gitHub(new QPushButton),
      m_folder(new QPushButton), m_address(new QLineEdit), m_go(new QPushButton), m_sample(new QPushButton),
      m_drop(new Label(Type::Text, Ink::Muted)) {
    setObjectName(QStringLiteral("welcomePage"));
    m_gitHub->setObjectName(QStringLiteral("signInWithGitHub"));
    m_folder->setObjectName(QStringLiteral("openFolder"));
    m_address->setObjectName(QStringLiteral("address"));
    m_go->setObjectName(QStringLiteral("useAddress"));
    m_sample->setObjectName(QStringLiteral("trySample"));
    setButtonKind(*m_sample, ButtonKind::Link);
    setButtonKind(*m_folder, ButtonKind::Primary);
    m_gitHub->setFixedSize(columnWidth, tall);
    m_gitHub->setIcon(iconOf(Icon::Branch));
    m_folder->setFixedSize(columnWidth, tall);
    m_folder->setIcon(iconOf(Icon::Folder));
    m_address->setFixedHeight(tall);
    m_go->setFixedHeight(tall);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setFixedWidth(520);

    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space2);
    row->addWidget(m_address, 1);
    row->addWidget(m_go);
    auto* box = new QWidget;
    box->setFixedWidth(columnWidth);
    box->setLayout(row);
    row->setContentsMargins(0, 0, 0, 0);

    auto* column = new QVBoxLayout(this);
    column->setSpacing(metrics::space3);
    column->addStretch(5);
    column->addWidget(m_paw, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::space3);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::space3);
    column->addWidget(m_folder, 0, Qt::AlignHCenter);
    column->addWidget(m_gitHub, 0, Qt::AlignHCenter);
    column->addWidget(box, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::space4);
    column->addWidget(m_drop, 0, Qt::AlignHCenter);
    column->addWidget(m_sample, 0, Qt::AlignHCenter);
    column->addStretch(6);

    connect(m_folder, &QPushButton::clicked, this, &WelcomePage::folderRequested);
    connect(m_sample, &QPushButton::clicked, this, &WelcomePage::sampleRequested);
    connect(m_gitHub, &QPushButton::clicked, this, &WelcomePage::signInRequested);
    connect(m_go, &QPushButton::clicked, this, &WelcomePage::enterAddress);
    connect(m_address, &QLineEdit::returnPressed, this, &WelcomePage::enterAddress);
    connect(m_address, &QLineEdit::textChanged, this,
        [this](const QString& text) { m_go->setEnabled(!text.trimmed().isEmpty()); });
    m_go->setEnabled(false);
    retranslate();
    drawPaw();
}

void WelcomePage::enterAddress() {
    if (const QString address = m_address->text().trimmed(); !address.isEmpty()) {
        emit addressEntered(address);
    }
}

void WelcomePage::retranslate() {
    m_title->setText(tr("Put a site online from this computer"));
    m_text->setText(
        tr("Choose a folder or a Git repository. It is built here, and no account is needed to see it run."));
    m_folder->setText(tr("Open a folder…"));
    m_gitHub->setText(tr("Choose a repository on GitHub"));
    m_address->setPlaceholderText(tr("Paste the URL of a Git repository"));
    m_address->setAccessibleName(tr("URL of a Git repository"));
    m_go->setText(tr("Continue"));
    m_sample->setText(tr("Try with a sample"));
    m_drop->setText(tr("Or drop a folder anywhere on this window."));
}

void WelcomePage::drawPaw() {
    m_paw->setPixmap(iconPixmap(Icon::Paw, tokensFor(palette()).accent, 64, devicePixelRatioF()));
}

void WelcomePage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        drawPaw();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
