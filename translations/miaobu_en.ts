<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActivityController</name>
    <message numerus="yes">
        <source>Purging the cache of %n addresses</source>
        <translation>
            <numerusform>Purging the cache of %n address</numerusform>
            <numerusform>Purging the cache of %n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be deleted</source>
        <translation>
            <numerusform>%n thing could not be deleted</numerusform>
            <numerusform>%n things could not be deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoiceForm</name>
    <message numerus="yes">
        <source>%n more not active yet in ESA</source>
        <translation>
            <numerusform>%n more not active yet in ESA</numerusform>
            <numerusform>%n more not active yet in ESA</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeploymentListModel</name>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileChangeModel</name>
    <message numerus="yes">
        <source>%1, %n file(s), folded</source>
        <translation>
            <numerusform>%1, %n file, folded</numerusform>
            <numerusform>%1, %n files, folded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n file(s)</source>
        <translation>
            <numerusform>%1, %n file</numerusform>
            <numerusform>%1, %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewProjectController</name>
    <message numerus="yes">
        <source>Lower-case letters, digits and dashes; at most %n characters</source>
        <translation>
            <numerusform>Lower-case letters, digits and dashes; at most %n character</numerusform>
            <numerusform>Lower-case letters, digits and dashes; at most %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasteCard</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n variable(s)</source>
        <translation>
            <numerusform>Take over %n variable</numerusform>
            <numerusform>Take over %n variables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PermissionsCard</name>
    <message numerus="yes">
        <source>%n permission(s) missing</source>
        <translation>
            <numerusform>%n permission missing</numerusform>
            <numerusform>%n permissions missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanFields</name>
    <message numerus="yes">
        <source>%n apps found: %1</source>
        <translation>
            <numerusform>%n app found: %1</numerusform>
            <numerusform>%n apps found: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n apps found; choose the one that answers visitors</source>
        <translation>
            <numerusform>%n app found; choose the one that answers visitors</numerusform>
            <numerusform>%n apps found; choose the one that answers visitors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One of %n apps found</source>
        <translation>
            <numerusform>One of %n app found</numerusform>
            <numerusform>One of %n apps found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RealityPage</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RebuildCard</name>
    <message numerus="yes">
        <source>Reading what the bucket tells of your sites: %n deployment(s) so far.</source>
        <translation>
            <numerusform>Reading what the bucket tells of your sites: %n deployment so far.</numerusform>
            <numerusform>Reading what the bucket tells of your sites: %n deployments so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n project(s)</source>
        <translation>
            <numerusform>%n project</numerusform>
            <numerusform>%n projects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s)</source>
        <translation>
            <numerusform>%n deployment</numerusform>
            <numerusform>%n deployments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n address</numerusform>
            <numerusform>%n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) among them</source>
        <translation>
            <numerusform>%n domain among them</numerusform>
            <numerusform>%n domains among them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n preview(s) among them</source>
        <translation>
            <numerusform>%n preview among them</numerusform>
            <numerusform>%n previews among them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message numerus="yes">
        <source>Waiting for a free slot; %n before it</source>
        <translation>
            <numerusform>Waiting for a free slot; %n before it</numerusform>
            <numerusform>Waiting for a free slot; %n before it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TargetPage</name>
    <message numerus="yes">
        <source>%n project(s)</source>
        <translation>
            <numerusform>%n project</numerusform>
            <numerusform>%n projects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VariablesCard</name>
    <message numerus="yes">
        <source>%n variable(s), stored before the first build.</source>
        <translation>
            <numerusform>%n variable, stored before the first build.</numerusform>
            <numerusform>%n variables, stored before the first build.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VariablesController</name>
    <message numerus="yes">
        <source>Saved as %1, without %n secret(s).</source>
        <translation>
            <numerusform>Saved as %1, without %n secret.</numerusform>
            <numerusform>Saved as %1, without %n secrets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VariablesTab</name>
    <message numerus="yes">
        <source>%n change(s), applied from the next deployment on</source>
        <translation>
            <numerusform>%n change, applied from the next deployment on</numerusform>
            <numerusform>%n changes, applied from the next deployment on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>Apply %n change</numerusform>
            <numerusform>Apply %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>#%1 is live after %2: %n file(s), %3; sent %4.</source>
        <translation>
            <numerusform>#%1 is live after %2: %n file, %3; sent %4.</numerusform>
            <numerusform>#%1 is live after %2: %n files, %3; sent %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stored %n change(s). They apply from the next deployment on.</source>
        <translation>
            <numerusform>Stored %n change. They apply from the next deployment on.</numerusform>
            <numerusform>Stored %n changes. They apply from the next deployment on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking for pushes of %n project(s). Ctrl-C ends it.</source>
        <translation>
            <numerusform>Looking for pushes of %n project. Ctrl-C ends it.</numerusform>
            <numerusform>Looking for pushes of %n projects. Ctrl-C ends it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>miaobu::app::ActivityText</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting, %n ahead</source>
        <translation>
            <numerusform>Waiting, %n ahead</numerusform>
            <numerusform>Waiting, %n ahead</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>miaobu::app::LogWords</name>
    <message numerus="yes">
        <source>Waiting for a free slot (%n ahead)</source>
        <translation>
            <numerusform>Waiting for a free slot (%n ahead)</numerusform>
            <numerusform>Waiting for a free slot (%n ahead)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>miaobu::app::NoticeText</name>
    <message numerus="yes">
        <source>The certificate of %1 ends in %n day(s)</source>
        <translation>
            <numerusform>The certificate of %1 ends in %n day</numerusform>
            <numerusform>The certificate of %1 ends in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>miaobu::app::StateText</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>miaobu::app::TargetRemovalDialog</name>
    <message numerus="yes">
        <source>%n project(s) cannot be deployed until the target is connected again, or another one is chosen.</source>
        <translation>
            <numerusform>%n project cannot be deployed until the target is connected again, or another one is chosen.</numerusform>
            <numerusform>%n projects cannot be deployed until the target is connected again, or another one is chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>miaobu::app::WatchText</name>
    <message numerus="yes">
        <source>Looked %n s ago</source>
        <translation>
            <numerusform>Looked %n s ago</numerusform>
            <numerusform>Looked %n s ago</numerusform>
        </translation>
    </message>
</context>
</TS>
