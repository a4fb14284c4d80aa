# Who publishes the program. Empty: its packages name nobody, and it has nobody to ask for updates.
set(MIAOBU_REPOSITORY "" CACHE STRING "OWNER/NAME on GitHub that publishes this program")
set(MIAOBU_CONTACT "" CACHE STRING "Who answers for a package: Name <address>")

if(MIAOBU_REPOSITORY AND NOT MIAOBU_REPOSITORY MATCHES "^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$")
    message(FATAL_ERROR "MIAOBU_REPOSITORY is OWNER/NAME, not “${MIAOBU_REPOSITORY}”.")
endif()
