#include "app/screens/variables/comparison_card.h"

#include "app/screens/variables/variable_lines.h"
#include "app/screens/variables/variable_list.h"
#include "app/screens/variables/variables_intents.h"
#include "app/theme/metrics.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>

namespace miaobu::app {

namespace {
constexpr int mostRows = 10;
}

ComparisonCard::ComparisonCard(VariablesIntents& intents, QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading)),
      m_file(new Label(Type::Mono, Ink::Muted, Label::Overflow::Elide)),
      m_hint(new Label(Type::Small, Ink::Muted, Label::Overflow::Wrap)),
      m_list(new VariableList(VariableList::Menu::None, mostRows)), m_close(new QPushButton) {
    m_list->view().setObjectName(QStringLiteral("comparedVariables"));
    m_close->setObjectName(QStringLiteral("closeComparison"));
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::space3);
    top->addWidget(m_title);
    top->addWidget(m_file, 1);
    top->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    column->setSpacing(metrics::space3);
    column->addLayout(top);
    column->addWidget(m_list);
    column->addWidget(m_hint);
    connect(m_close, &QPushButton::clicked, &intents, &VariablesIntents::closeComparison);
    retranslate();
}

void ComparisonCard::setComparison(const FileComparison& comparison) {
    m_comparison = comparison;
    m_file->setText(comparison.file);
    m_list->setLines(linesOf(comparison));
    m_list->setVisible(!comparison.differences.isEmpty());
    retranslate();
}

void ComparisonCard::retranslate() {
    m_title->setText(tr("Compared with"));
    m_list->view().setAccessibleName(tr("Differences"));
    m_hint->setText(m_comparison.differences.isEmpty()
            ? tr("There are no variables on either side.")
            : tr("Left: the file against what is stored. Right: what is stored against the live deployment."));
    m_close->setText(tr("Close"));
}

void ComparisonCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setComparison(m_comparison);
    }
    Card::changeEvent(event);
}

} // namespace miaobu::app
