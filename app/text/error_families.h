#pragma once

#include "app/text/error_words.h"
#include "core/async/error.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

namespace miaobu::app {

/// The translation context of every error sentence.
struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(miaobu::app::ErrorText)
};

// Each gives the words for the kinds of its family, and nothing for the others.
[[nodiscard]] std::optional<ErrorWords> sourceErrorWords(const Error& error);
[[nodiscard]] std::optional<ErrorWords> buildErrorWords(const Error& error);
[[nodiscard]] std::optional<ErrorWords> webAppErrorWords(const Error& error);
[[nodiscard]] std::optional<ErrorWords> cloudErrorWords(const Error& error);
[[nodiscard]] std::optional<ErrorWords> gitHubErrorWords(const Error& error);
[[nodiscard]] std::optional<ErrorWords> secretErrorWords(const Error& error);
[[nodiscard]] std::optional<ErrorWords> variableErrorWords(const Error& error);
[[nodiscard]] std::optional<ErrorWords> computerErrorWords(const Error& error);
[[nodiscard]] std::optional<ErrorWords> domainErrorWords(const Error& error);

/// "a, b, c" for a sentence; "–" for an empty list.
[[nodiscard]] QString listText(const QStringList& items);

} // namespace miaobu::app
