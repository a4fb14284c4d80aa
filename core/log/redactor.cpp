#include "core/log/redactor.h"

#include "core/log/secret_forms.h"

#include <QSet>

namespace miaobu {

namespace {

constexpr char escape = '\x1b';
constexpr qsizetype leastHeldBack = 1024;

QList<QByteArray> formsOf(const QStringList& secrets) {
    QSet<QByteArray> forms;
    for (const QString& secret : secrets) {
        for (const QByteArray& form : secretForms(secret)) {
            forms.insert(form);
        }
    }
    return forms.values();
}

/// A line without its SGR sequences, and where each of its bytes stands in the line.
struct Plain {
    QByteArray text;
    QList<qsizetype> positions; ///< One more than bytes; empty when nothing was taken out.

    [[nodiscard]] qsizetype position(qsizetype index) const {
        return positions.isEmpty() ? index : positions.at(index);
    }
};

Plain plainOf(const QByteArray& line) {
    if (!line.contains(escape)) {
        return {line, {}};
    }
    Plain plain;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line.at(i) == escape) {
            i = line.indexOf('m', i);
        } else {
            plain.text += line.at(i);
            plain.positions += i;
        }
    }
    plain.positions += line.size();
    return plain;
}

QByteArray sequencesIn(QByteArrayView text) {
    QByteArray sequences;
    for (qsizetype i = text.indexOf(escape); i >= 0; i = text.indexOf(escape, i + 1)) {
        sequences += text.sliced(i, text.indexOf('m', i) - i + 1);
    }
    return sequences;
}

QList<ByteRange> merged(QList<ByteRange> ranges) {
    std::sort(ranges.begin(), ranges.end(), [](const ByteRange& a, const ByteRange& b) { return a.start < b.start; });
    QList<ByteRange> result;
    for (const ByteRange& range : ranges) {
        if (!result.isEmpty() && range.start <= result.last().end) {
            result.last().end = std::max(result.last().end, range.end);
            result.last().context = std::min(result.last().context, range.context);
        } else {
            result.append(range);
        }
    }
    return result;
}

/// The first \a size bytes of \a line, \a ranges of \a plain masked.
QByteArray replaced(const QByteArray& line, const Plain& plain, const QList<ByteRange>& ranges, qsizetype size) {
    QByteArray text;
    qsizetype done = 0;
    for (const ByteRange& range : ranges) {
        const qsizetype start = plain.position(range.start);
        const qsizetype end = std::min(plain.position(range.end - 1) + 1, size);
        if (start >= size) {
            break;
        }
        text += QByteArrayView(line).sliced(done, start - done);
        text += "***";
        text += sequencesIn(QByteArrayView(line).sliced(start, end - start));
        done = end;
    }
    return text += QByteArrayView(line).sliced(done, size - done);
}

} // namespace

Redactor::Redactor(const QStringList& secrets) : m_secrets(formsOf(secrets)) { }

QByteArray Redactor::masked(const QByteArray& line, Memory& memory) const {
    const Plain plain = plainOf(line);
    const QList<ByteRange> ranges = rangesIn(plain.text, memory);
    memory.insideToken = false;
    return ranges.isEmpty() ? line : replaced(line, plain, ranges, line.size());
}

Redactor::Piece Redactor::maskedBeginning(const QByteArray& line, Memory& memory) const {
    const Plain plain = plainOf(line);
    const int keyLines = memory.keyLines;
    const QList<ByteRange> ranges = rangesIn(plain.text, memory);
    qsizetype cut = plain.text.size() - heldBack();
    memory.insideToken = false;
    const bool unfinished = !ranges.isEmpty() && ranges.last().end == plain.text.size();
    for (const ByteRange& range : ranges) {
        if (range.context < cut && range.end > cut) {
            memory.insideToken = range.context == 0;
            cut = range.context == 0 ? cut : range.context;
        }
    }
    if (unfinished && !memory.insideToken) {
        memory.keyLines = keyLines;
    }
    if (cut <= 0) {
        return {};
    }
    while (cut > 1 && (static_cast<unsigned char>(plain.text.at(cut)) & 0xc0U) == 0x80) {
        --cut;
    }
    const qsizetype size = plain.position(cut);
    return {replaced(line, plain, ranges, size), size};
}

bool Redactor::mayEndInSecret(const QByteArray& line) const {
    const QByteArray plain = plainOf(line).text;
    for (qsizetype i = 0; i < m_secrets.count(); ++i) {
        const QByteArray& secret = m_secrets.pattern(i);
        for (qsizetype size = std::min(secret.size() - 1, plain.size()); size > 0; --size) {
            if (plain.endsWith(QByteArrayView(secret).first(size))) {
                return true;
            }
        }
    }
    return false;
}

QList<ByteRange> Redactor::rangesIn(QByteArrayView plain, Memory& memory) const {
    QList<ByteRange> ranges;
    if (memory.insideToken) {
        const auto* const end = std::find_if(plain.begin(), plain.end(), [](char c) { return c == ' ' || c == '\t'; });
        if (end != plain.begin()) {
            ranges.append({0, end - plain.begin()});
        }
    }
    m_secrets.find(plain, [&](qsizetype start, qsizetype pattern) {
        const qsizetype end = start + m_secrets.pattern(pattern).size();
        if (!ranges.isEmpty() && start <= ranges.last().end) {
            ranges.last().end = std::max(ranges.last().end, end);
        } else {
            ranges.append({start, end});
        }
    });
    m_tokens.find(plain, ranges, memory.keyLines);
    return ranges.size() > 1 ? merged(std::move(ranges)) : ranges;
}

qsizetype Redactor::heldBack() const {
    return std::max(m_secrets.longest(), leastHeldBack);
}

} // namespace miaobu
