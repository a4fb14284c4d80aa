#include "aliyun/emulator/page.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::emulator {

Page pageOf(const ApiParameters& parameters, long long usual, long long most, long long lastPage) {
    const Page page{parameters.integer("PageNumber", 1), parameters.integer("PageSize", usual)};
    if (page.number < 1 || page.number > lastPage) {
        throw ServiceFault{400, "InvalidPageNumber", "PageNumber must be from 1 to " + std::to_string(lastPage) + "."};
    }
    if (page.size < 1 || page.size > most) {
        throw ServiceFault{400, "InvalidPageSize", "PageSize must be from 1 to " + std::to_string(most) + "."};
    }
    return page;
}

QJsonObject pageAnswer(const QString& member, const QList<QJsonObject>& all, const Page& page) {
    QJsonArray part;
    const long long end = std::min<long long>(all.size(), page.number * page.size);
    for (long long index = (page.number - 1) * page.size; index < end; ++index) {
        part.append(all[index]);
    }
    return {{member, part}, {u"TotalCount"_s, all.size()}, {u"PageNumber"_s, page.number}, {u"PageSize"_s, page.size},
        {u"TotalPage"_s, (all.size() + page.size - 1) / page.size}};
}

} // namespace miaobu::emulator
