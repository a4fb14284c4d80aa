#include "app/screens/common/plan_fields.h"

#include "app/screens/common/form_card.h"
#include "app/text/reason_text.h"
#include "app/theme/type.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

/// "/" is how people write the top of a repository; the plan has an empty path there.
QString shownRoot(const QString& root) {
    return root.isEmpty() || root == "."_L1 ? u"/"_s : root;
}

/// Whether a project of \a kind has the value \a key.
bool isAsked(const QString& key, ProjectKind kind) {
    static const QStringList ofPython{u"pythonVersion"_s, u"appModule"_s, u"startCommand"_s};
    const bool isPython = kind == ProjectKind::Python;
    if (key == "outputDir"_L1) {
        return !isWebApp(kind);
    }
    return key == "startCommand"_L1 ? isWebApp(kind) : ofPython.contains(key) == isPython;
}

} // namespace

PlanFields::PlanFields(FormCard& card)
    : QObject(&card), m_card(card), m_app(new QComboBox), m_root(new QComboBox), m_place(new QComboBox),
      m_spa(new QCheckBox) {
    m_root->setObjectName(u"rootDirectory"_s);
    m_root->setEditable(true);
    m_root->setInsertPolicy(QComboBox::NoInsert);
    m_rootRow = card.addRow(m_root);
    m_place->setObjectName(u"buildPlace"_s);
    m_place->addItems({QString(), QString()});
    m_placeRow = card.addRow(m_place);
    addEntry(card, u"nodeVersion"_s, &BuildPlan::nodeVersion, &BuildOverrides::nodeVersion, false);
    addEntry(card, u"installCommand"_s, &BuildPlan::installCommand, &BuildOverrides::installCommand, true);
    addEntry(card, u"buildCommand"_s, &BuildPlan::buildCommand, &BuildOverrides::buildCommand, true);
    addEntry(card, u"outputDir"_s, &BuildPlan::outputDir, &BuildOverrides::outputDir, true);
    addEntry(card, u"pythonVersion"_s, &BuildPlan::pythonVersion, &BuildOverrides::pythonVersion, false);
    m_app->setObjectName(u"appChoice"_s);
    m_app->setEditable(true);
    m_app->setInsertPolicy(QComboBox::NoInsert);
    addEntry(card, u"appModule"_s, &BuildPlan::appModule, &BuildOverrides::appModule, true, m_app);
    addEntry(card, u"startCommand"_s, &BuildPlan::startCommand, &BuildOverrides::startCommand, true);
    m_spa->setObjectName(u"isSpa"_s);
    m_spaRow = card.addRow(m_spa);
    connect(m_root, &QComboBox::activated, this, &PlanFields::chooseRoot);
    connect(m_root->lineEdit(), &QLineEdit::editingFinished, this, &PlanFields::chooseRoot);
    const auto changed = [this] {
        showNotes();
        emit edited();
    };
    connect(m_spa, &QCheckBox::clicked, this, changed);
    connect(m_place, &QComboBox::activated, this, changed);
    retranslate();
}

void PlanFields::addEntry(FormCard& card, const QString& name, QString BuildPlan::* detected,
    QString BuildOverrides::* chosen, bool isCommand, QComboBox* choice) {
    auto* field = choice ? choice->lineEdit() : new QLineEdit;
    field->setObjectName(name);
    QWidget* const shown = choice ? static_cast<QWidget*>(choice) : field;
    if (isCommand) {
        shown->setFont(fontOf(Type::Mono));
    }
    const auto changed = [this] {
        showNotes();
        emit edited();
    };
    connect(field, &QLineEdit::textEdited, this, changed);
    if (choice) {
        connect(choice, &QComboBox::activated, this, changed);
    }
    m_entries.append({field, card.addRow(shown), detected, chosen, name});
}

const PlanFields::Entry& PlanFields::entryOf(QString BuildPlan::* detected) const {
    return *std::ranges::find(m_entries, detected, &Entry::detected);
}

bool PlanFields::isAppAsked() const {
    return m_asks && m_plan.kind == ProjectKind::Python && !m_plan.appCandidates.isEmpty();
}

bool PlanFields::isComplete() const {
    const bool isOwnStart = entryOf(&BuildPlan::startCommand).field->text().trimmed() != m_plan.startCommand;
    return !isAppAsked() || isOwnStart || !entryOf(&BuildPlan::appModule).field->text().trimmed().isEmpty();
}

QString PlanFields::rootText() const {
    const QString text = m_root->currentText().trimmed();
    return text == "/"_L1 ? QString() : text;
}

void PlanFields::chooseRoot() {
    if (rootText() != m_plan.rootDirectory) {
        emit rootChosen(rootText());
    }
}

void PlanFields::setPlan(const BuildPlan& detected, const BuildOverrides& overrides) {
    m_plan = detected;
    m_rootOverride = overrides.rootDirectory;
    if (!m_rootOverride.isNull()) {
        m_plan.rootDirectory = m_rootOverride;
    }
    m_root->clear();
    QStringList roots = detected.apps;
    if (!roots.contains(m_plan.rootDirectory)) {
        roots.prepend(m_plan.rootDirectory);
    }
    for (const QString& root : std::as_const(roots)) {
        m_root->addItem(shownRoot(root));
    }
    m_root->setCurrentText(shownRoot(m_plan.rootDirectory));
    m_app->clear();
    m_app->addItems(
        detected.appModule.isEmpty() ? QStringList() : QStringList(detected.appModule) + detected.appCandidates);
    for (const Entry& entry : std::as_const(m_entries)) {
        const QString& chosen = overrides.*entry.chosen;
        entry.field->setText(chosen.isNull() ? detected.*entry.detected : chosen);
        // A long command is read from its start.
        entry.field->setCursorPosition(0);
    }
    if (isAppAsked() && overrides.appModule.isNull()) {
        m_app->setCurrentIndex(-1);
        m_app->clearEditText();
    }
    m_spa->setChecked(overrides.isSpa.value_or(detected.isSpa));
    m_place->setCurrentIndex(static_cast<int>(overrides.place.value_or(BuildPlace::Computer)));
    showNotes();
}

BuildOverrides PlanFields::overrides() const {
    BuildOverrides overrides;
    for (const Entry& entry : m_entries) {
        const QString text = entry.field->text().trimmed();
        const bool isChoice = isAppAsked() && entry.detected == &BuildPlan::appModule;
        if (isChoice && text.isEmpty()) {
            continue;
        }
        // What was chosen among several stays chosen, whatever is detected later.
        if (isChoice || text != m_plan.*entry.detected) {
            overrides.*entry.chosen = text.isEmpty() ? u""_s : text;
        }
    }
    overrides.rootDirectory = m_rootOverride;
    if (!m_plan.rootDirectory.isEmpty()) {
        overrides.rootDirectory = m_plan.rootDirectory;
    }
    if (m_spa->isChecked() != m_plan.isSpa) {
        overrides.isSpa = m_spa->isChecked();
    }
    if (place() != BuildPlace::Computer) {
        overrides.place = place();
    }
    return overrides;
}

BuildPlace PlanFields::place() const {
    return static_cast<BuildPlace>(m_place->currentIndex());
}

bool PlanFields::isPlaceAsked() const {
    // A web app is built as its function runs it; where nothing is run, there is nothing to choose.
    const auto runs = [this](QString BuildPlan::* command) { return !entryOf(command).field->text().isEmpty(); };
    return m_plan.kind == ProjectKind::Static && (runs(&BuildPlan::installCommand) || runs(&BuildPlan::buildCommand));
}

QString PlanFields::noteOf(const Entry& entry) const {
    const QString& detected = m_plan.*entry.detected;
    const QString text = entry.field->text().trimmed();
    const bool isApp = entry.detected == &BuildPlan::appModule && !m_plan.appCandidates.isEmpty();
    if (isApp && text.isEmpty()) {
        return tr("%n apps found; choose the one that answers visitors", nullptr,
            static_cast<int>(m_plan.appCandidates.size() + 1));
    }
    if (isApp && (text == detected || m_plan.appCandidates.contains(text))) {
        return tr("One of %n apps found", nullptr, static_cast<int>(m_plan.appCandidates.size() + 1));
    }
    return text == detected  ? reasonText(m_plan.reasons.value(entry.reasonKey))
        : detected.isEmpty() ? tr("Your own; nothing was detected")
                             : tr("Your own; detected: %1").arg(detected);
}

void PlanFields::showNotes() {
    const auto reason = [this](const QString& key) { return reasonText(m_plan.reasons.value(key)); };
    for (const Entry& entry : std::as_const(m_entries)) {
        const bool isOpen = entry.detected == &BuildPlan::appModule && !isComplete();
        entry.row->setNote(noteOf(entry), isOpen);
    }
    const auto others = static_cast<int>(m_plan.apps.size());
    QStringList apps;
    for (const QString& app : m_plan.apps) {
        apps.append(shownRoot(app));
    }
    m_rootRow->setNote(
        others > 1 ? tr("%n apps found: %1", nullptr, others).arg(apps.join(tr(", "))) : reason(u"rootDirectory"_s));
    const bool spaChanged = m_spa->isChecked() != m_plan.isSpa;
    m_spaRow->setNote(spaChanged ? tr("Your own choice") : reason(u"isSpa"_s));
    m_card.setRowVisible(m_spaRow, m_plan.kind == ProjectKind::Static);
    m_placeRow->setNote(place() == BuildPlace::Container ? tr("By Docker or Podman; sees nothing of your home folder")
                                                         : tr("With the Node.js that is installed here"));
    m_card.setRowVisible(m_placeRow, isPlaceAsked());
    for (const Entry& entry : std::as_const(m_entries)) {
        m_card.setRowVisible(entry.row, isAsked(entry.reasonKey, m_plan.kind));
    }
}

void PlanFields::retranslate() {
    const std::array titles{
        tr("Node"), tr("Install"), tr("Build"), tr("Output"), tr("Python"), tr("App object"), tr("Start")};
    const std::array empty{tr("any version"), tr("nothing to install"), tr("no build"), tr("not known"),
        tr("any version"), tr("main:app"), tr("not known")};
    for (qsizetype index = 0; index < m_entries.size(); ++index) {
        m_entries.at(index).row->setTitle(titles.at(static_cast<std::size_t>(index)));
        m_entries.at(index).field->setPlaceholderText(empty.at(static_cast<std::size_t>(index)));
    }
    m_rootRow->setTitle(tr("App folder"));
    m_placeRow->setTitle(tr("Build on"));
    m_place->setItemText(static_cast<int>(BuildPlace::Computer), tr("This computer"));
    m_place->setItemText(static_cast<int>(BuildPlace::Container), tr("A container on this computer"));
    m_spaRow->setTitle(tr("One page"));
    m_spa->setText(tr("Answer unknown paths with index.html"));
    showNotes();
}

} // namespace miaobu::app
