#pragma once

#include <functional>
#include <string>

namespace miaobu::emulator {

/// Unpacks the zip in \a file into \a folder, which must not be there yet. Names that lead out of it, links, and more
/// than Function Compute's 10 GB disk or a million files are refused. \a cancelled is asked before each file.
/// \throws ServiceFault(502 CodeUnpackFailed) with nothing left of \a folder
void unpackCode(const std::string& file, const std::string& folder, const std::function<bool()>& cancelled);

} // namespace miaobu::emulator
