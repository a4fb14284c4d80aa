#include "app/screens/new_project/source_form.h"

#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace miaobu::app {

SourceForm::SourceForm(QWidget* parent)
    : QWidget(parent), m_folderTitle(new Label(Type::Heading)),
      m_folderText(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_folder(new QPushButton),
      m_gitTitle(new Label(Type::Heading)), m_gitText(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)),
      m_address(new QLineEdit), m_branch(new QLineEdit), m_go(new QPushButton) {
    m_folder->setObjectName(QStringLiteral("openFolder"));
    m_folder->setIcon(iconOf(Icon::Folder));
    m_address->setObjectName(QStringLiteral("address"));
    m_branch->setObjectName(QStringLiteral("branch"));
    m_branch->setFixedWidth(180);
    m_go->setObjectName(QStringLiteral("useAddress"));

    auto* folderCard = new Card;
    auto* folderWords = new QVBoxLayout;
    folderWords->setSpacing(metrics::space1);
    folderWords->addWidget(m_folderTitle);
    folderWords->addWidget(m_folderText);
    auto* folderRow = new QHBoxLayout(folderCard);
    folderRow->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    folderRow->setSpacing(metrics::space4);
    folderRow->addLayout(folderWords, 1);
    folderRow->addWidget(m_folder);

    auto* gitCard = new Card;
    auto* gitRow = new QHBoxLayout;
    gitRow->setSpacing(metrics::space2);
    gitRow->addWidget(m_address, 1);
    gitRow->addWidget(m_branch);
    gitRow->addWidget(m_go);
    auto* gitColumn = new QVBoxLayout(gitCard);
    gitColumn->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space5);
    gitColumn->setSpacing(metrics::space1);
    gitColumn->addWidget(m_gitTitle);
    gitColumn->addWidget(m_gitText);
    gitColumn->addSpacing(metrics::space2);
    gitColumn->addLayout(gitRow);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space4);
    column->addWidget(folderCard);
    column->addWidget(gitCard);
    column->addStretch();

    connect(m_folder, &QPushButton::clicked, this, &SourceForm::folderRequested);
    connect(m_go, &QPushButton::clicked, this, &SourceForm::enterAddress);
    connect(m_address, &QLineEdit::returnPressed, this, &SourceForm::enterAddress);
    connect(m_branch, &QLineEdit::returnPressed, this, &SourceForm::enterAddress);
    connect(m_address, &QLineEdit::textChanged, this,
        [this](const QString& text) { m_go->setEnabled(!text.trimmed().isEmpty()); });
    m_go->setEnabled(false);
    retranslate();
}

void SourceForm::setAddress(const QString& address, const QString& branch) {
    m_address->setText(address);
    m_branch->setText(branch);
}

void SourceForm::enterAddress() {
    if (const QString address = m_address->text().trimmed(); !address.isEmpty()) {
        emit addressEntered(address, m_branch->text().trimmed());
    }
}

void SourceForm::retranslate() {
    m_folderTitle->setText(tr("A folder on this computer"));
    m_folderText->setText(tr("With or without Git. You can also drop it anywhere on this window."));
    m_folder->setText(tr("Open a folder…"));
    m_gitTitle->setText(tr("A Git repository"));
    m_gitText->setText(tr("Any public repository that can be cloned over HTTPS."));
    m_address->setPlaceholderText(QStringLiteral("https://github.com/owner/repository"));
    m_address->setAccessibleName(tr("URL of a Git repository"));
    m_branch->setPlaceholderText(tr("default branch"));
    m_branch->setAccessibleName(tr("Branch"));
    m_go->setText(tr("Continue"));
}

void SourceForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
