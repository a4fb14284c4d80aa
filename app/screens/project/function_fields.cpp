#include "app/screens/project/function_fields.h"

#include "app/screens/common/form_card.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSpinBox>

namespace miaobu::app {

FunctionFields::FunctionFields(FormCard& card)
    : QObject(&card), m_card(card), m_way(new QComboBox), m_cpu(new QDoubleSpinBox), m_memory(new QSpinBox),
      m_timeout(new QSpinBox), m_concurrency(new QSpinBox), m_health(new QLineEdit), m_port(new QSpinBox),
      m_wayRow(addRow(m_way, QStringLiteral("appWay"))), m_cpuRow(addRow(m_cpu, QStringLiteral("functionCpu"))),
      m_memoryRow(addRow(m_memory, QStringLiteral("functionMemory"))),
      m_timeoutRow(addRow(m_timeout, QStringLiteral("functionTimeout"))),
      m_concurrencyRow(addRow(m_concurrency, QStringLiteral("functionConcurrency"))),
      m_healthRow(addRow(m_health, QStringLiteral("functionHealth"))),
      m_portRow(addRow(m_port, QStringLiteral("functionPort"))) {
    m_way->addItem(QString(), appWayName(AppWay::Image));
    m_way->addItem(QString(), appWayName(AppWay::Package));
    m_cpu->setRange(0.05, 16);
    m_cpu->setSingleStep(0.05);
    m_memory->setRange(128, 32768);
    m_memory->setSingleStep(64);
    m_timeout->setRange(1, 86400);
    m_concurrency->setRange(1, 200);
    m_health->setPlaceholderText(QStringLiteral("/"));
    m_port->setRange(0, 65535);
    const auto changed = [this] {
        showNotes();
        emit edited();
    };
    connect(m_way, &QComboBox::activated, this, changed);
    connect(m_cpu, &QDoubleSpinBox::valueChanged, this, changed);
    for (const QSpinBox* box : {m_memory, m_timeout, m_concurrency, m_port}) {
        connect(box, &QSpinBox::valueChanged, this, changed);
    }
    connect(m_health, &QLineEdit::textEdited, this, changed);
    retranslate();
}

FormRow* FunctionFields::addRow(QWidget* field, const QString& name) {
    field->setObjectName(name);
    return m_card.addRow(field);
}

void FunctionFields::setSettings(const FunctionSettings& settings) {
    const QSignalBlocker cpu(m_cpu);
    const QSignalBlocker memory(m_memory);
    const QSignalBlocker timeout(m_timeout);
    const QSignalBlocker concurrency(m_concurrency);
    const QSignalBlocker port(m_port);
    m_way->setCurrentIndex(m_way->findData(appWayName(settings.way)));
    m_cpu->setValue(settings.cpu);
    m_memory->setValue(settings.memory);
    m_timeout->setValue(settings.timeout);
    m_concurrency->setValue(settings.concurrency);
    m_health->setText(settings.healthPath);
    m_port->setValue(settings.port);
    showNotes();
}

FunctionSettings FunctionFields::settings() const {
    QString path = m_health->text().trimmed();
    if (!path.isEmpty() && !path.startsWith(QLatin1Char('/'))) {
        path.prepend(QLatin1Char('/'));
    }
    return {appWayFromName(m_way->currentData().toString()), m_cpu->value(), m_memory->value(), m_timeout->value(),
        m_concurrency->value(), path == QLatin1String("/") ? QString() : path, m_port->value()};
}

void FunctionFields::setVisible(bool visible, bool withPackage) {
    for (FormRow* row : {m_cpuRow, m_memoryRow, m_timeoutRow, m_concurrencyRow, m_healthRow, m_portRow}) {
        m_card.setRowVisible(row, visible);
    }
    m_card.setRowVisible(m_wayRow, visible && withPackage);
}

void FunctionFields::showNotes() {
    const FunctionSettings chosen = settings();
    const FunctionSettings taken = withinLimits(chosen);
    m_wayRow->setNote(chosen.way == AppWay::Image ? tr("Built by Docker or Podman, with anything the app needs")
                                                  : tr("By pip, without a container engine"));
    m_cpuRow->setNote(taken.cpu != chosen.cpu ? tr("Will be %1").arg(taken.cpu) : tr("For each instance"));
    m_memoryRow->setNote(taken.memory != chosen.memory
            ? tr("Will be %1 MB: one to four GB for each vCPU, in steps of 64 MB").arg(taken.memory)
            : tr("One to four GB for each vCPU"));
    m_portRow->setNote(chosen.port == 0 ? tr("The one the Dockerfile exposes, or 9000; the app is told it in PORT")
                                        : tr("The app has to listen on it; it is told it in PORT"));
}

void FunctionFields::retranslate() {
    m_way->setItemText(0, tr("Container image"));
    m_way->setItemText(1, tr("Code package"));
    m_wayRow->setTitle(tr("Deployed as"));
    m_cpuRow->setTitle(tr("vCPU"));
    m_memoryRow->setTitle(tr("Memory"));
    m_memory->setSuffix(tr(" MB"));
    m_timeoutRow->setTitle(tr("Longest answer"));
    m_timeoutRow->setNote(tr("A request that takes longer is ended"));
    m_timeout->setSuffix(tr(" s"));
    m_concurrencyRow->setTitle(tr("Requests at once"));
    m_concurrencyRow->setNote(tr("One instance answers so many before another one starts"));
    m_healthRow->setTitle(tr("Health path"));
    m_healthRow->setNote(tr("Asked before visitors are led to a new version"));
    m_portRow->setTitle(tr("Port"));
    //: In the field of a port: nobody has chosen one.
    m_port->setSpecialValueText(tr("Automatic"));
    showNotes();
}

} // namespace miaobu::app
