#include "app/screens/target/rebuild_card.h"

#include "app/screens/target/target_intents.h"
#include "app/theme/metrics.h"
#include "app/widgets/busy_ring.h"
#include "app/widgets/label.h"
#include "app/widgets/notice.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace miaobu::app {

RebuildCard::RebuildCard(TargetIntents& intents, QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading)), m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)),
      m_ring(new BusyRing(16)), m_button(new QPushButton), m_error(new Notice(Tone::Failed)), m_list(new CheckList) {
    setObjectName(QStringLiteral("rebuildCard"));
    m_text->setObjectName(QStringLiteral("rebuildText"));
    m_button->setObjectName(QStringLiteral("rebuild"));
    m_error->setObjectName(QStringLiteral("rebuildError"));
    m_list->setObjectName(QStringLiteral("rebuildList"));
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::space1);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::space4);
    top->addLayout(words, 1);
    top->addWidget(m_ring);
    top->addWidget(m_button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    column->setSpacing(metrics::space2);
    column->addLayout(top);
    column->addWidget(m_error);
    column->addWidget(m_list);
    connect(m_button, &QPushButton::clicked, this, [this, out = &intents] {
        if (m_view.isRunning) {
            emit out->stopRebuilding();
        } else {
            emit out->rebuild();
        }
    });
    retranslate();
}

void RebuildCard::setView(const RebuildView& view) {
    m_view = view;
    retranslate();
}

QString RebuildCard::text() const {
    if (m_view.isRunning) {
        return tr("Reading what the bucket tells of your sites: %n deployment(s) so far.", nullptr, m_view.deployments);
    }
    if (!m_view.report) {
        return tr(
            "For a new computer: puts the projects and deployments that the bucket knows into the list. Nothing in "
            "the cloud is changed, and what is in the list already stays as it is.");
    }
    const RebuildReport& report = *m_view.report;
    if (report.addedProjects.isEmpty() && report.addedDeployments == 0 && report.addedRoutes == 0) {
        return report.knownDeployments > 0 ? tr("The bucket knows nothing that is not in the list already.")
                                           : tr("The bucket knows of no site yet.");
    }
    QStringList added{tr("%n project(s)", nullptr, static_cast<int>(report.addedProjects.size())),
        tr("%n deployment(s)", nullptr, report.addedDeployments), tr("%n address(es)", nullptr, report.addedRoutes)};
    if (report.addedDomains > 0) {
        added.append(tr("%n domain(s) among them", nullptr, report.addedDomains));
    }
    if (report.addedPreviews > 0) {
        added.append(tr("%n preview(s) among them", nullptr, report.addedPreviews));
    }
    return tr("Added: %1. Choose the source of a project before you deploy it from here.")
        .arg(added.join(QStringLiteral(", ")));
}

QList<CheckLine> RebuildCard::lines() const {
    QList<CheckLine> lines;
    if (!m_view.report || m_view.isRunning) {
        return lines;
    }
    for (const QString& slug : m_view.report->addedProjects) {
        lines.append({{}, slug, {}, tr("added"), CheckLine::State::Done});
    }
    for (const RebuildReport::Skipped& skipped : m_view.report->skipped) {
        const ErrorWords words = wordsFor(skipped.error);
        QStringList sentences{words.what, words.why};
        sentences.removeAll(QString());
        lines.append(
            {{}, skipped.prefix, sentences.join(QLatin1Char(' ')), tr("skipped"), CheckLine::State::Attention});
    }
    return lines;
}

void RebuildCard::retranslate() {
    m_title->setText(tr("Rebuild from the bucket"));
    m_text->setText(text());
    m_ring->setVisible(m_view.isRunning);
    m_button->setText(m_view.isRunning ? tr("Stop") : tr("Rebuild"));
    m_button->setAccessibleName(m_view.isRunning ? tr("Stop rebuilding") : tr("Rebuild from the bucket"));
    m_error->setVisible(m_view.error.has_value());
    if (m_view.error) {
        const ErrorWords words = inTheLanguageOfNow(m_view.error->words);
        m_error->setWords(words.what, (words.why + QLatin1Char('\n') + words.next).trimmed());
    }
    m_list->setLines(lines());
    m_list->setVisible(!lines().isEmpty());
}

void RebuildCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
