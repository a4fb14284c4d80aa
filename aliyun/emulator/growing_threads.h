#pragma once

#include <httplib.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace miaobu::emulator {

/// One thread for every open connection, made when needed and kept for the next one: the library's own fixed pool lets
/// the connections beyond its size starve as long as the others are kept alive.
class GrowingThreads final : public httplib::TaskQueue {
public:
    void enqueue(std::function<void()> work) override;
    void shutdown() override;

private:
    void takeWork();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_waiting;
    std::vector<std::thread> m_threads;
    std::size_t m_idle = 0;
    bool m_ending = false;
};

} // namespace miaobu::emulator
