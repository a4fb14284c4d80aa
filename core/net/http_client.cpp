#include "core/net/http_client.h"

#include "core/async/cancel.h"
#include "core/net/ca_bundle.h"
#include "core/net/curl_loop.h"

#include <utility>

namespace miaobu {

namespace {

/// A transfer under way; taken off the loop however the coroutine ends.
class RunningTransfer {
public:
    RunningTransfer(std::shared_ptr<CurlLoop> loop, CurlTransfer& transfer)
        : m_loop(std::move(loop)), m_transfer(transfer) {
        m_loop->add(m_transfer);
    }
    ~RunningTransfer() { m_loop->remove(m_transfer); }
    RunningTransfer(const RunningTransfer&) = delete;
    RunningTransfer& operator=(const RunningTransfer&) = delete;

private:
    std::shared_ptr<CurlLoop> m_loop;
    CurlTransfer& m_transfer;
};

// Not a member: the client may be destroyed while this waits.
QCoro::Task<HttpResponse> execute(
    std::shared_ptr<CurlLoop> loop, QByteArray caBundle, HttpRequest request, std::stop_token stop) {
    throwIfCancelled(stop);
    CurlTransfer transfer(std::move(request), caBundle);
    const RunningTransfer running(loop, transfer);
    const Completion done = transfer.done();
    {
        CurlTransfer* const cancellable = &transfer;
        const std::stop_callback onStop(stop, [cancellable] { cancellable->cancel(); });
        co_await done;
    }
    co_return transfer.takeResponse();
}

} // namespace

HttpClient::HttpClient(int connectionsPerHost) : m_caBundle(findCaBundle()) {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (ready != CURLE_OK) {
        throw Error(ErrorKind::Internal, QStringLiteral("libcurl"), QString::fromUtf8(curl_easy_strerror(ready)));
    }
    m_loop = std::make_shared<CurlLoop>(connectionsPerHost);
}

HttpClient::~HttpClient() {
    m_loop->close();
}

QCoro::Task<HttpResponse> HttpClient::send(HttpRequest request, std::stop_token stop) {
    return execute(m_loop, m_caBundle, std::move(request), stop);
}

} // namespace miaobu
