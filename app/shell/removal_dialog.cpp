#include "app/shell/removal_dialog.h"

#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

RemovalDialog::RemovalDialog(const Project& project, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("removalDialog"));
    setWindowTitle(tr("Delete %1").arg(project.name));
    setFixedWidth(480);
    auto* title = new Label(Type::Heading, Ink::Text, Label::Overflow::Wrap);
    title->setText(tr("Delete %1 and take it offline?").arg(project.name));
    auto* text = new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap);
    text->setText(tr("Its addresses stop answering, and every deployment on %1 is removed, with logs and settings. "
                     "The source is not touched: %2")
            .arg(targetTitle(project.target), project.source.location));
    auto* ask = new Label(Type::Text, Ink::Text, Label::Overflow::Wrap);
    ask->setText(tr("Type %1 to go on.").arg(project.slug));
    auto* field = new QLineEdit;
    field->setObjectName(QStringLiteral("typedSlug"));
    field->setAccessibleName(ask->text());
    auto* cancel = new QPushButton(tr("Cancel"));
    auto* remove = new QPushButton(tr("Delete"));
    remove->setObjectName(QStringLiteral("confirmRemoval"));
    setButtonKind(*remove, ButtonKind::Danger);
    remove->setEnabled(false);
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
    column->addSpacing(metrics::space2);
    column->addWidget(ask);
    column->addWidget(field);
    column->addSpacing(metrics::space3);
    column->addLayout(buttons);
    connect(field, &QLineEdit::textChanged, this,
        [remove, slug = project.slug](const QString& typed) { remove->setEnabled(typed.trimmed() == slug); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(remove, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace miaobu::app
