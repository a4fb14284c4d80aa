#pragma once

#include "app/screens/reality/reality_state.h"
#include "app/widgets/card.h"

class QVBoxLayout;

namespace miaobu::app {

class FindingRow;

/// The differences of a check, one below the other. A row that changes keeps its place.
class FindingsCard : public Card {
    Q_OBJECT

public:
    explicit FindingsCard(QWidget* parent = nullptr);

    void setFindings(const QList<FindingView>& findings, bool showTargets);

signals:
    void fixRequested(const miaobu::RealityFinding& finding, miaobu::RealityFix fix);

private:
    void setRowCount(qsizetype count);

    struct Entry {
        Rule* rule;
        FindingRow* row;
    };
    QList<FindingView> m_findings;
    QVBoxLayout* m_column;
    QList<Entry> m_entries;
};

} // namespace miaobu::app
