#include "core/store/build_settings.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace miaobu {

namespace {

bool isAddress(const QString& value) {
    const QUrl url(value, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == u"https" || url.scheme() == u"http") && !url.host().isEmpty()
        && url.userInfo().isEmpty();
}

bool isImage(const QString& value) {
    static const QRegularExpression form(u"\\A[a-z0-9][\\w./:@%-]*\\z"_s);
    return form.match(value).hasMatch() && !value.contains(u"//"_s);
}

} // namespace

const QList<BuildSetting>& buildSettings() {
    using Form = BuildSetting::Form;
    static const QList<BuildSetting> all{
        {u"python-image"_s, settings::pythonImage(), Form::Image},
        {u"node-image"_s, settings::nodeImage(), Form::Image},
        {u"pip-index"_s, settings::pipIndexUrl(), Form::Address},
        {u"npm-registry"_s, settings::npmRegistry(), Form::Address},
        {u"build-proxy"_s, settings::buildProxy(), Form::Address},
        {u"build-certificates"_s, settings::buildCertificates(), Form::File},
        {u"build-network"_s, settings::buildNetwork(), Form::Word},
    };
    return all;
}

bool isAllowed(const BuildSetting& setting, const QString& value) {
    if (value.isEmpty()) {
        return true;
    }
    switch (setting.form) {
    case BuildSetting::Form::Image:
        return isImage(value);
    case BuildSetting::Form::Address:
        return isAddress(value);
    case BuildSetting::Form::File:
        return QFileInfo(value).isAbsolute() && QFileInfo(value).isFile();
    case BuildSetting::Form::Word:
        break;
    }
    static const QRegularExpression word(u"\\A[\\w.-]+\\z"_s);
    return word.match(value).hasMatch();
}

} // namespace miaobu
