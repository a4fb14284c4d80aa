// What the controller does with the texts of .env files: preview, comparison, export.
#include "app/screens/common/prompt.h"
#include "app/screens/variables/variables_controller.h"
#include "app/screens/variables/variables_tab.h"
#include "core/variables/dotenv_export.h"

#include <QClipboard>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QSaveFile>

namespace miaobu::app {

namespace {

/// \throws Error(FileSystem)
QByteArray contentOf(const QString& path) {
    constexpr qint64 longestFile = 4 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw Error(ErrorKind::FileSystem, path, file.errorString());
    }
    return file.read(longestFile);
}

} // namespace

void VariablesController::connectFiles(VariablesIntents& intents) {
    connect(
        &intents, &VariablesIntents::paste, this, [this] { preview(QGuiApplication::clipboard()->text().toUtf8()); });
    connect(&intents, &VariablesIntents::setScope, this, &VariablesController::showPreview);
    connect(&intents, &VariablesIntents::takeOver, this, &VariablesController::takeOver);
    connect(&intents, &VariablesIntents::toggleSecret, this, [this](qsizetype row) {
        if (m_state.pasted) {
            m_state.pasted = withToggledSecret(*m_state.pasted, row);
            show();
        }
    });
    connect(&intents, &VariablesIntents::closePreview, this, [this] {
        forgetEntered();
        show();
    });
    connect(&intents, &VariablesIntents::closeComparison, this, [this] {
        m_state.comparison.reset();
        show();
    });
    connect(&intents, &VariablesIntents::openFile, this, [this] {
        m_prompt.chooseFile([this](const QString& file) {
            try {
                preview(contentOf(file));
            } catch (const Error& error) {
                m_state.error = shownError(error);
                show();
            }
        });
    });
    connect(&intents, &VariablesIntents::compareFile, this,
        [this] { m_prompt.chooseFile([this](const QString& file) { compareWith(file); }); });
    connect(&intents, &VariablesIntents::exportFile, this, [this] {
        m_prompt.chooseFileToWrite(QStringLiteral(".env"), [this](const QString& file) { exportTo(file); });
    });
}

void VariablesController::preview(const QByteArray& text) {
    if (text.trimmed().isEmpty()) {
        emit told(tr("There is no text to paste."));
        return;
    }
    m_pasted = parseDotenv(text);
    m_state.edited.reset();
    showPreview(VariableScope::Both);
}

void VariablesController::showPreview(VariableScope scope) {
    m_state.pasted = pastedVariables(m_pasted, m_staged, scope);
    if (m_state.pasted->count(PastedVariables::Outcome::Changed) > 0) {
        m_judging = m_services.variables.compare(m_project.id, m_project.target, scope, m_pasted.variables);
    }
    show();
}

void VariablesController::takeOver() {
    if (m_state.pasted) {
        const QList<VariableDraft> drafts = m_state.pasted->drafts();
        for (const VariableDraft& draft : drafts) {
            m_staged.put(draft);
        }
        forgetEntered();
        show();
    }
}

void VariablesController::forgetEntered() {
    m_pasted = {};
    m_state.pasted.reset();
    m_judging = 0;
}

void VariablesController::onCompared(OperationId operation, const QList<VariableDifference>& differences) {
    if (operation == m_judging && m_state.pasted) {
        m_state.pasted = equalTo(*m_state.pasted, differences);
        m_judging = 0;
        show();
    } else if (operation == m_comparing && operation != 0) {
        m_comparing = 0;
        m_state.comparison = FileComparison{m_comparedFile, differences};
        show();
    }
}

void VariablesController::compareWith(const QString& file) {
    m_state.error.reset();
    try {
        const DotenvContent content = parseDotenv(contentOf(file));
        m_comparedFile = QFileInfo(file).fileName();
        m_comparing = m_services.variables.compare(
            m_project.id, m_project.target, VariableScope::Production, content.variables);
    } catch (const Error& error) {
        m_state.error = shownError(error);
    }
    show();
}

void VariablesController::exportTo(const QString& file) {
    const DotenvExport exported = exportDotenv(m_services.variables.list(m_project.id), VariableScope::Production);
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(exported.text) != exported.text.size() || !target.commit()) {
        m_state.error = shownError(Error(ErrorKind::FileSystem, file, target.errorString()));
        return show();
    }
    const auto leftOut = static_cast<int>(exported.leftOut.size());
    emit told(leftOut == 0 ? tr("Saved as %1.").arg(file)
                           : tr("Saved as %1, without %n secret(s).", nullptr, leftOut).arg(file));
}

} // namespace miaobu::app
