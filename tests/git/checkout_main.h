#pragma once

#include "core/git/git_worker.h"

#include <QCoreApplication>
#include <QtTest>

#include <cstring>

/// The test binary is its own Git worker, as the program is.
#define CHECKOUT_TEST_MAIN(Test)                                                                                       \
    int main(int argc, char** argv) {                                                                                  \
        if (argc == 2 && std::strcmp(argv[1], "--git-worker") == 0) {                                                  \
            return miaobu::runGitWorker();                                                                             \
        }                                                                                                              \
        const QCoreApplication application(argc, argv);                                                                \
        Test test;                                                                                                     \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
