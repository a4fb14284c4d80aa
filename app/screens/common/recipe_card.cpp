#include "app/screens/common/recipe_card.h"

#include "app/theme/metrics.h"
#include "app/widgets/label.h"
#include "app/widgets/mono_block.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace miaobu::app {

RecipeCard::RecipeCard(QWidget* parent)
    : Card(parent), m_title(new Label(Type::Heading)),
      m_words(new Label(Type::Text, Ink::Muted, Label::Overflow::Wrap)), m_show(new QPushButton),
      m_save(new QPushButton), m_text(new MonoBlock) {
    setObjectName(QStringLiteral("recipeCard"));
    m_show->setObjectName(QStringLiteral("showDockerfile"));
    m_save->setObjectName(QStringLiteral("saveDockerfile"));
    m_text->setObjectName(QStringLiteral("dockerfile"));
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::space1);
    words->addWidget(m_title);
    words->addWidget(m_words);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::space3);
    row->addLayout(words, 1);
    row->addWidget(m_save);
    row->addWidget(m_show);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space5, metrics::space4, metrics::space5, metrics::space4);
    column->setSpacing(metrics::space4);
    column->addLayout(row);
    column->addWidget(m_text);
    m_text->hide();
    connect(m_show, &QPushButton::clicked, this, [this] {
        m_text->setVisible(m_text->isHidden());
        retranslate();
    });
    connect(m_save, &QPushButton::clicked, this, [this] { emit saveRequested(m_view.dockerfile); });
    setView({});
}

RecipeView recipeView(const ImageRecipe& recipe) {
    return {recipe.dockerfile, recipe.ownFile, recipe.baseImage, recipe.addedPackages};
}

void RecipeCard::setView(const RecipeView& view) {
    if (view.dockerfile.isEmpty()) {
        m_text->hide();
    }
    m_view = view;
    setVisible(!view.dockerfile.isEmpty());
    m_save->setVisible(view.ownFile.isEmpty());
    m_text->setText(view.dockerfile, QStringLiteral("Dockerfile"));
    retranslate();
}

void RecipeCard::open() {
    m_text->show();
    retranslate();
}

QString RecipeCard::words() const {
    if (!m_view.ownFile.isEmpty()) {
        return tr("The image is built from the %1 of the repository.").arg(m_view.ownFile);
    }
    const QString made = tr("The repository has no Dockerfile, so one is generated, on %1.").arg(m_view.baseImage);
    return m_view.added.isEmpty()
        ? made
        : tr("%1 It adds %2, which is not among the dependencies.").arg(made, m_view.added.join(tr(", ")));
}

void RecipeCard::retranslate() {
    m_title->setText(tr("Image"));
    m_words->setText(words());
    m_show->setText(m_text->isHidden() ? tr("Show Dockerfile") : tr("Hide Dockerfile"));
    m_save->setText(tr("Save to folder…"));
}

} // namespace miaobu::app
