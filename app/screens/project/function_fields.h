#pragma once

#include "core/model/web_app.h"

#include <QObject>

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;

namespace miaobu::app {

class FormCard;
class FormRow;

/// How the function of a web app is made and what it is given, as rows of a form.
class FunctionFields final : public QObject {
    Q_OBJECT

public:
    /// Adds its rows to \a card, which owns them.
    explicit FunctionFields(FormCard& card);

    void setSettings(const FunctionSettings& settings);
    [[nodiscard]] FunctionSettings settings() const;
    /// \a withPackage: the app can also be a code package.
    void setVisible(bool visible, bool withPackage);
    void retranslate();

signals:
    void edited();

private:
    void showNotes();
    FormRow* addRow(QWidget* field, const QString& name);

    FormCard& m_card;
    QComboBox* m_way;
    QDoubleSpinBox* m_cpu;
    QSpinBox* m_memory;
    QSpinBox* m_timeout;
    QSpinBox* m_concurrency;
    QLineEdit* m_health;
    QSpinBox* m_port;
    FormRow* m_wayRow;
    FormRow* m_cpuRow;
    FormRow* m_memoryRow;
    FormRow* m_timeoutRow;
    FormRow* m_concurrencyRow;
    FormRow* m_healthRow;
    FormRow* m_portRow;
};

} // namespace miaobu::app
