#include "app/screens/new_project/repository_delegate.h"

#include "app/models/repository_list_model.h"
#include "app/text/state_text.h"
#include "app/theme/metrics.h"
#include "app/theme/paint.h"
#include "app/theme/type.h"

#include <QPainter>

namespace miaobu::app {

namespace {

struct Mark {
    QString text;
    Tone tone = Tone::Idle;
};

QList<Mark> marksOf(const GitHubRepository& repository, int imported) {
    QList<Mark> marks;
    if (imported > 0) {
        marks.append({RepositoryDelegate::tr("imported"), Tone::Live});
    }
    if (repository.isArchived) {
        marks.append({RepositoryDelegate::tr("archived"), Tone::Building});
    }
    if (repository.isPrivate) {
        marks.append({RepositoryDelegate::tr("private"), Tone::Idle});
    }
    return marks;
}

void drawText(QPainter& painter, const QRect& rect, Type type, const QColor& ink, const QString& words) {
    const QFont font = fontOf(type);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(words, Qt::ElideRight, rect.width()));
}

void drawSkeleton(QPainter& painter, const QRect& row, int number, const Tokens& tokens) {
    // Of different lengths, so that they look like words.
    const int left = row.left() + metrics::space5;
    const int name = 140 + 37 * (number % 4);
    const int note = 260 + 53 * (number % 3);
    drawPanel(painter, QRect(left, row.top() + 12, name, 10), tokens.line, Qt::transparent, 4);
    drawPanel(painter, QRect(left, row.top() + 31, note, 8), tokens.line, Qt::transparent, 4);
}

QString noteOf(const GitHubRepository& repository) {
    QStringList words;
    if (!repository.language.isEmpty()) {
        words.append(repository.language);
    }
    if (repository.pushedAt.isValid()) {
        words.append(timeAgo(repository.pushedAt, QDateTime::currentDateTimeUtc()));
    }
    if (!repository.description.isEmpty()) {
        words.append(repository.description.simplified());
    }
    return words.join(QStringLiteral(" · "));
}

} // namespace

QSize RepositoryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {320, metrics::rowHeight};
}

void RepositoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& tokens = tokensFor(option.palette);
    const QRect row = option.rect;
    painter->save();
    const QRect inner = row.adjusted(4, 4, -4, -4);
    const bool isSkeleton = index.data(RepositoryListModel::SkeletonRole).toBool();
    if (!isSkeleton && (option.state & (QStyle::State_MouseOver | QStyle::State_Selected))) {
        drawPanel(*painter, inner, option.state & QStyle::State_Selected ? tokens.selection : tokens.ground,
            Qt::transparent, metrics::controlRadius);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        drawFocusRing(*painter, inner, tokens, metrics::controlRadius);
    }
    if (index.row() > 0) {
        painter->fillRect(QRect(row.left(), row.top(), row.width(), 1), tokens.line);
    }
    if (isSkeleton) {
        drawSkeleton(*painter, row, index.row(), tokens);
        painter->restore();
        return;
    }
    const auto repository = index.data(RepositoryListModel::RepositoryRole).value<GitHubRepository>();
    int right = row.right() - metrics::space4;
    for (const Mark& mark : marksOf(repository, index.data(RepositoryListModel::ImportedRole).toInt())) {
        right -= pillWidth(mark.text);
        drawPill(*painter, {right, row.top(), 10, row.height()}, mark.text, mark.tone, tokens);
        right -= metrics::space2;
    }
    const int left = row.left() + metrics::space5;
    drawText(*painter, {left, row.top() + 6, right - left, 20}, Type::Text, tokens.text, repository.fullName());
    drawText(*painter, {left, row.center().y() + 1, right - left, 20}, Type::Small, tokens.muted, noteOf(repository));
    painter->restore();
}

} // namespace miaobu::app
