<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogTab</name>
    <message numerus="yes">
        <source>%n deployment(s) before it in the queue</source>
        <translation>
            <numerusform>%n deployment before it in the queue</numerusform>
            <numerusform>%n deployments before it in the queue</numerusform>
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
    <name>PlanFields</name>
    <message numerus="yes">
        <source>%n apps found: %1</source>
        <translation>
            <numerusform>%n app found: %1</numerusform>
            <numerusform>%n apps found: %1</numerusform>
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
    <name>Words</name>
    <message numerus="yes">
        <source>#%1 is live after %2: %n file(s), %3; sent %4.</source>
        <translation>
            <numerusform>#%1 is live after %2: %n file, %3; sent %4.</numerusform>
            <numerusform>#%1 is live after %2: %n files, %3; sent %4.</numerusform>
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
</TS>
