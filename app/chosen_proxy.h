#pragma once

namespace miaobu {
class Database;
} // namespace miaobu

namespace miaobu::app {

/// Lets this process and what it starts use the proxy that was chosen in the settings, as if the environment named it;
/// nothing where none was chosen. To be called before anything looks at the environment.
void useChosenProxy(const Database& database);

} // namespace miaobu::app
