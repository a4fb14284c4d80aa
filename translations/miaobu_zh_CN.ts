<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutSheet</name>
    <message>
        <source>Miaobu %1</source>
        <extracomment>%1: the version</extracomment>
        <translation>秒部 %1</translation>
    </message>
    <message>
        <source>Puts a website online from your own computer.</source>
        <translation>从你自己的电脑把网站放到网上。</translation>
    </message>
    <message>
        <source>Qt %1 on %2</source>
        <extracomment>The versions of what the program runs on: &quot;Qt 6.4.2 on Debian GNU/Linux 12&quot;</extracomment>
        <translation>Qt %1，%2</translation>
    </message>
    <message>
        <source>Under the Apache License 2.0. The notices of the works it is built from come with the program.</source>
        <translation>采用 Apache License 2.0 许可。所用组件的声明随程序提供。</translation>
    </message>
    <message>
        <source>The report is on the clipboard. Secrets are masked; read it all the same before you send it.</source>
        <translation>报告已复制到剪贴板。机密内容已遮盖；发送前仍请自行查看一遍。</translation>
    </message>
    <message>
        <source>When something is wrong, a report of versions, programs and the last errors helps to find out why.</source>
        <translation>出现问题时，一份包含版本、程序和最近错误的报告有助于查明原因。</translation>
    </message>
    <message>
        <source>Copy redacted report</source>
        <translation>复制已脱敏的报告</translation>
    </message>
    <message>
        <source>Open the logs folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>See what is new</source>
        <translation>查看更新内容</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>立即检查</translation>
    </message>
</context>
<context>
    <name>AccountCard</name>
    <message>
        <source>Use another key</source>
        <translation>换一个密钥</translation>
    </message>
    <message>
        <source>Root key</source>
        <translation>主账号密钥</translation>
    </message>
    <message>
        <source>Temporary key</source>
        <translation>临时密钥</translation>
    </message>
    <message>
        <source>RAM user</source>
        <translation>RAM 用户</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>账号 %1</translation>
    </message>
    <message>
        <source>This key may do everything in your account, and close it.</source>
        <translation>这个密钥可以在你的账号里做任何事，包括注销账号。</translation>
    </message>
    <message>
        <source>A key of a RAM user that may do no more than publishing is safer: in the RAM console, create a user with “Using permanent AccessKey to access”, give it AliyunOSSFullAccess and AliyunESAFullAccess to begin with, and paste its key here. Miaobu names every permission it needs on the target&apos;s page.</source>
        <translation>改用只有发布权限的 RAM 用户密钥更安全：在 RAM 控制台创建一个“使用永久 AccessKey 访问”的用户，先授予 AliyunOSSFullAccess 和 AliyunESAFullAccess，再把它的密钥粘贴到这里。秒部所需的每一项权限都列在目标页面上。</translation>
    </message>
    <message>
        <source>Create a RAM user</source>
        <translation>创建 RAM 用户</translation>
    </message>
</context>
<context>
    <name>AccountRow</name>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Sign out and revoke the token (GitHub sends a mail)</source>
        <translation>退出登录并吊销令牌（GitHub 会发送邮件）</translation>
    </message>
    <message>
        <source>GITHUB_TOKEN</source>
        <translation>GITHUB_TOKEN</translation>
    </message>
    <message>
        <source>signed in by a code</source>
        <translation>通过设备码登录</translation>
    </message>
    <message>
        <source>signed in with a token</source>
        <translation>通过令牌登录</translation>
    </message>
    <message>
        <source>signed in with the token of gh</source>
        <translation>使用 gh 的令牌登录</translation>
    </message>
    <message>
        <source>signed in through the browser</source>
        <translation>通过浏览器登录</translation>
    </message>
    <message>
        <source>from the environment of this computer</source>
        <translation>来自这台电脑的环境变量</translation>
    </message>
    <message>
        <source>public repositories only</source>
        <translation>仅公开仓库</translation>
    </message>
    <message>
        <source>sign in again</source>
        <translation>需重新登录</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>使用此账号</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>%1 的更多操作</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Cancel the deployment</source>
        <translation>取消部署</translation>
    </message>
    <message>
        <source>Open the site</source>
        <translation>打开网站</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Filter projects</source>
        <translation>筛选项目</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A tool tip: what the button does, and its shortcut</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Connect Aliyun…</source>
        <translation>连接阿里云…</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或运行命令</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一个窗格</translation>
    </message>
    <message>
        <source>Keep deploying after the window is closed</source>
        <translation>关闭窗口后继续部署</translation>
    </message>
    <message>
        <source>Notify of deployments that end</source>
        <translation>部署结束时通知</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Compare deployments…</source>
        <translation>比较部署…</translation>
    </message>
    <message>
        <source>Undo the rollback</source>
        <translation>撤销回滚</translation>
    </message>
    <message>
        <source>GitHub accounts…</source>
        <translation>GitHub 账号…</translation>
    </message>
    <message>
        <source>Purge the edge&apos;s cache</source>
        <translation>刷新边缘缓存</translation>
    </message>
    <message>
        <source>Compare with the cloud: reality check</source>
        <translation>与云端比较：一致性检查</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>域名</translation>
    </message>
    <message>
        <source>Settings of the project</source>
        <translation>项目设置</translation>
    </message>
    <message>
        <source>Settings of Miaobu</source>
        <translation>秒部设置</translation>
    </message>
    <message>
        <source>About Miaobu</source>
        <translation>关于秒部</translation>
    </message>
    <message>
        <source>New preview of a branch or commit…</source>
        <translation>为分支或提交新建预览…</translation>
    </message>
</context>
<context>
    <name>ActivityController</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Aliyun</source>
        <translation>阿里云</translation>
    </message>
    <message>
        <source>Setting up</source>
        <translation>正在配置</translation>
    </message>
    <message>
        <source>Installing the edge routine</source>
        <translation>正在安装边缘函数</translation>
    </message>
    <message>
        <source>Telling GitHub</source>
        <translation>正在通知 GitHub</translation>
    </message>
    <message>
        <source>GitHub was not told of the deployment: %1</source>
        <translation>未能把部署告知 GitHub：%1</translation>
    </message>
    <message>
        <source>Purging the cache</source>
        <translation>正在刷新缓存</translation>
    </message>
    <message numerus="yes">
        <source>Purging the cache of %n addresses</source>
        <translation>
            <numerusform>正在刷新 %n 个地址的缓存</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>正在删除</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be deleted</source>
        <translation>
            <numerusform>有 %n 项无法删除</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept after all</source>
        <translation>已决定保留</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>ActivityItem</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Open the site</source>
        <translation>打开网站</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>标为已读</translation>
    </message>
</context>
<context>
    <name>ActivityPane</name>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Nothing running</source>
        <translation>没有进行中的任务</translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>Takes what has ended off the list</extracomment>
        <translation>清空</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Hide the activity</source>
        <translation>隐藏活动</translation>
    </message>
</context>
<context>
    <name>ActivityPill</name>
    <message>
        <source>Opens the activity</source>
        <translation>打开活动面板</translation>
    </message>
</context>
<context>
    <name>AppSettingsPage</name>
    <message>
        <source>Files open with what the desktop opens texts with.</source>
        <translation>文件用桌面默认的文本编辑器打开。</translation>
    </message>
    <message>
        <source>Files open with %1.</source>
        <translation>文件用 %1 打开。</translation>
    </message>
    <message>
        <source>An address such as http://127.0.0.1:7890, without a password</source>
        <translation>例如 http://127.0.0.1:7890 的地址，不含密码</translation>
    </message>
    <message>
        <source>None; the environment names none either.</source>
        <translation>无；环境变量中也没有设置。</translation>
    </message>
    <message>
        <source>The environment&apos;s own is used.</source>
        <translation>使用环境变量中的代理。</translation>
    </message>
    <message>
        <source>Used from the next start on, by builds too.</source>
        <translation>从下次启动起生效，构建也会使用。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>What is chosen here holds for every project.</source>
        <translation>此处的选择对所有项目生效。</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑器</translation>
    </message>
    <message>
        <source>code --reuse-window</source>
        <translation>code --reuse-window</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Follow a log that grows</source>
        <translation>跟随增长的日志</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Tell me of deployments that end</source>
        <translation>部署结束时通知我</translation>
    </message>
    <message>
        <source>Only of long ones, or while this window is not in front.</source>
        <translation>仅限耗时较长的部署，或本窗口不在最前时。</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Keep deploying after the window is closed</source>
        <translation>关闭窗口后继续部署</translation>
    </message>
    <message>
        <source>The tray shows what runs.</source>
        <translation>托盘图标显示正在运行的任务。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Tell me of newer versions</source>
        <translation>有新版本时告诉我</translation>
    </message>
</context>
<context>
    <name>CacheCard</name>
    <message>
        <source>Asking the edge…</source>
        <translation>正在查询边缘…</translation>
    </message>
    <message>
        <source>This target purges whole hosts, without a quota.</source>
        <translation>该目标按主机整体刷新，没有配额限制。</translation>
    </message>
    <message>
        <source>Left today: hosts %1, addresses %2, folders %3.</source>
        <translation>今日剩余：主机 %1、地址 %2、目录 %3。</translation>
    </message>
    <message>
        <source>Purging</source>
        <translation>正在刷新缓存</translation>
    </message>
    <message>
        <source>That may take some minutes. It goes on in the cloud when you stop waiting.</source>
        <translation>可能需要几分钟。停止等待后，云上仍会继续。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Purged</source>
        <translation>已刷新</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Ask the edge again</source>
        <translation>重新查询边缘</translation>
    </message>
    <message>
        <source>Today&apos;s purges are used up: %1</source>
        <translation>今日刷新配额已用完：%1</translation>
    </message>
    <message>
        <source>What the edge keeps meanwhile runs out by itself.</source>
        <translation>在此期间，边缘的缓存会自行过期。</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>What the edge keeps of %1. A deployment purges it by itself.</source>
        <translation>边缘对 %1 的缓存。部署时会自动刷新。</translation>
    </message>
    <message>
        <source>What the edge keeps of this site for its visitors. A deployment purges it by itself.</source>
        <translation>边缘为访客保留的网站缓存。部署时会自动刷新。</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>停止等待</translation>
    </message>
    <message>
        <source>Purge everything</source>
        <translation>全部刷新</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>What to purge</source>
        <translation>刷新范围</translation>
    </message>
    <message>
        <source>Addresses or folders to purge</source>
        <translation>要刷新的地址或目录</translation>
    </message>
    <message>
        <source>/index.html, or a whole address; several with spaces between</source>
        <translation>/index.html 或完整地址；多个以空格分隔</translation>
    </message>
    <message>
        <source>/images/, or a whole address; several with spaces between</source>
        <translation>/images/ 或完整地址；多个以空格分隔</translation>
    </message>
    <message>
        <source>Purge</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Purge what is typed</source>
        <translation>刷新输入的内容</translation>
    </message>
</context>
<context>
    <name>CauseBar</name>
    <message>
        <source>Likely cause: %1</source>
        <translation>可能的原因：%1</translation>
    </message>
    <message>
        <source>Show line</source>
        <translation>显示该行</translation>
    </message>
    <message>
        <source>Open line</source>
        <translation>打开该行</translation>
    </message>
    <message>
        <source>Copy for help</source>
        <translation>复制以求助</translation>
    </message>
    <message>
        <source>Copies the cause and the last lines of the log, to ask somebody with.</source>
        <translation>复制原因和日志的最后几行，方便向他人求助。</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>使用端口 %1</translation>
    </message>
    <message>
        <source>Leads visitors to this port of the app from now on, and deploys again.</source>
        <translation>今后将访客引到应用的这个端口，并重新部署。</translation>
    </message>
</context>
<context>
    <name>CellText</name>
    <message>
        <source>Preview %1</source>
        <translation>预览 %1</translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message>
        <source>Filter files</source>
        <translation>筛选文件</translation>
    </message>
    <message>
        <source>Files that differ</source>
        <translation>有差异的文件</translation>
    </message>
    <message>
        <source>The files of both are the same.</source>
        <translation>两者的文件相同。</translation>
    </message>
    <message>
        <source>No file fits the filter.</source>
        <translation>没有符合筛选条件的文件。</translation>
    </message>
    <message>
        <source>Show the files under their folders</source>
        <translation>按目录显示文件</translation>
    </message>
</context>
<context>
    <name>ChoiceForm</name>
    <message>
        <source>%1 – not active yet</source>
        <translation>%1 – 尚未激活</translation>
    </message>
    <message>
        <source>No site in ESA yet</source>
        <translation>ESA 中还没有站点</translation>
    </message>
    <message>
        <source>Open the ESA console</source>
        <translation>打开 ESA 控制台</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Base domain</source>
        <translation>基础域名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>存储桶</translation>
    </message>
    <message>
        <source>KV namespace</source>
        <translation>KV 命名空间</translation>
    </message>
    <message>
        <source>Edge routine</source>
        <translation>边缘函数</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>镜像仓库</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Not the name of a domain</source>
        <translation>不是有效的域名</translation>
    </message>
    <message>
        <source>A project answers at my-site.%1</source>
        <translation>项目地址形如 my-site.%1</translation>
    </message>
    <message>
        <source>Has to be the site&apos;s name or below it</source>
        <translation>须与站点域名相同，或是它的子域名</translation>
    </message>
    <message>
        <source>Lower-case letters, digits and dashes</source>
        <translation>小写字母、数字和连字符</translation>
    </message>
    <message>
        <source>As you see it in the list</source>
        <translation>列表中显示的名称</translation>
    </message>
    <message>
        <source>Another target is called that</source>
        <translation>已有同名的目标</translation>
    </message>
    <message>
        <source>Is there, and will be used</source>
        <translation>已存在，将直接使用</translation>
    </message>
    <message>
        <source>Will be made</source>
        <translation>将会创建</translation>
    </message>
    <message>
        <source>Letters, digits, dashes and underscores</source>
        <translation>字母、数字、连字符和下划线</translation>
    </message>
    <message>
        <source>Lower-case letters, digits, dashes and underscores</source>
        <translation>小写字母、数字、连字符和下划线</translation>
    </message>
    <message>
        <source>Only needed for Python apps</source>
        <translation>仅 Python 应用需要</translation>
    </message>
    <message>
        <source>None is active: finish adding it in the ESA console</source>
        <translation>没有已激活的站点：请在 ESA 控制台完成添加</translation>
    </message>
    <message numerus="yes">
        <source>%n more not active yet in ESA</source>
        <translation>
            <numerusform>另有 %n 个站点尚未在 ESA 激活</numerusform>
        </translation>
    </message>
    <message>
        <source>Your domain at Alibaba Cloud&apos;s edge</source>
        <translation>你在阿里云边缘的域名</translation>
    </message>
    <message>
        <source>%1 serves visitors in Mainland China, so the domain needs an ICP filing before it answers there.</source>
        <translation>%1 面向中国内地访客，域名须先完成 ICP 备案才能在内地访问。</translation>
    </message>
    <message>
        <source>3 to 63 lower-case letters, digits and dashes</source>
        <translation>3 到 63 个小写字母、数字和连字符</translation>
    </message>
    <message>
        <source>Is in %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>Will be made, private</source>
        <translation>将会创建，私有</translation>
    </message>
    <message>
        <source>Add another domain…</source>
        <translation>添加其他域名…</translation>
    </message>
    <message>
        <source>Not active until it is proven to be yours</source>
        <translation>证明归你所有后才会生效</translation>
    </message>
    <message>
        <source>A site is a domain of yours that Alibaba Cloud&apos;s edge answers for. No plan with room for one was found in this account: choose a plan in the ESA console, then look again, and add the domain here.</source>
        <translation>站点就是由阿里云边缘应答的你的域名。这个账号里没有找到还能添加站点的套餐：请先在 ESA 控制台选购套餐，再重新查看，然后在这里添加域名。</translation>
    </message>
</context>
<context>
    <name>CompareController</name>
    <message>
        <source>It was built from a folder, which remembers nothing.</source>
        <translation>它是从文件夹构建的，文件夹不保留历史。</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>No difference</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>Compare deployments</source>
        <translation>比较部署</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Swap both sides</source>
        <translation>交换两侧</translation>
    </message>
    <message>
        <source>Reading the lists of files, %1 of 2…</source>
        <translation>正在读取文件列表，%1 / 2…</translation>
    </message>
    <message>
        <source>Pick two</source>
        <translation>请选择两个</translation>
    </message>
    <message>
        <source>Only one version so far</source>
        <translation>目前只有一个版本</translation>
    </message>
    <message>
        <source>Choose two deployments above to see which files differ.</source>
        <translation>在上方选择两个部署，查看哪些文件不同。</translation>
    </message>
    <message>
        <source>Deploy once more, then compare what changed.</source>
        <translation>再部署一次，即可比较有哪些变化。</translation>
    </message>
</context>
<context>
    <name>ComparisonCard</name>
    <message>
        <source>Compared with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>There are no variables on either side.</source>
        <translation>两侧都没有变量。</translation>
    </message>
    <message>
        <source>Left: the file against what is stored. Right: what is stored against the live deployment.</source>
        <translation>左：文件与已保存的对比。右：已保存的与线上部署的对比。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ConfigureForm</name>
    <message>
        <source>one page</source>
        <translation>单页应用</translation>
    </message>
    <message>
        <source>several pages</source>
        <translation>多页面</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>As you see it in the list</source>
        <translation>列表中显示的名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Publish to</source>
        <translation>发布到</translation>
    </message>
    <message>
        <source>No account needed</source>
        <translation>无需账号</translation>
    </message>
    <message>
        <source>Your own account at Alibaba Cloud</source>
        <translation>你自己的阿里云账号</translation>
    </message>
    <message>
        <source>Connect Aliyun…</source>
        <translation>连接阿里云…</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Another one is looked at anew</source>
        <translation>输入其他分支会重新检查</translation>
    </message>
</context>
<context>
    <name>ConnectController</name>
    <message>
        <source>Unlock or start it and press Continue again, or keep the secret in memory: you are asked for it at the next start.</source>
        <translation>请解锁或启动它，再按“继续”；也可以只保存在内存中，下次启动时需重新输入。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Go on with this key</source>
        <translation>用这个密钥继续</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Back to deploying</source>
        <translation>返回部署</translation>
    </message>
    <message>
        <source>Open the target</source>
        <translation>打开目标</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Set up for me</source>
        <translation>帮我配置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Connect Aliyun</source>
        <translation>连接阿里云</translation>
    </message>
    <message>
        <source>%1 is stored on this computer; its secret is kept where you chose.</source>
        <translation>%1 已保存在这台电脑上；它的 Secret 保存在你选择的位置。</translation>
    </message>
    <message>
        <source>Your sites go into your own account. Nothing is stored before you have chosen what to use.</source>
        <translation>网站会发布到你自己的账号。在你选定要用的资源之前，不会保存任何内容。</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>AccessKey</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Storing the target…</source>
        <translation>正在保存目标…</translation>
    </message>
    <message>
        <source>Looking at what the account has…</source>
        <translation>正在查看账号中已有的资源…</translation>
    </message>
    <message>
        <source>Asking Alibaba Cloud whose key this is…</source>
        <translation>正在向阿里云确认密钥的归属…</translation>
    </message>
    <message>
        <source>%1 is ready.</source>
        <translation>%1 已就绪。</translation>
    </message>
    <message>
        <source>Choose it under “Publish to” in a project, and deploy.</source>
        <translation>在项目的“发布到”中选择它，然后部署。</translation>
    </message>
</context>
<context>
    <name>DeploymentDelegate</name>
    <message>
        <source>Open site</source>
        <translation>打开网站</translation>
    </message>
    <message>
        <source>Roll back to this…</source>
        <translation>回滚到这个版本…</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Compare with the one before</source>
        <translation>与前一个比较</translation>
    </message>
    <message>
        <source>Compare with live</source>
        <translation>与线上版本比较</translation>
    </message>
    <message>
        <source>What can be done with it</source>
        <translation>可执行的操作</translation>
    </message>
</context>
<context>
    <name>DeploymentList</name>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
</context>
<context>
    <name>DeploymentListModel</name>
    <message>
        <source>no change</source>
        <translation>没有变化</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n 个文件，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>hosts: %1/%2</source>
        <translation>主机：%1/%2</translation>
    </message>
    <message>
        <source>Its files were removed to save room. Deploy its commit again to have them back.</source>
        <translation>为节省空间，它的文件已清除。重新部署该提交即可恢复。</translation>
    </message>
</context>
<context>
    <name>DeploymentsTab</name>
    <message>
        <source>Your first deployment will appear here</source>
        <translation>第一次部署会显示在这里</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>Good for %1</source>
        <extracomment>%1 is minutes and seconds</extracomment>
        <translation>%1 内有效</translation>
    </message>
    <message>
        <source>Enter this code on GitHub</source>
        <translation>请在 GitHub 上输入此代码</translation>
    </message>
    <message>
        <source>dash</source>
        <translation>连字符</translation>
    </message>
    <message>
        <source>At %1. This page goes on by itself once you have allowed it there.</source>
        <translation>地址：%1。在那里允许之后，本页会自动继续。</translation>
    </message>
    <message>
        <source>Copy the code and open GitHub</source>
        <translation>复制代码并打开 GitHub</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Is it the same code on both pages? Never enter a code that somebody sent you.</source>
        <translation>两个页面上的代码相同吗？切勿输入别人发给你的代码。</translation>
    </message>
</context>
<context>
    <name>DifferenceModel</name>
    <message>
        <source>Added, line %1: %2</source>
        <translation>新增，第 %1 行：%2</translation>
    </message>
    <message>
        <source>Removed, line %1: %2</source>
        <translation>删除，第 %1 行：%2</translation>
    </message>
    <message>
        <source>Lines that are the same are left out</source>
        <translation>已省略相同的行</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>Lines that differ</source>
        <translation>有差异的行</translation>
    </message>
</context>
<context>
    <name>DomainCard</name>
    <message>
        <source>Asked:</source>
        <translation>已询问：</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Write it for me</source>
        <translation>替我添加</translation>
    </message>
    <message>
        <source>The zone %1 is kept in the account of the target.</source>
        <translation>解析区 %1 就在该目标的账号中。</translation>
    </message>
    <message>
        <source>About ICP filing</source>
        <translation>关于 ICP 备案</translation>
    </message>
    <message>
        <source>Open the console</source>
        <translation>打开控制台</translation>
    </message>
</context>
<context>
    <name>DomainsController</name>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 已移除。</translation>
    </message>
    <message>
        <source>%1 is live.</source>
        <translation>%1 已上线。</translation>
    </message>
    <message>
        <source>The record is written. It is seen in a moment.</source>
        <translation>记录已添加，稍后即可看到。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
</context>
<context>
    <name>DomainsTab</name>
    <message>
        <source>A domain leads to the project&apos;s latest deployment, or to the one it is pinned to. It is checked by itself until it is live.</source>
        <translation>域名指向项目的最新部署，或固定到某个部署。上线之前会自动检查。</translation>
    </message>
    <message>
        <source>www.example.com</source>
        <translation>www.example.com</translation>
    </message>
    <message>
        <source>The domain to add</source>
        <translation>要添加的域名</translation>
    </message>
    <message>
        <source>Add domain</source>
        <translation>添加域名</translation>
    </message>
    <message>
        <source>Add your first domain</source>
        <translation>添加你的第一个域名</translation>
    </message>
    <message>
        <source>Type a domain you have. You get the records to make at your DNS provider; everything after that happens by itself.</source>
        <translation>输入你拥有的域名。你会得到需要在 DNS 服务商处添加的记录，之后的一切自动进行。</translation>
    </message>
    <message>
        <source>This project is on this computer, where no visitor comes: a domain can only be tried out here. Connect Alibaba Cloud before you change records at your DNS provider.</source>
        <translation>此项目在这台电脑上，没有访客会来：在这里只能试用域名。在 DNS 服务商处更改记录之前，请先连接阿里云。</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop it to look what is in it</source>
        <translation>松开鼠标，查看其中的内容</translation>
    </message>
</context>
<context>
    <name>ErrorCard</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Node.js is not installed on this computer.</source>
        <translation>这台电脑没有安装 Node.js。</translation>
    </message>
    <message>
        <source>The project is built with Node.js %1.</source>
        <translation>这个项目用 Node.js %1 构建。</translation>
    </message>
    <message>
        <source>No installed Node.js fits what the project asks for (%1).</source>
        <translation>已安装的 Node.js 都不符合项目的要求（%1）。</translation>
    </message>
    <message>
        <source>Installed: %1.</source>
        <translation>已安装：%1。</translation>
    </message>
    <message>
        <source>The package manager %1 is not installed and could not be fetched.</source>
        <translation>包管理器 %1 没有安装，也无法获取。</translation>
    </message>
    <message>
        <source>Install it, then deploy again.</source>
        <translation>请先安装，然后重新部署。</translation>
    </message>
    <message>
        <source>Installing the dependencies failed with exit code %1.</source>
        <translation>安装依赖失败，退出码 %1。</translation>
    </message>
    <message>
        <source>The last lines of the log say why.</source>
        <translation>原因见日志的最后几行。</translation>
    </message>
    <message>
        <source>The build failed with exit code %1.</source>
        <translation>构建失败，退出码 %1。</translation>
    </message>
    <message>
        <source>The build left no folder %1.</source>
        <translation>构建后没有产生文件夹 %1。</translation>
    </message>
    <message>
        <source>These exist: %1.</source>
        <translation>现有：%1。</translation>
    </message>
    <message>
        <source>Check the output directory.</source>
        <translation>请检查输出目录。</translation>
    </message>
    <message>
        <source>Set the output directory to %1 if that is the site.</source>
        <translation>如果网站在 %1 中，请把它设为输出目录。</translation>
    </message>
    <message>
        <source>The output folder %1 is empty.</source>
        <translation>输出文件夹 %1 是空的。</translation>
    </message>
    <message>
        <source>An empty site was not published.</source>
        <translation>空网站没有发布。</translation>
    </message>
    <message>
        <source>Check the build command and the output directory.</source>
        <translation>请检查构建命令和输出目录。</translation>
    </message>
    <message>
        <source>The output holds a link that leads out of it: %1.</source>
        <translation>输出中有一个指向外部的链接：%1。</translation>
    </message>
    <message>
        <source>Publishing it would put other files of this computer online.</source>
        <translation>发布它会把这台电脑上的其他文件放到网上。</translation>
    </message>
    <message>
        <source>Remove the link, or copy the file it points to.</source>
        <translation>请删除该链接，或改为复制它指向的文件。</translation>
    </message>
    <message>
        <source>A file of the output has a name that cannot be published: %1.</source>
        <translation>输出中有一个文件名无法发布：%1。</translation>
    </message>
    <message>
        <source>Rename the file, then deploy again.</source>
        <translation>请重命名该文件，然后重新部署。</translation>
    </message>
    <message>
        <source>The output is too large to publish.</source>
        <translation>输出太大，无法发布。</translation>
    </message>
    <message>
        <source>Check that the output directory holds the site alone.</source>
        <translation>请确认输出目录中只有网站文件。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>The host %1 was not found.</source>
        <translation>找不到主机 %1。</translation>
    </message>
    <message>
        <source>This computer is offline, or the name is wrong.</source>
        <translation>这台电脑没有联网，或名称有误。</translation>
    </message>
    <message>
        <source>Check the connection, then try again.</source>
        <translation>请检查网络连接，然后重试。</translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation>无法连接到 %1。</translation>
    </message>
    <message>
        <source>Check the connection and the proxy, then try again.</source>
        <translation>请检查网络连接和代理，然后重试。</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>与 %1 的连接已断开。</translation>
    </message>
    <message>
        <source>No secure connection to %1.</source>
        <translation>无法与 %1 建立安全连接。</translation>
    </message>
    <message>
        <source>Something between this computer and the server may be reading along; check the network.</source>
        <translation>这台电脑与服务器之间的通信可能被窥视，请检查网络。</translation>
    </message>
    <message>
        <source>%1 sends on to another address.</source>
        <translation>%1 重定向到了另一个地址。</translation>
    </message>
    <message>
        <source>It was not followed, so that no sign-in goes to a stranger. %1</source>
        <translation>为避免把登录信息交给陌生地址，没有跟随跳转。%1</translation>
    </message>
    <message>
        <source>Use the new address.</source>
        <translation>请使用新地址。</translation>
    </message>
    <message>
        <source>The answer could not be understood (%1).</source>
        <translation>无法理解返回的内容（%1）。</translation>
    </message>
    <message>
        <source>The access key was refused.</source>
        <translation>AccessKey 被拒绝。</translation>
    </message>
    <message>
        <source>The signature was refused.</source>
        <translation>签名被拒绝。</translation>
    </message>
    <message>
        <source>The access key may not do this.</source>
        <translation>该 AccessKey 没有此权限。</translation>
    </message>
    <message>
        <source>Missing permission: %1.</source>
        <translation>缺少权限：%1。</translation>
    </message>
    <message>
        <source>Add the permission in the RAM console, then try again.</source>
        <translation>请在 RAM 控制台添加该权限，然后重试。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong.</source>
        <translation>这台电脑的时钟不准。</translation>
    </message>
    <message>
        <source>Set the clock, then try again.</source>
        <translation>请校准时钟，然后重试。</translation>
    </message>
    <message>
        <source>Too many requests for now.</source>
        <translation>请求过于频繁。</translation>
    </message>
    <message>
        <source>A quota of the account is used up.</source>
        <translation>账号的某项配额已用完。</translation>
    </message>
    <message>
        <source>Wait for it to reset, or raise it in the console.</source>
        <translation>请等待配额重置，或在控制台提升配额。</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is taken or was changed by somebody else.</source>
        <translation>%1 已被占用，或已被他人修改。</translation>
    </message>
    <message>
        <source>%1 changed while it was being published.</source>
        <translation>%1 在发布过程中被修改了。</translation>
    </message>
    <message>
        <source>What arrived is not what was checked.</source>
        <translation>上传后的内容与检查时的不一致。</translation>
    </message>
    <message>
        <source>Deploy again.</source>
        <translation>请重新部署。</translation>
    </message>
    <message>
        <source>The new route of %1 could not be read back.</source>
        <translation>无法读回 %1 的新路由。</translation>
    </message>
    <message>
        <source>Resume: everything is uploaded, only the last step is missing.</source>
        <translation>请继续：文件都已上传，只差最后一步。</translation>
    </message>
    <message>
        <source>%1 does not answer with the new deployment yet.</source>
        <translation>%1 尚未返回新的部署。</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked.</source>
        <translation>这台电脑的密钥环已锁定。</translation>
    </message>
    <message>
        <source>Unlock it, then try again.</source>
        <translation>请解锁后重试。</translation>
    </message>
    <message>
        <source>Your projects were saved by a newer Miaobu.</source>
        <translation>你的项目由更新版本的秒部保存。</translation>
    </message>
    <message>
        <source>This version would not understand them, so nothing was opened or changed: %1.</source>
        <translation>这个版本无法理解它们，因此没有打开或修改任何内容：%1。</translation>
    </message>
    <message>
        <source>Install the newer version again.</source>
        <translation>请重新安装较新的版本。</translation>
    </message>
    <message>
        <source>%1 is not a file of Miaobu.</source>
        <translation>%1 不是秒部的文件。</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>它没有被改动。</translation>
    </message>
    <message>
        <source>Move it away, or set MIAOBU_HOME to another folder.</source>
        <translation>请把它移走，或把 MIAOBU_HOME 设为其他文件夹。</translation>
    </message>
    <message>
        <source>The file that holds your projects is damaged.</source>
        <translation>保存项目的文件已损坏。</translation>
    </message>
    <message>
        <source>Another Miaobu is writing at this moment.</source>
        <translation>另一个秒部正在写入。</translation>
    </message>
    <message>
        <source>Wait for it, or cancel it first.</source>
        <translation>请等待它完成，或先取消。</translation>
    </message>
    <message>
        <source>The files of %1 were removed.</source>
        <translation>%1 的文件已被清除。</translation>
    </message>
    <message>
        <source>Deploy its commit again.</source>
        <translation>请重新部署该提交。</translation>
    </message>
    <message>
        <source>%1 is live or pinned and cannot be removed.</source>
        <translation>%1 已上线或已固定，不能删除。</translation>
    </message>
    <message>
        <source>There is no project %1.</source>
        <translation>没有项目 %1。</translation>
    </message>
    <message>
        <source>There is no deployment %1.</source>
        <translation>没有部署 %1。</translation>
    </message>
    <message>
        <source>No project serves the host %1.</source>
        <translation>没有项目使用主机 %1。</translation>
    </message>
    <message>
        <source>There is no target %1.</source>
        <translation>没有目标 %1。</translation>
    </message>
    <message>
        <source>“%1” cannot be a site&apos;s name.</source>
        <translation>“%1”不能用作网站名称。</translation>
    </message>
    <message>
        <source>Use 1 to 50 lower-case letters, digits and hyphens, beginning and ending with a letter or digit.</source>
        <translation>请使用 1 到 50 个小写字母、数字或连字符，首尾须为字母或数字。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>The name %1 is taken.</source>
        <translation>名称 %1 已被占用。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>“%1” is not valid.</source>
        <translation>“%1”无效。</translation>
    </message>
    <message>
        <source>%1 took too long and was ended.</source>
        <translation>%1 用时过长，已终止。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>请释放一些空间，然后重试。</translation>
    </message>
    <message>
        <source>No permission for %1.</source>
        <translation>没有访问 %1 的权限。</translation>
    </message>
    <message>
        <source>Change the permission, then try again.</source>
        <translation>请修改权限，然后重试。</translation>
    </message>
    <message>
        <source>%1 could not be read or written.</source>
        <translation>无法读取或写入 %1。</translation>
    </message>
    <message>
        <source>The program %1 was not found.</source>
        <translation>找不到程序 %1。</translation>
    </message>
    <message>
        <source>Install it, then try again.</source>
        <translation>请安装后重试。</translation>
    </message>
    <message>
        <source>%1 could not be run.</source>
        <translation>无法运行 %1。</translation>
    </message>
    <message>
        <source>Port %1 is used by another program.</source>
        <translation>端口 %1 已被其他程序占用。</translation>
    </message>
    <message>
        <source>End that program, or choose another port with “miaobu emulator start --port N”.</source>
        <translation>请结束那个程序，或用“miaobu emulator start --port N”另选端口。</translation>
    </message>
    <message>
        <source>The local server of “This computer” did not start.</source>
        <translation>“这台电脑”的本地服务没有启动。</translation>
    </message>
    <message>
        <source>Try again; its log lies in the emulator folder.</source>
        <translation>请重试；它的日志在模拟器文件夹中。</translation>
    </message>
    <message>
        <source>Node.js 18 or newer is needed to show sites on this computer.</source>
        <translation>在这台电脑上显示网站需要 Node.js 18 或更高版本。</translation>
    </message>
    <message>
        <source>Install Node.js, then try again.</source>
        <translation>请安装 Node.js，然后重试。</translation>
    </message>
    <message>
        <source>Something went wrong inside Miaobu.</source>
        <translation>秒部内部出错了。</translation>
    </message>
    <message>
        <source>Try again; if it happens again, send us the details.</source>
        <translation>请重试；如果再次发生，请把详情发给我们。</translation>
    </message>
    <message>
        <source>Nothing was changed for visitors.</source>
        <translation>访客看到的内容没有变化。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose another source</source>
        <translation>另选来源</translation>
    </message>
    <message>
        <source>Edit settings</source>
        <translation>修改设置</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform>等，另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder %1 does not exist.</source>
        <translation>文件夹 %1 不存在。</translation>
    </message>
    <message>
        <source>Choose a folder that exists.</source>
        <translation>请选择存在的文件夹。</translation>
    </message>
    <message>
        <source>There is no repository at %1.</source>
        <translation>%1 处没有仓库。</translation>
    </message>
    <message>
        <source>It was removed, renamed, or is private and not shared with you.</source>
        <translation>它已被删除、改名，或是未与你共享的私有仓库。</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>请检查地址。</translation>
    </message>
    <message>
        <source>%1 asks for a sign-in.</source>
        <translation>%1 需要登录。</translation>
    </message>
    <message>
        <source>The repository is private, or the sign-in that was used is no longer valid.</source>
        <translation>仓库是私有的，或使用的登录已失效。</translation>
    </message>
    <message>
        <source>Use a repository that can be read without signing in, or a local folder.</source>
        <translation>请使用无需登录即可读取的仓库，或本地文件夹。</translation>
    </message>
    <message>
        <source>The repository %1 is empty.</source>
        <translation>仓库 %1 是空的。</translation>
    </message>
    <message>
        <source>Push a first commit, then deploy again.</source>
        <translation>请先推送一个提交，然后重新部署。</translation>
    </message>
    <message>
        <source>The repository %1 could not be read.</source>
        <translation>无法读取仓库 %1。</translation>
    </message>
    <message>
        <source>Check the repository with git fsck, then try again.</source>
        <translation>请用 git fsck 检查仓库，然后重试。</translation>
    </message>
    <message>
        <source>There is no branch %1.</source>
        <translation>没有分支 %1。</translation>
    </message>
    <message>
        <source>Choose a branch that exists.</source>
        <translation>请选择存在的分支。</translation>
    </message>
    <message>
        <source>Commit %1 is not in the repository.</source>
        <translation>仓库中没有提交 %1。</translation>
    </message>
    <message>
        <source>A force-push may have removed it. No other commit was built instead.</source>
        <translation>它可能被强制推送移除了。没有改为构建其他提交。</translation>
    </message>
    <message>
        <source>The branch is now at %1. No other commit was built instead.</source>
        <translation>分支现在位于 %1。没有改为构建其他提交。</translation>
    </message>
    <message>
        <source>Deploy the branch, or a commit that exists.</source>
        <translation>请部署该分支，或存在的提交。</translation>
    </message>
    <message>
        <source>These are pointers instead of content: %1.</source>
        <translation>这些只是指针而不是内容：%1。</translation>
    </message>
    <message>
        <source>There is no folder %1 in the source.</source>
        <translation>来源中没有文件夹 %1。</translation>
    </message>
    <message>
        <source>These hold an app: %1.</source>
        <translation>以下文件夹中有应用：%1。</translation>
    </message>
    <message>
        <source>Choose one of them as the root directory.</source>
        <translation>请选择其中一个作为根目录。</translation>
    </message>
    <message>
        <source>The root directory %1 lies outside the source.</source>
        <translation>根目录 %1 在来源之外。</translation>
    </message>
    <message>
        <source>Choose a folder inside the source.</source>
        <translation>请选择来源之内的文件夹。</translation>
    </message>
    <message>
        <source>There is no package.json in %1.</source>
        <translation>%1 中没有 package.json。</translation>
    </message>
    <message>
        <source>Apps were found in: %1.</source>
        <translation>在以下位置找到应用：%1。</translation>
    </message>
    <message>
        <source>Choose the folder of the app as the root directory.</source>
        <translation>请选择应用所在的文件夹作为根目录。</translation>
    </message>
    <message>
        <source>%1 is not valid JSON.</source>
        <translation>%1 不是有效的 JSON。</translation>
    </message>
    <message>
        <source>Correct the file, then deploy again.</source>
        <translation>请修正该文件，然后重新部署。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>There is nothing here that Miaobu can put online.</source>
        <translation>这里没有秒部可以上线的内容。</translation>
    </message>
    <message>
        <source>Choose a folder with a website: an index.html, or a package.json that builds one.</source>
        <translation>请选择含有网站的文件夹：有 index.html，或有能构建网站的 package.json。</translation>
    </message>
    <message>
        <source>A server answered with an error.</source>
        <translation>服务器返回了错误。</translation>
    </message>
    <message>
        <source>It was left as it is, with a copy at %1. Your sites are not affected.</source>
        <translation>文件保持原样，副本在 %1。你的网站不受影响。</translation>
    </message>
    <message>
        <source>Put a backup of miaobu.db in its place, or move it away to begin with an empty list.</source>
        <translation>请用 miaobu.db 的备份替换它，或将它移走以从空列表开始。</translation>
    </message>
    <message>
        <source>The project is already being deployed.</source>
        <translation>该项目正在部署。</translation>
    </message>
    <message>
        <source>To the target “%1”.</source>
        <translation>目标：“%1”。</translation>
    </message>
    <message>
        <source>Deployment %1 cannot answer visitors.</source>
        <translation>部署 %1 无法响应访客。</translation>
    </message>
    <message>
        <source>It is not complete (%1).</source>
        <translation>它不完整（%1）。</translation>
    </message>
    <message>
        <source>Enter another key, or enable this one in the RAM console.</source>
        <translation>请输入另一个密钥，或在 RAM 控制台启用它。</translation>
    </message>
    <message>
        <source>The secret does not belong to the key: enter both again.</source>
        <translation>Secret 与 AccessKey ID 不匹配，请重新输入两者。</translation>
    </message>
    <message>
        <source>%1 is not activated in this account.</source>
        <translation>这个账号尚未开通 %1。</translation>
    </message>
    <message>
        <source>Activate it in the console, then try again.</source>
        <translation>请在控制台开通，然后重试。</translation>
    </message>
    <message>
        <source>The cloud account is in arrears.</source>
        <translation>云账号已欠费。</translation>
    </message>
    <message>
        <source>Top up the account, then try again.</source>
        <translation>请为账号充值，然后重试。</translation>
    </message>
    <message>
        <source>The web app %1 did not start.</source>
        <translation>Web 应用 %1 没有启动。</translation>
    </message>
    <message>
        <source>%1 is being deleted, and some of it is gone already.</source>
        <translation>%1 正在删除，部分内容已经清除。</translation>
    </message>
    <message>
        <source>Go on with deleting it, or keep it first.</source>
        <translation>请继续删除，或先保留它。</translation>
    </message>
    <message>
        <source>Some of %1 is still there.</source>
        <translation>%1 还有部分内容没有清除。</translation>
    </message>
    <message>
        <source>Left: %1.</source>
        <translation>剩余：%1。</translation>
    </message>
    <message>
        <source>Delete it again to go on from there.</source>
        <translation>再次删除即可从中断处继续。</translation>
    </message>
    <message>
        <source>There is no container engine on this computer.</source>
        <translation>这台电脑上没有容器引擎。</translation>
    </message>
    <message>
        <source>Enter the key</source>
        <translation>输入密钥</translation>
    </message>
    <message>
        <source>Keep it until Miaobu is closed</source>
        <translation>本次运行期间保留</translation>
    </message>
    <message>
        <source>Open the console</source>
        <translation>打开控制台</translation>
    </message>
    <message>
        <source>The keyring of this computer does not answer.</source>
        <translation>这台电脑的密钥环没有响应。</translation>
    </message>
    <message>
        <source>It may be waiting for its password in a window of its own.</source>
        <translation>它可能正在自己的窗口中等待输入密码。</translation>
    </message>
    <message>
        <source>Answer it, then try again.</source>
        <translation>请先在那里输入，然后重试。</translation>
    </message>
    <message>
        <source>No keyring was found on this computer.</source>
        <translation>这台电脑上没有找到密钥环。</translation>
    </message>
    <message>
        <source>There is no access key for the target %1.</source>
        <translation>目标 %1 没有 AccessKey。</translation>
    </message>
    <message>
        <source>Enter it with “miaobu login aliyun %1”, or set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET.</source>
        <translation>请用“miaobu login aliyun %1”输入，或设置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET。</translation>
    </message>
    <message>
        <source>The temporary access key of the target %1 has run out.</source>
        <translation>目标 %1 的临时 AccessKey 已过期。</translation>
    </message>
    <message>
        <source>Get a fresh one and enter it with “miaobu login aliyun %1”.</source>
        <translation>请获取新的临时密钥，并用“miaobu login aliyun %1”输入。</translation>
    </message>
    <message>
        <source>A stored secret cannot be opened: %1.</source>
        <translation>无法解开已保存的密文：%1。</translation>
    </message>
    <message>
        <source>Enter it again.</source>
        <translation>请重新输入。</translation>
    </message>
    <message>
        <source>Show the variables</source>
        <translation>查看变量</translation>
    </message>
    <message>
        <source>The keyring is locked, so the secret %1 cannot be used.</source>
        <translation>密钥环已锁定，因此无法使用机密 %1。</translation>
    </message>
    <message>
        <source>No keyring was found, so the secret %1 cannot be used.</source>
        <translation>没有找到密钥环，因此无法使用机密 %1。</translation>
    </message>
    <message>
        <source>Start one, such as GNOME Keyring or KWallet; or give the variable with --env-file each time.</source>
        <translation>请启动一个，例如 GNOME 密钥环或 KWallet；或每次用 --env-file 提供该变量。</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a variable.</source>
        <translation>“%1”不能用作变量名。</translation>
    </message>
    <message>
        <source>A name has letters, digits and underscores, and begins with no digit.</source>
        <translation>名称由字母、数字和下划线组成，且不能以数字开头。</translation>
    </message>
    <message>
        <source>The name %1 is reserved.</source>
        <translation>名称 %1 是保留名称。</translation>
    </message>
    <message>
        <source>Function Compute keeps names with FC_ for itself, and Miaobu those with MIAOBU.</source>
        <translation>以 FC_ 开头的名称由函数计算保留，以 MIAOBU 开头的由秒部保留。</translation>
    </message>
    <message>
        <source>%1 cannot be a secret.</source>
        <translation>%1 不能设为机密。</translation>
    </message>
    <message>
        <source>Variables with this beginning are compiled into the page, where everybody can read them.</source>
        <translation>以此开头的变量会编译进页面，所有人都能看到。</translation>
    </message>
    <message>
        <source>Store it as a plain variable, or give the secret another name.</source>
        <translation>请保存为普通变量，或给机密换一个名称。</translation>
    </message>
    <message>
        <source>There is another variable %1 for the same deployments.</source>
        <translation>相同的部署已有变量 %1。</translation>
    </message>
    <message>
        <source>Edit that one, or choose another name.</source>
        <translation>请编辑已有的变量，或换一个名称。</translation>
    </message>
    <message>
        <source>There is no variable %1.</source>
        <translation>没有变量 %1。</translation>
    </message>
    <message>
        <source>Check the name and which deployments it is for.</source>
        <translation>请检查名称以及适用的部署。</translation>
    </message>
    <message>
        <source>The variable %1 needs a value.</source>
        <translation>变量 %1 需要一个值。</translation>
    </message>
    <message>
        <source>A value cannot be empty, and that of a secret is not shown again.</source>
        <translation>值不能为空，而机密的值不会再次显示。</translation>
    </message>
    <message>
        <source>Enter the value.</source>
        <translation>请输入值。</translation>
    </message>
    <message>
        <source>The value of %1 cannot be given to a program.</source>
        <translation>%1 的值无法传递给程序。</translation>
    </message>
    <message>
        <source>It holds a zero byte or is longer than %1 KB.</source>
        <translation>它含有零字节，或超过 %1 KB。</translation>
    </message>
    <message>
        <source>Put it into a file of the project instead.</source>
        <translation>请改为放入项目的文件中。</translation>
    </message>
    <message>
        <source>The stored value of the secret %1 cannot be opened.</source>
        <translation>无法解开机密 %1 已保存的值。</translation>
    </message>
    <message>
        <source>The keyring does not have the key that it was encrypted with, or the database was changed.</source>
        <translation>密钥环中没有加密它的密钥，或数据库被改动过。</translation>
    </message>
    <message>
        <source>Enter its value again.</source>
        <translation>请重新输入它的值。</translation>
    </message>
    <message>
        <source>The secret %1 would be readable by everybody.</source>
        <translation>机密 %1 将对所有人可见。</translation>
    </message>
    <message>
        <source>The build has written its value into %1.</source>
        <translation>构建已把它的值写入 %1。</translation>
    </message>
    <message>
        <source>If everybody may know it, mark it as not secret; otherwise keep it out of the page.</source>
        <translation>如果可以公开，请取消机密标记；否则请不要把它用在页面中。</translation>
    </message>
    <message>
        <source>“%1” cannot be connected.</source>
        <translation>无法连接“%1”。</translation>
    </message>
    <message>
        <source>Enter another domain.</source>
        <translation>请输入其他域名。</translation>
    </message>
    <message>
        <source>The domain %1 is connected already.</source>
        <translation>域名 %1 已经连接。</translation>
    </message>
    <message>
        <source>A domain leads to one project of a target.</source>
        <translation>在一个目标上，一个域名只能指向一个项目。</translation>
    </message>
    <message>
        <source>Remove it where it is first.</source>
        <translation>请先在原处移除它。</translation>
    </message>
    <message>
        <source>There is no domain %1.</source>
        <translation>没有域名 %1。</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>请检查名称。</translation>
    </message>
    <message>
        <source>It is not proved any more that %1 is yours.</source>
        <translation>目前无法再证明 %1 属于你。</translation>
    </message>
    <message>
        <source>Add the record again, then sync the domain.</source>
        <translation>请重新添加该记录，然后同步域名。</translation>
    </message>
    <message>
        <source>%1 has no ICP filing.</source>
        <translation>%1 没有 ICP 备案。</translation>
    </message>
    <message>
        <source>Mainland China asks for one for every host that is served there.</source>
        <translation>在中国内地提供服务的每个主机都需要备案。</translation>
    </message>
    <message>
        <source>File it, then try again.</source>
        <translation>请完成备案后再试。</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a preview.</source>
        <translation>“%1”不能作为预览的名称。</translation>
    </message>
    <message>
        <source>It becomes a part of the address: small letters, digits and dashes, and with the project&apos;s name at most 63 of them.</source>
        <translation>它会成为地址的一部分：只能使用小写字母、数字和短横线，连同项目名最多 63 个字符。</translation>
    </message>
    <message>
        <source>Deploy it again</source>
        <translation>重新部署</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>打开页面</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Deploy without an engine</source>
        <translation>不使用引擎部署</translation>
    </message>
    <message>
        <source>%1 takes no more requests for now.</source>
        <translation>%1 暂时不再接受请求。</translation>
    </message>
    <message>
        <source>It does again at %1. What is already here can be used meanwhile.</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>%1 时恢复。已有的内容在此期间可以继续使用。</translation>
    </message>
    <message>
        <source>The organisation of %1 asks for its own sign-in.</source>
        <translation>%1 所属的组织要求单独登录。</translation>
    </message>
    <message>
        <source>Sign in on its page, then try again.</source>
        <translation>请在它的页面上登录，然后重试。</translation>
    </message>
    <message>
        <source>The sign-in may not do this with %1.</source>
        <translation>当前登录没有对 %1 执行此操作的权限。</translation>
    </message>
    <message>
        <source>Give it the permission on GitHub, or sign in with an account or token that has it.</source>
        <translation>请在 GitHub 上授予权限，或使用有权限的账号或令牌登录。</translation>
    </message>
    <message>
        <source>Sign in with a token or with gh instead.</source>
        <translation>请改用令牌或 gh 登录。</translation>
    </message>
    <message>
        <source>The sign-in at GitHub is no longer valid (%1).</source>
        <translation>GitHub 登录已失效（%1）。</translation>
    </message>
    <message>
        <source>It was ended on GitHub, or has run out. Sites and projects on this computer are not affected.</source>
        <translation>它已在 GitHub 上被终止或已过期。这台电脑上的网站和项目不受影响。</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>请重新登录。</translation>
    </message>
    <message>
        <source>The sign-in was refused on %1.</source>
        <translation>登录在 %1 上被拒绝。</translation>
    </message>
    <message>
        <source>Begin again, and allow it on GitHub&apos;s page.</source>
        <translation>请重新开始，并在 GitHub 的页面上允许。</translation>
    </message>
    <message>
        <source>The code for %1 has run out.</source>
        <translation>%1 的代码已过期。</translation>
    </message>
    <message>
        <source>A code is good for a quarter of an hour.</source>
        <translation>代码的有效期为一刻钟。</translation>
    </message>
    <message>
        <source>Get a new code.</source>
        <translation>请获取新的代码。</translation>
    </message>
    <message>
        <source>%1 does not let this program sign in by a code.</source>
        <translation>%1 不允许本程序通过代码登录。</translation>
    </message>
    <message>
        <source>Enable Device Flow in the settings of the OAuth app; or sign in with a token or with gh.</source>
        <translation>请在 OAuth 应用的设置中启用 Device Flow；或使用令牌或 gh 登录。</translation>
    </message>
    <message>
        <source>%1 does not know this program.</source>
        <translation>%1 无法识别本程序。</translation>
    </message>
    <message>
        <source>The client id of the OAuth app is wrong: %1</source>
        <translation>OAuth 应用的 Client ID 有误：%1</translation>
    </message>
    <message>
        <source>%1 asks to be asked less often than this computer does.</source>
        <translation>%1 要求放慢询问，而这台电脑已经放慢了。</translation>
    </message>
    <message>
        <source>The clock of this computer runs fast.</source>
        <translation>这台电脑的时钟走得太快。</translation>
    </message>
    <message>
        <source>Signing in to %1 by a code is not set up.</source>
        <translation>尚未设置通过代码登录 %1。</translation>
    </message>
    <message>
        <source>It needs the client id of an OAuth app. Register one at %1 under Settings, Developer settings, OAuth Apps; tick Enable Device Flow; and enter its client id in Miaobu&apos;s settings.</source>
        <translation>需要一个 OAuth 应用的 Client ID。请在 %1 的 Settings、Developer settings、OAuth Apps 中注册一个，勾选 Enable Device Flow，再把 Client ID 填入秒部的设置。</translation>
    </message>
    <message>
        <source>There is no token for %1.</source>
        <translation>没有 %1 的令牌。</translation>
    </message>
    <message>
        <source>Sign in with “miaobu login github”, or set GITHUB_TOKEN.</source>
        <translation>请用“miaobu login github”登录，或设置 GITHUB_TOKEN。</translation>
    </message>
    <message>
        <source>%1 does not take this token.</source>
        <translation>%1 不接受该令牌。</translation>
    </message>
    <message>
        <source>Copy the whole token again, or make a new one.</source>
        <translation>请重新完整复制令牌，或新建一个。</translation>
    </message>
    <message>
        <source>Start one, such as GNOME Keyring or KWallet. Without one, set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET for Alibaba Cloud (ALIBABA_CLOUD_SECURITY_TOKEN too for temporary keys), and GITHUB_TOKEN for GitHub.</source>
        <translation>请启动一个，例如 GNOME 密钥环或 KWallet。没有密钥环时，请为阿里云设置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET（临时密钥还需 ALIBABA_CLOUD_SECURITY_TOKEN），为 GitHub 设置 GITHUB_TOKEN。</translation>
    </message>
    <message>
        <source>Enter it, or start Miaobu with ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET set.</source>
        <translation>请输入密钥，或在设置了 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET 的环境中启动秒部。</translation>
    </message>
    <message>
        <source>Get a fresh one and enter it.</source>
        <translation>请获取新的密钥并输入。</translation>
    </message>
    <message>
        <source>The repository keeps files in Git LFS, which could not be fetched.</source>
        <translation>仓库用 Git LFS 保存的文件未能获取。</translation>
    </message>
    <message>
        <source>Push them with “git lfs push --all”, or run “git lfs pull” in a clone and deploy that folder.</source>
        <translation>请用“git lfs push --all”推送这些文件，或在克隆中运行“git lfs pull”后部署该文件夹。</translation>
    </message>
    <message>
        <source>%1 is installed but does not run.</source>
        <translation>%1 已安装，但没有运行。</translation>
    </message>
    <message>
        <source>You may not use %1 on this computer.</source>
        <translation>你无权在这台电脑上使用 %1。</translation>
    </message>
    <message>
        <source>Add yourself to the group “docker” and sign in again, or use Podman, which needs no group.</source>
        <translation>请把自己加入“docker”组并重新登录系统，或使用不需要用户组的 Podman。</translation>
    </message>
    <message>
        <source>This container engine cannot keep the secret %1 out of the image.</source>
        <translation>该容器引擎无法把机密变量 %1 排除在镜像之外。</translation>
    </message>
    <message>
        <source>It builds without BuildKit: a secret would stay readable in a layer.</source>
        <translation>它不使用 BuildKit 构建：机密会以可读形式留在镜像层中。</translation>
    </message>
    <message>
        <source>Install Docker&apos;s buildx or Podman, or give the variable to the running app only.</source>
        <translation>请安装 Docker 的 buildx 或 Podman，或只把该变量提供给运行中的应用。</translation>
    </message>
    <message>
        <source>The image is too large to run in the cloud.</source>
        <translation>镜像太大，无法在云上运行。</translation>
    </message>
    <message>
        <source>Leave out what the app does not need, for example with a .dockerignore file.</source>
        <translation>请去掉应用不需要的内容，例如使用 .dockerignore 文件。</translation>
    </message>
    <message>
        <source>%1 has no registry for images.</source>
        <translation>%1 没有镜像仓库。</translation>
    </message>
    <message>
        <source>Name one in the target&apos;s file under “acr”, or deploy the app as a code package.</source>
        <translation>请在目标文件的“acr”中指定一个，或把应用部署为代码包。</translation>
    </message>
    <message>
        <source>The image could not be sent to %1.</source>
        <translation>镜像未能推送到 %1。</translation>
    </message>
    <message>
        <source>Nothing says how this app is started.</source>
        <translation>无法确定该应用的启动方式。</translation>
    </message>
    <message>
        <source>These could be the app: %1.</source>
        <translation>这些可能是应用：%1。</translation>
    </message>
    <message>
        <source>Python with pip is not installed on this computer.</source>
        <translation>这台电脑上没有安装带 pip 的 Python。</translation>
    </message>
    <message>
        <source>Install python3-pip, or a container engine, then deploy again.</source>
        <translation>请安装 python3-pip 或容器引擎，然后重新部署。</translation>
    </message>
    <message>
        <source>The project asks for Python %1, which code packages cannot have.</source>
        <translation>项目要求 Python %1，代码包不支持该版本。</translation>
    </message>
    <message>
        <source>These can be had: %1.</source>
        <translation>可用的版本：%1。</translation>
    </message>
    <message>
        <source>Choose another version in the settings, or install a container engine.</source>
        <translation>请在设置中选择其他版本，或安装容器引擎。</translation>
    </message>
    <message>
        <source>The package %1 is not there ready-made for the cloud&apos;s computers.</source>
        <translation>软件包 %1 没有适用于云端计算机的预编译版本。</translation>
    </message>
    <message>
        <source>It would have to be compiled, and only an image can do that.</source>
        <translation>它需要编译，而只有镜像方式可以做到。</translation>
    </message>
    <message>
        <source>Choose another version of it, or install a container engine.</source>
        <translation>请选择它的其他版本，或安装容器引擎。</translation>
    </message>
    <message>
        <source>%1 does not run on the cloud&apos;s computers.</source>
        <translation>%1 无法在云端计算机上运行。</translation>
    </message>
    <message>
        <source>Install it from a ready-made package, or install a container engine.</source>
        <translation>请改用预编译的软件包安装它，或安装容器引擎。</translation>
    </message>
    <message>
        <source>The package is too large for the cloud.</source>
        <translation>代码包太大，云端无法接受。</translation>
    </message>
    <message>
        <source>Leave out what the app does not need, or install a container engine.</source>
        <translation>请去掉应用不需要的内容，或安装容器引擎。</translation>
    </message>
    <message>
        <source>Let it listen on 0.0.0.0, then deploy again.</source>
        <translation>请让它监听 0.0.0.0，然后重新部署。</translation>
    </message>
    <message>
        <source>The app listens on port %1, and visitors are led to port %2.</source>
        <translation>应用监听端口 %1，而访客被引导到端口 %2。</translation>
    </message>
    <message>
        <source>This is a %1, and that cannot be run here.</source>
        <translation>这是 %1，无法在这里运行。</translation>
    </message>
    <message>
        <source>It needs a server.</source>
        <translation>它需要服务器。</translation>
    </message>
    <message>
        <source>Publish it to another target, or switch the framework to static output.</source>
        <translation>请发布到其他目标，或把框架改为静态输出。</translation>
    </message>
    <message>
        <source>Nothing says how this server is started.</source>
        <translation>没有找到这个服务器的启动方式。</translation>
    </message>
    <message>
        <source>Put that right in the repository, or name a start command in the settings.</source>
        <translation>请在仓库中修正，或在设置中填写启动命令。</translation>
    </message>
    <message>
        <source>The edge routine %1 is of another version than this program.</source>
        <translation>边缘函数 %1 与此程序的版本不一致。</translation>
    </message>
    <message>
        <source>It would let everybody in, because it does not know of passwords.</source>
        <translation>它不认识密码，会让所有人进入。</translation>
    </message>
    <message>
        <source>Install it anew with “miaobu edge install”, then try again.</source>
        <translation>请用“miaobu edge install”重新安装它，然后重试。</translation>
    </message>
    <message>
        <source>Install Node.js, for example with nvm or from your system&apos;s packages, then deploy again. Docker or Podman can build it without one (--builder container).</source>
        <translation>请安装 Node.js，例如用 nvm 或系统的软件包，然后重新部署。也可以不安装，由 Docker 或 Podman 构建（--builder container）。</translation>
    </message>
    <message>
        <source>Docker or Podman can build it in a container, which brings its own. Or install Node.js, for example with nvm or from your system&apos;s packages, then deploy again.</source>
        <translation>Docker 或 Podman 可以在自带 Node.js 的容器中构建。也可以安装 Node.js，例如用 nvm 或系统的软件包，然后重新部署。</translation>
    </message>
    <message>
        <source>Install a version that fits, for example with “nvm install”, or choose another in the settings. Docker or Podman can build it without one (--builder container).</source>
        <translation>请安装合适的版本，例如用“nvm install”，或在设置中选择其他版本。也可以不安装，由 Docker 或 Podman 构建（--builder container）。</translation>
    </message>
    <message>
        <source>Docker or Podman can build it in a container, which brings its own. Or install a version that fits, for example with “nvm install”, or choose another in the settings.</source>
        <translation>Docker 或 Podman 可以在自带 Node.js 的容器中构建。也可以安装合适的版本，例如用“nvm install”，或在设置中选择其他版本。</translation>
    </message>
    <message>
        <source>Let it listen on 0.0.0.0 and on the port in the variable PORT, then deploy again.</source>
        <translation>让它监听 0.0.0.0 以及变量 PORT 中的端口，然后重新部署。</translation>
    </message>
    <message>
        <source>Let it listen on the port in the variable PORT, for example by the start command in the settings, then deploy again.</source>
        <translation>让它监听变量 PORT 中的端口，例如通过设置中的启动命令，然后重新部署。</translation>
    </message>
    <message>
        <source>Let visitors be led there (--port %1), or let the app listen on the port in the variable PORT.</source>
        <translation>将访客引到那里（--port %1），或让应用监听变量 PORT 中的端口。</translation>
    </message>
    <message>
        <source>Lead visitors there, or let the app listen on the port in the variable PORT.</source>
        <translation>将访客引到那里，或让应用监听变量 PORT 中的端口。</translation>
    </message>
    <message>
        <source>The app listens only on 127.0.0.1, port %1, where no visitor reaches it.</source>
        <translation>应用只监听 127.0.0.1 的端口 %1，访客到不了那里。</translation>
    </message>
    <message>
        <source>See its log. Several apps were found: if another one answers visitors, choose it in the settings or with --app: %1.</source>
        <translation>请查看它的日志。找到了多个应用：如果回应访客的是另一个，请在设置中或用 --app 选择：%1。</translation>
    </message>
    <message>
        <source>See its log; visitors still get what they got before.</source>
        <translation>请查看它的日志；访客看到的仍是之前的内容。</translation>
    </message>
    <message>
        <source>The cloud has not made the function %1 ready.</source>
        <translation>云端没有使函数 %1 就绪。</translation>
    </message>
    <message>
        <source>Try again in a few minutes; visitors still get what they got before.</source>
        <translation>请几分钟后重试；访客看到的仍是之前的内容。</translation>
    </message>
    <message>
        <source>Its TXT record is gone, so nothing was changed for it.</source>
        <translation>它的 TXT 记录已不在，因此没有为它更改任何内容。</translation>
    </message>
    <message>
        <source>Only some name servers have its TXT record, so nothing was changed for it.</source>
        <translation>只有部分域名服务器有它的 TXT 记录，因此没有为它更改任何内容。</translation>
    </message>
    <message>
        <source>Look at the record, and sync the domain once all of them have it.</source>
        <translation>请检查该记录，待所有域名服务器都有它之后再同步域名。</translation>
    </message>
    <message>
        <source>No name server could be asked for its TXT record, so nothing was changed for it.</source>
        <translation>没有任何域名服务器可以查询它的 TXT 记录，因此没有为它更改任何内容。</translation>
    </message>
    <message>
        <source>Check the network, then sync the domain.</source>
        <translation>请检查网络，然后同步域名。</translation>
    </message>
    <message>
        <source>This computer does not know the domain, so nothing was changed for it.</source>
        <translation>这台电脑不知道这个域名，因此没有为它更改任何内容。</translation>
    </message>
    <message>
        <source>Add the domain here.</source>
        <translation>请在这里添加该域名。</translation>
    </message>
    <message>
        <source>Its TXT record holds “%1”, so nothing was changed for it.</source>
        <translation>它的 TXT 记录是“%1”，因此没有为它更改任何内容。</translation>
    </message>
    <message>
        <source>Change the record back, then sync the domain.</source>
        <translation>请把记录改回来，然后同步域名。</translation>
    </message>
    <message>
        <source>Build in a container</source>
        <translation>在容器中构建</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>使用端口 %1</translation>
    </message>
    <message>
        <source>Install Docker or Podman and start it, then deploy again. Without one, a Python app can be deployed as a code package (--builder package), and a site can be built on this computer (--builder host).</source>
        <translation>请安装并启动 Docker 或 Podman，然后重新部署。没有引擎时，Python 应用可以作为代码包部署（--builder package），网站可以在这台电脑上构建（--builder host）。</translation>
    </message>
    <message>
        <source>Start it, then deploy again. Without one, a Python app can be deployed as a code package (--builder package), and a site can be built on this computer (--builder host).</source>
        <translation>请启动它，然后重新部署。没有引擎时，Python 应用可以作为代码包部署（--builder package），网站可以在这台电脑上构建（--builder host）。</translation>
    </message>
    <message>
        <source>The container engine is on another computer: %1.</source>
        <translation>容器引擎在另一台电脑上：%1。</translation>
    </message>
    <message>
        <source>A site is built in a container that sees the folder of its source, and only an engine of this computer can show it that.</source>
        <translation>网站在能看到源码文件夹的容器中构建，只有这台电脑上的引擎才能提供这个文件夹。</translation>
    </message>
    <message>
        <source>Use an engine of this computer (without DOCKER_HOST, or with another docker context), or build on this computer (--builder host).</source>
        <translation>请使用这台电脑的引擎（不设 DOCKER_HOST，或换用其他 docker context），或在这台电脑上构建（--builder host）。</translation>
    </message>
    <message>
        <source>The image %1 could not be fetched, or has no Node.js.</source>
        <translation>无法获取镜像 %1，或其中没有 Node.js。</translation>
    </message>
    <message>
        <source>Look at the network and at the image for Node.js in the settings, then deploy again.</source>
        <translation>请检查网络以及设置中的 Node.js 镜像，然后重新部署。</translation>
    </message>
    <message>
        <source>Unpacked it has %1; 10 GiB are the most.</source>
        <translation>解压后为 %1；最多 10 GiB。</translation>
    </message>
    <message>
        <source>The registry %1 refused to take the image.</source>
        <translation>镜像仓库 %1 拒绝接收该镜像。</translation>
    </message>
    <message>
        <source>Let the access key of the target use Container Registry and the namespace of its file, then try again.</source>
        <translation>请允许该目标的 AccessKey 使用容器镜像服务以及其文件中的命名空间，然后重试。</translation>
    </message>
    <message>
        <source>Name the app object, such as “main:app”, in the settings or with --app, or a start command.</source>
        <translation>请在设置中或用 --app 指定应用对象，例如“main:app”，或指定启动命令。</translation>
    </message>
    <message>
        <source>This computer cannot run what is built for the cloud&apos;s computers.</source>
        <translation>这台电脑无法运行为云端电脑构建的内容。</translation>
    </message>
    <message>
        <source>Its container engine is %1, the image is for %2: “%3”.</source>
        <translation>它的容器引擎是 %1，镜像面向 %2：“%3”。</translation>
    </message>
    <message>
        <source>Let the engine emulate it (qemu-user-static on Linux, a setting of Docker Desktop), then try again.</source>
        <translation>请让引擎模拟它（Linux 上用 qemu-user-static，Docker Desktop 中有相应设置），然后重试。</translation>
    </message>
    <message>
        <source>The image does not run on the cloud&apos;s computers.</source>
        <translation>该镜像无法在云端的电脑上运行。</translation>
    </message>
    <message>
        <source>It is for %1, and they are %2.</source>
        <translation>它面向 %1，而它们是 %2。</translation>
    </message>
    <message>
        <source>Choose the platform in the Dockerfile: “FROM --platform=%1 …”.</source>
        <translation>请在 Dockerfile 中选择平台：“FROM --platform=%1 …”。</translation>
    </message>
    <message>
        <source>The bucket %1 is in another region.</source>
        <translation>存储桶 %1 在其他地域。</translation>
    </message>
    <message>
        <source>It answers at %1.</source>
        <translation>它的访问地址是 %1。</translation>
    </message>
    <message>
        <source>Use its region for the target, or another bucket.</source>
        <translation>请让目标使用它所在的地域，或换用其他存储桶。</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Published to</source>
        <translation>发布到</translation>
    </message>
    <message>
        <source>Built with</source>
        <translation>构建方式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>上次变更</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Only one version so far</source>
        <translation>目前只有一个版本</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>域名</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>%1 vCPU</source>
        <translation>%1 vCPU</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>code package</source>
        <translation>代码包</translation>
    </message>
    <message>
        <source>container</source>
        <translation>容器</translation>
    </message>
</context>
<context>
    <name>FileChangeModel</name>
    <message numerus="yes">
        <source>%1, %n file(s), folded</source>
        <translation>
            <numerusform>%1，%n 个文件，已折叠</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n file(s)</source>
        <translation>
            <numerusform>%1，%n 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilePane</name>
    <message>
        <source>Choose a file to see what changed in it.</source>
        <translation>选择一个文件，查看其中的变化。</translation>
    </message>
    <message>
        <source>Reading both versions…</source>
        <translation>正在读取两个版本…</translation>
    </message>
    <message>
        <source>Its content can be compared once the deployment is complete.</source>
        <translation>部署完成后即可比较它的内容。</translation>
    </message>
    <message>
        <source>This file is too large to be compared here.</source>
        <translation>文件太大，无法在这里比较。</translation>
    </message>
    <message>
        <source>No line differs.</source>
        <translation>没有不同的行。</translation>
    </message>
    <message>
        <source>This is not a text: its bytes differ, and there is nothing to read in them.</source>
        <translation>这不是文本：字节不同，没有可供阅读的内容。</translation>
    </message>
    <message>
        <source>Previous change (P)</source>
        <translation>上一处变化（P）</translation>
    </message>
    <message>
        <source>Next change (N)</source>
        <translation>下一处变化（N）</translation>
    </message>
    <message>
        <source>Copy the chosen lines, or all</source>
        <translation>复制选中的行或全部</translation>
    </message>
    <message>
        <source>There are more changes in this file; these are the first of them.</source>
        <translation>这个文件还有更多变化，这里只显示开头部分。</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>This deletes %1 on %2. It cannot be taken back.</source>
        <translation>这会删除 %2 上的 %1，且无法撤销。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>FunctionFields</name>
    <message>
        <source>Built by Docker or Podman, with anything the app needs</source>
        <translation>由 Docker 或 Podman 构建，可包含应用需要的一切</translation>
    </message>
    <message>
        <source>By pip, without a container engine</source>
        <translation>由 pip 构建，无需容器引擎</translation>
    </message>
    <message>
        <source>Will be %1</source>
        <translation>将使用 %1</translation>
    </message>
    <message>
        <source>For each instance</source>
        <translation>每个实例</translation>
    </message>
    <message>
        <source>Will be %1 MB: one to four GB for each vCPU, in steps of 64 MB</source>
        <translation>将使用 %1 MB：每个 vCPU 1–4 GB，以 64 MB 为步长</translation>
    </message>
    <message>
        <source>One to four GB for each vCPU</source>
        <translation>每个 vCPU 1–4 GB</translation>
    </message>
    <message>
        <source>Container image</source>
        <translation>容器镜像</translation>
    </message>
    <message>
        <source>Code package</source>
        <translation>代码包</translation>
    </message>
    <message>
        <source>Deployed as</source>
        <translation>部署方式</translation>
    </message>
    <message>
        <source>vCPU</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>最长响应时间</translation>
    </message>
    <message>
        <source>A request that takes longer is ended</source>
        <translation>超时的请求会被终止</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>并发请求数</translation>
    </message>
    <message>
        <source>One instance answers so many before another one starts</source>
        <translation>单个实例同时响应这么多请求后才会启动新实例</translation>
    </message>
    <message>
        <source>Health path</source>
        <translation>健康检查路径</translation>
    </message>
    <message>
        <source>Asked before visitors are led to a new version</source>
        <translation>新版本接待访客之前，先访问它确认一切正常</translation>
    </message>
    <message>
        <source>The one the Dockerfile exposes, or 9000; the app is told it in PORT</source>
        <translation>Dockerfile 公开的端口，或 9000；应用会从 PORT 得知</translation>
    </message>
    <message>
        <source>The app has to listen on it; it is told it in PORT</source>
        <translation>应用必须监听它；应用会从 PORT 得知</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Automatic</source>
        <extracomment>In the field of a port: nobody has chosen one.</extracomment>
        <translation>自动</translation>
    </message>
</context>
<context>
    <name>GitHubController</name>
    <message>
        <source>Signed in to %1 as %2</source>
        <translation>已以 %2 身份登录 %1</translation>
    </message>
    <message>
        <source>Unlock or start it and sign in again, or keep the token in memory: you sign in again at the next start.</source>
        <translation>请解锁或启动密钥环后重新登录；也可以只把令牌保留在内存中，下次启动时需重新登录。</translation>
    </message>
</context>
<context>
    <name>GitHubPage</name>
    <message>
        <source>GitHub</source>
        <translation>GitHub</translation>
    </message>
    <message>
        <source>Sign in to list your repositories, private ones too, and to deploy what you push.</source>
        <translation>登录后可列出你的仓库（包括私有仓库），并自动部署你的推送。</translation>
    </message>
    <message>
        <source>Projects and sites stay when an account is signed out.</source>
        <translation>退出账号后，项目和网站会保留。</translation>
    </message>
    <message>
        <source>Back to the new project</source>
        <translation>返回新建项目</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Waiting for the browser…</source>
        <translation>正在等待浏览器…</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在连接 %1…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The account is signed out here; its token is still good at GitHub.</source>
        <translation>账号已在这里退出；它的令牌在 GitHub 上仍然有效。</translation>
    </message>
    <message>
        <source>This host cannot revoke it for you.</source>
        <translation>该主机无法代你吊销令牌。</translation>
    </message>
    <message>
        <source>Revoke it there</source>
        <translation>前往吊销</translation>
    </message>
</context>
<context>
    <name>HostRow</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Always the latest deployment</source>
        <translation>始终使用最新部署</translation>
    </message>
    <message>
        <source>Pin to #%1  %2</source>
        <translation>固定到 #%1  %2</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>落后</translation>
    </message>
    <message>
        <source>one commit</source>
        <translation>指定提交</translation>
    </message>
    <message>
        <source>with a password</source>
        <translation>有密码</translation>
    </message>
    <message>
        <source>open to everybody</source>
        <translation>公开访问</translation>
    </message>
    <message>
        <source>always latest</source>
        <translation>始终最新</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>certificate until %1</source>
        <translation>证书有效期至 %1</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Sync %1</source>
        <translation>同步 %1</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>关于 %1 的更多操作</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Certificate ends soon</source>
        <translation>证书即将到期</translation>
    </message>
</context>
<context>
    <name>ImagePane</name>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>Not in this deployment</source>
        <translation>不在这个部署中</translation>
    </message>
    <message>
        <source>This picture is broken, or of a kind that cannot be shown here.</source>
        <translation>图片已损坏，或属于无法在这里显示的类型。</translation>
    </message>
    <message>
        <source>This picture is too large to be shown here.</source>
        <translation>图片太大，无法在这里显示。</translation>
    </message>
    <message>
        <source>This drawing loads other files, so it is not shown here.</source>
        <translation>这张图会加载其他文件，因此不在这里显示。</translation>
    </message>
    <message>
        <source>Fit into the window</source>
        <translation>适应窗口</translation>
    </message>
</context>
<context>
    <name>KeyCard</name>
    <message>
        <source>Trying the key…</source>
        <translation>正在验证密钥…</translation>
    </message>
    <message>
        <source>Its secret is never in a file.</source>
        <translation>它的 Secret 不会写入任何文件。</translation>
    </message>
    <message>
        <source>Its secret is kept until Miaobu is closed.</source>
        <translation>它的 Secret 只保存在内存中，关闭秒部即清除。</translation>
    </message>
    <message>
        <source>Its secret comes from ALIBABA_CLOUD_ACCESS_KEY_SECRET.</source>
        <translation>它的 Secret 来自 ALIBABA_CLOUD_ACCESS_KEY_SECRET。</translation>
    </message>
    <message>
        <source>Its secret is in this computer&apos;s keychain.</source>
        <translation>它的 Secret 保存在这台电脑的密钥环中。</translation>
    </message>
    <message>
        <source>Its secret is not on this computer. Enter it to go on.</source>
        <translation>它的 Secret 不在这台电脑上。请输入后继续。</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>AccessKey</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>更换…</translation>
    </message>
    <message>
        <source>Replace the access key</source>
        <translation>更换 AccessKey</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>使用这个密钥</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>AccessKey ID</source>
        <translation>AccessKey ID</translation>
    </message>
    <message>
        <source>Found with its secret in what you pasted</source>
        <translation>已从粘贴的内容中识别出密钥和 Secret</translation>
    </message>
    <message>
        <source>Or paste both at once, here</source>
        <translation>也可以在这里一次粘贴两者</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Shown once by the console, when the key is made</source>
        <translation>仅在创建密钥时由控制台显示一次</translation>
    </message>
    <message>
        <source>STS token</source>
        <translation>STS Token</translation>
    </message>
    <message>
        <source>Only of temporary keys</source>
        <translation>仅临时密钥需要</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Secret kept</source>
        <translation>Secret 保存位置</translation>
    </message>
    <message>
        <source>In this computer&apos;s keychain</source>
        <translation>这台电脑的密钥环</translation>
    </message>
    <message>
        <source>Until Miaobu is closed</source>
        <translation>仅在秒部运行期间</translation>
    </message>
    <message>
        <source>Never in a file, never in a log</source>
        <translation>不写入文件，也不写入日志</translation>
    </message>
    <message>
        <source>You are asked for it again at the next start</source>
        <translation>下次启动时需重新输入</translation>
    </message>
    <message>
        <source>Empty: the public one of the region</source>
        <translation>留空则使用该地域的公网地址</translation>
    </message>
    <message>
        <source>No key yet?</source>
        <translation>还没有密钥？</translation>
    </message>
    <message>
        <source>In the RAM console, create a user that programs may act for, and an AccessKey of it. The console shows the secret once; paste both here, or the whole file that it offers.</source>
        <translation>在 RAM 控制台创建一个供程序使用的用户及其 AccessKey。控制台只显示一次 Secret；把两者粘贴到这里，或粘贴下载文件的全部内容。</translation>
    </message>
    <message>
        <source>Open the RAM console</source>
        <translation>打开 RAM 控制台</translation>
    </message>
    <message>
        <source>Other endpoints</source>
        <translation>其他接入地址</translation>
    </message>
</context>
<context>
    <name>LiveCard</name>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
</context>
<context>
    <name>LogBar</name>
    <message>
        <source>%1 lines</source>
        <extracomment>%1 is a number with its separators, such as 4,218</extracomment>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Copy the whole log</source>
        <translation>复制整个日志</translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation>保存日志…</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>下一个错误</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Open the log in an editor</source>
        <translation>在编辑器中打开日志</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <source>Show the lines with errors alone</source>
        <translation>只显示有错误的行</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>LogFinder</name>
    <message>
        <source>Not valid: %1</source>
        <translation>无效：%1</translation>
    </message>
    <message>
        <source>This expression takes too long; make it simpler</source>
        <translation>该表达式耗时过长，请简化</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>No errors found</source>
        <translation>没有发现错误</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Error %1 of %2</source>
        <translation>第 %1 个错误，共 %2 个</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 个错误</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 处</translation>
    </message>
    <message>
        <source>No line of this log tells of an error.</source>
        <translation>这份日志中没有报告错误的行。</translation>
    </message>
</context>
<context>
    <name>LogTab</name>
    <message>
        <source>#%1 · %2</source>
        <translation>#%1 · %2</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Build log</source>
        <translation>构建日志</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>构建</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Fold all stages</source>
        <translation>折叠所有阶段</translation>
    </message>
    <message>
        <source>Unfold all stages</source>
        <translation>展开所有阶段</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Open in the editor</source>
        <translation>在编辑器中打开</translation>
    </message>
    <message>
        <source>%1, %2 into the stage</source>
        <extracomment>%1 is a time of day; %2 a duration, such as 3 s</extracomment>
        <translation>%1，阶段开始后 %2</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>Found at a later start</source>
        <translation>在之后的启动中发现</translation>
    </message>
</context>
<context>
    <name>LookingStep</name>
    <message>
        <source>Fetching the repository and looking at how it is built…</source>
        <translation>正在获取仓库并查看构建方式…</translation>
    </message>
    <message>
        <source>Looking at how it is built…</source>
        <translation>正在查看构建方式…</translation>
    </message>
    <message>
        <source>It has more files than GitHub lists.</source>
        <translation>它的文件数超出了 GitHub 能列出的范围。</translation>
    </message>
    <message>
        <source>%1 of %2 objects</source>
        <translation>第 %1 / %2 个对象</translation>
    </message>
</context>
<context>
    <name>MirrorFields</name>
    <message>
        <source>What Python apps are built on; %1 is the version</source>
        <translation>Python 应用的基础镜像；%1 代表版本</translation>
    </message>
    <message>
        <source>Empty: where pip looks by itself</source>
        <translation>留空：使用 pip 默认的来源</translation>
    </message>
    <message>
        <source>Empty: where npm looks by itself</source>
        <translation>留空：使用 npm 默认的来源</translation>
    </message>
    <message>
        <source>An address such as https://mirror.example.com/simple, without a password</source>
        <translation>请填写类似 https://mirror.example.com/simple 的地址，不含密码</translation>
    </message>
    <message>
        <source>A name such as mirror.example.com/library/python:%1-slim</source>
        <translation>请填写类似 mirror.example.com/library/python:%1-slim 的名称</translation>
    </message>
    <message>
        <source>Python image</source>
        <translation>Python 镜像</translation>
    </message>
    <message>
        <source>Node image</source>
        <translation>Node 镜像</translation>
    </message>
    <message>
        <source>Python packages</source>
        <translation>Python 包</translation>
    </message>
    <message>
        <source>Node packages</source>
        <translation>Node 包</translation>
    </message>
    <message>
        <source>What Node servers, and sites in containers, are built on; %1 is the version</source>
        <translation>Node 服务和容器中的网站以此为基础构建；%1 为版本</translation>
    </message>
</context>
<context>
    <name>MonoBlock</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>NewProjectController</name>
    <message numerus="yes">
        <source>Lower-case letters, digits and dashes; at most %n characters</source>
        <translation>
            <numerusform>小写字母、数字和连字符；最多 %n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is taken by another project</source>
        <translation>%1 已被另一个项目使用</translation>
    </message>
    <message>
        <source>%1 is free</source>
        <translation>%1 可以使用</translation>
    </message>
    <message>
        <source>%1 answers already, with the site %2</source>
        <translation>%1 已被网站 %2 使用</translation>
    </message>
    <message>
        <source>%1 is free here; the cloud could not be asked</source>
        <translation>%1 在本机可用；未能询问云端</translation>
    </message>
</context>
<context>
    <name>NewProjectPage</name>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Where does the site come from?</source>
        <translation>网站从哪里来？</translation>
    </message>
</context>
<context>
    <name>NewSiteForm</name>
    <message>
        <source>Everywhere but Mainland China</source>
        <translation>中国内地以外的全球访客</translation>
    </message>
    <message>
        <source>The whole world</source>
        <translation>全球访客</translation>
    </message>
    <message>
        <source>Mainland China only</source>
        <translation>仅中国内地访客</translation>
    </message>
    <message>
        <source>ESA does not take this name</source>
        <translation>ESA 不接受这个名称</translation>
    </message>
    <message>
        <source>Another account has added it to ESA</source>
        <translation>其他账号已将它添加到 ESA</translation>
    </message>
    <message>
        <source>The plan takes no name below another site</source>
        <translation>该套餐不支持添加其他站点的子域名</translation>
    </message>
    <message>
        <source>A domain you own, for sites alone</source>
        <translation>你拥有的域名，只用于网站</translation>
    </message>
    <message>
        <source>Needs no ICP filing</source>
        <translation>无需 ICP 备案</translation>
    </message>
    <message>
        <source>The domain needs an ICP filing first</source>
        <translation>域名需要先完成 ICP 备案</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>正在添加…</translation>
    </message>
    <message>
        <source>Add domain</source>
        <translation>添加域名</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Add your domain to ESA</source>
        <translation>将你的域名添加到 ESA</translation>
    </message>
    <message>
        <source>Alibaba Cloud&apos;s edge answers for it, so its name servers become those of ESA: records it has elsewhere, of mail for example, have to be entered in ESA as well. Projects answer at names below it.</source>
        <translation>该域名将由阿里云边缘应答，因此要把 DNS 服务器改为 ESA 的：它在别处的记录（例如邮箱的）也需要在 ESA 中添加。各项目使用它下面的域名。</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>域名</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>访客</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Has room for one more site</source>
        <translation>还能再添加一个站点</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>OAuthAppCard</name>
    <message>
        <source>Another name for GitHub Enterprise</source>
        <translation>GitHub Enterprise 请填写其他名称</translation>
    </message>
    <message>
        <source>Public; with it, a code signs you in</source>
        <translation>公开信息，用于设备码登录</translation>
    </message>
    <message>
        <source>In the keychain, for the browser</source>
        <translation>已存入密钥环，用于浏览器登录</translation>
    </message>
    <message>
        <source>Belongs to a client id</source>
        <translation>请先填写 Client ID</translation>
    </message>
    <message>
        <source>None; only the browser needs one</source>
        <translation>无；仅浏览器登录需要</translation>
    </message>
    <message>
        <source>Enter another one</source>
        <translation>输入新的 Secret</translation>
    </message>
    <message>
        <source>Signing in to GitHub</source>
        <translation>登录 GitHub</translation>
    </message>
    <message>
        <source>A code and the browser need an OAuth app that you have registered at GitHub. Its secret is only for the browser: it is kept in this computer&apos;s keychain and sent to nobody but GitHub.</source>
        <translation>用设备码或浏览器登录，需要你在 GitHub 注册的 OAuth 应用。它的 Secret 仅供浏览器登录使用：保存在这台电脑的密钥环中，只发送给 GitHub。</translation>
    </message>
    <message>
        <source>GitHub at</source>
        <translation>GitHub 地址</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client Secret</translation>
    </message>
    <message>
        <source>Open the page for OAuth apps</source>
        <translation>打开 OAuth 应用页面</translation>
    </message>
    <message>
        <source>Forget the secret</source>
        <translation>移除 Secret</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>Not deployed yet</source>
        <translation>尚未部署</translation>
    </message>
    <message>
        <source>Deploy builds the site on this computer and gives it an address.</source>
        <translation>部署会在这台电脑上构建网站，并给它一个地址。</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
</context>
<context>
    <name>PaletteController</name>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Mark %1 as production, or not</source>
        <translation>将 %1 标记或取消标记为生产</translation>
    </message>
    <message>
        <source>Roll back to #%1…</source>
        <translation>回滚到 #%1…</translation>
    </message>
</context>
<context>
    <name>PaletteOverlay</name>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或运行命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation>没有匹配的结果</translation>
    </message>
    <message>
        <source>↑ ↓ to choose  ·  Enter to do it  ·  Esc to close</source>
        <translation>↑ ↓ 选择  ·  Enter 执行  ·  Esc 关闭</translation>
    </message>
</context>
<context>
    <name>PasteCard</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>另有 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>From the .env</source>
        <translation>来自 .env</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 the same</source>
        <translation>新增 %1，更改 %2，相同 %3</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>适用部署</translation>
    </message>
    <message>
        <source>Variables of the file</source>
        <translation>文件中的变量</translation>
    </message>
    <message>
        <source>Click a row to make it secret or plain. Nothing is stored before you apply.</source>
        <translation>点击一行可在机密与普通之间切换。应用之前不会保存任何内容。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n variable(s)</source>
        <translation>
            <numerusform>导入 %n 个变量</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PermissionGroup</name>
    <message>
        <source>Web apps</source>
        <translation>Web 应用</translation>
    </message>
    <message>
        <source>To publish web apps, create a policy from this as well, grant it to the key&apos;s user, and check again.</source>
        <translation>若要发布 Web 应用，请再用以下内容创建一条策略，授予该密钥所属的用户，然后再次检查。</translation>
    </message>
    <message>
        <source>Create a policy from this in the RAM console, grant it to the key&apos;s user, and check again.</source>
        <translation>请在 RAM 控制台用以下内容创建策略，授予该密钥所属的用户，然后再次检查。</translation>
    </message>
    <message>
        <source>Policy to add for web apps</source>
        <translation>发布 Web 应用需要添加的策略</translation>
    </message>
    <message>
        <source>Policy to add</source>
        <translation>需要添加的策略</translation>
    </message>
    <message>
        <source>Open the RAM console</source>
        <translation>打开 RAM 控制台</translation>
    </message>
</context>
<context>
    <name>PermissionsCard</name>
    <message>
        <source>Trying what the key may do; nothing is left behind.</source>
        <translation>正在逐项验证密钥的权限，不会留下任何内容。</translation>
    </message>
    <message>
        <source>Whether the key may do what publishing needs. Checking leaves nothing behind.</source>
        <translation>密钥是否具备发布所需的权限。检查不会留下任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n permission(s) missing</source>
        <translation>
            <numerusform>缺少 %n 项权限</numerusform>
        </translation>
    </message>
    <message>
        <source>Something is not activated in the account</source>
        <translation>账号中有服务尚未开通</translation>
    </message>
    <message>
        <source>Everything that could be tried is allowed</source>
        <translation>可验证的权限均已授予</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Stop checking permissions</source>
        <translation>停止检查权限</translation>
    </message>
    <message>
        <source>Check permissions</source>
        <translation>检查权限</translation>
    </message>
    <message>
        <source>Everything that could be tried for sites is allowed; web apps need more</source>
        <translation>网站所需且可验证的权限均已授予；Web 应用还需要更多权限</translation>
    </message>
</context>
<context>
    <name>PlanFields</name>
    <message>
        <source>Your own; nothing was detected</source>
        <translation>自定义；没有检测到</translation>
    </message>
    <message>
        <source>Your own; detected: %1</source>
        <translation>自定义；检测到：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n apps found: %1</source>
        <translation>
            <numerusform>找到 %n 个应用：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Your own choice</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>构建</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>any version</source>
        <translation>任意版本</translation>
    </message>
    <message>
        <source>nothing to install</source>
        <translation>无需安装</translation>
    </message>
    <message>
        <source>no build</source>
        <translation>不构建</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>App folder</source>
        <translation>应用文件夹</translation>
    </message>
    <message>
        <source>One page</source>
        <translation>单页应用</translation>
    </message>
    <message>
        <source>Answer unknown paths with index.html</source>
        <translation>未知路径返回 index.html</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>App object</source>
        <translation>应用对象</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>main:app</source>
        <translation>main:app</translation>
    </message>
    <message numerus="yes">
        <source>%n apps found; choose the one that answers visitors</source>
        <translation>
            <numerusform>找到 %n 个应用；请选择对外服务的那一个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One of %n apps found</source>
        <translation>
            <numerusform>%n 个应用之一</numerusform>
        </translation>
    </message>
    <message>
        <source>By Docker or Podman; sees nothing of your home folder</source>
        <translation>由 Docker 或 Podman 构建；看不到你的主目录</translation>
    </message>
    <message>
        <source>With the Node.js that is installed here</source>
        <translation>使用这台电脑安装的 Node.js</translation>
    </message>
    <message>
        <source>Build on</source>
        <translation>构建位置</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>A container on this computer</source>
        <translation>这台电脑上的容器</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Still deploying</source>
        <translation>仍在部署</translation>
    </message>
    <message>
        <source>Miaobu goes on in the tray.</source>
        <translation>秒部将在托盘中继续运行。</translation>
    </message>
    <message>
        <source>Still looking for pushes</source>
        <translation>仍在监视推送</translation>
    </message>
</context>
<context>
    <name>PreviewForm</name>
    <message>
        <source>Small letters, digits and dashes, and not too long</source>
        <translation>小写字母、数字和连字符，且不要太长</translation>
    </message>
    <message>
        <source>This preview is being deployed.</source>
        <translation>这个预览正在部署。</translation>
    </message>
    <message>
        <source>Asking for the branches…</source>
        <translation>正在获取分支…</translation>
    </message>
    <message>
        <source>Part of its address</source>
        <translation>会成为地址的一部分</translation>
    </message>
    <message>
        <source>Replaces what %1 shows</source>
        <translation>替换 %1 当前的内容</translation>
    </message>
    <message>
        <source>A preview of a branch goes with the branch. It is built with the variables of previews.</source>
        <translation>分支的预览随分支一起消失，并使用预览的变量构建。</translation>
    </message>
    <message>
        <source>It shows the folder as it is now, built with the variables of previews.</source>
        <translation>展示文件夹现在的样子，使用预览的变量构建。</translation>
    </message>
    <message>
        <source>Branch or commit</source>
        <translation>分支或提交</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>May be left out. Only its hash is kept: note it down.</source>
        <translation>可以不填。只保存它的哈希：请自行记下。</translation>
    </message>
    <message>
        <source>feature/login or a1b2c3d</source>
        <translation>feature/login 或 a1b2c3d</translation>
    </message>
    <message>
        <source>Make preview</source>
        <translation>创建预览</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PreviewRow</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Deploy again</source>
        <translation>重新部署</translation>
    </message>
    <message>
        <source>Deploy the newest of its branch</source>
        <translation>部署分支的最新提交</translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation>修改密码…</translation>
    </message>
    <message>
        <source>Ask for a password…</source>
        <translation>设置密码…</translation>
    </message>
    <message>
        <source>Ask for no password any more</source>
        <translation>不再要求密码</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>no branch</source>
        <translation>无分支</translation>
    </message>
    <message>
        <source>with a password</source>
        <translation>有密码</translation>
    </message>
    <message>
        <source>open to everybody</source>
        <translation>对所有人开放</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有内容</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>%1 的更多操作</translation>
    </message>
    <message>
        <source>Who was let in with the old password has to type the new one. Only its hash is kept: note it down.</source>
        <translation>用旧密码进入过的人需要输入新密码。只保存它的哈希：请自行记下。</translation>
    </message>
    <message>
        <source>Visitors are asked for it before they see anything. Only its hash is kept: note it down.</source>
        <translation>访客需要先输入密码才能看到内容。只保存它的哈希：请自行记下。</translation>
    </message>
    <message>
        <source>The password of %1</source>
        <translation>%1 的密码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>保护</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PreviewsCard</name>
    <message>
        <source>Previews</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>New preview…</source>
        <translation>新建预览…</translation>
    </message>
    <message>
        <source>A web app has one function, which runs its site, so that it has no previews.</source>
        <translation>Web 应用只有一个运行正式站点的函数，因此没有预览。</translation>
    </message>
    <message>
        <source>A preview shows another branch or commit beside the site, at an address of its own that nobody finds by searching.</source>
        <translation>预览在正式站点之外展示另一个分支或提交，有自己的地址，搜索引擎不会收录。</translation>
    </message>
</context>
<context>
    <name>PreviewsController</name>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>%1 is open to everybody.</source>
        <translation>%1 对所有人开放。</translation>
    </message>
    <message>
        <source>%1 asks for the password.</source>
        <translation>%1 需要密码。</translation>
    </message>
    <message>
        <source>The preview %1 is removed.</source>
        <translation>预览 %1 已移除。</translation>
    </message>
    <message>
        <source>The preview %1 is removed: the branch %2 is gone.</source>
        <translation>预览 %1 已移除：分支 %2 已不存在。</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>ProjectController</name>
    <message>
        <source>Rolling back</source>
        <translation>正在回滚</translation>
    </message>
    <message>
        <source>Discarding</source>
        <translation>正在丢弃</translation>
    </message>
    <message>
        <source>What it had uploaded is gone.</source>
        <translation>它上传的内容已清除。</translation>
    </message>
    <message>
        <source>Saved the log as %1.</source>
        <translation>日志已保存为 %1。</translation>
    </message>
    <message>
        <source>The log could not be written to %1: %2</source>
        <translation>无法把日志写入 %1：%2</translation>
    </message>
    <message>
        <source>Copied %1 lines.</source>
        <translation>已复制 %1 行。</translation>
    </message>
    <message>
        <source>Copied the first %1 lines. Save the log to have all of it.</source>
        <translation>已复制前 %1 行。要获得全部内容，请保存日志。</translation>
    </message>
    <message>
        <source>%1 is not a file of this project on this computer.</source>
        <translation>%1 不是这台电脑上该项目的文件。</translation>
    </message>
    <message>
        <source>#%1 is live again.</source>
        <extracomment>%2 is the key that takes it back, such as Ctrl+Z</extracomment>
        <translation>#%1 已重新上线。</translation>
    </message>
    <message>
        <source>Rolled back to #%1. Undo: %2</source>
        <translation>已回滚到 #%1。撤销：%2</translation>
    </message>
    <message>
        <source>No editor could be started. Choose one in the settings of Miaobu.</source>
        <translation>无法启动编辑器。请在秒部的设置中选择一个。</translation>
    </message>
</context>
<context>
    <name>ProjectDelegate</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
</context>
<context>
    <name>ProjectListModel</name>
    <message>
        <source>%1, being deleted</source>
        <translation>%1，正在删除</translation>
    </message>
    <message>
        <source>%1, partly deleted</source>
        <translation>%1，部分已删除</translation>
    </message>
    <message>
        <source>deleting</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>partly deleted</source>
        <translation>部分已删除</translation>
    </message>
</context>
<context>
    <name>ProjectPage</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Open site</source>
        <translation>打开网站</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>Partly deleted</source>
        <translation>部分已删除</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>域名</translation>
    </message>
    <message>
        <source>Look for pushes now</source>
        <translation>立即检查推送</translation>
    </message>
</context>
<context>
    <name>PropagationCard</name>
    <message>
        <source>It is live once every address has answered with it several times in a row.</source>
        <translation>每个地址都连续多次返回它之后，即为上线。</translation>
    </message>
    <message>
        <source>The edge is many machines, and some still answer with #%1. That may take up to five minutes; until then visitors see #%1 or #%2.</source>
        <translation>边缘有许多节点，部分节点仍返回 #%1。最长可能需要五分钟；在此之前访客看到的是 #%1 或 #%2。</translation>
    </message>
    <message>
        <source>The edge is many machines, and some do not know the site yet. That may take up to five minutes; until then visitors may see that it is not found.</source>
        <translation>边缘有许多节点，部分节点还没有这个网站的信息。最长可能需要五分钟；在此之前访客可能会看到“未找到”。</translation>
    </message>
    <message>
        <source>#%1 is going live</source>
        <translation>#%1 正在上线</translation>
    </message>
    <message>
        <source>#%1 has arrived</source>
        <translation>#%1 已生效</translation>
    </message>
</context>
<context>
    <name>RealityController</name>
    <message>
        <source>Comparing with the cloud</source>
        <translation>正在与云端比较</translation>
    </message>
    <message>
        <source>Putting right</source>
        <translation>正在修复</translation>
    </message>
</context>
<context>
    <name>RealityPage</name>
    <message>
        <source>Checking</source>
        <translation>检查中</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n 处差异</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything was seen</source>
        <translation>未能查看全部内容</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Checking changes nothing</source>
        <translation>检查不会做任何改动</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Looking at what the cloud has</source>
        <translation>正在查看云上的内容</translation>
    </message>
    <message>
        <source>Could not be looked at</source>
        <translation>无法查看</translation>
    </message>
    <message>
        <source>Cloud and this computer agree ✓ %1</source>
        <translation>云上与这台电脑一致 ✓ %1</translation>
    </message>
    <message>
        <source>Reality check</source>
        <translation>一致性检查</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Routes, files, domains, functions and the edge routine are as they should be.</source>
        <translation>路由、文件、域名、函数和边缘函数均符合预期。</translation>
    </message>
    <message>
        <source>Everything that differed is put right. Check again to see it from the cloud.</source>
        <translation>所有差异均已修正。可重新检查，从云上确认。</translation>
    </message>
</context>
<context>
    <name>ReasonText</name>
    <message>
        <source>the script &quot;%1&quot; in package.json, as in %2</source>
        <translation>package.json 中的脚本“%1”，与 %2 一致</translation>
    </message>
    <message>
        <source>the script &quot;%1&quot; in package.json</source>
        <translation>package.json 中的脚本“%1”</translation>
    </message>
    <message>
        <source>the script &quot;%1&quot; generates the pages</source>
        <translation>脚本“%1”会生成页面</translation>
    </message>
    <message>
        <source>the script builds %1</source>
        <translation>脚本构建 %1</translation>
    </message>
    <message>
        <source>package.json has no script that builds</source>
        <translation>package.json 中没有用于构建的脚本</translation>
    </message>
    <message>
        <source>package.json names no framework that makes a site, and no server</source>
        <translation>package.json 中既没有建站框架，也没有服务器</translation>
    </message>
    <message>
        <source>nothing says that it routes in the browser</source>
        <translation>没有迹象表明它在浏览器中路由</translation>
    </message>
    <message>
        <source>a user interface library routes in the browser</source>
        <translation>有界面库在浏览器中路由</translation>
    </message>
    <message>
        <source>no user interface library among the dependencies</source>
        <translation>依赖中没有界面库</translation>
    </message>
    <message>
        <source>no lockfile: what comes with Node</source>
        <translation>没有锁定文件：使用 Node 自带的</translation>
    </message>
    <message>
        <source>every page is a file</source>
        <translation>每个页面都是一个文件</translation>
    </message>
    <message>
        <source>a server file is there</source>
        <translation>有服务器文件</translation>
    </message>
    <message>
        <source>an Expo app without a script that exports it for the web</source>
        <translation>Expo 应用，但没有导出为网页的脚本</translation>
    </message>
    <message>
        <source>it has the static adapter</source>
        <translation>它使用静态适配器</translation>
    </message>
    <message>
        <source>nuxt build makes a server, and there is no script that runs nuxt generate</source>
        <translation>nuxt build 会生成服务器，且没有运行 nuxt generate 的脚本</translation>
    </message>
    <message>
        <source>no package.json, no Python application and no index.html</source>
        <translation>没有 package.json、Python 应用或 index.html</translation>
    </message>
    <message>
        <source>a Python project without a web application</source>
        <translation>不含 Web 应用的 Python 项目</translation>
    </message>
    <message>
        <source>a package for others to use, without a site of its own</source>
        <translation>供他人使用的软件包，自身没有网站</translation>
    </message>
    <message>
        <source>this folder is no app itself, but these folders are</source>
        <translation>这个文件夹本身不是应用，但这些文件夹是</translation>
    </message>
    <message>
        <source>manage.py is Django&apos;s</source>
        <translation>manage.py 属于 Django</translation>
    </message>
    <message>
        <source>the first of the builds in polymer.json</source>
        <translation>polymer.json 中的第一个构建</translation>
    </message>
    <message>
        <source>the preinstall script of %1 allows nothing else</source>
        <translation>%1 的 preinstall 脚本只允许它</translation>
    </message>
    <message>
        <source>what %1 writes when nothing says otherwise</source>
        <translation>%1 默认的输出位置</translation>
    </message>
    <message>
        <source>where %1 generates to</source>
        <translation>%1 的生成位置</translation>
    </message>
    <message>
        <source>where %1 writes</source>
        <translation>%1 的写入位置</translation>
    </message>
    <message>
        <source>starts %1 on the port the host expects</source>
        <translation>在主机要求的端口启动 %1</translation>
    </message>
    <message>
        <source>server rendering is switched on for %1 in %2</source>
        <translation>%2 中为 %1 启用了服务端渲染</translation>
    </message>
    <message>
        <source>prerendering is switched on in %1</source>
        <translation>%1 中启用了预渲染</translation>
    </message>
    <message>
        <source>SvelteKit without %1 needs a server</source>
        <translation>SvelteKit 没有 %1 时需要服务器</translation>
    </message>
    <message>
        <source>%1 renders on a server unless its configuration says ssr: false</source>
        <translation>除非配置了 ssr: false，%1 会在服务端渲染</translation>
    </message>
    <message>
        <source>%1 renders on a server unless everything is prerendered</source>
        <translation>除非全部预渲染，%1 会在服务端渲染</translation>
    </message>
    <message>
        <source>%1 is a finished page, and nothing builds it</source>
        <translation>%1 是现成的页面，无需构建</translation>
    </message>
    <message>
        <source>%1 is a dependency in package.json</source>
        <translation>package.json 依赖 %1</translation>
    </message>
    <message>
        <source>%1 is a dependency</source>
        <translation>依赖 %1</translation>
    </message>
    <message>
        <source>%1 is not supported (%2)</source>
        <translation>不支持 %1（%2）</translation>
    </message>
    <message>
        <source>%1 is a server</source>
        <translation>%1 是服务器</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>有 %1</translation>
    </message>
    <message>
        <source>%1 publishes a directory</source>
        <translation>%1 指定了要发布的目录</translation>
    </message>
    <message>
        <source>%1 routes in the browser</source>
        <translation>%1 在浏览器中路由</translation>
    </message>
    <message>
        <source>%1 writes its pages</source>
        <translation>%1 会生成所有页面</translation>
    </message>
    <message>
        <source>%1 leaves files</source>
        <translation>%1 会产生文件</translation>
    </message>
    <message>
        <source>%1 answers requests</source>
        <translation>%1 会响应请求</translation>
    </message>
    <message>
        <source>%1 uses %2</source>
        <translation>%1 使用 %2</translation>
    </message>
    <message>
        <source>%1 of %2 in %3</source>
        <translation>%3 中 %2 的 %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>starts %1, which was set by you</source>
        <translation>启动你设置的 %1</translation>
    </message>
    <message>
        <source>%1 in %2, on the port the host expects</source>
        <translation>%2 中的 %1，使用平台要求的端口</translation>
    </message>
    <message>
        <source>%1 is not among the dependencies and is added</source>
        <translation>依赖中没有 %1，将自动添加</translation>
    </message>
    <message>
        <source>DEBUG is on in %1, which shows visitors the source of an error</source>
        <translation>%1 中的 DEBUG 已开启，访客会看到报错的源代码</translation>
    </message>
    <message>
        <source>ALLOWED_HOSTS in %1 lets no host name in</source>
        <translation>%1 中的 ALLOWED_HOSTS 不允许任何主机名</translation>
    </message>
    <message>
        <source>it has to listen on 0.0.0.0 and the port in PORT, 9000</source>
        <translation>它必须监听 0.0.0.0 和 PORT 中的端口 9000</translation>
    </message>
    <message>
        <source>%1, whose %2 asks for arguments</source>
        <translation>%1，其中的 %2 需要参数</translation>
    </message>
    <message>
        <source>%1 is there, whose code could not be read</source>
        <translation>存在 %1，但无法读取其代码</translation>
    </message>
    <message>
        <source>what the script &quot;%1&quot; watches</source>
        <translation>脚本“%1”所监视的程序</translation>
    </message>
    <message>
        <source>package.json has no script that starts it</source>
        <translation>package.json 中没有启动它的脚本</translation>
    </message>
    <message>
        <source>%1 needs %2 to run on a server of one&apos;s own</source>
        <translation>%1 需要 %2 才能在自己的服务器上运行</translation>
    </message>
</context>
<context>
    <name>RebuildCard</name>
    <message numerus="yes">
        <source>Reading what the bucket tells of your sites: %n deployment(s) so far.</source>
        <translation>
            <numerusform>正在从存储桶读取网站记录：目前 %n 个部署。</numerusform>
        </translation>
    </message>
    <message>
        <source>For a new computer: puts the projects and deployments that the bucket knows into the list. Nothing in the cloud is changed, and what is in the list already stays as it is.</source>
        <translation>用于新电脑：把存储桶中记录的项目和部署加入列表。云上不会有任何改动，列表中已有的内容保持不变。</translation>
    </message>
    <message>
        <source>The bucket knows nothing that is not in the list already.</source>
        <translation>存储桶中没有列表之外的内容。</translation>
    </message>
    <message>
        <source>The bucket knows of no site yet.</source>
        <translation>存储桶中还没有网站记录。</translation>
    </message>
    <message numerus="yes">
        <source>%n project(s)</source>
        <translation>
            <numerusform>%n 个项目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s)</source>
        <translation>
            <numerusform>%n 个部署</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <translation>
            <numerusform>%n 个地址</numerusform>
        </translation>
    </message>
    <message>
        <source>Added: %1. Choose the source of a project before you deploy it from here.</source>
        <translation>已添加：%1。从这里部署之前，请先选择项目的来源。</translation>
    </message>
    <message>
        <source>added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Rebuild from the bucket</source>
        <translation>从存储桶重建</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Rebuild</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>Stop rebuilding</source>
        <translation>停止重建</translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) among them</source>
        <translation>
            <numerusform>其中 %n 个域名</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n preview(s) among them</source>
        <translation>
            <numerusform>其中 %n 个预览</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RebuildController</name>
    <message>
        <source>Rebuilding from the cloud</source>
        <translation>正在从云端重建</translation>
    </message>
</context>
<context>
    <name>RecipeCard</name>
    <message>
        <source>The image is built from the %1 of the repository.</source>
        <translation>镜像由仓库中的 %1 构建。</translation>
    </message>
    <message>
        <source>The repository has no Dockerfile, so one is generated, on %1.</source>
        <translation>仓库中没有 Dockerfile，将基于 %1 生成一个。</translation>
    </message>
    <message>
        <source>%1 It adds %2, which is not among the dependencies.</source>
        <translation>%1 其中添加了依赖中缺少的 %2。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Show Dockerfile</source>
        <translation>显示 Dockerfile</translation>
    </message>
    <message>
        <source>Hide Dockerfile</source>
        <translation>隐藏 Dockerfile</translation>
    </message>
    <message>
        <source>Save to folder…</source>
        <translation>保存到文件夹…</translation>
    </message>
</context>
<context>
    <name>RecipeController</name>
    <message>
        <source>Nothing says how this app is started.</source>
        <translation>没有找到这个应用的启动方式。</translation>
    </message>
</context>
<context>
    <name>RecordRow</name>
    <message>
        <source>%1 record</source>
        <extracomment>Above the name of a DNS record; %1 is its type, such as CNAME</extracomment>
        <translation>%1 记录</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应为</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Copy the name of the %1 record</source>
        <translation>复制 %1 记录的名称</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the value of the %1 record</source>
        <translation>复制 %1 记录的值</translation>
    </message>
</context>
<context>
    <name>RemovalCard</name>
    <message>
        <source>Deleting %1</source>
        <translation>正在删除 %1</translation>
    </message>
    <message>
        <source>Some of %1 is still there</source>
        <translation>%1 还有部分内容没有清除</translation>
    </message>
    <message>
        <source>%1 is not deleted yet</source>
        <translation>%1 尚未删除</translation>
    </message>
    <message>
        <source>What visitors are led to goes first, what is kept here goes last. You can go on working meanwhile.</source>
        <translation>先删除访客能访问的内容，最后删除保存在本机的内容。期间可以继续工作。</translation>
    </message>
    <message>
        <source>What could not be removed says why. Going on tries it again and does not repeat what is gone.</source>
        <translation>未能删除的内容已注明原因。继续时会重试，不会重复已清除的部分。</translation>
    </message>
    <message>
        <source>Deleting was interrupted. Going on does not repeat what is gone; nothing can be deployed until then.</source>
        <translation>删除曾被中断。继续时不会重复已清除的部分；在此之前无法部署。</translation>
    </message>
    <message>
        <source>%1 was not deleted</source>
        <translation>%1 未能删除</translation>
    </message>
    <message>
        <source>Keep the project</source>
        <translation>保留项目</translation>
    </message>
    <message>
        <source>What is gone stays gone; deploying brings the site back.</source>
        <translation>已清除的内容无法找回；重新部署即可恢复网站。</translation>
    </message>
    <message>
        <source>Forget anyway…</source>
        <translation>仍要移除…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on deleting %1</source>
        <translation>继续删除 %1</translation>
    </message>
    <message>
        <source>Forget %1 on this computer and leave the rest?</source>
        <translation>只从这台电脑移除 %1，保留其余内容？</translation>
    </message>
    <message>
        <source>This stays in your account, and you go on paying for it: %1.</source>
        <translation>以下内容仍在你的账号中，并会继续计费：%1。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Forget %1 and leave what it has in the cloud</source>
        <translation>移除 %1，保留云上的内容</translation>
    </message>
</context>
<context>
    <name>RemovalController</name>
    <message>
        <source>%1 is forgotten on this computer.</source>
        <translation>已从这台电脑移除 %1。</translation>
    </message>
    <message>
        <source>%1 is kept. Deploy it to bring back what is gone.</source>
        <translation>%1 已保留。重新部署即可恢复已清除的内容。</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 已删除。</translation>
    </message>
    <message>
        <source>%1 is deleted. Remove the CNAME records of its domains at your DNS provider: %2.</source>
        <translation>%1 已删除。请在你的 DNS 服务商处删除其域名的 CNAME 记录：%2。</translation>
    </message>
</context>
<context>
    <name>RepositoryCard</name>
    <message>
        <source>The list is from %1.</source>
        <translation>列表更新于 %1。</translation>
    </message>
    <message>
        <source>Your repositories</source>
        <translation>你的仓库</translation>
    </message>
    <message>
        <source>A repository on GitHub</source>
        <translation>GitHub 上的仓库</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>GitHub accounts</source>
        <translation>GitHub 账号</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Filter by name, owner or description</source>
        <translation>按名称、所有者或描述筛选</translation>
    </message>
    <message>
        <source>Filter repositories</source>
        <translation>筛选仓库</translation>
    </message>
    <message>
        <source>Repositories</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Sign in to see your repositories</source>
        <translation>登录以查看你的仓库</translation>
    </message>
    <message>
        <source>Private ones too, and those of your organisations.</source>
        <translation>包括私有仓库以及你所在组织的仓库。</translation>
    </message>
    <message>
        <source>Sign in with GitHub</source>
        <translation>使用 GitHub 登录</translation>
    </message>
    <message>
        <source>Asking GitHub…</source>
        <translation>正在连接 GitHub…</translation>
    </message>
    <message>
        <source>No repository fits</source>
        <translation>没有匹配的仓库</translation>
    </message>
    <message>
        <source>Check the organisation&apos;s access on GitHub, or paste the address of the repository below.</source>
        <translation>请在 GitHub 上检查组织的访问权限，或在下方粘贴仓库地址。</translation>
    </message>
    <message>
        <source>No repositories here</source>
        <translation>这里没有仓库</translation>
    </message>
    <message>
        <source>The account sees none. Check the access of its organisations on GitHub.</source>
        <translation>该账号看不到任何仓库。请在 GitHub 上检查其组织的访问权限。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
</context>
<context>
    <name>RepositoryDelegate</name>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>private</source>
        <translation>私有</translation>
    </message>
</context>
<context>
    <name>RollBackSheet</name>
    <message>
        <source>Visitors get this version on every host of the project.</source>
        <translation>访客在项目的所有主机上都将看到这个版本。</translation>
    </message>
    <message>
        <source>Visitors get this version instead of #%1.</source>
        <translation>访客将看到这个版本，而不是 #%1。</translation>
    </message>
    <message>
        <source>Its files are the same as those of #%1, which is live.</source>
        <translation>它的文件与线上的 #%1 相同。</translation>
    </message>
    <message>
        <source>Against #%3, which is live: %1 files, %2</source>
        <extracomment>%1 is a number of files such as &quot;+3 ~12 −1&quot;, %2 a size such as &quot;+14 KB&quot;</extracomment>
        <translation>与线上的 #%3 相比：%1 个文件，%2</translation>
    </message>
    <message>
        <source>Roll back to</source>
        <translation>回滚到</translation>
    </message>
    <message>
        <source>See what changes</source>
        <translation>查看变化</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回滚</translation>
    </message>
</context>
<context>
    <name>RoutineCard</name>
    <message>
        <source>Looking at what is live…</source>
        <translation>正在查看线上版本…</translation>
    </message>
    <message>
        <source>The small program at the edge that finds the right site for every visitor.</source>
        <translation>运行在边缘的小程序，为每位访客找到对应的网站。</translation>
    </message>
    <message>
        <source>Edge routine</source>
        <translation>边缘函数</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Install the edge routine</source>
        <translation>安装边缘函数</translation>
    </message>
    <message>
        <source>Update the edge routine</source>
        <translation>更新边缘函数</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>已是最新</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Publish version %1</source>
        <translation>发布版本 %1</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Show log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for a free slot; %n before it</source>
        <translation>
            <numerusform>正在等待空位；前面还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for a free slot</source>
        <translation>正在等待空位</translation>
    </message>
    <message>
        <source>It is going live now. Roll back afterwards instead.</source>
        <translation>正在上线。请在完成后回滚。</translation>
    </message>
    <message>
        <source>Almost done</source>
        <translation>即将完成</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>约剩 %1</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>SettingsTab</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>As you see it in the list; the address stays</source>
        <translation>列表中显示的名称；地址不变</translation>
    </message>
    <message>
        <source>Changes apply from the next deployment on.</source>
        <translation>更改从下一次部署起生效。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Delete this project</source>
        <translation>删除这个项目</translation>
    </message>
    <message>
        <source>Takes the site offline and removes every deployment of it. The folder or repository it comes from is not touched.</source>
        <translation>让网站下线，并删除它的所有部署。来源文件夹或仓库不受影响。</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Publish to</source>
        <translation>发布到</translation>
    </message>
    <message>
        <source>What is live elsewhere stays as it is</source>
        <translation>在别处上线的内容保持不变</translation>
    </message>
    <message>
        <source>Reality check</source>
        <translation>一致性检查</translation>
    </message>
    <message>
        <source>Compares what this computer believes of the project with what the cloud has, and puts differences right.</source>
        <translation>比较这台电脑对该项目的记录与云上的实际情况，并修正差异。</translation>
    </message>
    <message>
        <source>Check…</source>
        <translation>检查…</translation>
    </message>
    <message>
        <source>Submodules</source>
        <translation>子模块</translation>
    </message>
    <message>
        <source>Other repositories that this one names, by https only</source>
        <translation>此仓库引用的其他仓库，仅限 https</translation>
    </message>
    <message>
        <source>Fetch them too</source>
        <translation>一并获取</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>How the image of the app is built, by its own Dockerfile or a generated one.</source>
        <translation>应用的镜像如何构建：用仓库自己的 Dockerfile，或由秒部生成。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Show Dockerfile</source>
        <translation>显示 Dockerfile</translation>
    </message>
</context>
<context>
    <name>SetupCard</name>
    <message>
        <source>Setup</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>What the account needs for your sites, and what of it is there.</source>
        <translation>你的网站在账号中需要哪些资源，以及哪些已经就绪。</translation>
    </message>
    <message>
        <source>Looking at what is there. Nothing is changed.</source>
        <translation>正在查看现有资源，不会做任何改动。</translation>
    </message>
    <message>
        <source>Making what is missing. You can stop at any time and go on later.</source>
        <translation>正在创建缺少的资源。可以随时停止，以后再继续。</translation>
    </message>
    <message>
        <source>Stopped before everything was there. Going on does not repeat what is done.</source>
        <translation>在全部就绪之前停止了。继续时不会重复已完成的部分。</translation>
    </message>
    <message>
        <source>Everything is there.</source>
        <translation>全部就绪。</translation>
    </message>
    <message>
        <source>Something has to be done in the console first.</source>
        <translation>需要先在控制台完成一些操作。</translation>
    </message>
    <message>
        <source>This is what Miaobu would make, and how to undo it.</source>
        <translation>以下是秒部将要创建的资源，以及撤销的方法。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>No project is called that</source>
        <translation>没有这个名称的项目</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter projects</source>
        <translation>筛选项目</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Connect Aliyun…</source>
        <translation>连接阿里云…</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Sign in with GitHub</source>
        <translation>使用 GitHub 登录</translation>
    </message>
    <message>
        <source>You get a code and enter it on GitHub&apos;s own page. No password is typed here.</source>
        <translation>你会得到一个代码，在 GitHub 自己的页面上输入。这里不会输入任何密码。</translation>
    </message>
    <message>
        <source>Signing in by a code is not set up for %1.</source>
        <translation>尚未设置通过代码登录 %1。</translation>
    </message>
    <message>
        <source>It needs an OAuth app of yours: register one under Settings, Developer settings, OAuth Apps, tick Enable Device Flow, and enter its client id here. A token or gh work at once.</source>
        <translation>需要你自己的 OAuth 应用：在 Settings、Developer settings、OAuth Apps 中注册一个，勾选 Enable Device Flow，并在此填入 Client ID。令牌或 gh 可立即使用。</translation>
    </message>
    <message>
        <source>Open the page for OAuth apps</source>
        <translation>打开 OAuth 应用页面</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client ID</translation>
    </message>
    <message>
        <source>Public; such as Ov23li…</source>
        <translation>公开信息，例如 Ov23li…</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Classic with “repo”, or fine-grained</source>
        <translation>带“repo”权限的经典令牌，或细粒度令牌</translation>
    </message>
    <message>
        <source>GitHub at</source>
        <translation>GitHub 地址</translation>
    </message>
    <message>
        <source>Another name for GitHub Enterprise</source>
        <translation>GitHub Enterprise 请填写其他名称</translation>
    </message>
    <message>
        <source>Token kept</source>
        <translation>令牌保存位置</translation>
    </message>
    <message>
        <source>In this computer&apos;s keychain</source>
        <translation>这台电脑的密钥环</translation>
    </message>
    <message>
        <source>Until Miaobu is closed</source>
        <translation>仅在秒部运行期间</translation>
    </message>
    <message>
        <source>Never in a file, never in a log</source>
        <translation>不写入文件，也不写入日志</translation>
    </message>
    <message>
        <source>You sign in again at the next start</source>
        <translation>下次启动时需重新登录</translation>
    </message>
    <message>
        <source>Sign in with this token</source>
        <translation>使用此令牌登录</translation>
    </message>
    <message>
        <source>Make a token</source>
        <translation>新建令牌</translation>
    </message>
    <message>
        <source>With GitHub&apos;s program gh</source>
        <translation>使用 GitHub 的程序 gh</translation>
    </message>
    <message>
        <source>Takes the token of “gh auth login”, where it is installed.</source>
        <translation>使用“gh auth login”的令牌（已安装 gh 时）。</translation>
    </message>
    <message>
        <source>Use gh</source>
        <translation>使用 gh</translation>
    </message>
    <message>
        <source>Through the browser</source>
        <translation>通过浏览器</translation>
    </message>
    <message>
        <source>GitHub sends the browser back to this computer.</source>
        <translation>GitHub 会让浏览器返回到这台电脑。</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>打开浏览器</translation>
    </message>
</context>
<context>
    <name>SiteProofCard</name>
    <message>
        <source>Prove that %1 is yours</source>
        <translation>证明 %1 归你所有</translation>
    </message>
    <message>
        <source>Where you bought the domain, replace its name servers by these. That can take from minutes to a day; it is looked at by itself while this page is open, and whenever you come back.</source>
        <translation>请在购买域名的地方，把它的 DNS 服务器换成下面这些。生效需要几分钟到一天；本页打开期间会自动检查，你下次回来时也会检查。</translation>
    </message>
    <message>
        <source>Enter this record where the domain&apos;s DNS is kept. It is looked at by itself while this page is open, and whenever you come back.</source>
        <translation>请在管理该域名 DNS 的地方添加这条记录。本页打开期间会自动检查，你下次回来时也会检查。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Not to be seen yet</source>
        <translation>尚未生效</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>等待你操作</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>立即检查</translation>
    </message>
</context>
<context>
    <name>SourceForm</name>
    <message>
        <source>A folder on this computer</source>
        <translation>这台电脑上的文件夹</translation>
    </message>
    <message>
        <source>With or without Git. You can also drop it anywhere on this window.</source>
        <translation>有没有 Git 都可以。也可以把它拖到窗口的任意位置。</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>A Git repository</source>
        <translation>Git 仓库</translation>
    </message>
    <message>
        <source>Any public repository that can be cloned over HTTPS.</source>
        <translation>任何可以通过 HTTPS 克隆的公开仓库。</translation>
    </message>
    <message>
        <source>URL of a Git repository</source>
        <translation>Git 仓库的 URL</translation>
    </message>
    <message>
        <source>default branch</source>
        <translation>默认分支</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Nothing running</source>
        <translation>没有进行中的任务</translation>
    </message>
    <message>
        <source>%1 running · %2 queued</source>
        <translation>%1 个进行中 · %2 个排队</translation>
    </message>
    <message>
        <source>This computer: serving</source>
        <translation>这台电脑：正在提供服务</translation>
    </message>
    <message>
        <source>This computer: not serving</source>
        <translation>这台电脑：未提供服务</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>%1: running</source>
        <translation>%1：运行中</translation>
    </message>
    <message>
        <source>No Docker or Podman</source>
        <translation>没有 Docker 或 Podman</translation>
    </message>
    <message>
        <source>%1: not running</source>
        <translation>%1：未运行</translation>
    </message>
    <message>
        <source>%1: not permitted</source>
        <translation>%1：无权限</translation>
    </message>
    <message>
        <source>%1: does not work</source>
        <translation>%1：无法工作</translation>
    </message>
    <message>
        <source>Builds of web apps need one. Look again</source>
        <translation>构建 Web 应用需要容器引擎。重新查看</translation>
    </message>
    <message>
        <source>GitHub: signed out</source>
        <translation>GitHub：未登录</translation>
    </message>
    <message>
        <source>GitHub: sign in again</source>
        <translation>GitHub：需重新登录</translation>
    </message>
    <message>
        <source>GitHub: %1</source>
        <translation>GitHub：%1</translation>
    </message>
    <message>
        <source>See what is new</source>
        <translation>查看更新内容</translation>
    </message>
</context>
<context>
    <name>TargetController</name>
    <message>
        <source>This key belongs to another account, %1.</source>
        <translation>这个密钥属于另一个账号 %1。</translation>
    </message>
    <message>
        <source>%1 is in account %2, with its bucket and its site.</source>
        <translation>%1 及其存储桶和站点都在账号 %2 中。</translation>
    </message>
    <message>
        <source>Enter a key of that account, or connect the other account as a target of its own.</source>
        <translation>请输入该账号的密钥，或把另一个账号连接为单独的目标。</translation>
    </message>
    <message>
        <source>%1 is used with its new key.</source>
        <translation>%1 已改用新密钥。</translation>
    </message>
    <message>
        <source>%1 is forgotten on this computer.</source>
        <translation>已从这台电脑移除 %1。</translation>
    </message>
</context>
<context>
    <name>TargetPage</name>
    <message>
        <source>Checking</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Sites at http://NAME.localhost:%1</source>
        <translation>网站地址：http://NAME.localhost:%1</translation>
    </message>
    <message>
        <source>Starts by itself when a site is published to it</source>
        <translation>有网站发布到这里时会自动启动</translation>
    </message>
    <message>
        <source>account %1</source>
        <translation>账号 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n project(s)</source>
        <translation>
            <numerusform>%n 个项目</numerusform>
        </translation>
    </message>
    <message>
        <source>Emulator</source>
        <translation>模拟器</translation>
    </message>
    <message>
        <source>Answers for every site on this computer, as process %1. It goes on when Miaobu is closed.</source>
        <translation>以进程 %1 响应这台电脑上的所有网站。秒部关闭后仍会运行。</translation>
    </message>
    <message>
        <source>Stopped: the sites on this computer do not answer. Their files stay.</source>
        <translation>已停止：这台电脑上的网站不再响应。文件会保留。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Set up for me</source>
        <translation>帮我配置</translation>
    </message>
    <message>
        <source>Remove this target</source>
        <translation>移除这个目标</translation>
    </message>
    <message>
        <source>Forgets it and its key on this computer. Everything in the cloud stays, and your sites go on answering.</source>
        <translation>从这台电脑移除它和它的密钥。云上的一切都会保留，网站继续响应。</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Reality check</source>
        <translation>一致性检查</translation>
    </message>
    <message>
        <source>Compares what this computer believes with everything the cloud has, and puts differences right.</source>
        <translation>比较这台电脑的记录与云上的全部实际情况，并修正差异。</translation>
    </message>
    <message>
        <source>Check…</source>
        <translation>检查…</translation>
    </message>
</context>
<context>
    <name>TargetRow</name>
    <message>
        <source>production</source>
        <translation>生产</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Miaobu</source>
        <extracomment>The name of the program</extracomment>
        <translation>秒部</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或运行命令</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Nothing running</source>
        <translation>没有进行中的任务</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A project, and the state of its latest deployment</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Deploy %1</source>
        <translation>部署 %1</translation>
    </message>
    <message>
        <source>Roll back %1</source>
        <translation>回滚 %1</translation>
    </message>
    <message>
        <source>Show Miaobu</source>
        <translation>显示秒部</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Miaobu: %1</source>
        <translation>秒部：%1</translation>
    </message>
</context>
<context>
    <name>VariableEditor</name>
    <message>
        <source>Add a variable</source>
        <translation>添加变量</translation>
    </message>
    <message>
        <source>Change a variable</source>
        <translation>更改变量</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Leave it empty to keep the stored value</source>
        <translation>留空则保留已存的值</translation>
    </message>
    <message>
        <source>Secret: encrypted, never shown again</source>
        <translation>机密：加密保存，不再显示</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>适用部署</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>VariablesCard</name>
    <message numerus="yes">
        <source>%n variable(s), stored before the first build.</source>
        <translation>
            <numerusform>%n 个变量，在首次构建前保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only if the build needs them. Values that are not public by their name are encrypted.</source>
        <translation>仅在构建需要时填写。名称未表明公开的值会加密保存。</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Paste a .env here</source>
        <translation>在此粘贴 .env</translation>
    </message>
</context>
<context>
    <name>VariablesController</name>
    <message>
        <source>The variables are stored. They apply from the next deployment on.</source>
        <translation>变量已保存，从下一次部署起生效。</translation>
    </message>
    <message>
        <source>There is no text to paste.</source>
        <translation>没有可粘贴的文本。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Saved as %1, without %n secret(s).</source>
        <translation>
            <numerusform>已保存为 %1，不含 %n 个机密。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VariablesTab</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Undo this change</source>
        <translation>撤销这项更改</translation>
    </message>
    <message>
        <source>What is stored is not what the live deployment was built with. It applies at the next deploy.</source>
        <translation>已保存的内容与线上部署构建时所用的不同，将在下次部署时生效。</translation>
    </message>
    <message>
        <source>Deploy now</source>
        <translation>立即部署</translation>
    </message>
    <message>
        <source>Given to install, build and the running app. Secrets are encrypted and never shown again.</source>
        <translation>用于安装、构建和运行中的应用。机密会加密保存，不再显示。</translation>
    </message>
    <message>
        <source>Paste .env</source>
        <translation>粘贴 .env</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Open a .env…</source>
        <translation>打开 .env…</translation>
    </message>
    <message>
        <source>Save as a .env…</source>
        <translation>另存为 .env…</translation>
    </message>
    <message>
        <source>Compare with a .env…</source>
        <translation>与 .env 比较…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>No variables</source>
        <translation>没有变量</translation>
    </message>
    <message>
        <source>Copy a .env file and paste it here, or add one variable by hand.</source>
        <translation>复制 .env 文件并粘贴到这里，或手动添加变量。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s), applied from the next deployment on</source>
        <translation>
            <numerusform>%n 项更改，从下一次部署起生效</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>正在应用…</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>应用 %n 项更改</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WatchCard</name>
    <message>
        <source>Deploy on push</source>
        <translation>推送时部署</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Asks the server where the branch is.</source>
        <translation>询问服务器分支的当前位置。</translation>
    </message>
    <message>
        <source>Also when these change</source>
        <translation>这些路径变化时也部署</translation>
    </message>
    <message>
        <source>packages/ui, content</source>
        <translation>packages/ui, content</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Preview every other branch when it is pushed</source>
        <translation>推送其他分支时为每个分支部署预览</translation>
    </message>
    <message>
        <source>Each at an address of its own, until the branch is gone.</source>
        <translation>每个预览有自己的地址，分支消失后随之移除。</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Put a site online from this computer</source>
        <translation>从这台电脑，把网站放上线</translation>
    </message>
    <message>
        <source>Choose a folder or a Git repository. It is built here, and no account is needed to see it run.</source>
        <translation>选一个文件夹或 Git 仓库。构建在本机进行，无需账号就能看到它运行。</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Paste the URL of a Git repository</source>
        <translation>粘贴 Git 仓库的 URL</translation>
    </message>
    <message>
        <source>URL of a Git repository</source>
        <translation>Git 仓库的 URL</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Or drop a folder anywhere on this window.</source>
        <translation>也可以把文件夹拖到窗口的任意位置。</translation>
    </message>
    <message>
        <source>Choose a repository on GitHub</source>
        <translation>选择 GitHub 上的仓库</translation>
    </message>
    <message>
        <source>Try with a sample</source>
        <translation>用示例试试</translation>
    </message>
</context>
<context>
    <name>WindowController</name>
    <message>
        <source>%1 is not a folder.</source>
        <translation>%1 不是文件夹。</translation>
    </message>
    <message>
        <source>This link leads nowhere in Miaobu.</source>
        <translation>秒部中没有这个链接指向的内容。</translation>
    </message>
    <message>
        <source>What this link leads to is not on this computer.</source>
        <translation>这台电脑上没有这个链接指向的内容。</translation>
    </message>
</context>
<context>
    <name>WindowFrame</name>
    <message>
        <source>Miaobu</source>
        <translation>秒部</translation>
    </message>
    <message>
        <source>GitHub no longer accepts the sign-in of %1. Projects and sites work on.</source>
        <translation>GitHub 不再接受 %1 的登录。项目和网站仍可继续使用。</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Shows this help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>Prints the result as JSON.</source>
        <translation>以 JSON 输出结果。</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>The folder of the app within the source.</source>
        <translation>来源中应用所在的文件夹。</translation>
    </message>
    <message>
        <source>Says how a source would be built, and why.</source>
        <translation>说明来源将如何构建，以及原因。</translation>
    </message>
    <message>
        <source>Builds a source and puts it online; the last line is its address.</source>
        <translation>构建来源并让它上线；最后一行是它的地址。</translation>
    </message>
    <message>
        <source>Where to deploy to; “local” is this computer.</source>
        <translation>部署到哪里；“local”是这台电脑。</translation>
    </message>
    <message>
        <source>The site&apos;s name: SLUG.localhost on this computer.</source>
        <translation>网站的名称：在这台电脑上是 SLUG.localhost。</translation>
    </message>
    <message>
        <source>The branch to deploy instead of the default one.</source>
        <translation>要部署的分支，代替默认分支。</translation>
    </message>
    <message>
        <source>The commit to deploy instead of the newest one.</source>
        <translation>要部署的提交，代替最新提交。</translation>
    </message>
    <message>
        <source>Variables for install and build, one NAME=value a line.</source>
        <translation>安装和构建用的变量，每行一个 NAME=value。</translation>
    </message>
    <message>
        <source>Lists the projects.</source>
        <translation>列出项目。</translation>
    </message>
    <message>
        <source>Lists the deployments of a project.</source>
        <translation>列出一个项目的部署。</translation>
    </message>
    <message>
        <source>Prints the build log of a deployment, the newest one by default.</source>
        <translation>输出一次部署的构建日志，默认是最新的。</translation>
    </message>
    <message>
        <source>Goes on until the deployment has ended.</source>
        <translation>持续输出，直到部署结束。</translation>
    </message>
    <message>
        <source>Lets an earlier deployment answer again, the one before the live one by default.</source>
        <translation>让较早的部署重新上线，默认是上线部署的前一个。</translation>
    </message>
    <message>
        <source>Lets a deployment answer one host.</source>
        <translation>让某个主机显示指定的部署。</translation>
    </message>
    <message>
        <source>Removes a project with its site, files and history.</source>
        <translation>删除一个项目及其网站、文件和历史。</translation>
    </message>
    <message>
        <source>Does not ask.</source>
        <translation>不询问。</translation>
    </message>
    <message>
        <source>The local cloud behind the target “local”: run stays in the foreground, start goes to the background.</source>
        <translation>目标“local”背后的本地云：run 在前台运行，start 转到后台。</translation>
    </message>
    <message>
        <source>The port that sites answer at (with run and start).</source>
        <translation>网站响应的端口（用于 run 和 start）。</translation>
    </message>
    <message>
        <source>Miaobu puts a folder or a Git repository online.</source>
        <translation>秒部把文件夹或 Git 仓库放上线。</translation>
    </message>
    <message>
        <source>Without arguments the window opens. Every command takes --json and --help.</source>
        <translation>不带参数时打开窗口。每个命令都接受 --json 和 --help。</translation>
    </message>
    <message>
        <source>It belongs to %1.</source>
        <translation>它属于 %1。</translation>
    </message>
    <message>
        <source>Nothing was changed for visitors.</source>
        <translation>访客看到的内容没有变化。</translation>
    </message>
    <message numerus="yes">
        <source>#%1 is live after %2: %n file(s), %3; sent %4.</source>
        <translation>
            <numerusform>#%1 用 %2 上线：%n 个文件，%3；上传 %4。</numerusform>
        </translation>
    </message>
    <message>
        <source>Running: sites at http://NAME.localhost:%1, process %2.</source>
        <translation>运行中：网站在 http://NAME.localhost:%1，进程 %2。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Not running.</source>
        <translation>没有运行。</translation>
    </message>
    <message>
        <source>“%1” is none of run, start, stop, status.</source>
        <translation>“%1”不是 run、start、stop、status 之一。</translation>
    </message>
    <message>
        <source>not deployed yet</source>
        <translation>尚未部署</translation>
    </message>
    <message>
        <source>No projects yet. Deploy a first one: miaobu deploy FOLDER</source>
        <translation>还没有项目。部署第一个：miaobu deploy FOLDER</translation>
    </message>
    <message>
        <source>Not deployed yet.</source>
        <translation>尚未部署。</translation>
    </message>
    <message>
        <source>%1 was not deployed yet.</source>
        <translation>%1 尚未部署。</translation>
    </message>
    <message>
        <source>%1 is served by deployment #%2.</source>
        <translation>%1 现在指向部署 #%2。</translation>
    </message>
    <message>
        <source>Nothing was removed. With --yes it is removed without a question.</source>
        <translation>没有删除任何内容。加上 --yes 会不经询问直接删除。</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 已删除。</translation>
    </message>
    <message>
        <source>--port takes a number from 1 to 65535.</source>
        <translation>--port 需要 1 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>The emulator runs already, with its sites at port %1. End it first with “miaobu emulator stop”.</source>
        <translation>模拟器已在运行，网站端口为 %1。请先用 “miaobu emulator stop” 结束它。</translation>
    </message>
    <message>
        <source>Lets the edge drop what it keeps of a site: all of it, addresses or directories.</source>
        <translation>刷新边缘对网站的缓存：全部、指定地址或目录。</translation>
    </message>
    <message>
        <source>An address to drop, or a path such as /a.js; may be repeated.</source>
        <translation>要刷新的地址，或 /a.js 这样的路径；可重复。</translation>
    </message>
    <message>
        <source>A directory to drop with all in it; may be repeated.</source>
        <translation>要连同内容一起刷新的目录；可重复。</translation>
    </message>
    <message>
        <source>The target to ask instead of the project&apos;s own.</source>
        <translation>要使用的目标，代替项目自己的目标。</translation>
    </message>
    <message>
        <source>Forgets it on this computer and leaves what is in the cloud.</source>
        <translation>只从这台电脑移除，云上的内容保留。</translation>
    </message>
    <message>
        <source>Gives up a removal that was begun.</source>
        <translation>放弃已开始的删除。</translation>
    </message>
    <message>
        <source>The cloud accounts that sites can be deployed to: check tries every permission, setup makes what is missing.</source>
        <translation>可以部署网站的云账号：check 逐项验证权限，setup 创建缺少的资源。</translation>
    </message>
    <message>
        <source>The program at the edge that answers every visitor.</source>
        <translation>在边缘响应每位访客的程序。</translation>
    </message>
    <message>
        <source>Of which target; “local” is this computer.</source>
        <translation>哪个目标；“local”是这台电脑。</translation>
    </message>
    <message>
        <source>The target to look at instead of all of them.</source>
        <translation>只查看这个目标，而不是全部。</translation>
    </message>
    <message>
        <source>Puts differences right: adopt believes the cloud, restore makes it again, remove deletes a leftover that --only names.</source>
        <translation>修正差异：adopt 以云上为准，restore 重新创建，remove 删除 --only 指定的残留。</translation>
    </message>
    <message>
        <source>Puts right only this one; may be repeated.</source>
        <translation>只修正这一项；可重复。</translation>
    </message>
    <message>
        <source>Stores here what the bucket of the target knows, on a new computer.</source>
        <translation>在新电脑上，把目标存储桶中的记录保存到本机。</translation>
    </message>
    <message>
        <source>Type “%1” to go on: </source>
        <translation>输入“%1”以继续：</translation>
    </message>
    <message>
        <source>Remove the CNAME record of %1 at your DNS provider.</source>
        <translation>请在你的 DNS 服务商处删除 %1 的 CNAME 记录。</translation>
    </message>
    <message>
        <source>To forget it on this computer all the same: miaobu delete %1 --forget
To keep it instead: miaobu delete %1 --keep</source>
        <translation>仍要从这台电脑移除：miaobu delete %1 --forget
改为保留：miaobu delete %1 --keep</translation>
    </message>
    <message>
        <source>This forgets the project here and leaves what it has in the cloud, for which you go on paying.</source>
        <translation>这只会从本机移除项目，云上的内容会保留并继续计费。</translation>
    </message>
    <message>
        <source>%1 was forgotten on this computer.</source>
        <translation>已从这台电脑移除 %1。</translation>
    </message>
    <message>
        <source>%1 is kept. Deploy it to bring back what is gone.</source>
        <translation>%1 已保留。重新部署即可恢复已清除的内容。</translation>
    </message>
    <message>
        <source>This goes on with removing the site, its files and its history.</source>
        <translation>这会继续删除网站、它的文件和历史。</translation>
    </message>
    <message>
        <source>This removes the site, its files and its history.</source>
        <translation>这会删除网站、它的文件和历史。</translation>
    </message>
    <message>
        <source>--fix is adopt, restore or remove.</source>
        <translation>--fix 须为 adopt、restore 或 remove。</translation>
    </message>
    <message>
        <source>--fix remove deletes only what is named: add --only NAME.</source>
        <translation>--fix remove 只删除指定的内容：请加上 --only NAME。</translation>
    </message>
    <message>
        <source>%1 on %2: looked at</source>
        <translation>%2 上的 %1：已查看</translation>
    </message>
    <message>
        <source>Done: %1 (%2)</source>
        <translation>完成：%1（%2）</translation>
    </message>
    <message>
        <source>%1: could not be looked at (%2): %3</source>
        <translation>%1：无法查看（%2）：%3</translation>
    </message>
    <message>
        <source>The cloud and this computer agree.</source>
        <translation>云上与这台电脑一致。</translation>
    </message>
    <message>
        <source>Skipped %1: %2</source>
        <translation>已跳过 %1：%2</translation>
    </message>
    <message>
        <source>Added from %1: %2 projects, %3 deployments, %4 routes.</source>
        <translation>从 %1 添加：%2 个项目、%3 个部署、%4 条路由。</translation>
    </message>
    <message>
        <source>production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>预发</translation>
    </message>
    <message>
        <source>this program&apos;s</source>
        <translation>本程序的</translation>
    </message>
    <message>
        <source>other code</source>
        <translation>其他代码</translation>
    </message>
    <message>
        <source>“%1” is none of install, status.</source>
        <translation>“%1”不是 install、status 之一。</translation>
    </message>
    <message>
        <source>A time such as 2026-12-31T12:00:00Z is expected.</source>
        <translation>需要形如 2026-12-31T12:00:00Z 的时间。</translation>
    </message>
    <message>
        <source>AccessKey Secret of %1: </source>
        <translation>%1 的 AccessKey Secret：</translation>
    </message>
    <message>
        <source>Security token: </source>
        <translation>安全令牌：</translation>
    </message>
    <message>
        <source>The access key is missing. Give --access-key-id, and the secret in one of these ways: type it when you are asked on a terminal, pipe it in with --secret-stdin, or set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET (and ALIBABA_CLOUD_SECURITY_TOKEN for a temporary key).</source>
        <translation>缺少 AccessKey。请提供 --access-key-id，并用以下任一方式提供 Secret：在终端提示时输入，用 --secret-stdin 通过管道传入，或设置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET（临时密钥还需 ALIBABA_CLOUD_SECURITY_TOKEN）。</translation>
    </message>
    <message>
        <source>being deleted</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>The target %1 uses the access key %2.</source>
        <translation>目标 %1 使用 AccessKey %2。</translation>
    </message>
    <message>
        <source>The access key of %1 was forgotten on this computer.</source>
        <translation>已从这台电脑移除 %1 的 AccessKey。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Purged %1</source>
        <translation>已刷新 %1</translation>
    </message>
    <message>
        <source>Left today: hosts %1, files %2, directories %3.</source>
        <translation>今日剩余：主机 %1、文件 %2、目录 %3。</translation>
    </message>
    <message>
        <source>Purge task %1: %2%</source>
        <translation>刷新任务 %1：%2%</translation>
    </message>
    <message>
        <source>It is no JSON object: %1.</source>
        <translation>它不是 JSON 对象：%1。</translation>
    </message>
    <message>
        <source>There is no keyring, so the key is not stored: ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET have to be set each time.</source>
        <translation>没有密钥环，因此密钥没有保存：每次都需设置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET。</translation>
    </message>
    <message>
        <source>Which target? miaobu target add NAME --region REGION …, or a FILE.json</source>
        <translation>哪个目标？miaobu target add NAME --region REGION …，或 FILE.json</translation>
    </message>
    <message>
        <source>Added. Check it with: miaobu target check %1</source>
        <translation>已添加。用以下命令检查：miaobu target check %1</translation>
    </message>
    <message>
        <source>Account %1, key of %2</source>
        <translation>账号 %1，%2 的密钥</translation>
    </message>
    <message>
        <source>This key is the account&apos;s own and may do everything. Make a RAM user with the policy below and use its key instead.</source>
        <translation>这是主账号的密钥，可以做任何事。请用以下策略创建 RAM 用户，并改用它的密钥。</translation>
    </message>
    <message>
        <source>Which target? miaobu target check NAME</source>
        <translation>哪个目标？miaobu target check NAME</translation>
    </message>
    <message>
        <source>This computer needs no account.</source>
        <translation>这台电脑无需账号。</translation>
    </message>
    <message>
        <source>Missing. Add this policy to the key&apos;s user in the RAM console:</source>
        <translation>缺少权限。请在 RAM 控制台为该密钥的用户添加以下策略：</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>本次会话</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>keyring</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>“%1” is none of add, list, check, setup, remove.</source>
        <translation>“%1”不是 add、list、check、setup、remove 之一。</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>%1 was removed here. Nothing was changed in the cloud.</source>
        <translation>已在本机移除 %1。云上没有任何改动。</translation>
    </message>
    <message>
        <source>The AccessKey ID; its secret is never an argument.</source>
        <translation>AccessKey ID；Secret 不能作为参数。</translation>
    </message>
    <message>
        <source>The number of the cloud account.</source>
        <translation>云账号的 ID。</translation>
    </message>
    <message>
        <source>Where bucket and functions are, such as cn-hangzhou.</source>
        <translation>存储桶和函数所在的地域，例如 cn-hangzhou。</translation>
    </message>
    <message>
        <source>Sites are served at SLUG.DOMAIN.</source>
        <translation>网站的地址为 SLUG.DOMAIN。</translation>
    </message>
    <message>
        <source>The OSS bucket for the files.</source>
        <translation>存放文件的 OSS 存储桶。</translation>
    </message>
    <message>
        <source>Another address of OSS than the region&apos;s.</source>
        <translation>OSS 的接入地址，代替地域默认地址。</translation>
    </message>
    <message>
        <source>The ESA site of the domain.</source>
        <translation>域名所属的 ESA 站点。</translation>
    </message>
    <message>
        <source>The Edge KV namespace; miaobu by default.</source>
        <translation>边缘 KV 命名空间；默认 miaobu。</translation>
    </message>
    <message>
        <source>The edge routine; miaobu-router by default.</source>
        <translation>边缘函数；默认 miaobu-router。</translation>
    </message>
    <message>
        <source>Another address of ESA than the region&apos;s.</source>
        <translation>ESA 的接入地址，代替地域默认地址。</translation>
    </message>
    <message>
        <source>The RAM role that functions run as.</source>
        <translation>函数运行时使用的 RAM 角色。</translation>
    </message>
    <message>
        <source>Another address of Function Compute than the region&apos;s.</source>
        <translation>函数计算的接入地址，代替地域默认地址。</translation>
    </message>
    <message>
        <source>The host of the container registry.</source>
        <translation>容器镜像仓库的主机。</translation>
    </message>
    <message>
        <source>The namespace in the container registry.</source>
        <translation>容器镜像仓库中的命名空间。</translation>
    </message>
    <message>
        <source>The Enterprise instance of the container registry.</source>
        <translation>容器镜像服务的企业版实例。</translation>
    </message>
    <message>
        <source>Another address of Container Registry than the region&apos;s.</source>
        <translation>容器镜像服务的接入地址，代替地域默认地址。</translation>
    </message>
    <message>
        <source>Another address of STS than the region&apos;s.</source>
        <translation>STS 的接入地址，代替地域默认地址。</translation>
    </message>
    <message>
        <source>Reads the secret from standard input; a second line is the security token.</source>
        <translation>从标准输入读取 Secret；第二行为安全令牌。</translation>
    </message>
    <message>
        <source>When a temporary key ends, such as 2026-12-31T12:00:00Z.</source>
        <translation>临时密钥的过期时间，例如 2026-12-31T12:00:00Z。</translation>
    </message>
    <message>
        <source>Does not ask (with setup).</source>
        <translation>不询问（用于 setup）。</translation>
    </message>
    <message>
        <source>Type “yes” to go on: </source>
        <translation>输入“yes”以继续：</translation>
    </message>
    <message>
        <source>Which target? miaobu target setup NAME</source>
        <translation>哪个目标？miaobu target setup NAME</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有做任何改动。</translation>
    </message>
    <message>
        <source>Nothing was changed. With --yes it is made without a question.</source>
        <translation>没有做任何改动。加上 --yes 会不经询问直接创建。</translation>
    </message>
    <message>
        <source>%1 is ready to deploy to.</source>
        <translation>%1 已就绪，可以部署。</translation>
    </message>
    <message>
        <source>Which target? miaobu target remove NAME</source>
        <translation>哪个目标？miaobu target remove NAME</translation>
    </message>
    <message>
        <source>This computer is always a target.</source>
        <translation>这台电脑始终是目标。</translation>
    </message>
    <message>
        <source>The variables of a project&apos;s deployments; set NAME asks for the value.</source>
        <translation>项目部署所用的变量；set NAME 会询问值。</translation>
    </message>
    <message>
        <source>Encrypts the value (set, import); so is what set NAME asks for.</source>
        <translation>加密保存该值（set、import）；set NAME 询问的值也是如此。</translation>
    </message>
    <message>
        <source>Stores the value readable (set, import); so is NAME=value.</source>
        <translation>以明文保存该值（set、import）；NAME=value 也是如此。</translation>
    </message>
    <message>
        <source>Only for deployments that go live.</source>
        <translation>仅用于上线的部署。</translation>
    </message>
    <message>
        <source>Only for previews.</source>
        <translation>仅用于预览。</translation>
    </message>
    <message>
        <source>Only for install and build.</source>
        <translation>仅用于安装和构建。</translation>
    </message>
    <message>
        <source>Only for the running app.</source>
        <translation>仅用于运行中的应用。</translation>
    </message>
    <message>
        <source>Reads the value from a file (set).</source>
        <translation>从文件读取值（set）。</translation>
    </message>
    <message>
        <source>Nothing had to be changed.</source>
        <translation>无需任何改动。</translation>
    </message>
    <message numerus="yes">
        <source>Stored %n change(s). They apply from the next deployment on.</source>
        <translation>
            <numerusform>已保存 %n 项更改，从下一次部署起生效。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is none of list, set, unset, import, export, diff.</source>
        <translation>“%1”不是 list、set、unset、import、export、diff 之一。</translation>
    </message>
    <message>
        <source>--secret and --plain exclude each other.</source>
        <translation>--secret 和 --plain 不能同时使用。</translation>
    </message>
    <message>
        <source>Which file? miaobu env import SLUG FILE; “-” is standard input.</source>
        <translation>哪个文件？miaobu env import SLUG FILE；“-”表示标准输入。</translation>
    </message>
    <message>
        <source>%1 has no value and is left out.</source>
        <translation>%1 没有值，已省略。</translation>
    </message>
    <message>
        <source>Compare with which file? miaobu env diff SLUG .env</source>
        <translation>与哪个文件比较？miaobu env diff SLUG .env</translation>
    </message>
    <message>
        <source>No variables on either side.</source>
        <translation>两侧都没有变量。</translation>
    </message>
    <message>
        <source>applies at the next deploy</source>
        <translation>下次部署时生效</translation>
    </message>
    <message>
        <source>No variables. Take over a .env file: miaobu env import %1 .env</source>
        <translation>没有变量。导入 .env 文件：miaobu env import %1 .env</translation>
    </message>
    <message>
        <source>Left out, as they are secret: %1</source>
        <translation>因属机密而省略：%1</translation>
    </message>
    <message>
        <source>Value of %1: </source>
        <translation>%1 的值：</translation>
    </message>
    <message>
        <source>Which variable? miaobu env set SLUG NAME, or NAME=value for what is no secret.</source>
        <translation>哪个变量？miaobu env set SLUG NAME；非机密可用 NAME=value。</translation>
    </message>
    <message>
        <source>A secret is no argument, where other programs can read it: miaobu env set %1 %2 --secret asks for it, or reads it from standard input.</source>
        <translation>机密不能作为参数，其他程序会看到它：miaobu env set %1 %2 --secret 会询问它，或从标准输入读取。</translation>
    </message>
    <message>
        <source>Which variable? miaobu env unset SLUG NAME</source>
        <translation>哪个变量？miaobu env unset SLUG NAME</translation>
    </message>
    <message>
        <source>A GitHub of one&apos;s own (with github).</source>
        <translation>自建的 GitHub（与 github 搭配使用）。</translation>
    </message>
    <message>
        <source>Asks for a token, or reads it from standard input (with github).</source>
        <translation>询问令牌，或从标准输入读取（与 github 搭配使用）。</translation>
    </message>
    <message>
        <source>Takes the token of GitHub&apos;s program gh (with github).</source>
        <translation>使用 GitHub 程序 gh 的令牌（与 github 搭配使用）。</translation>
    </message>
    <message>
        <source>Signs in through the browser (with github).</source>
        <translation>通过浏览器登录（与 github 搭配使用）。</translation>
    </message>
    <message>
        <source>The OAuth app to ask for a code with, from now on (with github).</source>
        <translation>今后用于请求代码的 OAuth 应用（与 github 搭配使用）。</translation>
    </message>
    <message>
        <source>Asks for the OAuth app&apos;s secret, or reads it from standard input, for --browser.</source>
        <translation>询问 OAuth 应用的 Secret，或从标准输入读取，用于 --browser。</translation>
    </message>
    <message>
        <source>Shows it beside the site, at SLUG-NAME, instead of as the site.</source>
        <translation>在网站旁的 SLUG-NAME 显示它，而不是作为网站本身。</translation>
    </message>
    <message>
        <source>With --preview: asks for a password that its visitors need.</source>
        <translation>与 --preview 搭配：询问访客需要的密码。</translation>
    </message>
    <message>
        <source>Also fetches the repositories that it names as submodules, now and later.</source>
        <translation>同时获取它以子模块引用的仓库，现在和以后都如此。</translation>
    </message>
    <message>
        <source>Deploys a small site that comes with the program.</source>
        <translation>部署程序自带的小网站。</translation>
    </message>
    <message>
        <source>Prints what the running web app says instead.</source>
        <translation>改为输出运行中的 Web 应用打印的内容。</translation>
    </message>
    <message>
        <source>The domains of a project: add and verify wait until the domain is live, serve pins it to a deployment.</source>
        <translation>项目的域名：add 和 verify 会等到域名上线，serve 把它固定到某个部署。</translation>
    </message>
    <message>
        <source>The target to use instead of the project&apos;s own.</source>
        <translation>使用指定目标而不是项目自己的目标。</translation>
    </message>
    <message>
        <source>Looks once and does not wait.</source>
        <translation>只查看一次，不等待。</translation>
    </message>
    <message>
        <source>With verify: writes the missing record, where the zone is in the account.</source>
        <translation>与 verify 搭配：解析区在该账号中时写入缺少的记录。</translation>
    </message>
    <message>
        <source>With remove: forgets one whose record is all that is left.</source>
        <translation>与 remove 搭配：移除只剩记录的域名。</translation>
    </message>
    <message>
        <source>The previews of a project, and the passwords in front of them.</source>
        <translation>项目的预览，以及预览的密码。</translation>
    </message>
    <message>
        <source>Deploys what is pushed, for as long as it runs; the projects named are switched on first.</source>
        <translation>在运行期间部署推送的内容；先为列出的项目开启。</translation>
    </message>
    <message>
        <source>Switches the named ones off, and ends.</source>
        <translation>为列出的项目关闭，然后结束。</translation>
    </message>
    <message>
        <source>Lists those that are switched on, and ends.</source>
        <translation>列出已开启的项目，然后结束。</translation>
    </message>
    <message>
        <source>Signs in at GitHub, or stores an access key for a target in the keyring.</source>
        <translation>登录 GitHub，或把目标的访问密钥保存到密钥环。</translation>
    </message>
    <message>
        <source>Forgets a GitHub account, the access keys, or that of one target.</source>
        <translation>移除 GitHub 账号、访问密钥，或某个目标的密钥。</translation>
    </message>
    <message>
        <source>Lets GitHub revoke the token, too; it sends a mail.</source>
        <translation>同时让 GitHub 吊销令牌；它会发送邮件。</translation>
    </message>
    <message>
        <source>Lists the GitHub repositories of an account, the latest push first.</source>
        <translation>列出账号的 GitHub 仓库，最近推送的在前。</translation>
    </message>
    <message>
        <source>Only those with these words in name or description.</source>
        <translation>仅名称或描述包含这些词的仓库。</translation>
    </message>
    <message>
        <source>The account instead of the current one.</source>
        <translation>使用指定账号而不是当前账号。</translation>
    </message>
    <message>
        <source>Prints what helps to find a fault, without secrets: versions, programs, last errors.</source>
        <translation>输出有助于查找故障的信息（不含机密）：版本、程序、最近的错误。</translation>
    </message>
    <message>
        <source>Prints what lets a shell complete these commands.</source>
        <translation>输出供 shell 补全这些命令的脚本。</translation>
    </message>
    <message>
        <source>Prints the manual page, for man -l -.</source>
        <translation>输出手册页，可用 man -l - 查看。</translation>
    </message>
    <message>
        <source>a code package</source>
        <translation>代码包</translation>
    </message>
    <message>
        <source>#%1 is live after %2: it runs %3.</source>
        <translation>#%1 在 %2 后上线：它运行 %3。</translation>
    </message>
    <message>
        <source>--builder is one of host, container and package.</source>
        <translation>--builder 只能是 host、container 或 package。</translation>
    </message>
    <message>
        <source>Name a folder or a repository, or try it with --sample.</source>
        <translation>请指定文件夹或仓库，或用 --sample 试试。</translation>
    </message>
    <message>
        <source>Only a preview can have a password: say --preview NAME, too.</source>
        <translation>只有预览可以设置密码：请同时使用 --preview NAME。</translation>
    </message>
    <message>
        <source>There are completions for bash, zsh and fish.</source>
        <translation>提供 bash、zsh 和 fish 的补全。</translation>
    </message>
    <message>
        <source>Records at your DNS provider:</source>
        <translation>DNS 服务商处的记录：</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>实际：%1</translation>
    </message>
    <message>
        <source>preview with a password</source>
        <translation>有密码的预览</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>落后</translation>
    </message>
    <message>
        <source>always latest</source>
        <translation>始终最新</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>已上线</translation>
    </message>
    <message>
        <source>Say domains list SLUG, domains add|verify|remove SLUG HOST, or domains serve SLUG HOST latest|ID.</source>
        <translation>用法：domains list SLUG，domains add|verify|remove SLUG HOST，或 domains serve SLUG HOST latest|ID。</translation>
    </message>
    <message>
        <source>Open %1 and enter the code %2.</source>
        <translation>打开 %1 并输入代码 %2。</translation>
    </message>
    <message>
        <source>Never enter a code that somebody sent you. Waiting; Ctrl-C gives up.</source>
        <translation>切勿输入别人发给你的代码。正在等待；按 Ctrl-C 放弃。</translation>
    </message>
    <message>
        <source>Open this page in the browser of this computer: %1</source>
        <translation>请在这台电脑的浏览器中打开此页面：%1</translation>
    </message>
    <message>
        <source>This host cannot revoke the token itself; do it at %1.</source>
        <translation>该主机无法自行吊销令牌；请前往 %1。</translation>
    </message>
    <message>
        <source>Token for %1: </source>
        <translation>%1 的令牌： </translation>
    </message>
    <message>
        <source>Secret of the OAuth app: </source>
        <translation>OAuth 应用的 Secret： </translation>
    </message>
    <message>
        <source>Signed in to %1 as %2.</source>
        <translation>已以 %2 身份登录 %1。</translation>
    </message>
    <message>
        <source>The token has no “repo” scope: private repositories cannot be seen with it.</source>
        <translation>该令牌没有“repo”权限：无法看到私有仓库。</translation>
    </message>
    <message>
        <source>This sign-in comes from GITHUB_TOKEN; unset the variable to end it.</source>
        <translation>此登录来自 GITHUB_TOKEN；取消设置该变量即可结束。</translation>
    </message>
    <message>
        <source>Signed out of %1. Projects and sites stay.</source>
        <translation>已从 %1 退出登录。项目和网站会保留。</translation>
    </message>
    <message>
        <source>“%1” is no account that can be used; try “miaobu login github” or “miaobu login aliyun”.</source>
        <translation>“%1”不是可用的账号；请尝试“miaobu login github”或“miaobu login aliyun”。</translation>
    </message>
    <message>
        <source>“%1” is no account that can be used; try “miaobu logout github” or “miaobu logout aliyun”.</source>
        <translation>“%1”不是可用的账号；请尝试“miaobu logout github”或“miaobu logout aliyun”。</translation>
    </message>
    <message>
        <source>One folder for everything that the program keeps.</source>
        <translation>存放程序全部数据的单一文件夹。</translation>
    </message>
    <message>
        <source>The Node.js that serves the sites of this computer.</source>
        <translation>为这台电脑上的网站提供服务的 Node.js。</translation>
    </message>
    <message>
        <source>The access key, on a computer without a keyring.</source>
        <translation>没有密钥环的电脑上使用的访问密钥。</translation>
    </message>
    <message>
        <source>A token for private repositories, on a computer without a keyring.</source>
        <translation>没有密钥环的电脑上用于私有仓库的令牌。</translation>
    </message>
    <message>
        <source>Puts a folder online on this computer.</source>
        <translation>把文件夹部署到这台电脑。</translation>
    </message>
    <message>
        <source>Puts a repository online in the account of the target “prod”.</source>
        <translation>把仓库部署到目标“prod”的账号。</translation>
    </message>
    <message>
        <source>Lets the deployment before the live one answer again.</source>
        <translation>让线上版本的前一个部署重新上线。</translation>
    </message>
    <message>
        <source>It was done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>It failed; the words say why.</source>
        <translation>失败；输出中有原因。</translation>
    </message>
    <message>
        <source>The command line cannot be understood.</source>
        <translation>无法理解命令行。</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>puts a folder or a Git repository online</source>
        <translation>把文件夹或 Git 仓库放到网上</translation>
    </message>
    <message>
        <source>Finds out how a site is built, builds it on this computer, and gives an address that answers: on this computer, or in an account of your own at Alibaba Cloud. Without arguments the window opens. Every command takes --json and --help.</source>
        <translation>查明网站的构建方式，在这台电脑上构建，并给出可访问的地址：在这台电脑上，或在你自己的阿里云账号中。不带参数时打开窗口。每个命令都支持 --json 和 --help。</translation>
    </message>
    <message>
        <source>The database, the logs and the sites of this computer.</source>
        <translation>数据库、日志和这台电脑上的网站。</translation>
    </message>
    <message>
        <source>What can be made again: copies of repositories, packages.</source>
        <translation>可以重新生成的内容：仓库副本、软件包。</translation>
    </message>
    <message>
        <source>Password for the preview&apos;s visitors: </source>
        <translation>预览访客的密码： </translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>密码为空。</translation>
    </message>
    <message>
        <source>with a password</source>
        <translation>有密码</translation>
    </message>
    <message>
        <source>open</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Say previews list SLUG, or previews remove|protect|unprotect SLUG NAME.</source>
        <translation>用法：previews list SLUG，或 previews remove|protect|unprotect SLUG NAME。</translation>
    </message>
    <message>
        <source>private</source>
        <translation>私有</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>This is the list as it was on %1.</source>
        <translation>这是 %1 时的列表。</translation>
    </message>
    <message>
        <source>No repository fits.</source>
        <translation>没有匹配的仓库。</translation>
    </message>
    <message>
        <source>What a running app says is kept for this computer only; see %1 in the cloud&apos;s console.</source>
        <translation>只有这台电脑会保留运行中应用的输出；%1 的输出请在云控制台查看。</translation>
    </message>
    <message>
        <source>All is well again.</source>
        <translation>一切恢复正常。</translation>
    </message>
    <message>
        <source>%1 is being deployed.</source>
        <translation>正在部署 %1。</translation>
    </message>
    <message>
        <source>No project deploys on push. Name those that should: miaobu watch SLUG</source>
        <translation>没有项目在推送时部署。请指明项目：miaobu watch SLUG</translation>
    </message>
    <message numerus="yes">
        <source>Looking for pushes of %n project(s). Ctrl-C ends it.</source>
        <translation>
            <numerusform>正在监视 %n 个项目的推送。按 Ctrl-C 结束。</numerusform>
        </translation>
    </message>
    <message>
        <source>No previews. Make one: miaobu deploy SOURCE --slug %1 --preview NAME</source>
        <translation>没有预览。新建一个：miaobu deploy SOURCE --slug %1 --preview NAME</translation>
    </message>
    <message>
        <source>The app of a Python project, where several were found: main:app.</source>
        <translation>Python 项目中有多个应用时使用的那一个：main:app。</translation>
    </message>
    <message>
        <source>Makes a preview of every other branch of the named ones when it is pushed.</source>
        <translation>推送指定分支以外的分支时，为每个分支部署预览。</translation>
    </message>
    <message>
        <source>Compares what this computer believes with what the cloud has, and tells of a newer version.</source>
        <translation>比较这台电脑的记录与云上的实际情况，并告知是否有新版本。</translation>
    </message>
    <message>
        <source>Where builds of images and packages get things from: base images and mirrors.</source>
        <translation>镜像和代码包构建时的来源：基础镜像与软件源。</translation>
    </message>
    <message>
        <source>The image Python apps are built on; %1 is the version.</source>
        <translation>Python 应用的基础镜像；%1 代表版本。</translation>
    </message>
    <message>
        <source>Where Python packages come from.</source>
        <translation>Python 包的来源。</translation>
    </message>
    <message>
        <source>Where Node packages come from, for images.</source>
        <translation>构建镜像时 Node 包的来源。</translation>
    </message>
    <message>
        <source>The proxy that builds of images use.</source>
        <translation>构建镜像时使用的代理。</translation>
    </message>
    <message>
        <source>A file of further authorities that builds trust.</source>
        <translation>构建时额外信任的证书颁发机构文件。</translation>
    </message>
    <message>
        <source>The network of builds: “host” where the engine&apos;s own has no way out.</source>
        <translation>构建使用的网络：引擎自己的网络无法访问外网时填“host”。</translation>
    </message>
    <message>
        <source>Name a setting: %1.</source>
        <translation>请指定一项设置：%1。</translation>
    </message>
    <message>
        <source>There is no setting %1. These exist: %2.</source>
        <translation>没有名为 %1 的设置。可用的有：%2。</translation>
    </message>
    <message>
        <source>Say list, set NAME VALUE, or unset NAME.</source>
        <translation>用法：list、set NAME VALUE 或 unset NAME。</translation>
    </message>
    <message>
        <source>An address such as https://mirror.example.com/simple, without a password.</source>
        <translation>请填写类似 https://mirror.example.com/simple 的地址，不含密码。</translation>
    </message>
    <message>
        <source>The full path of a file that exists.</source>
        <translation>请填写已有文件的完整路径。</translation>
    </message>
    <message>
        <source>That is no name that can be used here.</source>
        <translation>这个名称在这里不能使用。</translation>
    </message>
    <message>
        <source>%1 is not set.</source>
        <translation>%1 未设置。</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 为 %2。</translation>
    </message>
    <message>
        <source>The preview %1 is removed: the branch %2 is gone.</source>
        <translation>预览 %1 已移除：分支 %2 已不存在。</translation>
    </message>
    <message>
        <source>How to build: with the tools of this computer, in a container, or a web app as a code package without a container engine.</source>
        <translation>构建方式：使用这台电脑的工具、在容器中，或将 Web 应用作为代码包（无需容器引擎）。</translation>
    </message>
    <message>
        <source>The port that a web app listens on, now and later; 0: the one its image exposes, or 9000.</source>
        <translation>Web 应用监听的端口，现在和今后均如此；0：其镜像公开的端口，或 9000。</translation>
    </message>
    <message>
        <source>--port is a number from 1 to 65535, or 0.</source>
        <translation>--port 是 1 到 65535 的数字，或 0。</translation>
    </message>
    <message>
        <source>chosen with deploy --app</source>
        <translation>用 deploy --app 选择</translation>
    </message>
    <message>
        <source>Its zone is in this account: with --write, verify writes the record.</source>
        <translation>它的区域在此账号中：使用 --write 时，verify 会写入记录。</translation>
    </message>
    <message>
        <source>This target is this computer, where no visitor comes: change no records for it.</source>
        <translation>此目标是这台电脑，没有访客会来：不要为它更改任何记录。</translation>
    </message>
    <message>
        <source>The image that Node servers, and sites in containers, are built on; %1 is the major version.</source>
        <translation>Node 服务和容器中的网站所基于的镜像；%1 为主版本号。</translation>
    </message>
    <message>
        <source>For web apps only, which need this policy as well; sites are published without it:</source>
        <translation>仅用于 Web 应用，它们还需要以下策略；没有它也能发布网站：</translation>
    </message>
</context>
<context>
    <name>miaobu::app::ActivityText</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n 个排队</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting, %n ahead</source>
        <translation>
            <numerusform>等待中，前面还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>miaobu::app::DeploymentCells</name>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2%</translation>
    </message>
    <message>
        <source>The folder as it was</source>
        <translation>当时的文件夹内容</translation>
    </message>
</context>
<context>
    <name>miaobu::app::DeploymentMenu</name>
    <message>
        <source>Open site</source>
        <translation>打开网站</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Discard what was uploaded</source>
        <translation>丢弃已上传的内容</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Pin: never remove it</source>
        <translation>固定：永不清除</translation>
    </message>
    <message>
        <source>Copy commit</source>
        <translation>复制提交哈希</translation>
    </message>
    <message>
        <source>Roll back to this…</source>
        <translation>回滚到这个版本…</translation>
    </message>
    <message>
        <source>Compare with the one before</source>
        <translation>与前一个比较</translation>
    </message>
    <message>
        <source>Compare with live</source>
        <translation>与线上版本比较</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>与其他部署比较…</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>复制 ID</translation>
    </message>
</context>
<context>
    <name>miaobu::app::DifferenceText</name>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>%1 added, %2 changed, %3 removed</source>
        <translation>新增 %1，修改 %2，删除 %3</translation>
    </message>
</context>
<context>
    <name>miaobu::app::DomainRemovalDialog</name>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Remove the domain %1?</source>
        <translation>移除域名 %1？</translation>
    </message>
    <message>
        <source>Visitors who come by it find nothing any more. The project&apos;s own address stays. Afterwards, remove the domain&apos;s CNAME record at your DNS provider.</source>
        <translation>通过它访问的人将看不到任何内容。项目自己的地址保留。之后请在 DNS 服务商处删除该域名的 CNAME 记录。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>miaobu::app::DomainText</name>
    <message>
        <source>Nobody has the TXT record yet. Add it at your DNS provider; this goes on by itself.</source>
        <translation>还查不到 TXT 记录。请在 DNS 服务商处添加，之后会自动继续。</translation>
    </message>
    <message>
        <source>Nobody has the CNAME record yet. Add it at your DNS provider; this goes on by itself.</source>
        <translation>还查不到 CNAME 记录。请在 DNS 服务商处添加，之后会自动继续。</translation>
    </message>
    <message>
        <source>The TXT record holds something else. Change it to the expected text.</source>
        <translation>TXT 记录的内容不符。请改为应有的文本。</translation>
    </message>
    <message>
        <source>The CNAME record leads to another host. Change it to the expected one.</source>
        <translation>CNAME 记录指向其他主机。请改为应有的主机。</translation>
    </message>
    <message>
        <source>There is an address instead of a CNAME. If your provider proxies the record, switch that off (“DNS only”); otherwise replace the A record by the CNAME.</source>
        <translation>这里是地址而不是 CNAME。如果服务商代理了该记录，请关闭代理（“仅 DNS”）；否则请把 A 记录换成 CNAME。</translation>
    </message>
    <message>
        <source>A domain without a name before it cannot have a CNAME beside its other records. Use an ALIAS or ANAME record or CNAME flattening if your provider has one, or add the domain with www instead.</source>
        <translation>没有前缀的域名不能在其他记录旁添加 CNAME。如果服务商支持，请使用 ALIAS、ANAME 记录或 CNAME 拉平，或改为添加带 www 的域名。</translation>
    </message>
    <message>
        <source>Some have the record already and others still keep what was there before. Nothing needs to be done.</source>
        <translation>部分服务器已有该记录，其他服务器仍保留旧内容。无需任何操作。</translation>
    </message>
    <message>
        <source>No name server could be asked. Check the network; this goes on by itself.</source>
        <translation>无法询问任何域名服务器。请检查网络，之后会自动继续。</translation>
    </message>
    <message>
        <source>Another project has this domain already. Remove it there first.</source>
        <translation>另一个项目已有该域名。请先在那里移除它。</translation>
    </message>
    <message>
        <source>Another account or site has this domain as a custom hostname. Remove it there first.</source>
        <translation>另一个账号或站点已将该域名作为自定义主机名。请先在那里移除它。</translation>
    </message>
    <message>
        <source>A site of ESA has a record of this name. Remove that record first.</source>
        <translation>ESA 的某个站点已有同名记录。请先删除该记录。</translation>
    </message>
    <message>
        <source>A load balancer of ESA has this name. Remove it first.</source>
        <translation>ESA 的某个负载均衡已使用该名称。请先删除它。</translation>
    </message>
    <message>
        <source>An origin pool of ESA has this name. Remove it first.</source>
        <translation>ESA 的某个源站池已使用该名称。请先删除它。</translation>
    </message>
    <message>
        <source>The domain is a site of ESA itself. Remove that site, or use the domain as its base.</source>
        <translation>该域名本身就是 ESA 站点。请删除该站点，或把它用作基础域名。</translation>
    </message>
    <message>
        <source>Something else in ESA has this name. Look in its console.</source>
        <translation>ESA 中有其他资源使用了该名称。请在控制台查看。</translation>
    </message>
    <message>
        <source>ESA has taken the domain offline: the account is in arrears or its plan has expired.</source>
        <translation>ESA 已将该域名下线：账号欠费或套餐已过期。</translation>
    </message>
    <message>
        <source>Alibaba Cloud has taken the domain offline. Ask its support.</source>
        <translation>阿里云已将该域名下线。请联系阿里云支持。</translation>
    </message>
    <message>
        <source>The domain has no ICP filing, which Mainland China asks for. File it; this goes on by itself afterwards.</source>
        <translation>该域名没有中国内地要求的 ICP 备案。请完成备案，之后会自动继续。</translation>
    </message>
    <message>
        <source>ESA has taken the domain offline for what it shows. See the messages in its console.</source>
        <translation>ESA 因网站内容已将该域名下线。请查看控制台中的消息。</translation>
    </message>
    <message>
        <source>The domain was switched off in the console of ESA. Switch it on there.</source>
        <translation>该域名已在 ESA 控制台中停用。请在那里启用。</translation>
    </message>
    <message>
        <source>ESA has taken the domain offline. See its console.</source>
        <translation>ESA 已将该域名下线。请查看控制台。</translation>
    </message>
    <message>
        <source>The project answers nothing on this target yet. Deploy it; this goes on by itself.</source>
        <translation>项目在该目标上还没有任何内容。请先部署，之后会自动继续。</translation>
    </message>
    <message>
        <source>A deployment is under way; this goes on after it.</source>
        <translation>有部署正在进行，完成后继续。</translation>
    </message>
    <message>
        <source>ESA asks for a TXT record of its own to prove the domain. Add it, too.</source>
        <translation>ESA 还要求添加它自己的 TXT 记录来验证域名。请一并添加。</translation>
    </message>
    <message>
        <source>ESA is setting the domain up. That takes a moment.</source>
        <translation>ESA 正在配置该域名，请稍候。</translation>
    </message>
    <message>
        <source>The certificate is being issued. That usually takes 5 to 30 minutes.</source>
        <translation>正在签发证书，通常需要 5 到 30 分钟。</translation>
    </message>
    <message>
        <source>The certificate was refused. It is asked for again by itself; a CAA record of the domain may forbid it.</source>
        <translation>证书申请被拒绝，会自动重新申请；可能是域名的 CAA 记录不允许。</translation>
    </message>
    <message>
        <source>The certificate has expired. A new one is asked for.</source>
        <translation>证书已过期，正在申请新证书。</translation>
    </message>
    <message>
        <source>The certificate is in a state this program does not know.</source>
        <translation>证书处于本程序未知的状态。</translation>
    </message>
    <message>
        <source>It does not answer by HTTPS yet. New settings take a while to be everywhere.</source>
        <translation>还不能通过 HTTPS 访问。新设置需要一段时间才能在全网生效。</translation>
    </message>
    <message>
        <source>It answers with %1. New settings take a while to be everywhere.</source>
        <translation>它返回 %1。新设置需要一段时间才能在全网生效。</translation>
    </message>
    <message>
        <source>It still answers with another deployment. That takes a while to change everywhere.</source>
        <translation>它显示的仍是另一个部署。全网更新需要一段时间。</translation>
    </message>
    <message>
        <source>The TXT record is gone. Visitors are served as before, but nothing is changed for this domain until the record is back.</source>
        <translation>TXT 记录不见了。访问不受影响，但在记录恢复之前不会为该域名做任何更改。</translation>
    </message>
    <message>
        <source>The domain leads elsewhere now. Visitors do not come here until its CNAME is back.</source>
        <translation>域名现在指向别处。在 CNAME 恢复之前，访客不会来到这里。</translation>
    </message>
    <message>
        <source>Nothing answers it any more. Remove its CNAME record at your DNS provider, so that nobody else can answer it.</source>
        <translation>已没有任何内容响应它。请在 DNS 服务商处删除它的 CNAME 记录，以免被他人占用。</translation>
    </message>
    <message>
        <source>ICP</source>
        <translation>ICP</translation>
    </message>
    <message>
        <source>Ownership</source>
        <translation>所有权</translation>
    </message>
    <message>
        <source>CNAME</source>
        <translation>CNAME</translation>
    </message>
    <message>
        <source>Hostname</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Answers</source>
        <extracomment>The last step of a domain: it answers its visitors</extracomment>
        <translation>响应</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>已上线</translation>
    </message>
    <message>
        <source>Removed, record left</source>
        <translation>已移除，记录仍在</translation>
    </message>
    <message>
        <source>Being removed</source>
        <translation>正在移除</translation>
    </message>
    <message>
        <source>Live, look here</source>
        <translation>已上线，请查看</translation>
    </message>
    <message>
        <source>ICP filing needed</source>
        <translation>需要 ICP 备案</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>Waiting for DNS</source>
        <translation>等待 DNS</translation>
    </message>
    <message>
        <source>Waiting for a deployment</source>
        <translation>等待部署</translation>
    </message>
    <message>
        <source>Waiting for ESA</source>
        <translation>等待 ESA</translation>
    </message>
    <message>
        <source>Waiting for a certificate</source>
        <translation>等待证书</translation>
    </message>
    <message>
        <source>Going live</source>
        <translation>正在上线</translation>
    </message>
    <message>
        <source>There is no name in it.</source>
        <translation>其中没有域名。</translation>
    </message>
    <message>
        <source>A domain has names of letters, digits and dashes, with dots between them.</source>
        <translation>域名由字母、数字和短横线组成，各部分之间用点分隔。</translation>
    </message>
    <message>
        <source>A domain has at least two names, such as example.com.</source>
        <translation>域名至少有两部分，例如 example.com。</translation>
    </message>
    <message>
        <source>It is longer than the 253 letters a domain can have.</source>
        <translation>超过了域名最多 253 个字符的限制。</translation>
    </message>
    <message>
        <source>A wildcard cannot be connected. Add each name by itself.</source>
        <translation>不能连接通配符域名。请逐个添加。</translation>
    </message>
    <message>
        <source>That is an address. A certificate needs a domain.</source>
        <translation>这是 IP 地址。证书需要域名。</translation>
    </message>
    <message>
        <source>Names are registered below it; nobody has it for themselves.</source>
        <translation>这是供人注册域名的后缀，不属于任何个人。</translation>
    </message>
    <message>
        <source>That is the base domain, below which all projects of the target are.</source>
        <translation>这是基础域名，该目标的所有项目都在它之下。</translation>
    </message>
    <message>
        <source>This name below the base domain has a meaning of its own.</source>
        <translation>基础域名下的这个名称另有用途。</translation>
    </message>
    <message>
        <source>The certificate of the base domain covers one name below it, not two.</source>
        <translation>基础域名的证书只覆盖下一级名称，不覆盖两级。</translation>
    </message>
    <message>
        <source>The site is served in Mainland China: the domain needs an ICP filing before it can go live.</source>
        <translation>网站在中国内地提供服务：域名上线前需要 ICP 备案。</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>looking now</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>next check in %1 s</source>
        <translation>%1 秒后再次检查</translation>
    </message>
    <message>
        <source>next check in %1 min</source>
        <translation>%1 分钟后再次检查</translation>
    </message>
    <message>
        <source>next check in %1 h</source>
        <translation>%1 小时后再次检查</translation>
    </message>
    <message>
        <source>The zone %1 is kept in this account, but its access key may not write there: it is missing the RAM permission %2.</source>
        <translation>域名区域 %1 在此账号中，但访问密钥无权写入：缺少 RAM 权限 %2。</translation>
    </message>
    <message>
        <source>Alibaba Cloud DNS serves this zone. Where it is in this account, its records can be written from here once the access key has the RAM permission %1.</source>
        <translation>这个域名区域由阿里云 DNS 解析。如果它在此账号中，为访问密钥授予 RAM 权限 %1 后即可在这里写入记录。</translation>
    </message>
    <message>
        <source>Such a name is known on one computer or network only: no visitor finds it.</source>
        <translation>这样的名称只在一台电脑或一个网络中已知：访客找不到它。</translation>
    </message>
</context>
<context>
    <name>miaobu::app::LogWords</name>
    <message>
        <source>No log yet</source>
        <translation>还没有日志</translation>
    </message>
    <message>
        <source>Deploy, and what the build prints appears here as it is printed.</source>
        <translation>部署后，构建的输出会实时显示在这里。</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for a free slot (%n ahead)</source>
        <translation>
            <numerusform>正在等待空位（前面还有 %n 个）</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for a free slot</source>
        <translation>正在等待空位</translation>
    </message>
    <message>
        <source>It starts by itself as soon as there is one.</source>
        <translation>有空位时会自动开始。</translation>
    </message>
    <message>
        <source>Waiting for the first line</source>
        <translation>正在等待第一行</translation>
    </message>
    <message>
        <source>Nothing was printed</source>
        <translation>没有输出</translation>
    </message>
    <message>
        <source>Deployment #%1 ended before its first line.</source>
        <translation>部署 #%1 在输出第一行之前就结束了。</translation>
    </message>
    <message>
        <source>The log was purged</source>
        <translation>日志已清除</translation>
    </message>
    <message>
        <source>Deployment #%1 was purged, and its log is no longer on this computer.</source>
        <translation>部署 #%1 已清除，它的日志已不在这台电脑上。</translation>
    </message>
    <message>
        <source>The log is lost</source>
        <translation>日志丢失</translation>
    </message>
    <message>
        <source>It was kept in %1, and that file is gone. Miaobu did not remove it. A new deployment writes a new log.</source>
        <translation>它原本保存在 %1，但该文件已不存在（并非由秒部删除）。重新部署会生成新的日志。</translation>
    </message>
    <message>
        <source>The app has said nothing yet</source>
        <translation>应用还没有任何输出</translation>
    </message>
    <message>
        <source>What it prints while it runs appears here as it is printed.</source>
        <translation>应用运行时打印的内容会实时显示在这里。</translation>
    </message>
    <message>
        <source>What the app says cannot be shown</source>
        <translation>无法显示应用的输出</translation>
    </message>
</context>
<context>
    <name>miaobu::app::MenuText</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Open the site</source>
        <translation>打开网站</translation>
    </message>
    <message>
        <source>Take the pin away</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
</context>
<context>
    <name>miaobu::app::NoticeText</name>
    <message>
        <source>%1 #%2 is live</source>
        <translation>%1 #%2 已上线</translation>
    </message>
    <message>
        <source>Open the site</source>
        <translation>打开网站</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>%1 #%2: %3</source>
        <extracomment>A project, the number of its deployment, and how it ended: &quot;shop #43: Failed&quot;</extracomment>
        <translation>%1 #%2：%3</translation>
    </message>
    <message>
        <source>View the log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>%1: a push is being deployed</source>
        <translation>%1：正在部署一次推送</translation>
    </message>
    <message>
        <source>%1: the branch was set back; it was not deployed</source>
        <translation>%1：分支被回退，没有部署</translation>
    </message>
    <message>
        <source>%1 is live</source>
        <translation>%1 已上线</translation>
    </message>
    <message>
        <source>Its certificate is there, and it answers.</source>
        <translation>证书已签发，网站可以访问。</translation>
    </message>
    <message numerus="yes">
        <source>The certificate of %1 ends in %n day(s)</source>
        <translation>
            <numerusform>%1 的证书将在 %n 天后到期</numerusform>
        </translation>
    </message>
    <message>
        <source>ESA renews it by itself while the domain leads there. Look at its records.</source>
        <translation>只要域名仍指向那里，ESA 会自动续期。请检查它的记录。</translation>
    </message>
    <message>
        <source>%1: the preview %2 is live</source>
        <translation>%1：预览 %2 已上线</translation>
    </message>
    <message>
        <source>Open the preview</source>
        <translation>打开预览</translation>
    </message>
</context>
<context>
    <name>miaobu::app::PreviewRemovalDialog</name>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Remove the preview %1?</source>
        <translation>移除预览 %1？</translation>
    </message>
    <message>
        <source>Who has its address finds nothing any more, and its password is forgotten. The site and the repository stay as they are; the preview can be made again.</source>
        <translation>持有该地址的人将再也看不到内容，密码也会被清除。站点和仓库保持不变；预览可以重新创建。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>miaobu::app::PurgeText</name>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>They come back at midnight in Beijing, which is %1 here.</source>
        <translation>将在北京时间零点恢复，即本地 %1。</translation>
    </message>
</context>
<context>
    <name>miaobu::app::RealityText</name>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Nothing answers %1; it should be %2.</source>
        <translation>%1 没有响应；应由 %2 响应。</translation>
    </message>
    <message>
        <source>%1 is answered by %2, not by %3.</source>
        <translation>%1 由 %2 响应，而不是 %3。</translation>
    </message>
    <message>
        <source>%1 is answered by another project, %2.</source>
        <translation>%1 由另一个项目 %2 响应。</translation>
    </message>
    <message>
        <source>%1 is answered by %2 of %3, which this computer did not know.</source>
        <translation>%1 由 %3 的 %2 响应，这台电脑没有相关记录。</translation>
    </message>
    <message>
        <source>%1 leads to a project that is nowhere, %2.</source>
        <translation>%1 指向不存在的项目 %2。</translation>
    </message>
    <message>
        <source>Deployment %1 of %2 is not whole: %3.</source>
        <translation>%2 的部署 %1 不完整：%3。</translation>
    </message>
    <message>
        <source>The bucket has a deployment of %1 that this computer does not know: %2.</source>
        <translation>存储桶中有 %1 的一个部署，这台电脑没有记录：%2。</translation>
    </message>
    <message>
        <source>The bucket still has files of deployment %1 of %2.</source>
        <translation>存储桶中仍有 %2 的部署 %1 的文件。</translation>
    </message>
    <message>
        <source>The bucket has a project that this computer does not know: %1.</source>
        <translation>存储桶中有一个项目，这台电脑没有记录：%1。</translation>
    </message>
    <message>
        <source>The domain %1 is not set up in the cloud.</source>
        <translation>域名 %1 没有在云上配置。</translation>
    </message>
    <message>
        <source>The domain %1 is set up in the cloud and leads nowhere.</source>
        <translation>域名 %1 已在云上配置，但没有指向任何内容。</translation>
    </message>
    <message>
        <source>The function %1 is gone; deploy %2 again.</source>
        <translation>函数 %1 已不存在；请重新部署 %2。</translation>
    </message>
    <message>
        <source>The function %1 belongs to no project.</source>
        <translation>函数 %1 不属于任何项目。</translation>
    </message>
    <message>
        <source>There is no edge routine %1: no site answers.</source>
        <translation>没有边缘函数 %1：所有网站都无法响应。</translation>
    </message>
    <message>
        <source>The edge routine %1 is not the one of this program.</source>
        <translation>边缘函数 %1 不是本程序的版本。</translation>
    </message>
    <message>
        <source>No route leads to the edge routine %1.</source>
        <translation>没有路由指向边缘函数 %1。</translation>
    </message>
    <message>
        <source>Believe the cloud</source>
        <translation>以云上为准</translation>
    </message>
    <message>
        <source>Let %1 answer again</source>
        <translation>让 %1 重新响应</translation>
    </message>
    <message>
        <source>Set it up again</source>
        <translation>重新配置</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>域名</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Edge routine</source>
        <translation>边缘函数</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>miaobu::app::ReasonText</name>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>miaobu::app::RemovalDialog</name>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Delete %1 and take it offline?</source>
        <translation>删除 %1 并让它下线？</translation>
    </message>
    <message>
        <source>Its addresses stop answering, and every deployment on %1 is removed, with logs and settings. The source is not touched: %2</source>
        <translation>它的地址将不再响应，“%1”上的所有部署连同日志和设置都会删除。来源不受影响：%2</translation>
    </message>
    <message>
        <source>Type %1 to go on.</source>
        <translation>请输入 %1 以继续。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>miaobu::app::RemovalText</name>
    <message>
        <source>Route of %1 on %2</source>
        <translation>%2 上 %1 的路由</translation>
    </message>
    <message>
        <source>Domain %1 on %2</source>
        <translation>%2 上的域名 %1</translation>
    </message>
    <message>
        <source>Function %1 on %2</source>
        <translation>%2 上的函数 %1</translation>
    </message>
    <message>
        <source>Images of %1 on %2</source>
        <translation>%2 上 %1 的镜像</translation>
    </message>
    <message>
        <source>Files on %1</source>
        <translation>%1 上的文件</translation>
    </message>
    <message>
        <source>History on this computer</source>
        <translation>这台电脑上的历史</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>being removed</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>still there</source>
        <translation>仍存在</translation>
    </message>
    <message>
        <source>Remove its CNAME record at your DNS provider, too.</source>
        <translation>请同时在你的 DNS 服务商处删除它的 CNAME 记录。</translation>
    </message>
</context>
<context>
    <name>miaobu::app::SetupText</name>
    <message>
        <source>Another account has a bucket of this name. Choose another name.</source>
        <translation>其他账号已有同名的存储桶。请换一个名称。</translation>
    </message>
    <message>
        <source>The bucket is in the region %1. Choose that region, or another bucket.</source>
        <translation>该存储桶位于地域 %1。请选择该地域，或另选存储桶。</translation>
    </message>
    <message>
        <source>Anybody may read this bucket (%1). Make it private, or choose another one.</source>
        <translation>任何人都可以读取该存储桶（%1）。请把它设为私有，或另选一个。</translation>
    </message>
    <message>
        <source>This account has no such ESA site. Choose the site again.</source>
        <translation>该账号没有这个 ESA 站点。请重新选择站点。</translation>
    </message>
    <message>
        <source>The ESA site is not active (%1). Activate it in the ESA console.</source>
        <translation>ESA 站点未激活（%1）。请在 ESA 控制台激活。</translation>
    </message>
    <message>
        <source>The base domain does not belong to the ESA site %1. Choose the site that it belongs to.</source>
        <translation>基础域名不属于 ESA 站点 %1。请选择它所属的站点。</translation>
    </message>
    <message>
        <source>This name leads to %1. Remove that record in the ESA console, or choose another base domain.</source>
        <translation>这个名称已指向 %1。请在 ESA 控制台删除该记录，或另选基础域名。</translation>
    </message>
    <message>
        <source>%1 is not activated in this account. Activate it in the console.</source>
        <translation>这个账号尚未开通 %1。请在控制台开通。</translation>
    </message>
    <message>
        <source>The account is in arrears. Top it up.</source>
        <translation>账号已欠费。请充值。</translation>
    </message>
    <message>
        <source>To undo it, empty and delete the bucket in the OSS console.</source>
        <translation>撤销方法：在 OSS 控制台清空并删除该存储桶。</translation>
    </message>
    <message>
        <source>To undo it, delete the DNS record in the ESA console.</source>
        <translation>撤销方法：在 ESA 控制台删除该 DNS 记录。</translation>
    </message>
    <message>
        <source>To undo it, delete the namespace in the ESA console.</source>
        <translation>撤销方法：在 ESA 控制台删除该命名空间。</translation>
    </message>
    <message>
        <source>To undo it, delete the routine in the ESA console.</source>
        <translation>撤销方法：在 ESA 控制台删除该边缘函数。</translation>
    </message>
    <message>
        <source>To undo it, delete the route in the ESA console.</source>
        <translation>撤销方法：在 ESA 控制台删除该路由。</translation>
    </message>
    <message>
        <source>To undo it, delete the namespace in the Container Registry console.</source>
        <translation>撤销方法：在容器镜像服务控制台删除该命名空间。</translation>
    </message>
    <message>
        <source>To undo it, publish the version before it again.</source>
        <translation>撤销方法：重新发布前一个版本。</translation>
    </message>
    <message>
        <source>To undo it, restore the route&apos;s rule in the ESA console.</source>
        <translation>撤销方法：在 ESA 控制台恢复该路由的规则。</translation>
    </message>
    <message>
        <source>To undo it, restore the record in the ESA console.</source>
        <translation>撤销方法：在 ESA 控制台恢复该记录。</translation>
    </message>
    <message>
        <source>Private bucket</source>
        <translation>私有存储桶</translation>
    </message>
    <message>
        <source>Record for custom domains</source>
        <translation>自定义域名的记录</translation>
    </message>
    <message>
        <source>Record for every site</source>
        <translation>所有网站的记录</translation>
    </message>
    <message>
        <source>Namespace for routes</source>
        <translation>路由的命名空间</translation>
    </message>
    <message>
        <source>Edge routine</source>
        <translation>边缘函数</translation>
    </message>
    <message>
        <source>Route to the edge routine</source>
        <translation>指向边缘函数的路由</translation>
    </message>
    <message>
        <source>Namespace for images</source>
        <translation>镜像的命名空间</translation>
    </message>
    <message>
        <source>Is there</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>Will be made</source>
        <translation>将会创建</translation>
    </message>
    <message>
        <source>Will be changed</source>
        <translation>将会修改</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Version %1 answers now.</source>
        <translation>版本 %1 已在响应。</translation>
    </message>
    <message>
        <source>It is %1 now.</source>
        <translation>现在是 %1。</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>已授予</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Not activated</source>
        <translation>未开通</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Create the routine</source>
        <translation>创建边缘函数</translation>
    </message>
    <message>
        <source>Upload the code</source>
        <translation>上传代码</translation>
    </message>
    <message>
        <source>Make a version of it</source>
        <translation>生成版本</translation>
    </message>
    <message>
        <source>Publish to staging</source>
        <translation>发布到预发</translation>
    </message>
    <message>
        <source>Check staging</source>
        <translation>检查预发</translation>
    </message>
    <message>
        <source>Publish to production</source>
        <translation>发布到生产</translation>
    </message>
    <message>
        <source>Lead every site to it</source>
        <translation>将所有网站指向它</translation>
    </message>
    <message>
        <source>The routine %1 answers nobody yet.</source>
        <translation>边缘函数 %1 还没有响应任何访问。</translation>
    </message>
    <message>
        <source>The routine %1 is up to date.</source>
        <translation>边缘函数 %1 已是最新。</translation>
    </message>
    <message>
        <source>The routine %1 is up to date, but no route leads to it.</source>
        <translation>边缘函数 %1 已是最新，但没有路由指向它。</translation>
    </message>
    <message>
        <source>The routine %1 is not the one of this program.</source>
        <translation>边缘函数 %1 不是本程序的版本。</translation>
    </message>
    <message>
        <source>Only web apps need this; sites are published without it.</source>
        <translation>仅 Web 应用需要；没有它也能发布网站。</translation>
    </message>
</context>
<context>
    <name>miaobu::app::StageSteps</name>
    <message>
        <source>Go live</source>
        <translation>上线</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>miaobu::app::StateText</name>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>检出</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>构建</translation>
    </message>
    <message>
        <source>Check output</source>
        <translation>检查输出</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Purge</source>
        <translation>刷新缓存</translation>
    </message>
    <message>
        <source>Prove</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>已上线</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可回滚</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Purged</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>Plain HTML</source>
        <translation>纯 HTML</translation>
    </message>
    <message>
        <source>Static site</source>
        <translation>静态网站</translation>
    </message>
    <message>
        <source>Python app</source>
        <translation>Python 应用</translation>
    </message>
    <message>
        <source>Node server</source>
        <translation>Node 服务</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Writing the route</source>
        <translation>正在写入路由</translation>
    </message>
    <message>
        <source>Purging</source>
        <translation>正在刷新缓存</translation>
    </message>
    <message>
        <source>Propagating</source>
        <translation>正在生效</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>与之前相同</translation>
    </message>
    <message>
        <source>Going live</source>
        <translation>正在上线</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
</context>
<context>
    <name>miaobu::app::StopDialog</name>
    <message>
        <source>Still deploying</source>
        <translation>仍在部署</translation>
    </message>
    <message>
        <source>Stop what runs, and quit?</source>
        <translation>停止正在运行的任务并退出？</translation>
    </message>
    <message>
        <source>A deployment is under way. Quitting cancels it; the site that is live stays as it is.</source>
        <translation>有部署正在进行。退出会取消它；线上的网站保持不变。</translation>
    </message>
    <message>
        <source>Go on deploying</source>
        <translation>继续部署</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>停止并退出</translation>
    </message>
</context>
<context>
    <name>miaobu::app::TargetPage</name>
    <message>
        <source>Working</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>未配置</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
</context>
<context>
    <name>miaobu::app::TargetRemovalDialog</name>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Remove the target %1 from this computer?</source>
        <translation>从这台电脑移除目标 %1？</translation>
    </message>
    <message>
        <source>Miaobu forgets it and its key. Everything in the cloud stays: your sites go on answering, and nothing is deleted.</source>
        <translation>秒部会移除它和它的密钥。云上的一切都会保留：网站继续响应，不会删除任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n project(s) cannot be deployed until the target is connected again, or another one is chosen.</source>
        <translation>
            <numerusform>有 %n 个项目要等重新连接该目标或改选其他目标后才能部署。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>miaobu::app::TargetText</name>
    <message>
        <source>Hangzhou</source>
        <translation>杭州</translation>
    </message>
    <message>
        <source>Shanghai</source>
        <translation>上海</translation>
    </message>
    <message>
        <source>Beijing</source>
        <translation>北京</translation>
    </message>
    <message>
        <source>Shenzhen</source>
        <translation>深圳</translation>
    </message>
    <message>
        <source>Guangzhou</source>
        <translation>广州</translation>
    </message>
    <message>
        <source>Chengdu</source>
        <translation>成都</translation>
    </message>
    <message>
        <source>Qingdao</source>
        <translation>青岛</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>新加坡</translation>
    </message>
    <message>
        <source>Tokyo</source>
        <translation>东京</translation>
    </message>
    <message>
        <source>Silicon Valley</source>
        <translation>硅谷</translation>
    </message>
    <message>
        <source>Virginia</source>
        <translation>弗吉尼亚</translation>
    </message>
    <message>
        <source>Frankfurt</source>
        <translation>法兰克福</translation>
    </message>
    <message>
        <source>London</source>
        <translation>伦敦</translation>
    </message>
    <message>
        <source>Root user</source>
        <translation>主账号</translation>
    </message>
    <message>
        <source>Role %1</source>
        <translation>角色 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>miaobu::app::UpdateText</name>
    <message>
        <source>Could not look for a newer version: %1</source>
        <translation>无法检查新版本：%1</translation>
    </message>
    <message>
        <source>%1 Last answered %2.</source>
        <extracomment>%1: that it could not be looked; %2: a date and a time</extracomment>
        <translation>%1 上次得到答复：%2。</translation>
    </message>
    <message>
        <source>Looking for a newer version…</source>
        <translation>正在检查新版本…</translation>
    </message>
    <message>
        <source>Not looked for a newer version yet.</source>
        <translation>尚未检查过新版本。</translation>
    </message>
    <message>
        <source>Newer versions are not looked for: that is switched off in the settings.</source>
        <translation>设置中已关闭新版本检查。</translation>
    </message>
    <message>
        <source>Nothing has been released yet (looked %1).</source>
        <translation>还没有发布过任何版本（检查于 %1）。</translation>
    </message>
    <message>
        <source>There is no newer version (looked %1).</source>
        <translation>没有更新的版本（检查于 %1）。</translation>
    </message>
    <message>
        <source>Miaobu %1 is available</source>
        <extracomment>%1: the version</extracomment>
        <translation>秒部 %1 可用</translation>
    </message>
    <message>
        <source>GitHub is asked once a day. Nothing is downloaded.</source>
        <translation>每天向 GitHub 询问一次，不会下载任何内容。</translation>
    </message>
    <message>
        <source>This build names no publisher to ask for newer versions.</source>
        <translation>此构建未注明发布者，无法检查新版本。</translation>
    </message>
</context>
<context>
    <name>miaobu::app::VariableLines</name>
    <message>
        <source>Secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Next deploy</source>
        <translation>下次部署</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>miaobu::app::VariableText</name>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Production and preview</source>
        <translation>生产和预览</translation>
    </message>
    <message>
        <source>Build and run</source>
        <translation>构建和运行</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>构建</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>It decides which programs run, so builds do not get it.</source>
        <translation>它决定运行哪些程序，因此不会传给构建。</translation>
    </message>
    <message>
        <source>It changes how every tool of the build runs.</source>
        <translation>它会改变构建中所有工具的行为。</translation>
    </message>
    <message>
        <source>Builds set it themselves; this takes the place of theirs.</source>
        <translation>构建会自行设置它；这里的值会取而代之。</translation>
    </message>
    <message>
        <source>Line %1 opens a quote that is never closed.</source>
        <translation>第 %1 行的引号没有结束。</translation>
    </message>
    <message>
        <source>Line %1 goes on behind its closing quote.</source>
        <translation>第 %1 行在结束引号之后还有内容。</translation>
    </message>
    <message>
        <source>Line %1 is no NAME=value.</source>
        <translation>第 %1 行不是 NAME=value。</translation>
    </message>
    <message>
        <source>Line %1 gives %2 another value; that one counts.</source>
        <translation>第 %1 行为 %2 给出了另一个值，以该行为准。</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>different</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>only in the file</source>
        <translation>仅在文件中</translation>
    </message>
    <message>
        <source>only stored</source>
        <translation>仅已保存</translation>
    </message>
    <message>
        <source>as deployed</source>
        <translation>与部署一致</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>部署后已更改</translation>
    </message>
    <message>
        <source>not deployed yet</source>
        <translation>尚未部署</translation>
    </message>
    <message>
        <source>removed since</source>
        <translation>部署后已移除</translation>
    </message>
    <message>
        <source>never deployed</source>
        <translation>从未部署</translation>
    </message>
    <message>
        <source>The variables of the app take %1 bytes; Function Compute takes %2.</source>
        <translation>应用的变量共 %1 字节；函数计算最多接受 %2 字节。</translation>
    </message>
    <message>
        <source>An app is told the port of its settings in PORT, and this value is left out: choose another port there.</source>
        <translation>应用会从 PORT 得知其设置中的端口，此值会被忽略：请在那里选择其他端口。</translation>
    </message>
</context>
<context>
    <name>miaobu::app::WatchText</name>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Not looked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message numerus="yes">
        <source>Looked %n s ago</source>
        <translation>
            <numerusform>%n 秒前检查过</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked %1</source>
        <extracomment>%1: &quot;12 min ago&quot;</extracomment>
        <translation>%1检查过</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <extracomment>A commit: its message and its short hash</extracomment>
        <translation>“%1”（%2）</translation>
    </message>
    <message>
        <source>GitHub wants to be left alone until %1.</source>
        <translation>GitHub 要求在 %1 之前不再询问。</translation>
    </message>
    <message>
        <source>The server cannot be reached. It is tried again at %1.</source>
        <translation>无法连接服务器，将在 %1 重试。</translation>
    </message>
    <message>
        <source>The server asks for a sign-in: sign in again, and pushes are deployed again.</source>
        <translation>服务器要求登录：重新登录后，推送会继续自动部署。</translation>
    </message>
    <message>
        <source>Begun at %1; what is pushed from now on is deployed.</source>
        <translation>从 %1 开始；之后推送的内容会自动部署。</translation>
    </message>
    <message>
        <source>%1 was deployed by itself, %2.</source>
        <translation>%1 已自动部署，%2。</translation>
    </message>
    <message>
        <source>%1 has been deployed already.</source>
        <translation>%1 之前已经部署过。</translation>
    </message>
    <message>
        <source>%1 is deployed once the deployment under way has ended.</source>
        <translation>当前部署结束后会部署 %1。</translation>
    </message>
    <message>
        <source>%1 was not deployed: its message asks to skip it.</source>
        <translation>没有部署 %1：提交信息要求跳过。</translation>
    </message>
    <message>
        <source>The branch was set back to %1, from before what is online, so it was not deployed. Press Deploy if that is what you want.</source>
        <translation>分支被回退到 %1，它早于线上版本，因此没有部署。如果这正是你想要的，请点击“部署”。</translation>
    </message>
    <message>
        <source>%1 was not deployed: it changed nothing in %2.</source>
        <translation>没有部署 %1：它没有改动 %2 中的内容。</translation>
    </message>
    <message>
        <source>%1 could not be deployed.</source>
        <translation>无法部署 %1。</translation>
    </message>
    <message>
        <source>the default branch</source>
        <translation>默认分支</translation>
    </message>
    <message>
        <source>A push to %1 is deployed when you press Deploy.</source>
        <translation>点击“部署”时才会部署推送到 %1 的内容。</translation>
    </message>
    <message>
        <source>A push to %1 is deployed by itself.</source>
        <translation>推送到 %1 的内容会自动部署。</translation>
    </message>
    <message>
        <source>A push to %1 that changes something in %2 is deployed by itself.</source>
        <translation>推送到 %1 且改动了 %2 的内容会自动部署。</translation>
    </message>
    <message>
        <source>What is pushed while Miaobu is closed is deployed at its next start.</source>
        <translation>秒部关闭期间推送的内容会在下次启动时部署。</translation>
    </message>
</context>
</TS>
