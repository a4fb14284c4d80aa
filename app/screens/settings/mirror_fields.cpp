#include "app/screens/settings/mirror_fields.h"

#include "app/screens/common/form_card.h"
#include "app/theme/type.h"
#include "core/store/build_settings.h"

#include <QLineEdit>

#include <array>

namespace miaobu::app {

namespace {

/// How many of buildSettings() the window shows; the rest is for the command line.
constexpr qsizetype shownSettings = 4;

} // namespace

MirrorFields::MirrorFields(FormCard& card) : QObject(&card) {
    for (qsizetype index = 0; index < shownSettings; ++index) {
        const BuildSetting& setting = buildSettings().at(index);
        auto* field = new QLineEdit;
        field->setObjectName(QStringLiteral("settings-") + setting.name);
        field->setFont(fontOf(Type::Mono));
        m_entries.append({&setting, field, card.addRow(field)});
        connect(field, &QLineEdit::textEdited, this, &MirrorFields::showNotes);
        const Entry entry = m_entries.constLast();
        connect(field, &QLineEdit::editingFinished, this, [this, entry] { take(entry); });
    }
    retranslate();
}

void MirrorFields::take(const Entry& entry) {
    const QString value = entry.field->text().trimmed();
    if (value != m_values.value(entry.setting->name) && isAllowed(*entry.setting, value)) {
        m_values.insert(entry.setting->name, value);
        emit chosen(entry.setting->name, value);
    }
}

void MirrorFields::setValues(const QHash<QString, QString>& values) {
    m_values = values;
    for (const Entry& entry : std::as_const(m_entries)) {
        entry.field->setText(values.value(entry.setting->name));
    }
    showNotes();
}

void MirrorFields::showNotes() {
    const std::array notes{tr("What Python apps are built on; %1 is the version"),
        tr("What Node servers, and sites in containers, are built on; %1 is the version"),
        tr("Empty: where pip looks by itself"), tr("Empty: where npm looks by itself")};
    for (qsizetype index = 0; index < m_entries.size(); ++index) {
        const Entry& entry = m_entries.at(index);
        const bool isGood = isAllowed(*entry.setting, entry.field->text().trimmed());
        const QString wanted = entry.setting->form == BuildSetting::Form::Address
            ? tr("An address such as https://mirror.example.com/simple, without a password")
            : tr("A name such as mirror.example.com/library/python:%1-slim");
        entry.row->setNote(isGood ? notes.at(static_cast<std::size_t>(index)) : wanted, !isGood);
    }
}

void MirrorFields::retranslate() {
    const std::array titles{tr("Python image"), tr("Node image"), tr("Python packages"), tr("Node packages")};
    for (qsizetype index = 0; index < m_entries.size(); ++index) {
        const Entry& entry = m_entries.at(index);
        entry.row->setTitle(titles.at(static_cast<std::size_t>(index)));
        const QString usual = entry.setting->setting.defaultValue.toString();
        entry.field->setPlaceholderText(usual);
    }
    showNotes();
}

} // namespace miaobu::app
