#include "core/build/failure_cause.h"
#include "core/build/install_command.h"
#include "core/build/second_try.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

class TestInstallCommand : public QObject {
    Q_OBJECT

private slots:
    void aPlainInstallKeepsToTheLockfile_data() {
        QTest::addColumn<QString>("command");
        QTest::addColumn<int>("managerMajor");
        QTest::addColumn<QString>("locked");
        const auto row = [](const QString& command, int major, const QString& locked) {
            QTest::newRow(qPrintable(command + QString::number(major))) << command << major << locked;
        };
        row(u"npm install"_s, 10, u"npm ci"_s);
        row(u"npm  i --legacy-peer-deps"_s, 10, u"npm ci --legacy-peer-deps"_s);
        row(u"pnpm install"_s, 9, u"pnpm install --frozen-lockfile"_s);
        row(u"pnpm install --no-frozen-lockfile"_s, 9, u"pnpm install --no-frozen-lockfile"_s);
        row(u"yarn"_s, 1, u"yarn install --frozen-lockfile"_s);
        row(u"yarn install"_s, 4, u"yarn install --immutable"_s);
        row(u"bun install"_s, 1, u"bun install --frozen-lockfile"_s);
        row(u"npm install && npm run prepare"_s, 10, u"npm install && npm run prepare"_s);
        row(u"npm install left-pad"_s, 10, u"npm install left-pad"_s);
        row(u"make deps"_s, 10, u"make deps"_s);
        row(u"npm ci"_s, 10, u"npm ci"_s);
    }
    void aPlainInstallKeepsToTheLockfile() {
        QFETCH(const QString, command);
        QFETCH(const int, managerMajor);
        QTEST(lockedInstall(command, managerMajor), "locked");
    }

    void onlyALockfileOutOfStepIsTriedAgain() {
        const QString npm
            = u"npm error code EUSAGE\nnpm error `npm ci` can only install packages when your package.json and "
              "package-lock.json or npm-shrinkwrap.json are in sync. Please update your lock file\n"
              "npm error Missing: @rollup/rollup-darwin-arm64@4.68.7 from lock file"_s;
        QCOMPARE(
            looserInstall(u"npm ci --legacy-peer-deps"_s, npm), std::optional(u"npm install --legacy-peer-deps"_s));
        QCOMPARE(looserInstall(u"npm ci"_s, u"npm error 404 Not Found"_s), std::nullopt);
        QCOMPARE(looserInstall(u"pnpm install --frozen-lockfile"_s, u"ERR_PNPM_OUTDATED_LOCKFILE  Cannot install"_s),
            std::optional(u"pnpm install --no-frozen-lockfile"_s));
        QCOMPARE(looserInstall(u"yarn install --immutable"_s, u"YN0028: The lockfile would have been modified"_s),
            std::optional(u"yarn install --no-immutable"_s));
        QCOMPARE(looserInstall(u"yarn install"_s, u"YN0028: The lockfile would have been created"_s),
            std::optional(u"yarn install --no-immutable"_s));
        QCOMPARE(looserInstall(u"yarn install --frozen-lockfile"_s, u"error Your lockfile needs to be updated, but"_s),
            std::optional(u"yarn install"_s));
        QCOMPARE(looserInstall(u"yarn install --no-immutable"_s, u"YN0028"_s), std::nullopt);
        QCOMPARE(looserInstall(u"make deps"_s, npm), std::nullopt);
    }

    void onlyFailuresOfTheToolsAreTriedAgain() {
        const auto lineAfter = [](const QString& line, const QString& output) {
            const std::optional<SecondTry> next = secondTry(line, {}, output);
            return next ? next->line : QString();
        };
        const QString peers = u"npm error code ERESOLVE\nnpm error ERESOLVE could not resolve"_s;
        QCOMPARE(lineAfter(u"npm ci"_s, peers), u"npm ci --legacy-peer-deps"_s);
        QCOMPARE(lineAfter(u"npm install"_s, u"npm ERR! code ERESOLVE"_s), u"npm install --legacy-peer-deps"_s);
        QCOMPARE(lineAfter(u"npm ci --legacy-peer-deps"_s, peers), QString());
        QCOMPARE(lineAfter(u"npm install --force"_s, peers), QString());
        QCOMPARE(lineAfter(u"npm ci"_s, u"npm warn ERESOLVE overriding peer dependency"_s), QString());
        QCOMPARE(lineAfter(u"npm run build"_s, peers), QString());
        QCOMPARE(lineAfter(u"yarn install --immutable"_s, u"YN0028"_s), u"yarn install --no-immutable"_s);

        const QString hashes = u"Error: error:0308010C:digital envelope routines::unsupported"_s;
        const std::optional<SecondTry> withHashes
            = secondTry(u"yarn run build"_s, u"--max-old-space-size=4096"_s, hashes);
        QVERIFY(withHashes);
        QCOMPARE(withHashes->line, u"yarn run build"_s);
        QCOMPARE(withHashes->nodeOptions, u"--max-old-space-size=4096 --openssl-legacy-provider"_s);
        QVERIFY(!secondTry(u"yarn run build"_s, withHashes->nodeOptions, hashes));
        QVERIFY(!secondTry(u"yarn run build"_s, {}, u"error TS2322: no"_s));
    }

    void onlyAPlainInstallMovesToTheLockfile() {
        QVERIFY(isPlainInstall(u"pnpm install --filter ./apps/web"_s));
        QVERIFY(isPlainInstall(u"npm ci"_s));
        QVERIFY(!isPlainInstall(u"cd ../.. && npm ci"_s));
        QVERIFY(!isPlainInstall(u"pip install -r requirements.txt"_s));
    }

    void theCauseIsFoundInTheOutput() {
        QCOMPARE(causeIn(u"a\nnpm error Missing script: \"build\"\nb"_s), u"npm error Missing script: \"build\""_s);
        QCOMPARE(
            causeIn(
                u"npm warn ERESOLVE overriding peer dependency\nnpm warn Could not resolve dependency:\nnpm error code 1"_s),
            u"npm error code 1"_s);
        QCOMPARE(
            causeIn(
                u"x\nFATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\nError: y"_s),
            u"FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory"_s);
        QCOMPARE(causeIn(u"Treating warnings as errors because process.env.CI = true.\nMost CI servers"_s),
            u"Treating warnings as errors because process.env.CI = true."_s);
        QCOMPARE(causeIn(u"src/a.ts(1,2): error TS2322: Type 'a'\n"_s), u"src/a.ts(1,2): error TS2322: Type 'a'"_s);
        QCOMPARE(causeIn(u"all is well\n0 errors"_s), QString());
    }
};

QTEST_GUILESS_MAIN(TestInstallCommand)
#include "tst_install_command.moc"
