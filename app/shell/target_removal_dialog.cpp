#include "app/shell/target_removal_dialog.h"

#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

TargetRemovalDialog::TargetRemovalDialog(const QString& target, int projects, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("targetRemovalDialog"));
    setWindowTitle(tr("Remove %1").arg(target));
    setFixedWidth(480);
    auto* title = new Label(Type::Heading, Ink::Text, Label::Overflow::Wrap);
    title->setText(tr("Remove the target %1 from this computer?").arg(target));
    auto* text = new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap);
    text->setText(tr("Miaobu forgets it and its key. Everything in the cloud stays: your sites go on answering, and "
                     "nothing is deleted."));
    auto* affected = new Label(Type::Text, Ink::Text, Label::Overflow::Wrap);
    affected->setText(
        tr("%n project(s) cannot be deployed until the target is connected again, or another one is chosen.", nullptr,
            projects));
    affected->setVisible(projects > 0);
    auto* cancel = new QPushButton(tr("Cancel"));
    auto* remove = new QPushButton(tr("Remove"));
    remove->setObjectName(QStringLiteral("confirmTargetRemoval"));
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
    column->addWidget(affected);
    column->addSpacing(metrics::space3);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(remove, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace miaobu::app
