#pragma once

#include <QFontMetrics>
#include <QFontMetricsF>
#include <QHash>
#include <QString>

#include <optional>

namespace miaobu::app {

/// Measures lines of a text in a monospaced font. What stands side by side without being shaped, as ASCII, Chinese and
/// most symbols do, is added up from widths that are known: a page of very long lines is drawn in the time of a short
/// one.
class TextRuler {
public:
    explicit TextRuler(const QFont& font);

    [[nodiscard]] int width(QStringView text) const;
    /// The column at \a x pixels right of column 0.
    [[nodiscard]] qsizetype columnAt(const QString& text, int x) const;
    [[nodiscard]] const QFontMetrics& metrics() const { return m_metrics; }

private:
    [[nodiscard]] std::optional<double> added(QStringView text) const;
    [[nodiscard]] double widthOf(char32_t character) const;

    QFontMetrics m_metrics;
    QFontMetricsF m_exact;
    double m_pitch = 0; ///< Of every ASCII character; 0: they differ
    mutable QHash<char32_t, double> m_widths; ///< Of other characters that were met
};

/// Walks along a line from left to right, measuring every stretch once.
class LinePen {
public:
    LinePen(const TextRuler& ruler, const QString& text, int left) : m_ruler(ruler), m_text(text), m_left(left) { }

    /// Where \a column stands, which is not before that of the last call.
    int xOf(qsizetype column);

private:
    const TextRuler& m_ruler;
    const QString& m_text;
    int m_left;
    qsizetype m_column = 0;
};

} // namespace miaobu::app
