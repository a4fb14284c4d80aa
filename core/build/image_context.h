#pragma once

#include "core/build/dockerfile.h"
#include "core/build/image_commands.h"
#include "core/build/image_request.h"

#include <QTemporaryDir>

#include <memory>

namespace miaobu {

/// What lies ready for one build, and is gone with this: the Dockerfile, the secrets, and what was put into the
/// checkout for the build's time.
class ImageContext {
public:
    /// Reads the source and writes the files. For the thread pool.
    /// \throws what imageRecipe() throws, Error(BuildSecretsUnsupported), (RootDirectoryMissing), (FileSystem) …
    ImageContext(const ImageRequest& request, const ContainerEngine& engine);
    ~ImageContext();
    ImageContext(const ImageContext&) = delete;
    ImageContext& operator=(const ImageContext&) = delete;

    [[nodiscard]] const ImageRecipe& recipe() const { return m_recipe; }
    [[nodiscard]] const ImageBuildCall& call() const { return m_call; }
    /// The engine's environment with the values of the build arguments.
    [[nodiscard]] const QProcessEnvironment& environment() const { return m_environment; }
    /// What is to be said before the build.
    [[nodiscard]] const QStringList& notes() const { return m_notes; }

private:
    void sortVariables(const ImageRequest& request);
    void writeFiles(const ImageRequest& request);
    void putIntoContext(const QString& name, const QByteArray& content);

    std::unique_ptr<QTemporaryDir> m_folder;
    ImageRecipe m_recipe;
    ImageBuildCall m_call;
    QProcessEnvironment m_environment;
    BuildVariableNames m_names;
    QHash<QString, QString> m_secrets;
    QStringList m_notes;
    QStringList m_added; ///< Files in the checkout
};

/// "miaobu/{slug}:{tag}"
[[nodiscard]] QString localReference(const QString& slug, const QString& tag);

} // namespace miaobu
