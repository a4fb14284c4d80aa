#include "core/build/image_progress.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

constexpr qsizetype longestPending = 16 * 1024;

} // namespace

QStringList EngineLines::add(LogChannel channel, const QByteArray& bytes) {
    LineSplitter& splitter = channel == LogChannel::Output ? m_output : m_errorOutput;
    QList<QByteArray> complete;
    splitter.feed(bytes, complete);
    if (splitter.pending().size() > longestPending) {
        splitter.dropPending(splitter.pending().size());
    }
    QStringList lines;
    for (const QByteArray& line : std::as_const(complete)) {
        lines.append(QString::fromUtf8(line.left(longestPending)));
    }
    return lines;
}

void BuildSteps::write(LogChannel channel, const QByteArray& bytes) {
    const QStringList lines = m_lines.add(channel, bytes);
    for (const QString& line : lines) {
        read(line);
    }
}

void BuildSteps::read(const QString& line) {
    // BuildKit: "#7 [3/6] RUN …", "#7 [build 3/6] RUN …"; docker: "Step 3/8 : …"; podman: "[1/2] STEP 3/8: …".
    static const QRegularExpression step(
        u"\\A(?:#\\d+ \\[(?:(?<stage>[^\\]]+) )?(?<done>\\d+)/(?<total>\\d+)\\] "
        u"|(?<podman>\\[\\d+/\\d+\\] )?(?:Step|STEP) (?<count>\\d+)/(?<all>\\d+) ?: )"_s);
    const QRegularExpressionMatch match = step.match(line);
    if (!match.hasMatch()) {
        return;
    }
    const bool isBuildKit = match.hasCaptured(u"done"_s);
    const qint64 done = match.captured(isBuildKit ? u"done"_s : u"count"_s).toLongLong();
    const qint64 total = match.captured(isBuildKit ? u"total"_s : u"all"_s).toLongLong();
    if (done <= 0 || done > total) {
        return;
    }
    Stage& stage = m_stages[match.captured(isBuildKit ? u"stage"_s : u"podman"_s)];
    stage.done = std::max(stage.done, done);
    stage.total = std::max(stage.total, total);
    Stage sum;
    for (const Stage& each : std::as_const(m_stages)) {
        sum.done += each.done;
        sum.total += each.total;
    }
    if (m_progress) {
        m_progress(sum.done, sum.total);
    }
}

void PushLayers::write(LogChannel channel, const QByteArray& bytes) {
    const QStringList lines = m_lines.add(channel, bytes);
    for (const QString& line : lines) {
        read(line);
    }
}

void PushLayers::finish() {
    m_done = m_known;
    if (m_progress && !m_known.isEmpty()) {
        m_progress(m_done.size(), m_known.size());
    }
}

void PushLayers::read(const QString& line) {
    static const QRegularExpression digest(u"\\bdigest: (sha256:[0-9a-f]{64})\\b"_s);
    static const QRegularExpression docker(u"\\A([0-9a-f]{12}): (\\S.*)"_s);
    static const QRegularExpression podman(u"\\ACopying blob (?:sha256:)?([0-9a-f]{12,64})(.*)"_s);
    if (const QRegularExpressionMatch match = digest.match(line); match.hasMatch()) {
        m_digest = match.captured(1);
        return;
    }
    QRegularExpressionMatch match = docker.match(line);
    const bool isDocker = match.hasMatch();
    if (!isDocker) {
        match = podman.match(line);
    }
    if (!match.hasMatch()) {
        return;
    }
    const QString layer = match.captured(1).left(12);
    const QString state = match.captured(2);
    m_known.insert(layer);
    if (state.startsWith(u"Pushed"_s) || state.contains(u"already exists"_s) || state.startsWith(u"Mounted"_s)
        || state.contains(u" done"_s) || state.contains(u"skipped"_s)) {
        m_done.insert(layer);
    }
    if (m_progress) {
        m_progress(m_done.size(), m_known.size());
    }
}

} // namespace miaobu
