#include "app/shell/domain_removal_dialog.h"

#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

DomainRemovalDialog::DomainRemovalDialog(const QString& host, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("domainRemovalDialog"));
    setWindowTitle(tr("Remove %1").arg(host));
    setFixedWidth(480);
    auto* title = new Label(Type::Heading, Ink::Text, Label::Overflow::Wrap);
    title->setText(tr("Remove the domain %1?").arg(host));
    auto* text = new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap);
    text->setText(
        tr("Visitors who come by it find nothing any more. The project's own address stays. Afterwards, remove "
           "the domain's CNAME record at your DNS provider."));
    auto* cancel = new QPushButton(tr("Cancel"));
    auto* remove = new QPushButton(tr("Remove"));
    remove->setObjectName(QStringLiteral("confirmDomainRemoval"));
    setButtonKind(*remove, ButtonKind::Danger);
    remove->setAutoDefault(false);
    cancel->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space2);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::space5);
    column->setSpacing(metrics::space2);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(metrics::space3);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(remove, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace miaobu::app
