#pragma once

#include "app/models/difference_model.h"
#include "app/screens/compare/compare_state.h"
#include "app/widgets/card.h"

class QStackedWidget;
class QToolButton;

namespace miaobu::app {

class BusyRing;
class DifferenceView;
class ErrorCard;
class ImagePane;
class Label;

/// The chosen file of a comparison: its lines, its pictures, or why there is nothing to see.
class FilePane : public Card {
    Q_OBJECT

public:
    explicit FilePane(QWidget* parent = nullptr);

    void setFile(const FileState& file);
    void showChange(int step);
    void focusContent();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildMessage();
    void retranslate();
    [[nodiscard]] QString message() const;

    FileState m_file;
    DifferenceModel m_lines;
    Label* m_path;
    Label* m_sizes;
    QToolButton* m_up;
    QToolButton* m_down;
    QToolButton* m_copy;
    QStackedWidget* m_stack;
    QWidget* m_messagePage;
    BusyRing* m_ring;
    Label* m_message;
    ErrorCard* m_error;
    DifferenceView* m_view;
    ImagePane* m_images;
    Label* m_cut;
};

} // namespace miaobu::app
