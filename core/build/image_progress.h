#pragma once

#include "core/async/progress.h"
#include "core/log/line_splitter.h"
#include "core/log/log_line.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace miaobu {

/// The lines of a command's two channels as they become complete; of a line without end only the beginning.
class EngineLines {
public:
    [[nodiscard]] QStringList add(LogChannel channel, const QByteArray& bytes);

private:
    LineSplitter m_output;
    LineSplitter m_errorOutput;
};

/// Counts the steps of an image build in what any of the engines prints: "[build 3/6] RUN …", "Step 3/8 : …",
/// "STEP 3/8: …". Steps of stages that are built side by side are counted together.
class BuildSteps {
public:
    explicit BuildSteps(ProgressHandler progress) : m_progress(std::move(progress)) { }

    void write(LogChannel channel, const QByteArray& bytes);

private:
    struct Stage {
        qint64 done = 0;
        qint64 total = 0;
    };

    void read(const QString& line);

    ProgressHandler m_progress;
    EngineLines m_lines;
    QHash<QString, Stage> m_stages;
};

/// Counts the layers of a push, and keeps the digest it ends with.
class PushLayers {
public:
    explicit PushLayers(ProgressHandler progress) : m_progress(std::move(progress)) { }

    void write(LogChannel channel, const QByteArray& bytes);
    /// The push is over: what was not heard of any more is done too. podman says of no layer when it is.
    void finish();
    /// "sha256:…"; empty while none was printed.
    [[nodiscard]] QString digest() const { return m_digest; }

private:
    void read(const QString& line);

    ProgressHandler m_progress;
    EngineLines m_lines;
    QSet<QString> m_known;
    QSet<QString> m_done;
    QString m_digest;
};

} // namespace miaobu
