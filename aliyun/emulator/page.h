#pragma once

#include "aliyun/emulator/api_action.h"

#include <QJsonArray>
#include <QList>

namespace miaobu::emulator {

struct Page {
    long long number = 1;
    long long size = 0;
};

/// PageNumber and PageSize. \throws ServiceFault(400 InvalidPageNumber), ServiceFault(400 InvalidPageSize)
[[nodiscard]] Page pageOf(
    const ApiParameters& parameters, long long usual, long long most, long long lastPage = 1'000'000);

/// The page's part of \a all as \a member, and the numbers every list answers with.
[[nodiscard]] QJsonObject pageAnswer(const QString& member, const QList<QJsonObject>& all, const Page& page);

} // namespace miaobu::emulator
