#pragma once

#include <QPushButton>
#include <QString>
#include <QWidget>

namespace miaobu::test {

/// The only widget of that name on \a page; ends the test where there is none.
template <typename Widget> Widget& named(QWidget& page, const QString& name) {
    auto* const found = page.findChild<Widget*>(name);
    if (!found) {
        qFatal("there is no %s", qPrintable(name));
    }
    return *found;
}

/// Whether it would be seen if \a page were shown.
inline bool shows(QWidget& page, const QString& name) {
    return named<QWidget>(page, name).isVisibleTo(&page);
}

inline QPushButton& button(QWidget& page, const QString& name) {
    return named<QPushButton>(page, name);
}

} // namespace miaobu::test
