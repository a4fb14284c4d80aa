#include "aliyun/emulator/growing_threads.h"

namespace miaobu::emulator {

namespace {

constexpr std::size_t mostThreads = 1024;

} // namespace

void GrowingThreads::enqueue(std::function<void()> work) {
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(std::move(work));
    if (m_idle < m_waiting.size() && m_threads.size() < mostThreads) {
        m_threads.emplace_back([this] { takeWork(); });
    }
    m_changed.notify_one();
}

void GrowingThreads::shutdown() {
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads) {
        thread.join();
    }
}

void GrowingThreads::takeWork() {
    std::unique_lock lock(m_mutex);
    while (true) {
        ++m_idle;
        m_changed.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
        --m_idle;
        if (m_waiting.empty()) {
            return;
        }
        const std::function<void()> work = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        work();
        lock.lock();
    }
}

} // namespace miaobu::emulator
