#pragma once

#include "app/theme/tokens.h"

#include <QModelIndex>
#include <QPainter>

namespace miaobu::app {

/// The first line of a deployment's row, cell by cell; the less room there is, the fewer.
class DeploymentCells {
public:
    DeploymentCells(QPainter& painter, const Tokens& tokens, const QRect& line)
        : m_painter(painter), m_tokens(tokens), m_line(line) { }

    /// \a keepsMessage: a failed one is named by its commit, as its error stands below. Returns where the message begins.
    int paint(const QModelIndex& index, bool keepsMessage) const;

private:
    void text(
        int left, int right, const QFont& font, const QColor& ink, const QString& words, Qt::Alignment side) const;

    QPainter& m_painter;
    const Tokens& m_tokens;
    QRect m_line;
};

} // namespace miaobu::app
