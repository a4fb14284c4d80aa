#include "aliyun/emulator/name_match.h"

#include "aliyun/emulator/encoding.h"

#include <algorithm>

namespace miaobu::emulator {

bool matchesName(const std::string& name, const std::string& wanted, const std::string& way) {
    if (way == "prefix") {
        return name.starts_with(wanted);
    }
    if (way == "suffix") {
        return name.ends_with(wanted);
    }
    return way == "fuzzy" ? name.find(wanted) != std::string::npos : name == wanted;
}

bool isHostName(const std::string& name) {
    const auto allowed
        = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
    const auto labels = split(name, '.');
    return !name.empty() && name.size() <= 253
        && std::all_of(labels.begin(), labels.end(), [&allowed](std::string_view label) {
               return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-'
                   && std::all_of(label.begin(), label.end(), allowed);
           });
}

} // namespace miaobu::emulator
