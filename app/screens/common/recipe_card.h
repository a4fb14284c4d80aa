#pragma once

#include "app/screens/common/recipe_view.h"
#include "app/widgets/card.h"

class QPushButton;

namespace miaobu::app {

class Label;
class MonoBlock;

/// What the image of a web app is built from: the repository's own Dockerfile or the generated one, to be looked at and
/// to be saved.
class RecipeCard : public Card {
    Q_OBJECT

public:
    explicit RecipeCard(QWidget* parent = nullptr);

    /// Hidden where there is nothing to build an image from.
    /// Shows the text, too.
    void open();
    void setView(const RecipeView& view);
    void retranslate();

signals:
    /// The generated text is to be written to a file.
    void saveRequested(const QString& dockerfile);

private:
    [[nodiscard]] QString words() const;

    RecipeView m_view;
    Label* m_title;
    Label* m_words;
    QPushButton* m_show;
    QPushButton* m_save;
    MonoBlock* m_text;
};

} // namespace miaobu::app
