#include "app/screens/connect/choice_defaults.h"

#include "core/model/target.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace miaobu::app {

namespace {

const QString usualNamespace = u"miaobu"_s;
const QString usualRoutine = u"miaobu-router"_s;
const QString usualRegion = u"cn-hangzhou"_s;

const CloudChoices::Site* siteOf(const CloudChoices& choices, qint64 id) {
    const auto found = std::find_if(
        choices.sites.begin(), choices.sites.end(), [id](const CloudChoices::Site& site) { return site.id == id; });
    return found == choices.sites.end() ? nullptr : &*found;
}

/// A target is called by what it serves: "example" for example.com.
QString freeName(const QString& domain, const QStringList& taken) {
    static const QRegularExpression others(u"[^a-z0-9-]"_s);
    QString name = domain.section(u'.', 0, 0).toLower().remove(others);
    name = name.isEmpty() ? u"aliyun"_s : name;
    QString free = name;
    for (int number = 2; taken.contains(free); ++number) {
        free = name + u'-' + QString::number(number);
    }
    return free;
}

void fillBucket(TargetConfig& config, const CloudChoices& choices, const QString& accountId) {
    const auto ours = std::find_if(choices.buckets.begin(), choices.buckets.end(),
        [](const CloudChoices::Bucket& bucket) { return bucket.name.startsWith("miaobu"_L1); });
    if (ours != choices.buckets.end()) {
        config.oss.bucket = ours->name;
        config.region = ours->region;
    } else {
        config.oss.bucket = suggestedBucket(accountId);
    }
}

bool matches(const QString& text, const QString& pattern) {
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

} // namespace

QString suggestedBucket(const QString& accountId) {
    return u"miaobu-"_s + accountId;
}

TargetConfig withDefaults(
    TargetConfig draft, const CallerIdentity& identity, const CloudChoices& choices, const QStringList& takenNames) {
    draft.accountId = identity.accountId;
    if (draft.region.isEmpty()) {
        draft.region = usualRegion;
    }
    if (draft.oss.bucket.isEmpty()) {
        fillBucket(draft, choices, identity.accountId);
    }
    auto site = std::ranges::find_if(choices.sites, &CloudChoices::Site::isActive);
    if (site == choices.sites.end()) {
        site = std::ranges::find_if(choices.sites, &CloudChoices::Site::isUnproven);
    }
    if (draft.esa.siteId == 0 && site != choices.sites.end()) {
        draft.esa.siteId = site->id;
        draft.baseDomain = site->name;
    }
    if (draft.esa.kvNamespace.isEmpty()) {
        draft.esa.kvNamespace = usualNamespace;
    }
    if (draft.esa.routine.isEmpty()) {
        draft.esa.routine = usualRoutine;
    }
    if (draft.name.isEmpty()) {
        draft.name = freeName(draft.baseDomain, takenNames);
    }
    return draft;
}

QList<ChoiceProblem> problemsOf(
    const TargetConfig& config, const CloudChoices& choices, const QStringList& takenNames) {
    QList<ChoiceProblem> problems;
    const auto unless = [&problems](bool right, ChoiceProblem problem) {
        if (!right) {
            problems.append(problem);
        }
    };
    if (config.name.isEmpty()) {
        problems.append(ChoiceProblem::NameMissing);
    } else {
        unless(config.name != localTargetName && matches(config.name, u"[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?"_s),
            ChoiceProblem::NameInvalid);
        unless(!takenNames.contains(config.name), ChoiceProblem::NameTaken);
    }
    unless(matches(config.oss.bucket, u"[a-z0-9][a-z0-9-]{1,61}[a-z0-9]"_s), ChoiceProblem::BucketInvalid);
    const auto elsewhere = [&config](const CloudChoices::Bucket& bucket) {
        return bucket.name == config.oss.bucket && bucket.region != config.region;
    };
    unless(std::none_of(choices.buckets.begin(), choices.buckets.end(), elsewhere), ChoiceProblem::BucketElsewhere);
    const CloudChoices::Site* const site = siteOf(choices, config.esa.siteId);
    unless(site && site->isActive, ChoiceProblem::SiteMissing);
    // An emulator serves its sites at a port of this computer.
    const bool isLocal = matches(config.baseDomain, u"localhost:\\d{1,5}"_s);
    const bool isDomain = matches(config.baseDomain, u"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}"_s);
    unless(isLocal || isDomain, ChoiceProblem::DomainInvalid);
    if (isDomain && site && site->isActive) {
        unless(config.baseDomain == site->name || config.baseDomain.endsWith(u'.' + site->name),
            ChoiceProblem::DomainElsewhere);
    }
    unless(matches(config.esa.kvNamespace, u"[A-Za-z0-9][A-Za-z0-9_-]{0,63}"_s), ChoiceProblem::NamespaceInvalid);
    unless(matches(config.esa.routine, u"[a-z0-9][a-z0-9-]{1,63}"_s), ChoiceProblem::RoutineInvalid);
    unless(config.acr.nameSpace.isEmpty() || matches(config.acr.nameSpace, u"[a-z0-9][a-z0-9_-]{1,119}"_s),
        ChoiceProblem::RegistryInvalid);
    return problems;
}

} // namespace miaobu::app
