#include "app/widgets/log_view.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace miaobu::app {

namespace {

class LogViewAccessible final : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit LogViewAccessible(LogView& view) : QAccessibleWidget(&view, QAccessible::Document), m_view(view) { }

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface*>(this)
                                                  : QAccessibleWidget::interface_cast(type);
    }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.selectableText = true;
        state.multiLine = true;
        return state;
    }
    [[nodiscard]] QString text(QAccessible::Text which) const override {
        const bool tellsRow = which == QAccessible::Value || which == QAccessible::Description;
        return tellsRow ? row() : QAccessibleWidget::text(which);
    }

    void selection(int, int* start, int* end) const override { *start = *end = 0; }
    [[nodiscard]] int selectionCount() const override { return 0; }
    void addSelection(int, int) override { }
    void removeSelection(int) override { }
    void setSelection(int, int, int) override { }
    [[nodiscard]] int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override { }
    [[nodiscard]] QString text(int start, int end) const override { return row().mid(start, end - start); }
    [[nodiscard]] int characterCount() const override { return static_cast<int>(row().size()); }
    [[nodiscard]] QRect characterRect(int) const override {
        const QRect rect = m_view.rectOf(m_view.currentRow());
        return {m_view.viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    [[nodiscard]] int offsetAtPoint(const QPoint&) const override { return 0; }
    void scrollToSubstring(int, int) override { }
    [[nodiscard]] QString attributes(int, int* start, int* end) const override {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    [[nodiscard]] QString row() const { return m_view.textOf(m_view.currentRow()); }

    LogView& m_view;
};

QAccessibleInterface* makeInterface(const QString& name, QObject* object) {
    auto* const view = name == QLatin1String("miaobu::app::LogView") ? qobject_cast<LogView*>(object) : nullptr;
    return view ? new LogViewAccessible(*view) : nullptr;
}

} // namespace

void LogView::makeAccessible() {
    // Qt keeps a set of factories: the same function twice is one.
    QAccessible::installFactory(makeInterface);
}

} // namespace miaobu::app
