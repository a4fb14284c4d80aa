#pragma once

#include "core/store/database.h"

namespace miaobu {

/// A write transaction: BEGIN IMMEDIATE, so that it never fails half way because another process writes.
/// Rolled back unless commit() was called. Never held over a co_await; a transaction inside another one joins it.
class Transaction {
public:
    explicit Transaction(const Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    const Database& m_database;
    bool m_isOuter = false;
    bool m_isDone = false;
};

} // namespace miaobu
