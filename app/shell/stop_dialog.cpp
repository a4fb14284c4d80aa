#include "app/shell/stop_dialog.h"

#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace miaobu::app {

StopDialog::StopDialog(QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("stopDialog"));
    setWindowTitle(tr("Still deploying"));
    setFixedWidth(440);
    auto* title = new Label(Type::Heading, Ink::Text, Label::Overflow::Wrap);
    title->setText(tr("Stop what runs, and quit?"));
    auto* text = new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap);
    text->setText(tr("A deployment is under way. Quitting cancels it; the site that is live stays as it is."));
    auto* stay = new QPushButton(tr("Go on deploying"));
    auto* stop = new QPushButton(tr("Stop and quit"));
    stop->setObjectName(QStringLiteral("confirmStop"));
    setButtonKind(*stop, ButtonKind::Danger);
    stop->setAutoDefault(false);
    stay->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space2);
    buttons->addStretch();
    buttons->addWidget(stay);
    buttons->addWidget(stop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::space5);
    column->setSpacing(metrics::space2);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(metrics::space3);
    column->addLayout(buttons);
    connect(stay, &QPushButton::clicked, this, &QDialog::reject);
    connect(stop, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace miaobu::app
