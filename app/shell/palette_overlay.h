#pragma once

#include "app/models/palette_model.h"
#include "app/widgets/overlay.h"

class QLineEdit;
class QListView;

namespace miaobu::app {

class Label;

/// The command palette: type a few letters, choose with the arrows, Enter does it.
class PaletteOverlay final : public Overlay {
    Q_OBJECT

public:
    explicit PaletteOverlay(QWidget& window);

    /// Opens it afresh with \a entries; see PaletteModel::setEntries().
    void openWith(const QList<PaletteEntry>& entries, const QStringList& recent);

signals:
    void chosen(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void onTyped(const QString& typed);
    void step(int rows);
    void runCurrent();
    void fitRows();

    PaletteModel m_model;
    QLineEdit* m_field;
    QListView* m_view;
    Label* m_nothing;
    Label* m_hint;
};

} // namespace miaobu::app
