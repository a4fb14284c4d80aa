<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>Settings</source>
        <translation>设置</translation>
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
</context>
<context>
    <name>DeploymentDelegate</name>
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
    <name>DeploymentList</name>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
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
        <source>Install Node.js, for example with nvm or from your system&apos;s packages, then deploy again.</source>
        <translation>请用 nvm 或系统软件包安装 Node.js，然后重新部署。</translation>
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
        <source>Install a version that fits, for example with “nvm install”, or choose another in the settings.</source>
        <translation>请安装符合要求的版本（例如用“nvm install”），或在设置中另选版本。</translation>
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
        <translation>%1 转向了另一个地址。</translation>
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
        <source>Check the key of this target.</source>
        <translation>请检查该目标的密钥。</translation>
    </message>
    <message>
        <source>The signature was refused.</source>
        <translation>签名被拒绝。</translation>
    </message>
    <message>
        <source>Check the access key secret of this target.</source>
        <translation>请检查该目标的 AccessKey Secret。</translation>
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
        <translation>到达的内容与检查过的不一致。</translation>
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
        <source>No secret was found for %1.</source>
        <translation>没有找到 %1 的密钥。</translation>
    </message>
    <message>
        <source>Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, then try again.</source>
        <translation>请设置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET，然后重试。</translation>
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
        <source>The repository keeps files in Git LFS, which were not fetched.</source>
        <translation>仓库用 Git LFS 保存文件，这些文件没有取回。</translation>
    </message>
    <message>
        <source>These are pointers instead of content: %1.</source>
        <translation>这些只是指针而不是内容：%1。</translation>
    </message>
    <message>
        <source>Install git-lfs, run “git lfs pull” in a clone and deploy that folder.</source>
        <translation>请安装 git-lfs，在克隆中运行“git lfs pull”，然后部署该文件夹。</translation>
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
        <source>This is a %1, and Miaobu cannot run it yet.</source>
        <translation>这是一个 %1，秒部还不能运行它。</translation>
    </message>
    <message>
        <source>It needs a server; static sites can be deployed today.</source>
        <translation>它需要服务器；目前可以部署静态网站。</translation>
    </message>
    <message>
        <source>Deploy a static site, or switch the framework to static output.</source>
        <translation>请部署静态网站，或把框架切换为静态输出。</translation>
    </message>
    <message>
        <source>A server answered with an error.</source>
        <translation>服务器返回了错误。</translation>
    </message>
    <message>
        <source>It was left as it is, with a copy at %1. Your sites are not affected.</source>
        <translation>文件保持原样，副本在 %1。您的网站不受影响。</translation>
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
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Live</source>
        <translation>已上线</translation>
    </message>
    <message>
        <source>Published to</source>
        <translation>发布到</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
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
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n 个文件，%1</numerusform>
        </translation>
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
</context>
<context>
    <name>LogTab</name>
    <message>
        <source>#%1 · %2</source>
        <translation>#%1 · %2</translation>
    </message>
    <message>
        <source>No log yet</source>
        <translation>还没有日志</translation>
    </message>
    <message>
        <source>Deploy, and what the build prints appears here as it is printed.</source>
        <translation>部署后，构建的输出会实时显示在这里。</translation>
    </message>
    <message>
        <source>Waiting for the first line</source>
        <translation>正在等待第一行</translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s) before it in the queue</source>
        <translation>
            <numerusform>队列中前面还有 %n 个部署</numerusform>
        </translation>
    </message>
    <message>
        <source>This log is gone</source>
        <translation>这份日志已不存在</translation>
    </message>
    <message>
        <source>Its file is no longer on this computer.</source>
        <translation>它的文件已不在这台电脑上。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 处</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>Build log</source>
        <translation>构建日志</translation>
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
        <source>Fetching the repository and looking at how it is built…</source>
        <translation>正在获取仓库并查看构建方式…</translation>
    </message>
    <message>
        <source>Looking at how it is built…</source>
        <translation>正在查看构建方式…</translation>
    </message>
    <message>
        <source>Where does the site come from?</source>
        <translation>网站从哪里来？</translation>
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
</context>
<context>
    <name>ProjectController</name>
    <message>
        <source>Rolling back</source>
        <translation>正在回滚</translation>
    </message>
    <message>
        <source>Rolled back to #%1.</source>
        <translation>已回滚到 #%1。</translation>
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
        <source>Deleting</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>The project is deleted.</source>
        <translation>项目已删除。</translation>
    </message>
    <message>
        <source>Saved the log as %1.</source>
        <translation>日志已保存为 %1。</translation>
    </message>
    <message>
        <source>The log could not be written to %1.</source>
        <translation>无法把日志写入 %1。</translation>
    </message>
</context>
<context>
    <name>ProjectDelegate</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
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
</context>
<context>
    <name>RemovalDialog</name>
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
</context>
<context>
    <name>WindowFrame</name>
    <message>
        <source>Miaobu</source>
        <translation>秒部</translation>
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
        <source>Where to build; “host” is this computer itself.</source>
        <translation>在哪里构建；“host”是这台电脑本身。</translation>
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
        <translation>让一个部署响应某个主机。</translation>
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
        <source>Line %1 is no NAME=value.</source>
        <translation>第 %1 行不是 NAME=value。</translation>
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
        <source>Only --builder host is available.</source>
        <translation>目前只支持 --builder host。</translation>
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
        <translation>%1 现在由部署 #%2 响应。</translation>
    </message>
    <message>
        <source>This removes the site, its files and its history. Type “%1” to go on: </source>
        <translation>这会删除网站、它的文件和历史。输入“%1”以继续：</translation>
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
</context>
<context>
    <name>miaobu::app::DeploymentMenu</name>
    <message>
        <source>Open site</source>
        <translation>打开网站</translation>
    </message>
    <message>
        <source>Roll back to this</source>
        <translation>回滚到这个版本</translation>
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
</context>
</TS>
