#include "app/shell/top_bar.h"

#include "app/shell/palette_button.h"
#include "app/theme/icons.h"
#include "app/theme/metrics.h"
#include "app/theme/tokens.h"
#include "app/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace miaobu::app {

TopBar::TopBar(QWidget* parent)
    : QWidget(parent), m_paw(new QLabel), m_name(new Label(Type::Heading)), m_search(new PaletteButton),
      m_button(new QToolButton), m_menu(new QMenu(this)) {
    setFixedHeight(metrics::topBarHeight);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_button->setObjectName(QStringLiteral("mainMenu"));
    m_button->setIcon(iconOf(Icon::Settings));
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setMenu(m_menu);
    m_button->setPopupMode(QToolButton::InstantPopup);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space4, 0, metrics::space3, 0);
    row->setSpacing(metrics::space2);
    auto* mark = new QHBoxLayout;
    mark->addWidget(m_paw);
    mark->addWidget(m_name);
    mark->addStretch();
    auto* end = new QHBoxLayout;
    end->addStretch();
    end->addWidget(m_button);
    // Equal shares at both sides keep the middle in the middle.
    row->addLayout(mark, 1);
    row->addWidget(m_search, 2);
    row->addLayout(end, 1);
    retranslate();
    drawPaw();
}

void TopBar::retranslate() {
    //: The name of the program
    m_name->setText(tr("Miaobu"));
    m_search->setText(tr("Search or run a command"));
    m_button->setAccessibleName(tr("Menu"));
    m_button->setToolTip(tr("Menu"));
}

void TopBar::drawPaw() {
    m_paw->setPixmap(iconPixmap(Icon::Paw, tokensFor(palette()).accent, 20, devicePixelRatioF()));
}

void TopBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        drawPaw();
    }
    QWidget::changeEvent(event);
}

} // namespace miaobu::app
