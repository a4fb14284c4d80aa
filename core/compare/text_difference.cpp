#include "core/compare/text_difference.h"

#include "core/git/git_error.h"
#include "core/git/git_handles.h"
#include "core/git/git_library.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

using GitPatch = detail::CHandle<git_patch, &git_patch_free>;

constexpr qsizetype mostLines = 5'000;
constexpr qsizetype longestLine = 2'000;

DifferenceLine::Kind kindOf(char origin) {
    switch (origin) {
    case GIT_DIFF_LINE_ADDITION:
        return DifferenceLine::Kind::Added;
    case GIT_DIFF_LINE_DELETION:
        return DifferenceLine::Kind::Removed;
    default:
        return DifferenceLine::Kind::Same;
    }
}

DifferenceLine lineFrom(const git_diff_line& line) {
    // A character has at most four bytes; the rest need not be decoded to be cut away.
    const auto length = qMin(static_cast<qsizetype>(line.content_len), 4 * longestLine);
    QString text = QString::fromUtf8(line.content, length);
    while (text.endsWith(u'\n') || text.endsWith(u'\r')) {
        text.chop(1);
    }
    return {kindOf(line.origin), qMax(line.old_lineno, 0), qMax(line.new_lineno, 0), text.left(longestLine)};
}

void addHunk(git_patch* patch, std::size_t hunk, TextDifference& difference) {
    if (hunk > 0) {
        difference.lines.append({DifferenceLine::Kind::Gap, 0, 0, {}});
    }
    const int count = git_patch_num_lines_in_hunk(patch, hunk);
    for (int i = 0; i < count && !difference.isCut; ++i) {
        const git_diff_line* line = nullptr;
        checkGit(git_patch_get_line_in_hunk(&line, patch, hunk, static_cast<std::size_t>(i)), {});
        // What Git says of a missing line end at the end of a file is no line.
        if (line->origin == GIT_DIFF_LINE_CONTEXT || line->origin == GIT_DIFF_LINE_ADDITION
            || line->origin == GIT_DIFF_LINE_DELETION) {
            difference.lines.append(lineFrom(*line));
        }
        difference.isCut = difference.lines.size() >= mostLines;
    }
}

} // namespace

bool isText(const QByteArray& content) {
    if (content.contains('\0')) {
        return false;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString decoded = decoder(content);
    return !decoder.hasError() && (content.isEmpty() || !decoded.isEmpty());
}

TextDifference differenceOf(const QByteArray& before, const QByteArray& after) {
    const GitLibrary library;
    git_diff_options options{};
    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.flags = GIT_DIFF_FORCE_TEXT;
    GitPatch patch;
    checkGit(gitInto(patch, &git_patch_from_buffers, static_cast<const void*>(before.constData()),
                 static_cast<std::size_t>(before.size()), static_cast<const char*>(nullptr),
                 static_cast<const void*>(after.constData()), static_cast<std::size_t>(after.size()),
                 static_cast<const char*>(nullptr), static_cast<const git_diff_options*>(&options)),
        {});
    TextDifference difference;
    const std::size_t hunks = git_patch_num_hunks(patch.get());
    for (std::size_t hunk = 0; hunk < hunks && !difference.isCut; ++hunk) {
        addHunk(patch.get(), hunk, difference);
    }
    return difference;
}

} // namespace miaobu
