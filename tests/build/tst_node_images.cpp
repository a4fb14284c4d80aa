#include "core/async/error.h"
#include "core/build/dockerfile.h"
#include "core/detect/detector.h"
#include "tests/detect/memory_tree.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace miaobu;

namespace {

using Files = MemoryTree::Files;

ImageRecipe recipeOf(const Files& files) {
    const MemoryTree tree(files);
    return imageRecipe(AppFolder(tree, {}), detect(tree, {}), {});
}

} // namespace

Q_DECLARE_METATYPE(MemoryTree::Files)

/// The Dockerfile that a Node server gets where its repository has none.
class TestNodeImages : public QObject {
    Q_OBJECT

private slots:
    void writesADockerfileForANodeServer_data() {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QStringList>("lines");
        const QByteArray package
            = "{'name':'api','private':true,'dependencies':{'express':'4'},'scripts':{SCRIPTS}MORE}";
        const auto json = [package](const QByteArray& scripts, const QByteArray& more = {}) {
            return QByteArray(package).replace("SCRIPTS", scripts).replace("MORE", more).replace('\'', '"');
        };
        const auto row = [](const char* name, const Files& files, const QStringList& lines) {
            QTest::newRow(name) << files << lines;
        };
        const Files lock{{u"package-lock.json"_s, "{}"}, {u"server.js"_s, ""}};
        const auto with = [](Files files, const QByteArray& package) {
            files.insert(u"package.json"_s, package);
            return files;
        };
        row("npm", with(lock, json("'start':'node server.js','build':'tsc'")),
            {u"FROM node:22-bookworm-slim"_s, u"COPY [\"package.json\", \"package-lock.json\", \"./\"]"_s,
                u"RUN npm ci"_s, u"RUN npm run build \\"_s, u"USER 10001"_s, u"    PORT=9000 \\"_s,
                u"    NODE_ENV=production \\"_s, u"    HOST=0.0.0.0 \\"_s,
                u"CMD [\"sh\",\"-c\",\"exec node server.js\"]"_s});
        row("nothing for developers", with(lock, json("'start':'node server.js'")), {u"RUN npm ci --omit=dev"_s});
        row("a loader may be for developers", with(lock, json("'start':'node --import tsx server.ts'")),
            {u"RUN npm ci"_s, u"CMD [\"sh\",\"-c\",\"exec node --import tsx server.ts\"]"_s});
        row("pnpm of a version",
            {{u"package.json"_s, json("'start':'node server.js'", ",'packageManager':'pnpm@9.1.0+sha1.aa'")},
                {u"pnpm-lock.yaml"_s, ""}, {u"server.js"_s, ""}, {u".nvmrc"_s, "20"}},
            {u"FROM node:20-bookworm-slim"_s, u"RUN npm install --global pnpm@9.1.0"_s,
                u"RUN pnpm install --frozen-lockfile --prod"_s});
        row("pnpm by its lockfile",
            {{u"package.json"_s, json("'start':'node server.js'")}, {u"pnpm-lock.yaml"_s, "lockfileVersion: '6.0'\n"}},
            {u"RUN npm install --global pnpm@8"_s});
        row("yarn 1", {{u"package.json"_s, json("'start':'node server.js'")}, {u"yarn.lock"_s, "# yarn lockfile v1\n"}},
            {u"RUN npm install --global yarn@1.22.22"_s, u"RUN yarn install --frozen-lockfile --production"_s});
        row("yarn 4 with its own files",
            {{u"package.json"_s, json("'start':'node server.js'", ",'packageManager':'yarn@4.1.0'")},
                {u"yarn.lock"_s, "__metadata:\n"}, {u".yarnrc.yml"_s, ""}, {u".yarn/releases/yarn.cjs"_s, ""}},
            {u"    COREPACK_HOME=/usr/local/share/corepack \\"_s, u"RUN corepack enable"_s,
                u"COPY [\".yarn\", \"./.yarn/\"]"_s, u"RUN yarn install --immutable"_s});
        row("bun", {{u"package.json"_s, json("'start':'bun src/index.ts'")}, {u"bun.lock"_s, ""}},
            {u"RUN npm install --global bun@1"_s, u"CMD [\"sh\",\"-c\",\"exec bun run start\"]"_s});
        row("several steps", with(lock, json("'start':'node migrate.js && node server.js'")),
            {u"CMD [\"sh\",\"-c\",\"exec npm run start\"]"_s});
        row("a script before it", with(lock, json("'prestart':'node migrate.js','start':'node server.js'")),
            {u"CMD [\"sh\",\"-c\",\"exec npm run start\"]"_s});
        row("variables and a port of its own",
            with(lock, json("'start':'cross-env PORT=3000 NODE_ENV=production node server.js --port 3000'")),
            {u"CMD [\"sh\",\"-c\",\"exec env NODE_ENV=production node server.js --port ${PORT:-9000}\"]"_s});
        row("a program by its path", with(lock, json("'start':'./bin/www'")),
            {u"CMD [\"sh\",\"-c\",\"exec npm run start\"]"_s});
        row("a file of variables", with(lock, json("'start':'node --env-file=.env server.js'")),
            {u"CMD [\"sh\",\"-c\",\"exec node server.js\"]"_s});
        row("only for itself", with(lock, json("'start':'next start -p 3000 -H localhost','build':'next build'")),
            {u"CMD [\"sh\",\"-c\",\"exec next start -p ${PORT:-9000} -H 0.0.0.0\"]"_s});
        row("compiled",
            {{u"package.json"_s,
                "{\"dependencies\":{\"express\":\"4\",\"bcrypt\":\"5\"},\"scripts\":{\"start\":\"node server.js\"}}"}},
            {u"RUN apt-get update && apt-get install -y --no-install-recommends g++ make python3 \\"_s});
        row("scripts of its own", with(lock, json("'start':'node server.js','postinstall':'node generate.js'")),
            {u"COPY --chown=10001:10001 . ."_s, u"RUN npm ci --omit=dev"_s});
        row("no start script", {{u"package.json"_s, json({})}, {u"server.js"_s, ""}},
            {u"RUN npm install --omit=dev"_s, u"CMD [\"sh\",\"-c\",\"exec node server.js\"]"_s});
    }

    void writesADockerfileForANodeServer() {
        QFETCH(Files, files);
        QFETCH(QStringList, lines);
        const QStringList text = recipeOf(files).dockerfile.split(u'\n');
        for (const QString& line : std::as_const(lines)) {
            QVERIFY2(text.contains(line), qPrintable(text.join(u'\n')));
        }
    }

    void buildsAnAppOfAWorkspaceFromItsTop() {
        const MemoryTree tree(
            {{u"package.json"_s, R"({"private": true, "workspaces": ["apps/api"]})"}, {u"package-lock.json"_s, "{}"},
                {u"apps/api/package.json"_s,
                    R"({"dependencies": {"express": "4"}, "scripts": {"start": "node server.js", "build": "tsc"}})"},
                {u"apps/api/server.js"_s, ""}});
        const BuildPlan plan = detect(tree, u"apps/api"_s);
        const ImageRecipe recipe = imageRecipe(AppFolder(tree, plan.rootDirectory), plan, {});
        QCOMPARE(recipe.contextFolder, QString());
        const QStringList lines = recipe.dockerfile.split(u'\n');
        const qsizetype copy = lines.indexOf(u"COPY --chown=10001:10001 . ."_s);
        QVERIFY(copy >= 0);
        QCOMPARE(lines.mid(copy + 1, 3),
            (QStringList{u"RUN npm ci"_s, u"WORKDIR /app/apps/api"_s, u"RUN npm run build \\"_s}));
        QVERIFY(lines.contains(u"    PATH=/app/apps/api/node_modules/.bin:/app/node_modules/.bin:$PATH"_s));
    }

    void saysWhatAFrameworkNeedsToRun() {
        const MemoryTree tree({{u"package.json"_s,
                                   R"({"scripts": {"build": "vite build"},
                                       "devDependencies": {"@sveltejs/kit": "2", "@sveltejs/adapter-vercel": "5"}})"},
            {u"svelte.config.js"_s, "import adapter from '@sveltejs/adapter-vercel'"}});
        const BuildPlan plan = detect(tree, {});
        QCOMPARE(plan.kind, ProjectKind::NodeServer);
        try {
            (void)imageRecipe(AppFolder(tree, {}), plan, {});
            QFAIL("a server that nothing starts is built");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::AppUnknown);
            QVERIFY2(error.detail.contains(u"@sveltejs/adapter-node"_s), qPrintable(error.detail));
        }
    }
};

QTEST_GUILESS_MAIN(TestNodeImages)
#include "tst_node_images.moc"
