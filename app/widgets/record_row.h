#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;
class QPushButton;

namespace miaobu::app {

class Label;

/// A record to be taken elsewhere.
struct ShownRecord {
    QString type; ///< "CNAME"
    QString name; ///< "www"
    QString expected;
    QString found; ///< What is there instead; empty: nothing is known to be

    bool operator==(const ShownRecord&) const = default;
};

/// A DNS record on a quiet ground: its name and value, each to be copied, and what was found instead.
class RecordRow : public QWidget {
    Q_OBJECT

public:
    explicit RecordRow(QWidget* parent = nullptr);

    void setRecord(const ShownRecord& record);
    /// What can have the focus, in reading order.
    [[nodiscard]] QList<QWidget*> focusOrder() const;

signals:
    void copyRequested(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void inkFound();

    ShownRecord m_record;
    QGridLayout* m_grid = nullptr;
    Label* m_nameHead;
    Label* m_valueHead;
    Label* m_foundHead;
    Label* m_name;
    Label* m_value;
    Label* m_found;
    QPushButton* m_copyName;
    QPushButton* m_copyValue;
};

} // namespace miaobu::app
