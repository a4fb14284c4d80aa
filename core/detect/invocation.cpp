#include "core/detect/invocation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu {

bool Invocation::runs(const QString& command) const {
    const QStringList words = command.split(u' ');
    if (program != words.first() || (words.size() > 1 && !arguments.contains(words.at(1)))) {
        return false;
    }
    static const QStringList endless{u"serve"_s, u"--serve"_s, u"--watch"_s, u"-w"_s, u"dev"_s, u"start"_s, u"watch"_s,
        u"server"_s, u"preview"_s, u"-S"_s, u"--version"_s, u"--help"_s};
    return std::none_of(arguments.begin(), arguments.end(), [](const QString& word) { return endless.contains(word); });
}

QString Invocation::flag(const QStringList& flags) const {
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments.at(i);
        for (const QString& flag : flags) {
            if (word == flag && i + 1 < arguments.size() && !arguments.at(i + 1).startsWith(u'-')) {
                return arguments.at(i + 1);
            }
            if (word.startsWith(flag + u'=')) {
                return word.mid(flag.size() + 1);
            }
        }
    }
    return {};
}

bool Invocation::hasFlag(const QString& name) const {
    return std::any_of(arguments.begin(), arguments.end(),
        [&](const QString& word) { return word == name || word.startsWith(name + u'='); });
}

QString Invocation::positional(const QString& command, const QStringList& valued) const {
    QStringList own = command.split(u' ').mid(1);
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments.at(i);
        if (word == u">"_s) {
            break;
        }
        if (own.removeOne(word)) {
            continue;
        }
        if (!word.startsWith(u'-')) {
            return word;
        }
        i += valued.contains(word) ? 1 : 0;
    }
    return {};
}

} // namespace miaobu
