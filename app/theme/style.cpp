#include "app/theme/style.h"

#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/style_parts.h"
#include "app/theme/type.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace miaobu::app {

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) { }

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const Tokens& tokens = tokensFor(option->palette);
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0) {
            style::drawField(*painter, *option, tokens);
        }
        return;
    case PE_FrameLineEdit:
    case PE_FrameFocusRect:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_PanelItemViewRow:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, tokens.card);
        painter->setPen(tokens.line);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameMenu:
        return;
    case PE_IndicatorCheckBox:
        style::drawCheckBox(*painter, *option, tokens);
        return;
    case PE_PanelButtonTool:
        style::drawToolPanel(*painter, *option, tokens);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const Tokens& tokens = tokensFor(option->palette);
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
        if (element == CE_PushButtonBevel) {
            return style::drawButtonPanel(*painter, *button, widget, tokens);
        }
        if (element == CE_PushButtonLabel) {
            return style::drawButtonLabel(*painter, *button, widget, tokens);
        }
    }
    if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option); tab && element == CE_TabBarTab) {
        return style::drawTab(*painter, *tab, tokens);
    }
    if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option); item && element == CE_MenuItem) {
        return style::drawMenuItem(*painter, *item, tokens);
    }
    if (element == CE_Splitter) {
        return painter->fillRect(option->rect, tokens.line);
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    const Tokens& tokens = tokensFor(option->palette);
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option); combo && control == CC_ComboBox) {
        return style::drawComboBox(*painter, *combo, tokens);
    }
    if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option); spin && control == CC_SpinBox) {
        return style::drawSpinBox(*painter, *spin, tokens);
    }
    if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        button && control == CC_ToolButton) {
        QStyleOptionToolButton plain(*button);
        plain.features &= ~QStyleOptionToolButton::HasMenu;
        return QProxyStyle::drawComplexControl(control, &plain, painter, widget);
    }
    if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option); slider && control == CC_ScrollBar) {
        const QRect handle = style::scrollBarPart(*slider, SC_ScrollBarSlider);
        return style::drawScrollBar(*painter, *slider, handle, tokens);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    if (element == SE_LineEditContents) {
        return option->rect.adjusted(8, 1, -8, -1);
    }
    if (element == SE_PushButtonContents) {
        return option->rect;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const {
    if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option); slider && control == CC_ScrollBar) {
        return style::scrollBarPart(*slider, part);
    }
    if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option); spin && control == CC_SpinBox) {
        return style::spinBoxPart(*spin, part);
    }
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        combo && part == SC_ComboBoxEditField) {
        // The field of an editable one has its own padding.
        return option->rect.adjusted(combo->editable ? 0 : 8, 1, -28, -1);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const {
    const QSize standard = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            return style::buttonSize(*button, widget);
        }
        break;
    case CT_LineEdit:
        return {standard.width(), metrics::controlHeight};
    case CT_SpinBox:
        return {standard.width() + 12, metrics::controlHeight};
    case CT_ComboBox:
        return {standard.width() + 12, metrics::controlHeight};
    case CT_ToolButton:
        return standard.expandedTo({metrics::controlHeight, metrics::controlHeight});
    case CT_TabBarTab:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            return {QFontMetrics(fontOf(Type::Heading)).size(Qt::TextShowMnemonic, tab->text).width() + 22, 40};
        }
        break;
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            return style::menuItemSize(*item, size);
        }
        break;
    default:
        break;
    }
    return standard;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_SplitterWidth:
        return 1;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return metrics::iconSize;
    case PM_MenuHMargin:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuPanelWidth:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_MenuVMargin:
        return 5;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const {
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace miaobu::app
