#include "app/screens/compare/image_pane.h"

#include "app/text/state_text.h"
#include "app/theme/button_kind.h"
#include "app/theme/metrics.h"
#include "app/widgets/image_view.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace miaobu::app {

namespace {

std::pair<DecodedImage, DecodedImage> bothOf(const FileState& file) {
    std::pair<DecodedImage, DecodedImage> both{
        decodedImage(file.difference.before), decodedImage(file.difference.after)};
    // An empty file has no content either, but it is there.
    if (file.change.kind != FileChange::Kind::Added && both.first.problem == DecodedImage::Problem::Missing) {
        both.first.problem = DecodedImage::Problem::Broken;
    }
    if (file.change.kind != FileChange::Kind::Removed && both.second.problem == DecodedImage::Problem::Missing) {
        both.second.problem = DecodedImage::Problem::Broken;
    }
    return both;
}

} // namespace

ImagePane::ImagePane(QWidget* parent) : QWidget(parent), m_fit(new QPushButton) {
    m_fit->setObjectName(QStringLiteral("imageFit"));
    m_fit->setCheckable(true);
    m_fit->setChecked(true);
    setButtonKind(*m_fit, ButtonKind::Quiet);
    auto* pictures = new QHBoxLayout;
    pictures->setSpacing(metrics::space4);
    for (Side& side : m_sides) {
        side.title = new Label(Type::Small, Ink::Muted, Label::Overflow::Elide);
        side.view = new ImageView;
        auto* column = new QVBoxLayout;
        column->setSpacing(metrics::space2);
        column->addWidget(side.title);
        column->addWidget(side.view, 1);
        pictures->addLayout(column, 1);
    }
    m_sides.at(0).view->setObjectName(QStringLiteral("imageBefore"));
    m_sides.at(1).view->setObjectName(QStringLiteral("imageAfter"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space4, metrics::space3, metrics::space4, metrics::space3);
    column->addLayout(pictures, 1);
    column->addWidget(m_fit, 0, Qt::AlignHCenter);
    connect(m_fit, &QPushButton::toggled, this, [this](bool fits) {
        for (const Side& side : m_sides) {
            side.view->setFitting(fits);
        }
    });
    connect(&m_decoding, &QFutureWatcherBase::finished, this, [this] {
        std::tie(m_sides.at(0).image, m_sides.at(1).image) = m_decoding.result();
        retranslate();
        emit decoded();
    });
    retranslate();
}

ImagePane::~ImagePane() {
    m_decoding.waitForFinished();
}

void ImagePane::setFile(const FileState& file) {
    m_file = file;
    for (Side& side : m_sides) {
        side.image = {};
        side.view->setImage({});
    }
    m_decoding.setFuture(QtConcurrent::run(bothOf, file));
    retranslate();
}

void ImagePane::show(Side& side, const QString& title) const {
    QStringList words{title};
    if (!side.image.image.isNull()) {
        words.append(tr("%1 × %2 pixels").arg(side.image.image.width()).arg(side.image.image.height()));
    }
    if (side.image.bytes > 0) {
        words.append(sizeText(side.image.bytes));
    }
    side.title->setText(words.join(QStringLiteral("  ·  ")));
    side.view->setAccessibleName(side.title->text());
    QString instead;
    switch (side.image.problem) {
    case DecodedImage::Problem::Missing:
        instead = tr("Not in this deployment");
        break;
    case DecodedImage::Problem::Broken:
        instead = tr("This picture is broken, or of a kind that cannot be shown here.");
        break;
    case DecodedImage::Problem::TooLarge:
        instead = tr("This picture is too large to be shown here.");
        break;
    case DecodedImage::Problem::RefersElsewhere:
        instead = tr("This drawing loads other files, so it is not shown here.");
        break;
    case DecodedImage::Problem::None:
        break;
    }
    side.view->setImage(side.image.image, instead);
    side.view->setAccessibleDescription(instead);
}

void ImagePane::retranslate() {
    m_fit->setText(tr("Fit into the window"));
    show(m_sides.at(0), QStringLiteral("#%1").arg(m_file.numberBefore));
    show(m_sides.at(1), QStringLiteral("#%1").arg(m_file.numberAfter));
}

void ImagePane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
