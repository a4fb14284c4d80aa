#include "app/shell/confirm_dialog.h"

#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "core/domains/host_name.h"

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

struct PreviewRemovalDialog {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::PreviewRemovalDialog)
};

struct DomainRemovalDialog {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::DomainRemovalDialog)
};

struct StopDialog {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::StopDialog)
};

constexpr int dialogWidth = 480;

Label* paragraph(const QString& text, Type type, Ink ink) {
    auto* label = new Label(type, ink, Label::Overflow::Wrap);
    label->setText(text);
    label->setMinimumHeight(label->heightForWidth(dialogWidth - 2 * metrics::pageMargin));
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
    return {.name = QStringLiteral("removalDialog"),
        .window = RemovalDialog::tr("Delete %1").arg(project.name),
        .title = RemovalDialog::tr("Delete %1 and take it offline?").arg(project.name),
        .text = RemovalDialog::tr(
            "Its addresses stop answering, and every deployment on %1 is removed, with logs and settings. "
            "The source is not touched: %2")
            .arg(targetTitle(project.target), project.source.location),
        .note = {},
        .ask = RemovalDialog::tr("Type %1 to go on.").arg(project.slug),
        .typed = project.slug,
        .stay = RemovalDialog::tr("Cancel"),
        .act = RemovalDialog::tr("Delete"),
        .actName = QStringLiteral("confirmRemoval")};
}

Question targetRemovalQuestion(const QString& target, int projects) {
    return {.name = QStringLiteral("targetRemovalDialog"),
        .window = TargetRemovalDialog::tr("Remove %1").arg(target),
        .title = TargetRemovalDialog::tr("Remove the target %1 from this computer?").arg(target),
        .text = TargetRemovalDialog::tr(
            "Miaobu forgets it and its key. Everything in the cloud stays: your sites go on answering, and "
            "nothing is deleted."),
        .note = projects == 0
            ? QString()
            : TargetRemovalDialog::tr(
                  "%n project(s) cannot be deployed until the target is connected again, or another one is chosen.",
                  nullptr, projects),
        .ask = {},
        .typed = {},
        .stay = TargetRemovalDialog::tr("Cancel"),
        .act = TargetRemovalDialog::tr("Remove"),
        .actName = QStringLiteral("confirmTargetRemoval")};
}

Question domainRemovalQuestion(const QString& host) {
    return {.name = QStringLiteral("domainRemovalDialog"),
        .window = DomainRemovalDialog::tr("Remove %1").arg(readableHost(host)),
        .title = DomainRemovalDialog::tr("Remove the domain %1?").arg(readableHost(host)),
        .text = DomainRemovalDialog::tr(
            "Visitors who come by it find nothing any more. The project's own address stays. Afterwards, remove "
            "the domain's CNAME record at your DNS provider."),
        .note = {},
        .ask = {},
        .typed = {},
        .stay = DomainRemovalDialog::tr("Cancel"),
        .act = DomainRemovalDialog::tr("Remove"),
        .actName = QStringLiteral("confirmDomainRemoval")};
}

Question previewRemovalQuestion(const QString& host) {
    return {.name = QStringLiteral("previewRemovalDialog"),
        .window = PreviewRemovalDialog::tr("Remove %1").arg(host),
        .title = PreviewRemovalDialog::tr("Remove the preview %1?").arg(host),
        .text = PreviewRemovalDialog::tr(
            "Who has its address finds nothing any more, and its password is forgotten. The site and the repository "
            "stay as they are; the preview can be made again."),
        .note = {},
        .ask = {},
        .typed = {},
        .stay = PreviewRemovalDialog::tr("Cancel"),
        .act = PreviewRemovalDialog::tr("Remove"),
        .actName = QStringLiteral("confirmPreviewRemoval")};
}

Question stopQuestion() {
    return {.name = QStringLiteral("stopDialog"),
        .window = StopDialog::tr("Still deploying"),
        .title = StopDialog::tr("Stop what runs, and quit?"),
        .text = StopDialog::tr("A deployment is under way. Quitting cancels it; the site that is live stays as it is."),
        .note = {},
        .ask = {},
        .typed = {},
        .stay = StopDialog::tr("Go on deploying"),
        .act = StopDialog::tr("Stop and quit"),
        .actName = QStringLiteral("confirmStop")};
}

} // namespace miaobu::app
