#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace miaobu::app {

/// What may stand at one place of a command's arguments, or as the value of an option.
struct ArgumentPlace {
    QString name; ///< As the help shows it: "SLUG", "[NAME|FILE.json]"
    QStringList choices; ///< The words that are meant literally: "add", "list"
    bool takesPath = false;
    bool takesProject = false;

    bool operator==(const ArgumentPlace&) const = default;
};

/// Reads the arguments as the help writes them: a place a word, "|" between alternatives, brackets around what may be
/// left out. Alternatives in lower case are meant literally; PATH, DIR and FILE are files, SLUG is a project.
[[nodiscard]] QList<ArgumentPlace> argumentPlaces(const QString& arguments);

} // namespace miaobu::app
