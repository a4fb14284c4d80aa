#pragma once

#include <QHash>
#include <QObject>

class QLineEdit;

namespace miaobu {
struct BuildSetting;
}

namespace miaobu::app {

class FormCard;
class FormRow;

/// Where builds of images and packages get things from, as rows of a form. Each is taken when it is left.
class MirrorFields final : public QObject {
    Q_OBJECT

public:
    /// Adds its rows to \a card, which owns them.
    explicit MirrorFields(FormCard& card);

    /// \a values by the names of BuildSetting.
    void setValues(const QHash<QString, QString>& values);
    void retranslate();

signals:
    /// An allowed one; empty: the default again.
    void chosen(const QString& name, const QString& value);

private:
    struct Entry {
        const BuildSetting* setting = nullptr;
        QLineEdit* field = nullptr;
        FormRow* row = nullptr;
    };
    void take(const Entry& entry);
    void showNotes();

    QHash<QString, QString> m_values;
    QList<Entry> m_entries;
};

} // namespace miaobu::app
