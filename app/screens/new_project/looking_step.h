#pragma once

#include "core/deploy/source_inspector.h"

#include <QWidget>

#include <optional>

namespace miaobu::app {

class Label;
class ProgressLine;

/// What is seen while a source is looked into: what is done, and how far a repository has come that has to be fetched for it.
class LookingStep : public QWidget {
    Q_OBJECT

public:
    explicit LookingStep(QWidget* parent = nullptr);

    void setFetch(const std::optional<SourceFetch>& fetch);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    std::optional<SourceFetch> m_fetch;
    Label* m_text;
    Label* m_why;
    ProgressLine* m_line;
    Label* m_count;
};

} // namespace miaobu::app
