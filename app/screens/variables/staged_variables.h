#pragma once

#include "core/model/project_variable.h"

#include <QList>

namespace miaobu::app {

/// The variables of a project with what a person has changed in them and not applied.
class StagedVariables {
public:
    struct Entry {
        std::optional<ProjectVariable> stored;
        std::optional<VariableDraft> draft; ///< As it is wanted; nothing: as it is stored, or removed.
        bool isRemoved = false;

        [[nodiscard]] VariableKey key() const { return draft ? draft->key : stored->key; }
        bool operator==(const Entry&) const = default;
    };

    /// Takes what is stored, and keeps the changes to what is still there.
    void setStored(const QList<ProjectVariable>& stored);
    void discard();

    /// Adds or edits the one with the draft's key.
    void put(const VariableDraft& draft);
    /// Edits the entry at \a index.
    void edit(qsizetype index, const VariableDraft& draft);
    /// One that was only added is gone at once.
    void remove(qsizetype index);
    /// Takes back what was changed of one.
    void restore(qsizetype index);

    [[nodiscard]] const QList<Entry>& entries() const { return m_entries; } ///< By name
    /// Whether another entry than the one at \a except has \a key.
    [[nodiscard]] bool isTaken(const VariableKey& key, qsizetype except = -1) const;
    [[nodiscard]] QList<VariableChange> changes() const;
    /// What would be stored after the changes; a value that was not entered is empty.
    [[nodiscard]] QList<ProjectVariable> outcome() const;

private:
    [[nodiscard]] qsizetype indexOf(const VariableKey& key) const;
    void sort();

    QList<Entry> m_entries;
};

/// \a variable as a draft that changes nothing.
[[nodiscard]] VariableDraft draftOf(const ProjectVariable& variable);

} // namespace miaobu::app
