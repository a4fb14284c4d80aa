#include "app/models/palette_model.h"

#include <algorithm>

namespace miaobu::app {

namespace {
/// What was used lately goes before what fits a little better.
constexpr int recentScore = 3;
} // namespace

void PaletteModel::setEntries(const QList<PaletteEntry>& entries, const QStringList& recent) {
    beginResetModel();
    m_entries = entries;
    m_recent = recent;
    choose();
    endResetModel();
}

void PaletteModel::setTyped(const QString& typed) {
    beginResetModel();
    m_typed = typed.simplified();
    choose();
    endResetModel();
}

std::optional<PaletteModel::Shown> PaletteModel::shownOf(qsizetype entry) const {
    const PaletteEntry& candidate = m_entries.at(entry);
    if (const auto title = fuzzyMatch(m_typed, candidate.title)) {
        return Shown{entry, title->score, title->positions};
    }
    // "blog open" finds "my-blog" of the kind "Open".
    if (const auto both = fuzzyMatch(m_typed, candidate.title + QLatin1Char(' ') + candidate.note)) {
        QList<int> positions = both->positions;
        positions.removeIf([&](int position) { return position >= candidate.title.size(); });
        return Shown{entry, both->score / 2, positions};
    }
    return std::nullopt;
}

void PaletteModel::choose() {
    m_shown.clear();
    QHash<qsizetype, qsizetype> recency;
    for (qsizetype entry = 0; entry < m_entries.size(); ++entry) {
        if (auto shown = shownOf(entry)) {
            const qsizetype place = m_recent.indexOf(m_entries.at(entry).id);
            recency.insert(entry, place < 0 ? m_recent.size() : place);
            shown->score += place < 0 ? 0 : recentScore;
            m_shown.append(*shown);
        }
    }
    std::sort(m_shown.begin(), m_shown.end(), [&](const Shown& first, const Shown& second) {
        if (!m_typed.isEmpty() && first.score != second.score) {
            return first.score > second.score;
        }
        const qsizetype one = recency.value(first.entry);
        const qsizetype other = recency.value(second.entry);
        return one != other ? one < other : first.entry < second.entry;
    });
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const PaletteEntry& entry = entryAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole:
        return entry.note.isEmpty() ? entry.title : QStringLiteral("%1, %2").arg(entry.title, entry.note);
    case NoteRole:
        return entry.note;
    case KeysRole:
        return entry.keys;
    case IconRole:
        return static_cast<int>(entry.icon);
    case PositionsRole:
        return QVariant::fromValue(m_shown.at(index.row()).positions);
    case IdRole:
        return entry.id;
    default:
        return {};
    }
}

} // namespace miaobu::app
