#include "core/variables/variable_difference.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace miaobu {

VariableDifference::Live liveStateOf(
    const QString& name, const VariableRevisions& current, const VariableRevisions& live) {
    using Live = VariableDifference::Live;
    if (!current.contains(name)) {
        return live.contains(name) ? Live::Removed : Live::Never;
    }
    if (!live.contains(name)) {
        return Live::Added;
    }
    return current.value(name) == live.value(name) ? Live::Same : Live::Changed;
}

QList<VariableDifference> differencesOf(const QList<EnvironmentVariable>& file,
    const QList<EnvironmentVariable>& stored, const VariableRevisions& current, const VariableRevisions& live) {
    using File = VariableDifference::File;
    QMap<QString, VariableDifference> found;
    QMap<QString, QString> values;
    for (const EnvironmentVariable& variable : stored) {
        values.insert(variable.name, variable.value);
        found.insert(variable.name, {variable.name, File::OnlyStored, {}, variable.secret});
    }
    for (const EnvironmentVariable& variable : file) {
        const auto known = values.constFind(variable.name);
        VariableDifference& difference = found[variable.name];
        difference.name = variable.name;
        difference.file = known == values.cend() ? File::OnlyInFile
            : *known == variable.value           ? File::Same
                                                 : File::Different;
    }
    for (auto entry = live.begin(); entry != live.end(); ++entry) {
        if (!found.contains(entry.key())) {
            found.insert(entry.key(), {entry.key(), File::Same, {}, false});
        }
    }
    for (VariableDifference& difference : found) {
        difference.live = liveStateOf(difference.name, current, live);
    }
    return found.values();
}

} // namespace miaobu
