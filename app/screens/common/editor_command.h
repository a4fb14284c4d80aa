#pragma once

#include <QString>
#include <QStringList>

namespace miaobu::app {

/// A place in a file that an editor shows.
struct FilePlace {
    QString file; ///< Absolute
    int line = 0; ///< 1, 2, 3 …; 0: the file as a whole
    int column = 0; ///< 1, 2, 3 …; 0: the line as a whole

    bool operator==(const FilePlace&) const = default;
};

/// The program and its arguments that show \a place with \a editor, a command as in $VISUAL ("code --wait"). Editors that
/// take a line get it in their own way ("code -g file:line:column"). Empty where \a editor is, or needs a terminal.
[[nodiscard]] QStringList editorCommand(const QString& editor, const FilePlace& place);

} // namespace miaobu::app
