#include "tests/app/sample_comparisons.h"

#include "tests/app/sample_states.h"

#include <QBuffer>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace miaobu::app::sample {

namespace {

CompareState twoOf() {
    const ProjectState project = live();
    CompareState state;
    state.project = project.project;
    for (const Deployment& deployment : project.deployments) {
        if (deployment.state == DeploymentState::Live || deployment.state == DeploymentState::Ready) {
            state.choices.append(deployment);
        }
    }
    state.live = state.choices.at(0).id;
    state.after = state.live;
    state.before = state.choices.at(1).id;
    state.now = project.now;
    return state;
}

FileState fileOf(const FileChange& change) {
    FileState file;
    file.phase = FileState::Phase::Read;
    file.change = change;
    file.numberBefore = 41;
    file.numberAfter = 42;
    return file;
}

QByteArray picture(const QColor& color, QSize size) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(color);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(image.rect().adjusted(20, 20, -20, -20));
    painter.end();
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return content;
}

} // namespace

CompareState pickTwo() {
    CompareState state = twoOf();
    state.before = 0;
    return state;
}

CompareState readingLists() {
    CompareState state = twoOf();
    state.phase = CompareState::Phase::Reading;
    return state;
}

CompareState compared() {
    using Kind = FileChange::Kind;
    CompareState state = twoOf();
    state.phase = CompareState::Phase::Compared;
    ManifestDifference& difference = state.difference;
    difference.changes = {{Kind::Changed, u"_astro/index.C2x9f0aB.css"_s, u"text/css"_s, 11'800, 12'010},
        {Kind::Added, u"_astro/dark-mode.Dk39sJq1.js"_s, u"text/javascript"_s, 0, 4'120},
        {Kind::Removed, u"_astro/old.B91k.js"_s, u"text/javascript"_s, 1'900, 0},
        {Kind::Changed, u"images/cover.png"_s, u"image/png"_s, 210'400, 220'100},
        {Kind::Changed, u"index.html"_s, u"text/html"_s, 4'620, 4'702},
        {Kind::Added, u"posts/radios/a-page-with-a-name-that-does-not-fit-into-the-list-at-all/index.html"_s,
            u"text/html"_s, 0, 9'300},
        {Kind::Changed, u"posts/猫步/index.html"_s, u"text/html"_s, 8'100, 8'100},
        {Kind::Added, u"صور/شعار🐾.svg"_s, u"image/svg+xml"_s, 0, 812}};
    difference.added = 3;
    difference.changed = 12;
    difference.removed = 1;
    difference.bytesBefore = 3'400'000;
    difference.bytesAfter = 3'414'336;
    return state;
}

CompareState purgedSide() {
    CompareState state = twoOf();
    state.phase = CompareState::Phase::Failed;
    state.error = shownError(Error(ErrorKind::DeploymentPurged, u"37"_s));
    return state;
}

FileState changedText() {
    FileState file = fileOf({FileChange::Kind::Changed, u"index.html"_s, u"text/html"_s, 4'620, 4'702});
    file.difference.kind = FileDifference::Kind::Text;
    QByteArray before;
    for (int line = 1; line <= 60; ++line) {
        before += QByteArray("  <li>Note ") + QByteArray::number(line) + "</li>\n";
    }
    QByteArray after = before;
    after.replace("<li>Note 12</li>", "<li class=\"new\">Note 12, 改过了 🐾</li>");
    after.replace("  <li>Note 30</li>\n",
        "  <li>Note 30</li>\n\t<li>Tabbed</li>\n  <script>var a=1;" + QByteArray("b=2;").repeated(200) + "</script>\n");
    after.replace("  <li>Note 50</li>\n", "");
    file.difference.text = differenceOf(before, after);
    return file;
}

FileState changedPicture() {
    FileState file = fileOf({FileChange::Kind::Changed, u"images/cover.png"_s, u"image/png"_s, 210'400, 220'100});
    file.difference.kind = FileDifference::Kind::Images;
    file.difference.before = picture(QColor(0x4c5fd7), {320, 240});
    file.difference.after = picture(QColor(0xbf2f34), {900, 600});
    return file;
}

FileState brokenPicture() {
    FileState file = fileOf({FileChange::Kind::Added, u"صور/شعار🐾.svg"_s, u"image/svg+xml"_s, 0, 812});
    file.difference.kind = FileDifference::Kind::Images;
    file.difference.after = "<svg";
    return file;
}

FileState changedBytes() {
    return fileOf({FileChange::Kind::Changed, u"fonts/noto.woff2"_s, u"font/woff2"_s, 88'000, 91'000});
}

} // namespace miaobu::app::sample
