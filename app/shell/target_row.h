#pragma once

#include "app/theme/icons.h"
#include "app/theme/tokens.h"

#include <QAbstractButton>

namespace miaobu::app {

/// A target in the sidebar, or the way to a further one: an icon and a name that can be pressed and stays marked while its page is shown.
class TargetRow : public QAbstractButton {
    Q_OBJECT

public:
    explicit TargetRow(Icon icon, QWidget* parent = nullptr);

    /// Marks it as the place that visitors see: in a colour and in a word.
    void setProduction(bool production);
    /// How the target is, by a mark and its words; empty words: that is not known, and nothing is shown.
    void setState(Tone tone, const QString& words);
    [[nodiscard]] bool isProduction() const { return m_isProduction; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Icon m_icon;
    void describe();

    bool m_isProduction = false;
    Tone m_tone = Tone::Idle;
    QString m_words;
};

} // namespace miaobu::app
