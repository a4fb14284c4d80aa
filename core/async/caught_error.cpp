#include "core/async/caught_error.h"

namespace miaobu {

Error caughtError(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const Error& error) {
        return error;
    } catch (const std::exception& exception) {
        return Error(ErrorKind::Internal, {}, QString::fromUtf8(exception.what()));
    } catch (...) {
        return Error(ErrorKind::Internal);
    }
}

} // namespace miaobu
