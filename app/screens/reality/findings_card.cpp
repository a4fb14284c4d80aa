#include "app/screens/reality/findings_card.h"

#include "app/screens/reality/finding_row.h"
#include "app/theme/metrics.h"

#include <QVBoxLayout>

namespace miaobu::app {

FindingsCard::FindingsCard(QWidget* parent) : Card(parent), m_column(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("findingsCard"));
    m_column->setContentsMargins(1, metrics::space1, 1, metrics::space1);
    m_column->setSpacing(0);
}

void FindingsCard::setRowCount(qsizetype count) {
    while (m_entries.size() > count) {
        const Entry entry = m_entries.takeLast();
        delete entry.rule;
        delete entry.row;
    }
    while (m_entries.size() < count) {
        const qsizetype index = m_entries.size();
        const Entry entry{new Rule, new FindingRow};
        entry.rule->setVisible(index > 0);
        m_column->addWidget(entry.rule);
        m_column->addWidget(entry.row);
        connect(entry.row, &FindingRow::fixRequested, this,
            [this, index](RealityFix fix) { emit fixRequested(m_findings.at(index).finding, fix); });
        m_entries.append(entry);
    }
}

void FindingsCard::setFindings(const QList<FindingView>& findings, bool showTargets) {
    m_findings = findings;
    setRowCount(findings.size());
    for (qsizetype index = 0; index < findings.size(); ++index) {
        m_entries.at(index).row->setView(findings.at(index), showTargets);
    }
}

} // namespace miaobu::app
