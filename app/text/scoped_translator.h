#pragma once

#include <QTranslator>

#include <cstring>

namespace miaobu::app {

/// Finds the words of a class by its bare name. lupdate does not see a namespace that is opened as "a::b" and writes
/// the bare name as the context; tr() asks with the whole one.
class ScopedTranslator final : public QTranslator {
public:
    [[nodiscard]] QString translate(
        const char* context, const char* source, const char* comment, int count) const override {
        const char* const scope = context ? std::strrchr(context, ':') : nullptr;
        const QString found = scope ? QTranslator::translate(scope + 1, source, comment, count) : QString();
        return found.isNull() ? QTranslator::translate(context, source, comment, count) : found;
    }
};

} // namespace miaobu::app
