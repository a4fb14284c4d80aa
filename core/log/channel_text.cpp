#include "core/log/channel_text.h"

namespace miaobu {

namespace {

/// A line that has not ended by then is given away piece by piece, so that one endless line takes no memory.
constexpr qsizetype longestPending = 256 * 1024;

/// Cuts \a text into pieces of at most longestLine characters; each goes on in the style in which the one before ended.
void wrap(const QString& text, QList<QByteArray>& lines) {
    AnsiStyle style;
    qsizetype start = 0;
    qsizetype room = longestLine;
    QByteArray prefix;
    const auto cutAt = [&](qsizetype end) {
        lines.append(prefix + QStringView(text).sliced(start, end - start).toUtf8());
        prefix = sgrOf(style);
        room = longestLine - prefix.size();
        start = end;
    };
    for (qsizetype i = 0; i < text.size();) {
        const bool sequence = text.at(i) == u'\x1b';
        const qsizetype end = sequence ? text.indexOf(u'm', i) + 1 : i + (text.at(i).isHighSurrogate() ? 2 : 1);
        if (end - start > room) {
            cutAt(i);
        }
        if (sequence) {
            applySgr(style, QStringView(text).sliced(i + 2, end - i - 3));
        }
        i = end;
    }
    cutAt(text.size());
}

} // namespace

void ChannelText::write(QByteArrayView bytes, QList<QByteArray>& lines) {
    m_complete.clear();
    m_splitter.feed(bytes, m_complete);
    for (const QByteArray& line : std::as_const(m_complete)) {
        add(m_redactor.masked(line, m_memory), lines);
    }
    if (m_splitter.pending().size() > longestPending) {
        const Redactor::Piece piece = m_redactor.maskedBeginning(m_splitter.pending(), m_memory);
        m_splitter.dropPending(piece.taken);
        if (piece.taken > 0) {
            add(piece.text, lines);
        }
        if (m_splitter.pending().size() > longestPending) {
            m_splitter.dropPendingColours();
        }
    }
}

void ChannelText::flush(QList<QByteArray>& lines) {
    if (m_splitter.hasPending() && m_memory.keyLines == 0 && !m_redactor.mayEndInSecret(m_splitter.pending())) {
        finish(lines);
    }
}

void ChannelText::finish(QList<QByteArray>& lines) {
    const bool hasLine = m_splitter.hasPending();
    const QByteArray line = m_splitter.finish();
    if (hasLine) {
        add(m_redactor.masked(line, m_memory), lines);
    }
    m_memory = {};
}

void ChannelText::add(const QByteArray& masked, QList<QByteArray>& lines) {
    if (masked.size() <= longestLine) {
        lines.append(masked);
    } else {
        wrap(QString::fromUtf8(masked), lines);
    }
}

} // namespace miaobu
