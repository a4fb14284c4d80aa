#pragma once

#include "aliyun/emulator/api_action.h"

namespace miaobu::emulator {

/// Puts what CreateRecord and UpdateRecord were sent into \a record, which holds its RecordName and, for an update, what
/// it was before. \throws ServiceFault(400 Invalid…) for what the service does not take, and Missing… for what the type
/// or the source needs.
void applyRecord(QJsonObject& record, const ApiParameters& parameters);

} // namespace miaobu::emulator
