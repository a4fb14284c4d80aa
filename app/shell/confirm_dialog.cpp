#include "app/shell/confirm_dialog.h"

#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace miaobu::app {

namespace {

struct RemovalDialog {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::RemovalDialog)
};

struct TargetRemovalDialog {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::TargetRemovalDialog)
};

struct StopDialog {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::StopDialog)
};

constexpr int dialogWidth = 480;

Label* paragraph(const QString& text, Type type, Ink ink) {
    auto* label = new Label(type, ink, Label::Overflow::Wrap);
    label->setText(text);
    return label;
}

} // namespace

ConfirmDialog::ConfirmDialog(const Question& question, QWidget* parent) : QDialog(parent) {
    setObjectName(question.name);
    setWindowTitle(question.window);
    auto* stay = new QPushButton(question.stay);
    auto* act = new QPushButton(question.act);
    act->setObjectName(question.actName);
    setButtonKind(*act, ButtonKind::Danger);
    act->setAutoDefault(false);
    stay->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::space5);
    column->setSpacing(metrics::space2);
    column->addWidget(paragraph(question.title, Type::Heading, Ink::Text));
    column->addWidget(paragraph(question.text, Type::Text, Ink::Muted));
    if (!question.note.isEmpty()) {
        column->addWidget(paragraph(question.note, Type::Text, Ink::Text));
    }
    if (!question.ask.isEmpty()) {
        auto* field = new QLineEdit;
        field->setObjectName(QStringLiteral("typedSlug"));
        field->setAccessibleName(question.ask);
        column->addSpacing(metrics::space2);
        column->addWidget(paragraph(question.ask, Type::Text, Ink::Text));
        column->addWidget(field);
        act->setEnabled(false);
        connect(field, &QLineEdit::textChanged, this,
            [act, wanted = question.typed](const QString& typed) { act->setEnabled(typed.trimmed() == wanted); });
    }
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space2);
    buttons->addStretch();
    buttons->addWidget(stay);
    buttons->addWidget(act);
    column->addSpacing(metrics::space3);
    column->addLayout(buttons);
    // A dialog is not made as high as its wrapped words by itself.
    setFixedSize(dialogWidth, column->totalHeightForWidth(dialogWidth));
    connect(stay, &QPushButton::clicked, this, &QDialog::reject);
    connect(act, &QPushButton::clicked, this, &QDialog::accept);
}

Question removalQuestion(const Project& project) {
    using Words = RemovalDialog;
    return {.name = QStringLiteral("removalDialog"),
        .window = Words::tr("Delete %1").arg(project.name),
        .title = Words::tr("Delete %1 and take it offline?").arg(project.name),
        .text
        = Words::tr("Its addresses stop answering, and every deployment on %1 is removed, with logs and settings. "
                    "The source is not touched: %2")
            .arg(targetTitle(project.target), project.source.location),
        .note = {},
        .ask = Words::tr("Type %1 to go on.").arg(project.slug),
        .typed = project.slug,
        .stay = Words::tr("Cancel"),
        .act = Words::tr("Delete"),
        .actName = QStringLiteral("confirmRemoval")};
}

Question targetRemovalQuestion(const QString& target, int projects) {
    using Words = TargetRemovalDialog;
    return {.name = QStringLiteral("targetRemovalDialog"),
        .window = Words::tr("Remove %1").arg(target),
        .title = Words::tr("Remove the target %1 from this computer?").arg(target),
        .text
        = Words::tr("Miaobu forgets it and its key. Everything in the cloud stays: your sites go on answering, and "
                    "nothing is deleted."),
        .note = projects == 0
            ? QString()
            : Words::tr(
                  "%n project(s) cannot be deployed until the target is connected again, or another one is chosen.",
                  nullptr, projects),
        .ask = {},
        .typed = {},
        .stay = Words::tr("Cancel"),
        .act = Words::tr("Remove"),
        .actName = QStringLiteral("confirmTargetRemoval")};
}

Question stopQuestion() {
    using Words = StopDialog;
    return {.name = QStringLiteral("stopDialog"),
        .window = Words::tr("Still deploying"),
        .title = Words::tr("Stop what runs, and quit?"),
        .text = Words::tr("A deployment is under way. Quitting cancels it; the site that is live stays as it is."),
        .note = {},
        .ask = {},
        .typed = {},
        .stay = Words::tr("Go on deploying"),
        .act = Words::tr("Stop and quit"),
        .actName = QStringLiteral("confirmStop")};
}

} // namespace miaobu::app
