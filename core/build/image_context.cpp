#include "core/build/image_context.h"

#include "core/async/error.h"
#include "core/build/private_folder.h"
#include "core/build/project_layout.h"
#include "core/detect/folder_tree.h"
#include "core/model/variable_names.h"

#include <QFile>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

/// Build arguments stand in the environment of the engine's program: one of these names would change that program.
bool steersTheEngine(const QString& name) {
    static const QRegularExpression form(
        u"\\A(?:PATH|HOME|TMPDIR|USER|LANG|LC_.*|XDG_.*|LD_.*|DOCKER_.*|CONTAINERS?_.*|BUILDX_.*|BUILDKIT_.*|MIAOBU_.*|"
        u"DBUS_.*)\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    return form.match(name).hasMatch();
}

bool hasCredential(const QString& url) {
    return !QUrl(url).userInfo().isEmpty();
}

/// Whether a Dockerfile asks for the secret \a name.
bool asksFor(const QString& dockerfile, const QString& name) {
    const QRegularExpression form(u"--mount=\\S*\\bid=%1\\b"_s.arg(QRegularExpression::escape(name)));
    return form.match(dockerfile).hasMatch();
}

QByteArray certificates(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw Error(ErrorKind::FileSystem, path, file.errorString());
    }
    return file.read(8 * 1024 * 1024);
}

} // namespace

ImageContext::ImageContext(const ImageRequest& request, const ContainerEngine& engine)
    : m_folder(privateFolder()), m_environment(engine.environment) {
    const ProjectLayout layout = layoutOf(request.sourceDirectory, request.plan);
    sortVariables(request);
    const FolderTree tree(layout.source);
    m_recipe = imageRecipe(AppFolder(tree, layout.appPath()), request.plan, request.settings, m_names);
    const QProcessEnvironment switches = buildVariables(engine);
    m_environment.insert(switches);
    m_call.context = m_recipe.contextFolder.isEmpty() ? layout.source : layout.source + u'/' + m_recipe.contextFolder;
    m_call.dockerfile = m_folder->filePath(u"Dockerfile"_s);
    m_call.reference = localReference(request.slug, request.tag);
    m_call.idFile = m_folder->filePath(u"image-id"_s);
    m_call.network = request.settings.buildNetwork;
    m_call.labels = {u"miaobu.slug="_s + request.slug};
    m_call.buildArguments = m_names.plain + mirrorVariables(request.settings).keys();
    m_call.buildArguments.removeIf([this](const QString& name) { return m_secrets.contains(name); });
    m_call.buildArguments.sort();
    if (!m_recipe.isGenerated()) {
        m_secrets.removeIf([this](const auto& secret) { return !asksFor(m_recipe.dockerfile, secret.key()); });
    }
    if (!m_secrets.isEmpty() && !engine.knowsSecrets()) {
        throw Error(ErrorKind::BuildSecretsUnsupported, m_secrets.keys().constFirst(), engine.text());
    }
    m_notes += m_recipe.notes;
    writeFiles(request);
}

ImageContext::~ImageContext() {
    for (const QString& path : std::as_const(m_added)) {
        QFile::remove(path);
    }
}

void ImageContext::sortVariables(const ImageRequest& request) {
    const QHash<QString, QString> mirrors = mirrorVariables(request.settings);
    for (auto mirror = mirrors.begin(); mirror != mirrors.end(); ++mirror) {
        if (hasCredential(mirror.value())) {
            m_names.secret.append(mirror.key());
            m_secrets.insert(mirror.key(), mirror.value());
        } else {
            m_environment.insert(mirror.key(), mirror.value());
        }
    }
    for (const EnvironmentVariable& variable : request.variables) {
        if (!variable.atBuild) {
            continue;
        }
        if (!isValidVariableName(variable.name) || steersTheEngine(variable.name)
            || variable.value.contains(QChar::Null)) {
            m_notes.append(
                u"The variable %1 is not passed on: it would change which programs run."_s.arg(variable.name));
            continue;
        }
        if (variable.secret) {
            m_names.secret.append(variable.name);
            m_secrets.insert(variable.name, variable.value);
        } else {
            m_names.plain.append(variable.name);
            m_environment.insert(variable.name, variable.value);
        }
    }
    m_names.plain.removeDuplicates();
    m_names.secret.removeDuplicates();
}

void ImageContext::writeFiles(const ImageRequest& request) {
    writePrivateFile(m_call.dockerfile, m_recipe.dockerfile.toUtf8());
    int number = 0;
    for (auto secret = m_secrets.cbegin(); secret != m_secrets.cend(); ++secret) {
        const QString path = m_folder->filePath(u"secret-%1"_s.arg(++number));
        writePrivateFile(path, secret.value().toUtf8());
        m_call.secrets.append({secret.key(), path});
    }
    if (!m_recipe.dockerignore.isEmpty()) {
        putIntoContext(u".dockerignore"_s, m_recipe.dockerignore.toUtf8());
    }
    if (m_recipe.isGenerated() && !request.settings.certificateFile.isEmpty()) {
        putIntoContext(certificateName, certificates(request.settings.certificateFile));
    }
}

void ImageContext::putIntoContext(const QString& name, const QByteArray& content) {
    const QString path = m_call.context + u'/' + name;
    writePrivateFile(path, content);
    m_added.append(path);
}

QString localReference(const QString& slug, const QString& tag) {
    return u"miaobu/%1:%2"_s.arg(slug, tag);
}

} // namespace miaobu
