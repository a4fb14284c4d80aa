#pragma once

#include "core/store/settings_table.h"

namespace miaobu {

/// One of the settings that say where builds of images and packages get things from, as a person names it.
struct BuildSetting {
    enum class Form { Image, Address, File, Word };

    QString name; ///< "pip-index"
    Setting setting;
    Form form = Form::Word;
};

[[nodiscard]] const QList<BuildSetting>& buildSettings();

/// Whether \a value can be what \a setting is; an empty one is its default. An address holds no password: it is stored as it is.
[[nodiscard]] bool isAllowed(const BuildSetting& setting, const QString& value);

} // namespace miaobu
