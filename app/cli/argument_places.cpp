#include "app/cli/argument_places.h"

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

bool isPath(const QString& alternative) {
    return alternative == "PATH"_L1 || alternative == "DIR"_L1 || alternative.startsWith("FILE"_L1);
}

ArgumentPlace placeOf(const QString& word) {
    ArgumentPlace place;
    place.name = word;
    QString bare = word;
    bare.remove(u'[').remove(u']');
    for (const QString& alternative : bare.split(u'|')) {
        if (isPath(alternative)) {
            place.takesPath = true;
        } else if (alternative == "SLUG"_L1) {
            place.takesProject = true;
        } else if (alternative == alternative.toLower()) {
            place.choices.append(alternative);
        }
    }
    return place;
}

} // namespace

QList<ArgumentPlace> argumentPlaces(const QString& arguments) {
    QList<ArgumentPlace> places;
    for (const QString& word : arguments.split(u' ', Qt::SkipEmptyParts)) {
        places.append(placeOf(word));
    }
    return places;
}

} // namespace miaobu::app
