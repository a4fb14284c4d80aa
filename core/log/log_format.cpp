#include "core/log/log_format.h"

#include <array>

namespace miaobu {

namespace {

constexpr std::array channelNames{"note", "out", "err"};
constexpr int stages = static_cast<int>(stageCount);

const QByteArray& nameOf(Stage stage) {
    static const QList<QByteArray> names = [] {
        QList<QByteArray> all;
        for (int i = 0; i < stages; ++i) {
            all.append(stageName(static_cast<Stage>(i)).toUtf8());
        }
        return all;
    }();
    return names.at(static_cast<int>(stage));
}

} // namespace

void appendLogLine(QByteArray& file, qint64 time, Stage stage, LogChannel channel, QByteArrayView utf8) {
    file += QByteArray::number(time);
    file += '\t';
    file += nameOf(stage);
    file += '\t';
    file += channelNames.at(static_cast<std::size_t>(channel));
    file += '\t';
    file += utf8;
    file += '\n';
}

LogLine parseLogLine(QByteArrayView bytes, qint64 number) {
    LogLine line;
    line.number = number;
    const qsizetype stage = bytes.indexOf('\t') + 1;
    const qsizetype channel = stage > 0 ? bytes.indexOf('\t', stage) + 1 : 0;
    const qsizetype text = channel > 0 ? bytes.indexOf('\t', channel) + 1 : 0;
    if (text == 0) {
        line.text = QString::fromUtf8(bytes);
        return line;
    }
    line.time = QByteArray::fromRawData(bytes.data(), stage - 1).toLongLong();
    for (int i = 0; i < stages; ++i) {
        if (bytes.sliced(stage, channel - stage - 1) == nameOf(static_cast<Stage>(i))) {
            line.stage = static_cast<Stage>(i);
        }
    }
    for (std::size_t i = 0; i < channelNames.size(); ++i) {
        if (bytes.sliced(channel, text - channel - 1) == QByteArrayView(channelNames.at(i))) {
            line.channel = static_cast<LogChannel>(i);
        }
    }
    line.text = QString::fromUtf8(bytes.sliced(text));
    return line;
}

} // namespace miaobu
