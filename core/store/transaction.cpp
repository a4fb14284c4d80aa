#include "core/store/transaction.h"

using namespace Qt::StringLiterals;

namespace miaobu {

Transaction::Transaction(const Database& database)
    : m_database(database)
    , m_isOuter(database.beginTransaction()) {
}

Transaction::~Transaction() {
    if (m_isOuter && !m_isDone) {
        m_database.endTransaction(false);
    }
}

void Transaction::commit() {
    if (m_isOuter) {
        m_database.endTransaction(true);
    }
    m_isDone = true;
}

} // namespace miaobu
