#pragma once

#include "core/store/sql_connection.h"

namespace miaobu {

/// A write transaction: BEGIN IMMEDIATE, so that it never fails half way because another process writes.
/// Rolled back unless commit() was called. Never held over a co_await; a transaction inside another one joins it.
class Transaction {
public:
    explicit Transaction(const SqlConnection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    const SqlConnection& m_connection;
    bool m_isOuter = false;
    bool m_isDone = false;
};

} // namespace miaobu
