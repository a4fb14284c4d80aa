#include "app/screens/variables/staged_variables.h"

#include <algorithm>

namespace miaobu::app {

namespace {

bool changesNothing(const VariableDraft& draft, const ProjectVariable& stored) {
    VariableDraft same = draftOf(stored);
    const bool isSameValue = !draft.value || (!stored.secret && *draft.value == stored.value);
    same.value = draft.value;
    return same == draft && isSameValue;
}

} // namespace

VariableDraft draftOf(const ProjectVariable& variable) {
    return {variable.key, std::nullopt, variable.secret, variable.atBuild, variable.atRun};
}

void StagedVariables::setStored(const QList<ProjectVariable>& stored) {
    QList<Entry> entries;
    for (const ProjectVariable& variable : stored) {
        Entry entry;
        entry.stored = variable;
        entries.append(entry);
    }
    for (const Entry& before : std::as_const(m_entries)) {
        const auto isSame = [&before](const Entry& entry) {
            return before.stored ? entry.stored->key == before.stored->key : entry.stored->key == before.draft->key;
        };
        const auto found = std::ranges::find_if(entries.begin(), entries.begin() + stored.size(), isSame);
        if (found != entries.begin() + stored.size()) {
            found->isRemoved = before.isRemoved;
            if (before.draft && !changesNothing(*before.draft, *found->stored)) {
                found->draft = before.draft;
            }
        } else if (!before.stored) {
            entries.append(before);
        }
    }
    m_entries = entries;
    sort();
}

void StagedVariables::discard() {
    m_entries.removeIf([](const Entry& entry) { return !entry.stored; });
    for (Entry& entry : m_entries) {
        entry.draft.reset();
        entry.isRemoved = false;
    }
    sort();
}

void StagedVariables::put(const VariableDraft& draft) {
    const qsizetype index = indexOf(draft.key);
    if (index >= 0) {
        return edit(index, draft);
    }
    Entry entry;
    entry.draft = draft;
    m_entries.append(entry);
    sort();
}

void StagedVariables::edit(qsizetype index, const VariableDraft& draft) {
    Entry& entry = m_entries[index];
    VariableDraft wanted = draft;
    if (!wanted.value && entry.draft && entry.draft->value) {
        wanted.value = entry.draft->value;
    }
    entry.isRemoved = false;
    entry.draft = entry.stored && changesNothing(wanted, *entry.stored) ? std::nullopt : std::optional(wanted);
    sort();
}

void StagedVariables::remove(qsizetype index) {
    if (!m_entries.at(index).stored) {
        m_entries.removeAt(index);
        return;
    }
    m_entries[index].draft.reset();
    m_entries[index].isRemoved = true;
    sort();
}

void StagedVariables::restore(qsizetype index) {
    if (!m_entries.at(index).stored) {
        m_entries.removeAt(index);
        return;
    }
    m_entries[index].draft.reset();
    m_entries[index].isRemoved = false;
    sort();
}

qsizetype StagedVariables::indexOf(const VariableKey& key) const {
    const auto found = std::ranges::find(m_entries, key, &Entry::key);
    return found == m_entries.end() ? -1 : found - m_entries.begin();
}

bool StagedVariables::isTaken(const VariableKey& key, qsizetype except) const {
    for (qsizetype index = 0; index < m_entries.size(); ++index) {
        if (index != except && m_entries.at(index).key() == key) {
            return true;
        }
    }
    return false;
}

QList<VariableChange> StagedVariables::changes() const {
    QList<VariableChange> removals;
    QList<VariableChange> others;
    for (const Entry& entry : m_entries) {
        if (entry.isRemoved) {
            removals.append({entry.stored->key, std::nullopt});
        } else if (entry.draft) {
            others.append({entry.stored ? std::optional(entry.stored->key) : std::nullopt, entry.draft});
        }
    }
    // A name that is given up may be taken in the same go.
    return removals + others;
}

QList<ProjectVariable> StagedVariables::outcome() const {
    QList<ProjectVariable> outcome;
    for (const Entry& entry : m_entries) {
        if (entry.isRemoved) {
            continue;
        }
        ProjectVariable variable = entry.stored.value_or(ProjectVariable());
        if (entry.draft) {
            const QString value = entry.draft->value.value_or(variable.value);
            variable.key = entry.draft->key;
            variable.secret = entry.draft->secret;
            variable.atBuild = entry.draft->atBuild;
            variable.atRun = entry.draft->atRun;
            variable.value = value;
        }
        outcome.append(variable);
    }
    return outcome;
}

void StagedVariables::sort() {
    std::ranges::sort(m_entries, [](const Entry& one, const Entry& other) {
        const VariableKey first = one.key();
        const VariableKey second = other.key();
        return std::pair(first.name, static_cast<int>(first.scope))
            < std::pair(second.name, static_cast<int>(second.scope));
    });
}

} // namespace miaobu::app
