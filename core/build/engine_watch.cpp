#include "core/build/engine_watch.h"

#include <algorithm>
#include <utility>

namespace miaobu {

EngineWatch::EngineWatch(QProcessEnvironment host, LoginShell& shell)
    : m_engines(std::move(host), shell),
      m_operations({[this](OperationId) { emit changed(); }, [this](OperationId, const Error&) { emit changed(); },
          [this] { emit idle(); }}) { }

void EngineWatch::look() {
    if (!m_operations.isBusy()) {
        m_operations.begin([this](OperationId, std::stop_token stop) { return executeLook(stop); });
    }
}

QCoro::Task<> EngineWatch::executeLook(std::stop_token stop) {
    QList<EngineFinding> found = co_await m_engines.look(stop);
    m_found = std::move(found);
}

std::optional<EngineFinding> EngineWatch::engine() const {
    const auto first = [this](auto fits) { return std::ranges::find_if(m_found, fits); };
    for (const auto& found : {first([](const EngineFinding& one) { return one.isReady(); }),
             first([](const EngineFinding& one) { return one.state != EngineState::Missing; }), m_found.begin()}) {
        if (found != m_found.end()) {
            return *found;
        }
    }
    return std::nullopt;
}

} // namespace miaobu
