#pragma once

#include <QDialog>

namespace miaobu::app {

/// Asks whether a domain that answers visitors is to be taken away.
class DomainRemovalDialog final : public QDialog {
    Q_OBJECT

public:
    explicit DomainRemovalDialog(const QString& host, QWidget* parent = nullptr);
};

} // namespace miaobu::app
