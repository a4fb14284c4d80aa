#include "core/store/transaction.h"

using namespace Qt::StringLiterals;

namespace miaobu {

Transaction::Transaction(const SqlConnection& connection)
    : m_connection(connection), m_isOuter(connection.beginTransaction()) { }

Transaction::~Transaction() {
    if (m_isOuter && !m_isDone) {
        m_connection.endTransaction(false);
    }
}

void Transaction::commit() {
    if (m_isOuter) {
        m_connection.endTransaction(true);
    }
    m_isDone = true;
}

} // namespace miaobu
