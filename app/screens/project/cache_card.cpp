#include "app/screens/project/cache_card.h"

#include "app/screens/project/project_intents.h"
#include "app/text/purge_text.h"
#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/check_list.h"
#include "app/widgets/label.h"
#include "app/widgets/notice.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

namespace miaobu::app {

namespace {

constexpr qsizetype mostTasks = 5;

CheckLine::State markOf(PurgeTask::State state) {
    return state == PurgeTask::State::Complete ? CheckLine::State::Done
        : state == PurgeTask::State::Failed    ? CheckLine::State::Failed
                                               : CheckLine::State::Active;
}

} // namespace

CacheCard::CacheCard(ProjectIntents& intents, QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading)), m_text(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)),
      m_all(new QPushButton), m_kind(new QComboBox), m_field(new QLineEdit), m_purge(new QPushButton),
      m_progress(new CheckList), m_error(new Notice(Tone::Failed)), m_usedUp(new Notice(Tone::Building)),
      m_quota(new Label(Type::Small, Ink::Muted, Label::Overflow::Wrap)), m_tasks(new CheckList) {
    setObjectName(QStringLiteral("cacheCard"));
    m_all->setObjectName(QStringLiteral("purgeAll"));
    m_text->setObjectName(QStringLiteral("cacheText"));
    m_progress->setObjectName(QStringLiteral("purgeProgress"));
    m_error->setObjectName(QStringLiteral("cacheError"));
    m_usedUp->setObjectName(QStringLiteral("quotaUsedUp"));
    m_quota->setObjectName(QStringLiteral("purgeQuota"));
    m_tasks->setObjectName(QStringLiteral("purgeTasks"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    column->setSpacing(metrics::space3);
    column->addLayout(buildTop());
    column->addWidget(m_form = buildForm());
    column->addWidget(m_progress);
    column->addWidget(m_error);
    column->addWidget(m_usedUp);
    column->addWidget(m_quota);
    column->addWidget(m_tasks);
    connectIntents(intents);
    retranslate();
}

QHBoxLayout* CacheCard::buildTop() {
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::space1);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::space4);
    top->addLayout(words, 1);
    top->addWidget(m_all, 0, Qt::AlignTop);
    return top;
}

QWidget* CacheCard::buildForm() {
    m_kind->setObjectName(QStringLiteral("purgeKind"));
    m_field->setObjectName(QStringLiteral("purgeSubjects"));
    m_purge->setObjectName(QStringLiteral("purgeTyped"));
    m_kind->addItem(QString(), static_cast<int>(PurgeKind::Files));
    m_kind->addItem(QString(), static_cast<int>(PurgeKind::Directories));
    auto* form = new QWidget;
    auto* row = new QHBoxLayout(form);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space2);
    row->addWidget(m_kind);
    row->addWidget(m_field, 1);
    row->addWidget(m_purge);
    return form;
}

void CacheCard::connectIntents(ProjectIntents& intents) {
    connect(m_all, &QPushButton::clicked, this, [this, out = &intents] {
        if (m_view.isPurging) {
            emit out->stopPurging();
        } else {
            emit out->purge(PurgeKind::Hosts, {});
        }
    });
    const auto purgeTyped = [this, out = &intents] {
        if (m_purge->isEnabled()) {
            emit out->purge(chosenKind(), typed());
        }
    };
    connect(m_purge, &QPushButton::clicked, this, purgeTyped);
    connect(m_field, &QLineEdit::returnPressed, this, purgeTyped);
    connect(m_field, &QLineEdit::textChanged, this, &CacheCard::retranslate);
    connect(m_kind, &QComboBox::activated, this, &CacheCard::retranslate);
    connect(m_error, &Notice::actionRequested, &intents, &ProjectIntents::lookAtCache);
}

void CacheCard::setView(const CacheView& view) {
    const bool isPurgedNow = m_view.isPurging && !view.isPurging && !view.error;
    m_view = view;
    if (isPurgedNow) {
        m_field->clear();
    }
    retranslate();
}

PurgeKind CacheCard::chosenKind() const {
    return static_cast<PurgeKind>(m_kind->currentData().toInt());
}

QStringList CacheCard::typed() const {
    static const QRegularExpression space(QStringLiteral("\\s+"));
    return m_field->text().split(space, Qt::SkipEmptyParts);
}

QString CacheCard::quotaText() const {
    if (!m_view.cache) {
        return m_view.isLooking ? tr("Asking the edge…") : QString();
    }
    if (!m_view.cache->knowsQuota) {
        return tr("This target purges whole hosts, without a quota.");
    }
    return tr("Left today: hosts %1, addresses %2, folders %3.")
        .arg(quotaLeftText(m_view.cache->hostQuota), quotaLeftText(m_view.cache->fileQuota),
            quotaLeftText(m_view.cache->directoryQuota));
}

void CacheCard::showProgress() {
    QList<CheckLine> lines;
    if (m_view.isPurging) {
        lines.append({tr("Purging"), m_view.purging.join(QStringLiteral(", ")),
            tr("That may take some minutes. It goes on in the cloud when you stop waiting."),
            m_view.percent >= 0 ? tr("%1 %").arg(m_view.percent) : QString(), CheckLine::State::Active});
    } else if (!m_view.purged.isEmpty()) {
        lines.append({tr("Purged"), m_view.purged.join(QStringLiteral(", ")), {}, tr("Done"), CheckLine::State::Done});
    }
    m_progress->setLines(lines);
    m_progress->setVisible(!lines.isEmpty());
}

void CacheCard::showError() {
    m_error->setVisible(m_view.error.has_value());
    if (m_view.error) {
        const ErrorWords words = inTheLanguageOfNow(m_view.error->words);
        const bool canLook = words.action == ErrorAction::Retry;
        m_error->setWords(words.what, (words.why + QLatin1Char('\n') + words.next).trimmed(),
            canLook ? tr("Ask the edge again") : QString());
    }
    QStringList usedUp;
    for (const PurgeKind kind : {PurgeKind::Hosts, PurgeKind::Files, PurgeKind::Directories}) {
        if (m_view.isUsedUp(kind)) {
            usedUp.append(purgeKindTitle(kind));
        }
    }
    m_usedUp->setVisible(!usedUp.isEmpty());
    m_usedUp->setWords(tr("Today's purges are used up: %1").arg(usedUp.join(QStringLiteral(", "))),
        quotaResetText(m_view.now) + QLatin1Char(' ') + tr("What the edge keeps meanwhile runs out by itself."));
}

void CacheCard::showTasks() {
    QList<CheckLine> lines;
    if (m_view.cache) {
        const QList<PurgeTask>& tasks = m_view.cache->tasks;
        for (const PurgeTask& task : tasks.first(std::min(mostTasks, tasks.size()))) {
            const QString when = task.createdAt.isValid() ? timeAgo(task.createdAt, m_view.now) : QString();
            QStringList words{purgeStateTitle(task), when};
            words.removeAll(QString());
            lines.append({purgeKindTitle(task.kind), purgeContent(task), {}, words.join(QStringLiteral("  ·  ")),
                markOf(task.state)});
        }
    }
    m_tasks->setLines(lines);
    m_tasks->setVisible(!lines.isEmpty());
}

void CacheCard::retranslate() {
    m_title->setText(tr("Cache"));
    m_text->setText(m_view.cache && !m_view.cache->hosts.isEmpty()
            ? tr("What the edge keeps of %1. A deployment purges it by itself.")
                  .arg(m_view.cache->hosts.join(QStringLiteral(", ")))
            : tr("What the edge keeps of this site for its visitors. A deployment purges it by itself."));
    m_all->setText(m_view.isPurging ? tr("Stop waiting") : tr("Purge everything"));
    m_all->setEnabled(m_view.isPurging || (!m_view.isBusy() && !m_view.isUsedUp(PurgeKind::Hosts)));
    m_form->setVisible(m_view.canChoose());
    m_kind->setItemText(0, tr("Address"));
    m_kind->setItemText(1, tr("Folder"));
    m_kind->setAccessibleName(tr("What to purge"));
    m_field->setAccessibleName(tr("Addresses or folders to purge"));
    m_field->setPlaceholderText(chosenKind() == PurgeKind::Files
            ? tr("/index.html, or a whole address; several with spaces between")
            : tr("/images/, or a whole address; several with spaces between"));
    m_purge->setText(tr("Purge"));
    m_purge->setAccessibleName(tr("Purge what is typed"));
    m_purge->setEnabled(!typed().isEmpty() && !m_view.isBusy() && !m_view.isUsedUp(chosenKind()));
    m_quota->setText(quotaText());
    m_quota->setVisible(!quotaText().isEmpty());
    showProgress();
    showError();
    showTasks();
}

void CacheCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
