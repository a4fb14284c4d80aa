#include "core/detect/python/django_entry.h"

#include "core/detect/python/python_code.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

QStringList packagesOf(const AppFolder& folder) {
    QStringList packages;
    for (const QString& entry : folder.entries()) {
        if (entry.endsWith(u'/') && !isBesideTheApp(entry)) {
            packages.append(entry.chopped(1));
        }
    }
    return packages;
}

/// The file of "config.settings.production", and the ones it is likely made of.
QStringList filesOfSettings(const AppFolder& folder, const QString& module) {
    const QString path = QString(module).replace(u'.', u'/');
    const QString around = path.section(u'/', 0, -2);
    QStringList files{path + u".py"_s, path + u"/__init__.py"_s, path + u"/base.py"_s};
    for (const QString& name : {u"/base.py"_s, u"/common.py"_s, u"/defaults.py"_s, u"/settings.py"_s}) {
        files.append(around + name);
    }
    files.removeIf([&folder](const QString& file) { return !folder.has(file); });
    return files;
}

QString settingsModule(const AppFolder& folder) {
    static const QRegularExpression form(u"DJANGO_SETTINGS_MODULE[\"']\\s*[,\\]]?\\s*[,=]?\\s*[\"']([\\w.]+)[\"']"_s);
    return form.match(folder.text(u"manage.py"_s)).captured(1);
}

QStringList settingsFiles(const AppFolder& folder) {
    QStringList files = filesOfSettings(folder, settingsModule(folder));
    for (const QString& package : packagesOf(folder)) {
        for (const QString& name : {u"/settings.py"_s, u"/settings/base.py"_s, u"/settings/__init__.py"_s,
                 u"/settings/common.py"_s, u"/settings/production.py"_s, u"/settings/prod.py"_s}) {
            if (folder.has(package + name)) {
                files.append(package + name);
            }
        }
    }
    files.removeDuplicates();
    return files;
}

EntryPoint fromSettings(const AppFolder& folder, const QString& name, bool isAsgi) {
    for (const QString& file : settingsFiles(folder)) {
        const QString said = pythonText(folder.text(file), name);
        if (said.contains(u'.')) {
            EntryPoint entry;
            entry.module = said.section(u'.', 0, -2) + u':' + said.section(u'.', -1);
            entry.reason = name + u" in "_s + file;
            entry.isAsgi = isAsgi;
            return entry;
        }
    }
    return {};
}

EntryPoint fromFile(const AppFolder& folder, const QString& file) {
    const QString around = QString(settingsModule(folder)).replace(u'.', u'/').section(u'/', 0, 0);
    QStringList packages = packagesOf(folder);
    packages.prepend(around);
    for (const QString& package : std::as_const(packages)) {
        const QString path = package.isEmpty() ? file : package + u'/' + file;
        if (folder.has(path)) {
            EntryPoint entry;
            entry.module = pythonModule(path) + u":application"_s;
            entry.reason = path;
            entry.isAsgi = file == u"asgi.py";
            return entry;
        }
    }
    return {};
}

} // namespace

EntryPoint djangoEntry(const AppFolder& folder, bool prefersAsgi) {
    if (prefersAsgi) {
        if (const EntryPoint entry = fromSettings(folder, u"ASGI_APPLICATION"_s, true); !entry.module.isEmpty()) {
            return entry;
        }
    }
    if (const EntryPoint entry = fromSettings(folder, u"WSGI_APPLICATION"_s, false); !entry.module.isEmpty()) {
        return entry;
    }
    for (const QString& file : {u"wsgi.py"_s, u"asgi.py"_s}) {
        if (const EntryPoint entry = fromFile(folder, file); !entry.module.isEmpty()) {
            return entry;
        }
    }
    return {};
}

QString djangoWarning(const AppFolder& folder, const QString& module) {
    const QString package = module.section(u'.', 0, 0);
    static const QRegularExpression debug(u"^DEBUG\\s*=\\s*True\\b"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression nobody(
        u"^ALLOWED_HOSTS\\s*(?::[^=\\n]+)?=\\s*\\[\\s*\\]"_s, QRegularExpression::MultilineOption);
    const QStringList files = settingsFiles(folder);
    for (const QString& file : files) {
        if (!file.startsWith(package + u'/') && !files.first().startsWith(package)) {
            continue;
        }
        const QString text = folder.text(file);
        if (debug.match(text).hasMatch()) {
            return u"DEBUG is on in %1, which shows visitors the source of an error"_s.arg(file);
        }
        if (nobody.match(text).hasMatch()) {
            return u"ALLOWED_HOSTS in %1 lets no host name in"_s.arg(file);
        }
    }
    return {};
}

} // namespace miaobu
