<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&amp;Licences…</source>
        <translation>许可证(&amp;L)…</translation>
    </message>
    <message>
        <source>A desktop control panel for the TikMatrix Local API.</source>
        <translation>TikMatrix 本地 API 的桌面控制面板。</translation>
    </message>
    <message>
        <source>About MatrixDeck</source>
        <translation>关于 MatrixDeck</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>MatrixDeck is free software under the MIT licence. It uses Qt and PySide6 under the GNU Lesser General Public License version 3; you may replace these libraries by your own builds. Icons: Material Design Icons, Apache licence 2.0.</source>
        <translation>MatrixDeck 是采用 MIT 许可证的自由软件。它依据 GNU 宽通用公共许可证第 3 版使用 Qt 和 PySide6，您可以用自行构建的版本替换这些库。图标：Material Design Icons，Apache 许可证 2.0。</translation>
    </message>
    <message>
        <source>Qt licences</source>
        <translation>Qt 许可证</translation>
    </message>
    <message>
        <source>Show everything that MatrixDeck is made of, with its licences</source>
        <translation>查看 MatrixDeck 的所有组成部分及其许可证</translation>
    </message>
    <message>
        <source>TikMatrix (not affiliated)</source>
        <translation>TikMatrix（与本项目无隶属关系）</translation>
    </message>
    <message>
        <source>Version {version} · Qt {qt} · Python {python}</source>
        <translation>版本 {version} · Qt {qt} · Python {python}</translation>
    </message>
</context>
<context>
    <name>AccountChoice</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n 个账号</numerusform>
        </translation>
    </message>
    <message>
        <source>Account names, one a line</source>
        <translation>账号名，每行一个</translation>
    </message>
    <message>
        <source>Accounts that TikMatrix has named; choosing one adds it</source>
        <translation>TikMatrix 提到过的账号，选择后即添加</translation>
    </message>
    <message>
        <source>Add a known account</source>
        <translation>添加已知账号</translation>
    </message>
    <message>
        <source>Add all known accounts of a kind</source>
        <translation>添加某一类的全部已知账号</translation>
    </message>
    <message>
        <source>Add all…</source>
        <translation>全部添加…</translation>
    </message>
    <message>
        <source>All known accounts</source>
        <translation>所有已知账号</translation>
    </message>
    <message>
        <source>Tag {tag}</source>
        <translation>标签 {tag}</translation>
    </message>
    <message>
        <source>one account name a line</source>
        <translation>每行一个账号名</translation>
    </message>
</context>
<context>
    <name>AddDevicesDialog</name>
    <message numerus="yes">
        <source>%n already in the list</source>
        <translation>
            <numerusform>%n 台已在列表中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) that cannot be read</source>
        <translation>
            <numerusform>%n 行无法识别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new device(s)</source>
        <translation>
            <numerusform>%n 台新设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n device(s)</source>
        <translation>
            <numerusform>添加 %n 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>Add devices</source>
        <translation>添加设备</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a CSV file</source>
        <translation>选择 CSV 文件</translation>
    </message>
    <message>
        <source>Devices, one a line</source>
        <translation>设备，每行一台</translation>
    </message>
    <message>
        <source>From a CSV &amp;file…</source>
        <translation>从 CSV 文件导入(&amp;F)…</translation>
    </message>
    <message>
        <source>Line {number}: “{text}” is not a serial.</source>
        <translation>第 {number} 行：“{text}”不是设备序列号。</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt *.tsv)</source>
        <translation>列表文件 (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>One device a line: its ADB serial, then nickname, group and note if you like, with commas between. It is what “adb devices” lists.</source>
        <translation>每行一台设备：先写 ADB 序列号（即“adb devices”列出的内容），之后可用逗号分隔，依次填写昵称、分组和备注。</translation>
    </message>
    <message>
        <source>Take the list from a CSV file</source>
        <translation>从 CSV 文件读取设备列表</translation>
    </message>
</context>
<context>
    <name>Again</name>
    <message>
        <source>Keys are never taken from a task.</source>
        <translation>绝不会从任务中读取密钥。</translation>
    </message>
    <message>
        <source>Not taken, because the form has no field for it: {names}.</source>
        <translation>未采用，因为表单中没有对应的字段：{names}。</translation>
    </message>
    <message>
        <source>Not taken, because the value is of another kind: {names}.</source>
        <translation>未采用，因为值的类型不符：{names}。</translation>
    </message>
    <message>
        <source>Only the pairs of device and target that were chosen are made again, as long as neither list is changed.</source>
        <translation>只要两个列表都未更改，就只重新创建所选的设备与目标组合。</translation>
    </message>
    <message numerus="yes">
        <source>Only the tasks of {name} were taken; %n of other scripts were not.</source>
        <translation>
            <numerusform>仅采用了 {name} 的任务，其他脚本的 %n 个任务未采用。</numerusform>
        </translation>
    </message>
    <message>
        <source>The Local API does not take the script {name}: it cannot be made again.</source>
        <translation>本地 API 不支持脚本 {name}，无法重新创建。</translation>
    </message>
    <message>
        <source>The arguments of the task cannot be read: the form keeps its own.</source>
        <translation>无法读取任务的参数：表单保留原有设置。</translation>
    </message>
    <message>
        <source>Their settings are not the same: those of the first were taken.</source>
        <translation>各任务的设置不同：已采用第一个任务的设置。</translation>
    </message>
</context>
<context>
    <name>ApiError</name>
    <message>
        <source>Check the address and the port in the settings.</source>
        <translation>请在设置中检查地址和端口。</translation>
    </message>
    <message>
        <source>Correct what the message names and send it again.</source>
        <translation>请按提示修正后重新发送。</translation>
    </message>
    <message>
        <source>It was deleted meanwhile, or this version of TikMatrix does not have this function.</source>
        <translation>任务可能已被删除，或者当前版本的 TikMatrix 没有此功能。</translation>
    </message>
    <message>
        <source>No complete answer came.</source>
        <translation>没有收到完整的应答。</translation>
    </message>
    <message>
        <source>Nothing answers at this address. TikMatrix may be closed, updating itself, or on another port.</source>
        <translation>此地址没有响应。TikMatrix 可能已关闭、正在更新，或使用了其他端口。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未做任何更改。</translation>
    </message>
    <message>
        <source>Something answers at this address, but not as TikMatrix does.</source>
        <translation>此地址有程序响应，但不像是 TikMatrix。</translation>
    </message>
    <message>
        <source>Start TikMatrix on this PC, or check the address in the settings.</source>
        <translation>请在本机启动 TikMatrix，或在设置中检查地址。</translation>
    </message>
    <message>
        <source>The answer is not from the Local API</source>
        <translation>响应并非来自本地 API</translation>
    </message>
    <message>
        <source>The call failed</source>
        <translation>调用失败</translation>
    </message>
    <message>
        <source>The list is refreshed; look again.</source>
        <translation>列表已刷新，请重新查看。</translation>
    </message>
    <message>
        <source>The request arrived, but TikMatrix could not carry it out.</source>
        <translation>请求已送达，但 TikMatrix 未能执行。</translation>
    </message>
    <message>
        <source>This plan has no Local API</source>
        <translation>当前计划不含本地 API</translation>
    </message>
    <message>
        <source>TikMatrix answers, but the Local API needs the Pro, Team or Business plan.</source>
        <translation>TikMatrix 有响应，但本地 API 需要 Pro、Team 或 Business 计划。</translation>
    </message>
    <message>
        <source>TikMatrix cannot be reached</source>
        <translation>无法连接 TikMatrix</translation>
    </message>
    <message>
        <source>TikMatrix did not answer in time</source>
        <translation>TikMatrix 响应超时</translation>
    </message>
    <message>
        <source>TikMatrix has no such task</source>
        <translation>TikMatrix 中没有此任务</translation>
    </message>
    <message>
        <source>TikMatrix refused the request</source>
        <translation>TikMatrix 拒绝了请求</translation>
    </message>
    <message>
        <source>TikMatrix reported an error of its own</source>
        <translation>TikMatrix 报告了内部错误</translation>
    </message>
    <message>
        <source>Try again in a moment. If it goes on, restart TikMatrix.</source>
        <translation>请稍后再试。如果问题持续出现，请重启 TikMatrix。</translation>
    </message>
    <message>
        <source>Upgrade the plan in TikMatrix, then try again.</source>
        <translation>请在 TikMatrix 中升级计划后再试。</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message numerus="yes">
        <source>%n request(s) may or may not have arrived.</source>
        <translation>
            <numerusform>有 %n 个请求不确定是否已送达。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has looked through the tasks for them yet.</source>
        <translation>尚未在任务列表中查找过它们的任务。</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>重新发送…</translation>
    </message>
    <message>
        <source>Send the unknown requests again</source>
        <translation>重新发送结果未知的请求</translation>
    </message>
    <message>
        <source>Sending is paused.</source>
        <translation>发送已暂停。</translation>
    </message>
    <message>
        <source>Shows what was found, and asks first: what did arrive would be made twice</source>
        <translation>先显示查找结果并请您确认：已送达的请求若重新发送，任务会重复创建</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Try now</source>
        <translation>立即重连(&amp;T)</translation>
    </message>
    <message>
        <source>API enabled</source>
        <translation>API 已启用</translation>
    </message>
    <message>
        <source>An embedded simulator, not a real TikMatrix: no phone does anything</source>
        <translation>内置模拟器，并非真正的 TikMatrix：不会操作任何手机</translation>
    </message>
    <message>
        <source>Compose a new task (Ctrl+N)</source>
        <translation>新建任务 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>No API</source>
        <translation>API 未启用</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Try to reach TikMatrix now</source>
        <translation>立即尝试连接 TikMatrix</translation>
    </message>
    <message>
        <source>Unknown plan</source>
        <translation>未知计划</translation>
    </message>
    <message>
        <source>{running} running of {limit} at once · {waiting} waiting</source>
        <translation>运行中 {running} / 并发上限 {limit} · 等待中 {waiting}</translation>
    </message>
    <message>
        <source>{running} running · {waiting} waiting</source>
        <translation>运行中 {running} · 等待中 {waiting}</translation>
    </message>
    <message>
        <source>＋ New task</source>
        <translation>＋ 新建任务</translation>
    </message>
</context>
<context>
    <name>BatchActions</name>
    <message>
        <source>Cancel the rest</source>
        <translation>取消剩余请求</translation>
    </message>
    <message>
        <source>Delete its tasks that have not begun</source>
        <translation>删除其中尚未开始的任务</translation>
    </message>
    <message>
        <source>Delete what is left…</source>
        <translation>删除剩余任务…</translation>
    </message>
    <message>
        <source>Do not send what still waits here</source>
        <translation>不再发送此批次中仍在等待的请求</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Give it another name</source>
        <translation>更改批次名称</translation>
    </message>
    <message>
        <source>Go on sending</source>
        <translation>继续发送</translation>
    </message>
    <message>
        <source>It is being sent already.</source>
        <translation>已在发送中。</translation>
    </message>
    <message>
        <source>It is still being sent: pause it, or cancel the rest.</source>
        <translation>仍在发送中：请先暂停，或取消剩余请求。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Look through the tasks for the requests whose fate is unknown; nothing is sent</source>
        <translation>在任务列表中查找结果未知的请求，不会发送任何内容</translation>
    </message>
    <message>
        <source>No batch is selected.</source>
        <translation>未选择批次。</translation>
    </message>
    <message>
        <source>No task has been made yet.</source>
        <translation>尚未创建任务。</translation>
    </message>
    <message>
        <source>None of its tasks has failed.</source>
        <translation>没有失败的任务。</translation>
    </message>
    <message>
        <source>None of its tasks is running.</source>
        <translation>没有运行中的任务。</translation>
    </message>
    <message>
        <source>None of its tasks waits.</source>
        <translation>没有等待中的任务。</translation>
    </message>
    <message>
        <source>Nothing of it waits to be sent.</source>
        <translation>没有等待发送的请求。</translation>
    </message>
    <message>
        <source>Nothing was held back or cancelled.</source>
        <translation>没有暂缓或已取消的请求。</translation>
    </message>
    <message>
        <source>Nothing was refused.</source>
        <translation>没有被拒绝的请求。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Put its failed tasks back in the queue</source>
        <translation>将其中失败的任务重新排队</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Retry failed…</source>
        <translation>重试失败任务…</translation>
    </message>
    <message>
        <source>Save its tasks, and what got none, as CSV or Excel</source>
        <translation>将其任务及未创建任务的目标保存为 CSV 或 Excel</translation>
    </message>
    <message>
        <source>Send nothing more until it is resumed</source>
        <translation>在继续之前不再发送</translation>
    </message>
    <message>
        <source>Send refused again…</source>
        <translation>重新发送被拒绝的请求…</translation>
    </message>
    <message>
        <source>Send the rest</source>
        <translation>发送剩余请求</translation>
    </message>
    <message>
        <source>Send what was held back or cancelled</source>
        <translation>发送暂缓或已取消的请求</translation>
    </message>
    <message>
        <source>Send what was refused, or looked for and not found, once more</source>
        <translation>重新发送被拒绝的请求，以及查找后未找到任务的请求</translation>
    </message>
    <message>
        <source>Show its tasks</source>
        <translation>显示此批次的任务</translation>
    </message>
    <message>
        <source>Show the tasks of this batch alone in the task table</source>
        <translation>在任务表中仅显示此批次的任务</translation>
    </message>
    <message>
        <source>Stop its running tasks</source>
        <translation>停止其中运行中的任务</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>停止…</translation>
    </message>
    <message>
        <source>Take it off this list; its tasks stay as they are</source>
        <translation>从列表中移除，其任务保持不变</translation>
    </message>
    <message>
        <source>The fate of every request is known.</source>
        <translation>所有请求的结果均已明确。</translation>
    </message>
</context>
<context>
    <name>BatchCommands</name>
    <message>
        <source>Export the batch</source>
        <translation>导出批次</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
</context>
<context>
    <name>BatchDeviceTable</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>BatchLine</name>
    <message>
        <source>Cancel the rest</source>
        <translation>取消剩余请求</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Requests that have gone out</source>
        <translation>已发出的请求</translation>
    </message>
    <message>
        <source>Show the batch</source>
        <translation>查看批次</translation>
    </message>
    <message>
        <source>{name}: {done} of {requests} requests, {tasks} tasks made</source>
        <translation>{name}：已处理 {done} / {requests} 个请求，已创建 {tasks} 个任务</translation>
    </message>
    <message>
        <source>{words}, paused</source>
        <translation>{words}，已暂停</translation>
    </message>
</context>
<context>
    <name>BatchList</name>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
</context>
<context>
    <name>BatchPane</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>as it was when TikMatrix last answered</source>
        <translation>截至 TikMatrix 上次响应时</translation>
    </message>
</context>
<context>
    <name>BatchRequestTable</name>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>BatchWords</name>
    <message>
        <source>A key that this batch needs is not known any more ({reason}). Save it in the form, then go on.</source>
        <translation>此批次所需的密钥已不可用（{reason}）。请在表单中保存密钥，然后继续。</translation>
    </message>
    <message>
        <source>It was sent to {sent_to}, and {here} is asked now: nothing shows that both are the same TikMatrix, so it cannot be told.</source>
        <translation>请求当时发往 {sent_to}，而现在查询的是 {here}：无法确认两者是同一个 TikMatrix，因此无法判断。</translation>
    </message>
    <message>
        <source>None of {expected} tasks was found after number {since}; looked {looks} times, at {seen} newer tasks, the newest is number {newest}.</source>
        <translation>在任务 {since} 之后未找到 {expected} 个任务中的任何一个；共查找 {looks} 次，检查了其后的 {seen} 个任务，最新任务的 ID 为 {newest}。</translation>
    </message>
    <message>
        <source>Only {count} of {expected} tasks were found after number {since}, numbers {first} to {last}; looked {looks} times, at {seen} newer tasks.</source>
        <translation>在任务 {since} 之后仅找到 {count} / {expected} 个任务，ID 为 {first} 至 {last}；共查找 {looks} 次，检查了其后的 {seen} 个任务。</translation>
    </message>
    <message>
        <source>Something in the panel went wrong: {reason}</source>
        <translation>面板出现异常：{reason}</translation>
    </message>
    <message>
        <source>Task number {since} is another one than it was: this is another list, and cannot tell.</source>
        <translation>任务 {since} 已不是原来的任务：这是另一个列表，无法据此判断。</translation>
    </message>
    <message>
        <source>The answer contradicts itself: it names {named} tasks and counts {said}.</source>
        <translation>应答自相矛盾：列出了 {named} 个任务，却称共有 {said} 个。</translation>
    </message>
    <message>
        <source>The answer names tasks that are not on the list.</source>
        <translation>应答中的任务不在任务列表中。</translation>
    </message>
    <message>
        <source>The answer names {count} tasks where {expected} were expected.</source>
        <translation>应答列出了 {count} 个任务，而预期为 {expected} 个。</translation>
    </message>
    <message>
        <source>The answer says that no task was made.</source>
        <translation>应答表明没有创建任务。</translation>
    </message>
    <message>
        <source>The key of this batch was not kept. Send it anew from the form.</source>
        <translation>此批次的密钥未保存。请从表单重新发送。</translation>
    </message>
    <message>
        <source>The newest task is number {newest}, but number {since} was there before: the list was cleared or is another one, and cannot tell.</source>
        <translation>最新任务的 ID 为 {newest}，但此前已有任务 {since}：列表已被清空或换成了另一个列表，无法据此判断。</translation>
    </message>
    <message>
        <source>The panel ended while this was under way.</source>
        <translation>处理过程中面板已退出。</translation>
    </message>
    <message>
        <source>The panel was closed before everything was sent.</source>
        <translation>尚未全部发送，面板就已关闭。</translation>
    </message>
    <message>
        <source>The task list could not be read: {reason}</source>
        <translation>无法读取任务列表：{reason}</translation>
    </message>
    <message>
        <source>There is no connection to TikMatrix.</source>
        <translation>未连接到 TikMatrix。</translation>
    </message>
    <message>
        <source>TikMatrix could not be asked: {reason}</source>
        <translation>无法向 TikMatrix 发送请求：{reason}</translation>
    </message>
    <message>
        <source>TikMatrix is asked at another address now: {here}</source>
        <translation>TikMatrix 的地址已改为：{here}</translation>
    </message>
    <message>
        <source>Whether the last request arrived could not be looked up: {reason}</source>
        <translation>无法查明最后一个请求是否已送达：{reason}</translation>
    </message>
    <message>
        <source>{count} more tasks like these were made after number {since}, numbers {first} to {last}, that no answer named: the connection may have delivered the request twice.</source>
        <translation>在任务 {since} 之后还创建了 {count} 个此类任务，ID 为 {first} 至 {last}，但没有应答提到它们：请求可能被重复送达。</translation>
    </message>
    <message>
        <source>{count} of {expected} tasks were found after number {since}, and their count kept changing over {looks} looks: it cannot be told yet.</source>
        <translation>在任务 {since} 之后找到 {count} / {expected} 个任务，但 {looks} 次查找中数量一直在变化：暂时无法判断。</translation>
    </message>
    <message>
        <source>{count} of {expected} tasks were found after number {since}, and {alike} that are alike but differ in their settings or their origin: whose they are cannot be told.</source>
        <translation>在任务 {since} 之后找到 {count} / {expected} 个任务，另有 {alike} 个相似但设置或来源不同的任务：无法判断它们的归属。</translation>
    </message>
    <message>
        <source>{count} of {expected} tasks were found after number {since}, and {broken} could not be read: whether those are of this request cannot be told.</source>
        <translation>在任务 {since} 之后找到 {count} / {expected} 个任务，另有 {broken} 个无法读取：无法判断它们是否属于此请求。</translation>
    </message>
    <message>
        <source>{count} of {expected} tasks were found after number {since}, and {gone} numbers since then are missing: whether those were of this request cannot be told.</source>
        <translation>在任务 {since} 之后找到 {count} / {expected} 个任务，但其后缺失 {gone} 个 ID：无法判断它们是否属于此请求。</translation>
    </message>
    <message>
        <source>{count} of {expected} tasks were found, numbers {first} to {last}, made after number {since}.</source>
        <translation>已找到 {count} / {expected} 个任务，ID 为 {first} 至 {last}，均在任务 {since} 之后创建。</translation>
    </message>
    <message>
        <source>{count} tasks like these were found after number {since}, numbers {first} to {last}, where {expected} were asked for: which of them are of this request cannot be told.</source>
        <translation>在任务 {since} 之后找到 {count} 个此类任务，ID 为 {first} 至 {last}，而请求的是 {expected} 个：无法判断其中哪些属于此请求。</translation>
    </message>
</context>
<context>
    <name>Batches</name>
    <message numerus="yes">
        <source>%n request(s) will never be sent.</source>
        <translation>
            <numerusform>%n 个请求将不会再发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) got no task.</source>
        <translation>
            <numerusform>有 %n 个目标未创建任务。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) made</source>
        <translation>
            <numerusform>已创建 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>(not listed yet)</source>
        <translation>（尚未列出）</translation>
    </message>
    <message>
        <source>(not made)</source>
        <translation>（未创建）</translation>
    </message>
    <message>
        <source>(not there any more)</source>
        <translation>（已不存在）</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Batch: {name}</source>
        <translation>批次：{name}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Device name</source>
        <translation>设备名称</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>For: {names}</source>
        <translation>目标：{names}</translation>
    </message>
    <message>
        <source>Forget this batch?</source>
        <translation>移除此批次？</translation>
    </message>
    <message>
        <source>Its tasks stay as they are; what was asked for them is no longer known here.</source>
        <translation>其任务保持不变，但此处将不再保留当初的请求内容。</translation>
    </message>
    <message>
        <source>No task for:</source>
        <translation>未创建任务的目标：</translation>
    </message>
    <message>
        <source>No task for: {names}</source>
        <translation>未创建任务的目标：{names}</translation>
    </message>
    <message>
        <source>No. {number}: {note}</source>
        <translation>请求 {number}：{note}</translation>
    </message>
    <message>
        <source>Nobody has looked yet whether it arrived.</source>
        <translation>尚未检查是否已送达。</translation>
    </message>
    <message>
        <source>Not created</source>
        <translation>未创建</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分创建</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Request state</source>
        <translation>请求状态</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message numerus="yes">
        <source>Send %n refused request(s) again?</source>
        <translation>
            <numerusform>重新发送 %n 个被拒绝的请求？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n unknown request(s) again?</source>
        <translation>
            <numerusform>重新发送 %n 个结果未知的请求？</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Sent at {time}</source>
        <translation>发送于 {time}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Task ID</source>
        <translation>任务 ID</translation>
    </message>
    <message numerus="yes">
        <source>The fate of %n request(s) will never be known.</source>
        <translation>
            <numerusform>%n 个请求的结果将无从得知。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>What did arrive after all would be made twice. Look at the tasks first if in doubt.</source>
        <translation>如果请求其实已送达，任务会重复创建。如有疑问，请先查看任务。</translation>
    </message>
    <message>
        <source>about {span} left</source>
        <translation>大约还需 {span}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>及其他 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>还需不到 1 分钟</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>部分创建</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>sending {n} of {all}</source>
        <translation>正在发送 {n} / {all}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>{made} of {expected}</source>
        <translation>{made} / {expected}</translation>
    </message>
    <message>
        <source>{made} of {expected} tasks made</source>
        <translation>已创建 {made} / {expected} 个任务</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n}%</translation>
    </message>
    <message>
        <source>{n} deleted</source>
        <translation>已删除 {n}</translation>
    </message>
    <message>
        <source>{n} done</source>
        <translation>已完成 {n}</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>失败 {n}</translation>
    </message>
    <message>
        <source>{n} not made</source>
        <translation>未创建 {n}</translation>
    </message>
    <message>
        <source>{n} refused</source>
        <translation>被拒绝 {n}</translation>
    </message>
    <message>
        <source>{n} running</source>
        <translation>运行中 {n}</translation>
    </message>
    <message>
        <source>{n} unknown</source>
        <translation>未知 {n}</translation>
    </message>
    <message>
        <source>{n} waiting</source>
        <translation>等待中 {n}</translation>
    </message>
</context>
<context>
    <name>BatchesPage</name>
    <message>
        <source>Everything that you send is kept here: what was asked, what was made, what came of it.</source>
        <translation>您发送的一切都会保留在这里：请求了什么、创建了什么、结果如何。</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>No batches yet</source>
        <translation>还没有批次</translation>
    </message>
</context>
<context>
    <name>BatchesTab</name>
    <message>
        <source>A batch waits for you: see what is unknown, or why it was paused.</source>
        <translation>有批次等待您处理：请查看结果未知的请求，或批次暂停的原因。</translation>
    </message>
</context>
<context>
    <name>CaptionsField</name>
    <message numerus="yes">
        <source>%n blank</source>
        <translation>
            <numerusform>%n 行空白</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n caption(s)</source>
        <translation>
            <numerusform>%n 条文案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n 个字符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated</source>
        <translation>
            <numerusform>%n 条重复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ceiling</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Every device may then have {new} {script} tasks a day, from now on. It stands in the settings. {name} has had {has} today already.</source>
        <translation>从现在起，每台设备每天最多可有 {new} 个 {script} 任务。该上限保存在设置中。{name} 今天已有 {has} 个。</translation>
    </message>
    <message>
        <source>Raise the ceiling</source>
        <translation>提高上限</translation>
    </message>
    <message>
        <source>Raise the ceiling from {old} to {new}?</source>
        <translation>将上限从 {old} 提高到 {new}？</translation>
    </message>
    <message>
        <source>Raise to {new}</source>
        <translation>提高到 {new}</translation>
    </message>
</context>
<context>
    <name>CeilingsPage</name>
    <message>
        <source>Most tasks of a script on one device in one day. Above it the panel creates nothing until the ceiling is raised. What was made elsewhere counts as well.</source>
        <translation>每台设备每天同一脚本的任务数上限。超出后，面板不会创建任何任务，直到提高上限为止。在其他地方创建的任务也计算在内。</translation>
    </message>
    <message>
        <source>Most {script} tasks a device and day</source>
        <translation>每台设备每天的 {script} 任务上限</translation>
    </message>
    <message>
        <source>no ceiling</source>
        <translation>无上限</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;About MatrixDeck</source>
        <translation>关于 MatrixDeck(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add devices…</source>
        <translation>添加设备(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Batches</source>
        <translation>批次(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Device list</source>
        <translation>设备列表(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Devices</source>
        <translation>设备(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Find a device</source>
        <translation>查找设备(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;New task form</source>
        <translation>新建任务表单(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;New task…</source>
        <translation>新建任务(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>任务(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Address, polling, theme and language</source>
        <translation>地址、轮询、主题和语言</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Ask TikMatrix now</source>
        <translation>立即向 TikMatrix 查询</translation>
    </message>
    <message>
        <source>Ask for the newest version, now and this once</source>
        <translation>现在查询一次最新版本</translation>
    </message>
    <message>
        <source>Check for &amp;updates…</source>
        <translation>检查更新(&amp;U)…</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>关闭面板</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>窗口配色</translation>
    </message>
    <message>
        <source>Compose a new task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>Let the selection in the device list filter the task table</source>
        <translation>按设备列表中的选择筛选任务表</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Only tasks of the selected &amp;devices</source>
        <translation>仅显示所选设备的任务(&amp;D)</translation>
    </message>
    <message>
        <source>Paste serials or take a CSV file</source>
        <translation>粘贴序列号或读取 CSV 文件</translation>
    </message>
    <message>
        <source>Put every failed task below its retry limit back in the queue</source>
        <translation>将所有未达重试上限的失败任务重新排队</translation>
    </message>
    <message>
        <source>Request &amp;log</source>
        <translation>请求日志(&amp;L)</translation>
    </message>
    <message>
        <source>Retry &amp;all failed…</source>
        <translation>重试所有失败任务(&amp;A)…</translation>
    </message>
    <message>
        <source>Save &amp;diagnostics…</source>
        <translation>保存诊断信息(&amp;D)…</translation>
    </message>
    <message>
        <source>Save versions, settings, findings and logs, without secrets, for somebody who helps</source>
        <translation>保存版本、设置、检查结果和日志（不含密钥），供协助您的人查看</translation>
    </message>
    <message>
        <source>Search the device list</source>
        <translation>搜索设备列表</translation>
    </message>
    <message>
        <source>Show every key on one sheet</source>
        <translation>在一页中查看全部快捷键</translation>
    </message>
    <message>
        <source>Show or hide the detail</source>
        <translation>显示或隐藏任务详情</translation>
    </message>
    <message>
        <source>Show or hide the devices</source>
        <translation>显示或隐藏设备列表</translation>
    </message>
    <message>
        <source>Show the form for a new task</source>
        <translation>显示新建任务表单</translation>
    </message>
    <message>
        <source>Show the last requests to TikMatrix</source>
        <translation>查看最近发往 TikMatrix 的请求</translation>
    </message>
    <message>
        <source>Show the task table</source>
        <translation>显示任务表</translation>
    </message>
    <message>
        <source>Show what was sent, and what came of it</source>
        <translation>显示已发送的内容及其结果</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>Task d&amp;etail</source>
        <translation>任务详情(&amp;E)</translation>
    </message>
    <message>
        <source>Version, licences and links</source>
        <translation>版本、许可证和链接</translation>
    </message>
</context>
<context>
    <name>ComponentTable</name>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>ComposerPage</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Targets and time</source>
        <translation>目标和时间</translation>
    </message>
    <message>
        <source>The Local API of TikMatrix does not take the script {name} yet.</source>
        <translation>TikMatrix 的本地 API 暂不支持脚本 {name}。</translation>
    </message>
    <message>
        <source>The devices changed this very moment. Look at the summary and send it then.</source>
        <translation>设备刚刚发生了变化。请查看摘要后再发送。</translation>
    </message>
    <message>
        <source>The form is filled as the task was made. Nothing is sent yet.</source>
        <translation>表单已按任务的原有设置填好，尚未发送任何内容。</translation>
    </message>
    <message>
        <source>There is nothing to set.</source>
        <translation>无需设置任何参数。</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Compose a new batch with the settings of what is shown</source>
        <translation>按所显示任务的设置新建批次</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy everything shown here</source>
        <translation>复制此处显示的全部内容</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the task</source>
        <translation>删除任务</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>不同设备数</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Fields of the task</source>
        <translation>任务的各个字段</translation>
    </message>
    <message>
        <source>Hide raw arguments</source>
        <translation>隐藏原始参数</translation>
    </message>
    <message>
        <source>Most frequent remarks</source>
        <translation>最常见的备注</translation>
    </message>
    <message>
        <source>New batch from these…</source>
        <translation>据此新建批次…</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>其他字段</translation>
    </message>
    <message>
        <source>Put the task back in the queue</source>
        <translation>将任务重新排队</translation>
    </message>
    <message>
        <source>Raw arguments</source>
        <translation>原始参数</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Run again with changes…</source>
        <translation>修改后重新运行…</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Select a task to see everything about it.</source>
        <translation>选择一个任务即可查看其全部信息。</translation>
    </message>
    <message>
        <source>Show raw arguments</source>
        <translation>显示原始参数</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the task</source>
        <translation>停止任务</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Task detail</source>
        <translation>任务详情</translation>
    </message>
    <message>
        <source>Task {0}</source>
        <translation>任务 {0}</translation>
    </message>
    <message>
        <source>The arguments as TikMatrix holds them, without secrets</source>
        <translation>TikMatrix 保存的参数，不含密钥</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>及其他 {0} 项</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分钟</translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation>{0} 分 {1} 秒</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0} tasks selected</source>
        <translation>已选择 {0} 个任务</translation>
    </message>
</context>
<context>
    <name>DeviceActions</name>
    <message>
        <source>&amp;Copy serial</source>
        <translation>复制序列号(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Forget…</source>
        <translation>移除(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;New task on these</source>
        <translation>为所选设备新建任务(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Show their tasks</source>
        <translation>显示这些设备的任务(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compose a task for these devices</source>
        <translation>为这些设备新建任务</translation>
    </message>
    <message>
        <source>Copy the serials, one a line</source>
        <translation>复制序列号，每行一个</translation>
    </message>
    <message>
        <source>Filter the task table by these devices</source>
        <translation>按这些设备筛选任务表</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>移除</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n device(s)?</source>
        <translation>
            <numerusform>移除 %n 台设备？</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget devices</source>
        <translation>移除设备</translation>
    </message>
    <message>
        <source>Nickname, group and note</source>
        <translation>昵称、分组和备注</translation>
    </message>
    <message>
        <source>Remove these devices until TikMatrix names them again</source>
        <translation>移除这些设备，直到 TikMatrix 再次报告它们</translation>
    </message>
    <message>
        <source>{names} and {n} more</source>
        <translation>{names} 及其他 {n} 台</translation>
    </message>
    <message>
        <source>{names}. Nicknames, groups and notes are lost. A device comes back by itself when TikMatrix, ADB or a task names it again.</source>
        <translation>{names}。昵称、分组和备注将丢失。当 TikMatrix、ADB 或任务再次提到某台设备时，它会自动恢复显示。</translation>
    </message>
</context>
<context>
    <name>DeviceChoice</name>
    <message>
        <source>All idle ({count})</source>
        <translation>所有空闲 ({count})</translation>
    </message>
    <message>
        <source>All of them are left out.</source>
        <translation>所有设备均已被排除。</translation>
    </message>
    <message>
        <source>All online ({count})</source>
        <translation>所有在线 ({count})</translation>
    </message>
    <message>
        <source>Group {group} ({count})</source>
        <translation>分组 {group} ({count})</translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n busy</source>
        <translation>
            <numerusform>排除 %n 台忙碌的设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n offline</source>
        <translation>
            <numerusform>排除 %n 台离线的设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n unknown</source>
        <translation>
            <numerusform>排除 %n 台状态未知的设备</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the tasks ({count})</source>
        <translation>任务中的设备 ({count})</translation>
    </message>
    <message>
        <source>Select devices in the list on the left.</source>
        <translation>请在左侧列表中选择设备。</translation>
    </message>
    <message>
        <source>Selected ({count})</source>
        <translation>已选择 ({count})</translation>
    </message>
    <message>
        <source>There is none at the moment.</source>
        <translation>目前没有这样的设备。</translation>
    </message>
    <message>
        <source>Which devices</source>
        <translation>选择哪些设备</translation>
    </message>
</context>
<context>
    <name>DeviceHead</name>
    <message>
        <source>Add devices</source>
        <translation>添加设备</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>所有分组</translation>
    </message>
    <message>
        <source>By &amp;name</source>
        <translation>按名称(&amp;N)</translation>
    </message>
    <message>
        <source>By &amp;state</source>
        <translation>按状态(&amp;S)</translation>
    </message>
    <message>
        <source>By &amp;waiting tasks</source>
        <translation>按等待任务数(&amp;W)</translation>
    </message>
    <message>
        <source>By last &amp;result</source>
        <translation>按最近结果(&amp;R)</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Group of devices</source>
        <translation>设备分组</translation>
    </message>
    <message>
        <source>Name, serial, model, account, tag, group or state</source>
        <translation>名称、序列号、型号、账号、标签、分组或状态</translation>
    </message>
    <message>
        <source>Order of the device list</source>
        <translation>设备列表的排序方式</translation>
    </message>
    <message>
        <source>Search devices</source>
        <translation>搜索设备</translation>
    </message>
    <message>
        <source>Sort devices</source>
        <translation>设备排序</translation>
    </message>
    <message>
        <source>{online} of {total} online</source>
        <translation>在线 {online} / {total}</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
</context>
<context>
    <name>DevicePane</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选择 %n 台</numerusform>
        </translation>
    </message>
    <message>
        <source>Add devices…</source>
        <translation>添加设备…</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>清除选择</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>New task on the selected devices</source>
        <translation>为所选设备新建任务</translation>
    </message>
    <message>
        <source>No device matches</source>
        <translation>没有匹配的设备</translation>
    </message>
    <message>
        <source>No devices yet</source>
        <translation>还没有设备</translation>
    </message>
    <message>
        <source>Nothing fits the search and the group that are set.</source>
        <translation>没有设备符合当前的搜索和分组条件。</translation>
    </message>
    <message>
        <source>Phones appear here as soon as TikMatrix, a local ADB server or a task names them. Plug one in, or add serials by hand.</source>
        <translation>只要 TikMatrix、本机 ADB 服务器或任务提到手机，它就会显示在这里。请插入手机，或手动添加序列号。</translation>
    </message>
    <message>
        <source>Show all devices</source>
        <translation>显示所有设备</translation>
    </message>
</context>
<context>
    <name>DeviceRow</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n 个账号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed in a row</source>
        <translation>
            <numerusform>连续失败 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 个等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>最近结果</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>TikMatrix&apos;s account list</source>
        <translation>TikMatrix 的账号列表</translation>
    </message>
    <message>
        <source>Told by {source}, {age}</source>
        <translation>来源：{source}，{age}</translation>
    </message>
    <message>
        <source>Waiting tasks</source>
        <translation>等待中的任务</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>offline {span}</source>
        <translation>离线 {span}</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>the ADB server of this PC</source>
        <translation>本机的 ADB 服务器</translation>
    </message>
    <message>
        <source>the task list</source>
        <translation>任务列表</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您的输入</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Save diagnostics</source>
        <translation>保存诊断信息</translation>
    </message>
    <message>
        <source>Zip archive (*.zip)</source>
        <translation>Zip 压缩包 (*.zip)</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>Retry %n failed task(s)?</source>
        <translation>
            <numerusform>重试 %n 个失败的任务？</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>全部重试</translation>
    </message>
    <message>
        <source>Retry all failed</source>
        <translation>重试所有失败任务</translation>
    </message>
    <message>
        <source>They go back into the queue. Tasks at their retry limit stay as they are.</source>
        <translation>这些任务将重新排队。已达重试上限的任务保持不变。</translation>
    </message>
</context>
<context>
    <name>EditDeviceDialog</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>分组(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Nickname</source>
        <translation>昵称(&amp;N)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Edit device</source>
        <translation>编辑设备</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>备注(&amp;O)</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Tasks read</source>
        <translation>已读取的任务</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>FailureTable</name>
    <message>
        <source>(no remark)</source>
        <translation>（无备注）</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近出现</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>FailuresBar</name>
    <message numerus="yes">
        <source>%n cause(s)</source>
        <translation>
            <numerusform>%n 种原因</numerusform>
        </translation>
    </message>
    <message>
        <source>Compose a new batch with the settings of these tasks (Ctrl+Shift+N)</source>
        <translation>按这些任务的设置新建批次 (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete every task of these causes (Del)</source>
        <translation>删除因这些原因失败的所有任务 (Del)</translation>
    </message>
    <message>
        <source>New batch…</source>
        <translation>新建批次…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Retry every task of these causes (R)</source>
        <translation>重试因这些原因失败的所有任务 (R)</translation>
    </message>
    <message>
        <source>Show only these tasks in the table (Enter)</source>
        <translation>在任务表中仅显示这些任务 (回车)</translation>
    </message>
    <message>
        <source>Show tasks</source>
        <translation>显示任务</translation>
    </message>
    <message>
        <source>{0} tasks selected</source>
        <translation>已选择 {0} 个任务</translation>
    </message>
</context>
<context>
    <name>FailuresList</name>
    <message>
        <source>Failures by cause</source>
        <translation>失败原因汇总</translation>
    </message>
</context>
<context>
    <name>FailuresView</name>
    <message numerus="yes">
        <source>%n cause(s)</source>
        <translation>
            <numerusform>%n 种原因</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cause(s) of failure</source>
        <translation>
            <numerusform>%n 种失败原因</numerusform>
        </translation>
    </message>
    <message>
        <source>(no remark)</source>
        <translation>（无备注）</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>所有任务</translation>
    </message>
    <message>
        <source>Back to the table of tasks (Esc)</source>
        <translation>返回任务表 (Esc)</translation>
    </message>
    <message>
        <source>Failures by cause</source>
        <translation>失败原因汇总</translation>
    </message>
    <message>
        <source>No failed task</source>
        <translation>没有失败的任务</translation>
    </message>
    <message>
        <source>The failed tasks are being read.</source>
        <translation>正在读取失败的任务。</translation>
    </message>
    <message>
        <source>What fails from now on is shown here by its cause.</source>
        <translation>此后失败的任务将按原因显示在这里。</translation>
    </message>
    <message>
        <source>still reading…</source>
        <translation>仍在读取…</translation>
    </message>
    <message>
        <source>{0} tasks</source>
        <translation>{0} 个任务</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>A video is to be posted, but these are images: {names}.</source>
        <translation>要发布的是视频，但以下文件是图片：{names}。</translation>
    </message>
    <message>
        <source>Empty: {names}.</source>
        <translation>空文件：{names}。</translation>
    </message>
    <message>
        <source>Folders, not files: {names}.</source>
        <translation>以下是文件夹而非文件：{names}。</translation>
    </message>
    <message>
        <source>Images are to be posted, but these are videos: {names}.</source>
        <translation>要发布的是图片，但以下文件是视频：{names}。</translation>
    </message>
    <message>
        <source>May not be read: {names}.</source>
        <translation>无权读取：{names}。</translation>
    </message>
    <message>
        <source>Missing: {names}.</source>
        <translation>找不到：{names}。</translation>
    </message>
    <message>
        <source>Not MP4, JPG or PNG: {names}.</source>
        <translation>不是 MP4、JPG 或 PNG：{names}。</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>无权读取</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>找不到</translation>
    </message>
    <message>
        <source>{size} · not MP4, JPG or PNG</source>
        <translation>{size} · 不是 MP4、JPG 或 PNG</translation>
    </message>
    <message>
        <source>{size} · {kind}, not MP4, JPG or PNG</source>
        <translation>{size} · {kind}，不是 MP4、JPG 或 PNG</translation>
    </message>
</context>
<context>
    <name>FilesField</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Drop videos or images here.
Without any, the source below is used.</source>
        <translation>将视频或图片拖放到此处。
若未添加，则使用下方的素材来源。</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>下移 (Alt+Down)</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>上移 (Alt+Up)</translation>
    </message>
    <message>
        <source>Path to add</source>
        <translation>要添加的路径</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove from the list (Del)</source>
        <translation>从列表中移除 (Del)</translation>
    </message>
    <message>
        <source>TikMatrix runs on another PC: these are paths there, which cannot be looked at from here.</source>
        <translation>TikMatrix 运行在另一台电脑上：这些是那台电脑上的路径，无法从此处检查。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Videos and images (*.mp4 *.jpg *.jpeg *.png)</source>
        <translation>视频和图片 (*.mp4 *.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>or type a path and press Enter</source>
        <translation>或输入路径后按回车</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n 台设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n script(s)</source>
        <translation>
            <numerusform>%n 个脚本</numerusform>
        </translation>
    </message>
    <message>
        <source>Batch: {0}</source>
        <translation>批次：{0}</translation>
    </message>
    <message>
        <source>Device: {0}</source>
        <translation>设备：{0}</translation>
    </message>
    <message>
        <source>Filter by script, device or source</source>
        <translation>按脚本、设备或来源筛选</translation>
    </message>
    <message>
        <source>Filter by script, device or source (Ctrl+Shift+L)</source>
        <translation>按脚本、设备或来源筛选 (Ctrl+Shift+L)</translation>
    </message>
    <message>
        <source>Script: {0}</source>
        <translation>脚本：{0}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search in every column (Ctrl+F). Several words must all occur. Esc clears.</source>
        <translation>在所有列中搜索 (Ctrl+F)。输入多个词时须全部匹配。按 Esc 清除。</translation>
    </message>
    <message>
        <source>Search the tasks</source>
        <translation>搜索任务</translation>
    </message>
    <message>
        <source>Source: {0}</source>
        <translation>来源：{0}</translation>
    </message>
    <message>
        <source>Take the filter {0} away</source>
        <translation>移除筛选条件 {0}</translation>
    </message>
    <message>
        <source>Take this filter away</source>
        <translation>移除此筛选条件</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message numerus="yes">
        <source>Create %n task(s)</source>
        <translation>
            <numerusform>创建 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Create tasks</source>
        <translation>创建任务</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>正在创建…</translation>
    </message>
    <message>
        <source>Hide request</source>
        <translation>隐藏请求</translation>
    </message>
    <message>
        <source>Name of the batch</source>
        <translation>批次名称</translation>
    </message>
    <message>
        <source>Name of the batch, under which it is found again</source>
        <translation>批次名称，便于日后查找</translation>
    </message>
    <message>
        <source>Send the request (Ctrl+Return)</source>
        <translation>发送请求 (Ctrl+回车)</translation>
    </message>
    <message>
        <source>Show request</source>
        <translation>显示请求</translation>
    </message>
    <message>
        <source>Show the exact request</source>
        <translation>显示完整的请求内容</translation>
    </message>
    <message>
        <source>Show the request as JSON and as a curl command (Ctrl+J)</source>
        <translation>以 JSON 和 curl 命令的形式显示请求 (Ctrl+J)</translation>
    </message>
</context>
<context>
    <name>FormContent</name>
    <message>
        <source>Captions</source>
        <translation>文案</translation>
    </message>
    <message>
        <source>Captions are</source>
        <translation>文案分隔</translation>
    </message>
    <message>
        <source>Each target gets</source>
        <translation>每个目标的内容</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Who gets what</source>
        <translation>分配明细</translation>
    </message>
</context>
<context>
    <name>FormKeeper</name>
    <message>
        <source>Kept in the system&apos;s key store.</source>
        <translation>已保存在系统密钥库中。</translation>
    </message>
    <message>
        <source>Not kept: no key store here, it is forgotten when the panel closes.</source>
        <translation>未保存：本机没有密钥库，面板关闭后即清除。</translation>
    </message>
    <message>
        <source>The key was not kept. Type it again.</source>
        <translation>密钥未保存，请重新输入。</translation>
    </message>
</context>
<context>
    <name>FormStack</name>
    <message>
        <source>What was typed here before is back.</source>
        <translation>已恢复上次在此输入的内容。</translation>
    </message>
    <message>
        <source>“Clear the form” in the preset menu begins anew.</source>
        <translation>如需重新填写，请使用预设菜单中的“清空表单”。</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>%n line(s) taken from {name}.</source>
        <translation>
            <numerusform>已从 {name} 读取 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file inside it.</source>
        <translation>请选择其中的文件。</translation>
    </message>
    <message>
        <source>Choose it again where it is now.</source>
        <translation>请从当前位置重新选择。</translation>
    </message>
    <message>
        <source>Copy it into a folder of your own and import it from there.</source>
        <translation>请复制到您自己的文件夹后再导入。</translation>
    </message>
    <message>
        <source>Copy it to a disk of this PC and try again.</source>
        <translation>请复制到本机磁盘后再试。</translation>
    </message>
    <message>
        <source>Cut it into several files and import them one after the other.</source>
        <translation>请拆分成多个文件后逐个导入。</translation>
    </message>
    <message>
        <source>It comes from an old Excel.</source>
        <translation>此文件来自旧版 Excel。</translation>
    </message>
    <message>
        <source>It has more than 500,000 lines.</source>
        <translation>文件超过 500,000 行。</translation>
    </message>
    <message>
        <source>It is in an encoding that is not known.</source>
        <translation>无法识别文件的编码。</translation>
    </message>
    <message>
        <source>It is larger than 20 MB.</source>
        <translation>文件大于 20 MB。</translation>
    </message>
    <message>
        <source>It is not a file.</source>
        <translation>这不是文件。</translation>
    </message>
    <message>
        <source>It is not a text file.</source>
        <translation>这不是文本文件。</translation>
    </message>
    <message>
        <source>Nothing was inserted: one line of it has {length} characters, and {most} is the most that a line may have. Part it into lines first.</source>
        <translation>未插入任何内容：其中一行有 {length} 个字符，而每行最多 {most} 个字符。请先拆分成多行。</translation>
    </message>
    <message>
        <source>Nothing was taken from {name}.</source>
        <translation>未从 {name} 读取任何内容。</translation>
    </message>
    <message>
        <source>Only the column “{column}”; its heading was left out.</source>
        <translation>仅读取“{column}”列，不含列标题。</translation>
    </message>
    <message>
        <source>Only the first of {columns} columns.</source>
        <translation>仅读取 {columns} 列中的第一列。</translation>
    </message>
    <message>
        <source>Open it in Excel, save it anew without a password, and import that.</source>
        <translation>请在 Excel 中打开，去除密码并重新保存后再导入。</translation>
    </message>
    <message>
        <source>Save it as UTF-8 and import that.</source>
        <translation>请另存为 UTF-8 编码后再导入。</translation>
    </message>
    <message>
        <source>Save it as a text, CSV or XLSX file and import that.</source>
        <translation>请另存为文本、CSV 或 XLSX 文件后再导入。</translation>
    </message>
    <message>
        <source>The system could not read it.</source>
        <translation>系统无法读取此文件。</translation>
    </message>
    <message>
        <source>There are no lines in it.</source>
        <translation>文件中没有可读取的行。</translation>
    </message>
    <message>
        <source>There is no such file any more.</source>
        <translation>文件已不存在。</translation>
    </message>
    <message>
        <source>This CSV file is damaged.</source>
        <translation>此 CSV 文件已损坏。</translation>
    </message>
    <message>
        <source>This Excel file is damaged, or locked by a password.</source>
        <translation>此 Excel 文件已损坏或受密码保护。</translation>
    </message>
    <message>
        <source>This account of the PC may not read it.</source>
        <translation>当前系统用户无权读取此文件。</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message numerus="yes">
        <source>%n component(s)</source>
        <translation>
            <numerusform>%n 个组件</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Nothing fits the search.</source>
        <translation>没有符合搜索条件的内容。</translation>
    </message>
    <message>
        <source>Search for a component or a licence</source>
        <translation>搜索组件或许可证</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证全文</translation>
    </message>
    <message>
        <source>The list of licences cannot be read. Install the program again. ({problem})</source>
        <translation>无法读取许可证列表，请重新安装本程序。（{problem}）</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Connecting to {address}…</source>
        <translation>正在连接 {address}…</translation>
    </message>
    <message>
        <source>It needs the Pro, Team or Business plan. Upgrade in TikMatrix.</source>
        <translation>需要 Pro、Team 或 Business 计划。请在 TikMatrix 中升级。</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Looking for TikMatrix…</source>
        <translation>正在查找 TikMatrix…</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>数据已过时</translation>
    </message>
    <message>
        <source>The Local API is not in this plan</source>
        <translation>当前计划不含本地 API</translation>
    </message>
    <message>
        <source>The simulator is starting…</source>
        <translation>模拟器正在启动…</translation>
    </message>
    <message>
        <source>TikMatrix cannot be reached</source>
        <translation>无法连接 TikMatrix</translation>
    </message>
    <message>
        <source>TikMatrix is starting…</source>
        <translation>TikMatrix 正在启动…</translation>
    </message>
    <message>
        <source>next try in {n} s</source>
        <translation>{n} 秒后重连</translation>
    </message>
    <message>
        <source>trying now…</source>
        <translation>正在重连…</translation>
    </message>
    <message>
        <source>updated {age}</source>
        <translation>{age}更新</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} ms</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the secret while this is pressed in</source>
        <translation>按下时显示密钥</translation>
    </message>
</context>
<context>
    <name>LinesField</name>
    <message numerus="yes">
        <source>%n blank</source>
        <translation>
            <numerusform>%n 行空白</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated</source>
        <translation>
            <numerusform>%n 行重复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListTools</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Import lines</source>
        <translation>导入行</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.tsv *.xlsx)</source>
        <translation>列表文件 (*.txt *.csv *.tsv *.xlsx)</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Remove repeats and blanks</source>
        <translation>去除重复和空白</translation>
    </message>
    <message>
        <source>Take lines from a text, CSV or Excel file</source>
        <translation>从文本、CSV 或 Excel 文件读取各行</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Asking {host}…</source>
        <translation>正在查询 {host}…</translation>
    </message>
    <message>
        <source>No task has failed: there is nothing to retry.</source>
        <translation>没有失败的任务，无需重试。</translation>
    </message>
</context>
<context>
    <name>Mapping</name>
    <message>
        <source>! nothing</source>
        <translation>! 无</translation>
    </message>
    <message numerus="yes">
        <source>%n caption(s) go(es) to no target.</source>
        <translation>
            <numerusform>有 %n 条文案未分配给任何目标。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different post(s)</source>
        <translation>
            <numerusform>%n 个不同的帖子</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n 个目标</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) post(s) without a caption.</source>
        <translation>
            <numerusform>有 %n 个目标的帖子没有文案。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add some, deal them out round robin, or write into the table.</source>
        <translation>请补充内容、改为轮流分配，或直接在表中填写。</translation>
    </message>
    <message>
        <source>No caption for {names}.</source>
        <translation>以下目标没有文案：{names}。</translation>
    </message>
    <message>
        <source>No file, or too few, for {names}.</source>
        <translation>以下目标没有文件或文件不足：{names}。</translation>
    </message>
    <message>
        <source>No target gets these files: {names}.</source>
        <translation>以下文件未分配给任何目标：{names}。</translation>
    </message>
    <message>
        <source>The posts have no caption.</source>
        <translation>帖子没有文案。</translation>
    </message>
    <message>
        <source>without</source>
        <translation>无文案</translation>
    </message>
</context>
<context>
    <name>MappingEditor</name>
    <message>
        <source>Blank lines between</source>
        <translation>以空行分隔</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>文案</translation>
    </message>
    <message>
        <source>Captions are written</source>
        <translation>文案分隔方式</translation>
    </message>
    <message>
        <source>Choose targets below, and see here who gets what.</source>
        <translation>请在下方选择目标，分配明细将显示在这里。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>One a line</source>
        <translation>每行一条</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>一一对应</translation>
    </message>
    <message>
        <source>Round robin</source>
        <translation>轮流分配</translation>
    </message>
    <message>
        <source>Same for all</source>
        <translation>全部相同</translation>
    </message>
</context>
<context>
    <name>MappingTable</name>
    <message>
        <source>Caption</source>
        <translation>文案</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>MappingView</name>
    <message>
        <source>Double-click or press F2 to write into a cell</source>
        <translation>双击或按 F2 编辑单元格</translation>
    </message>
    <message>
        <source>Forget what was written into the table</source>
        <translation>清除在表中手动填写的内容</translation>
    </message>
    <message>
        <source>Undo hand edits</source>
        <translation>撤销手动修改</translation>
    </message>
    <message>
        <source>Who gets what</source>
        <translation>分配明细</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>Tasks running at once</source>
        <translation>同时运行的任务</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Copy every task that failed, with its reason</source>
        <translation>复制所有操作失败的任务及其原因</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>隐藏详情</translation>
    </message>
</context>
<context>
    <name>OutcomeNotice</name>
    <message>
        <source>Show the batch</source>
        <translation>查看批次</translation>
    </message>
    <message>
        <source>Show the tasks</source>
        <translation>查看任务</translation>
    </message>
</context>
<context>
    <name>PageActions</name>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Compose a new batch with the settings of these tasks</source>
        <translation>按这些任务的设置新建批次</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Delete the selected tasks</source>
        <translation>删除所选任务</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>New batch from these…</source>
        <translation>据此新建批次…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Retry the failed ones</source>
        <translation>重试其中失败的任务</translation>
    </message>
    <message>
        <source>Run again with changes…</source>
        <translation>修改后重新运行…</translation>
    </message>
    <message>
        <source>Save the rows as a table</source>
        <translation>将任务行保存为表格</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search in every column</source>
        <translation>在所有列中搜索</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Select every row</source>
        <translation>选择所有行</translation>
    </message>
    <message>
        <source>Show every task</source>
        <translation>显示所有任务</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the running ones</source>
        <translation>停止其中运行中的任务</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>MatrixDeck crashed the last time it ran. Save the diagnostics for whoever helps you.</source>
        <translation>MatrixDeck 上次运行时崩溃了。请保存诊断信息，交给协助您的人。</translation>
    </message>
    <message>
        <source>The data folder cannot be written. What you set, name or send will not be remembered.</source>
        <translation>数据文件夹无法写入。您的设置、名称和发送内容都不会被保存。</translation>
    </message>
    <message>
        <source>The device names could not be read or saved.</source>
        <translation>无法读取或保存设备名称。</translation>
    </message>
    <message>
        <source>The log cannot be written.</source>
        <translation>无法写入日志。</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>无法保存设置。</translation>
    </message>
    <message>
        <source>The settings file was damaged; defaults are used where it was.</source>
        <translation>设置文件已损坏，损坏的部分使用默认值。</translation>
    </message>
    <message>
        <source>There is a problem with a batch.</source>
        <translation>有批次出现问题。</translation>
    </message>
    <message>
        <source>What is typed into the forms is not being kept.</source>
        <translation>表单中输入的内容未能保存。</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>&amp;Clear the form</source>
        <translation>清空表单(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Forget the kept key</source>
        <translation>清除已保存的密钥(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>复制一份(&amp;U)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete a preset</source>
        <translation>删除预设</translation>
    </message>
    <message>
        <source>Delete the preset {name}?</source>
        <translation>删除预设 {name}？</translation>
    </message>
    <message>
        <source>Export a&amp;ll of this script…</source>
        <translation>导出此脚本的全部预设(&amp;L)…</translation>
    </message>
    <message>
        <source>Fill the form from a preset</source>
        <translation>用预设填写表单</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>No preset</source>
        <translation>无预设</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>重命名预设</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>另存为预设</translation>
    </message>
    <message>
        <source>Save the form as a preset</source>
        <translation>将表单保存为预设</translation>
    </message>
    <message>
        <source>The form stays as it is. What was sent from it stays as well.</source>
        <translation>表单保持不变，用此预设发送过的内容也不受影响。</translation>
    </message>
    <message>
        <source>The key is forgotten, here and in the system&apos;s key store.</source>
        <translation>密钥已从此处和系统密钥库中清除。</translation>
    </message>
    <message>
        <source>There is a preset of the name {name} already. Nothing was saved.</source>
        <translation>已有名为 {name} 的预设，未保存任何内容。</translation>
    </message>
    <message>
        <source>What can be done with presets</source>
        <translation>预设的相关操作</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
</context>
<context>
    <name>PresetFiles</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Export presets</source>
        <translation>导出预设</translation>
    </message>
    <message>
        <source>Import presets</source>
        <translation>导入预设</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>预设 (*.json)</translation>
    </message>
    <message>
        <source>Presets taken: {names}</source>
        <translation>已导入预设：{names}</translation>
    </message>
    <message>
        <source>The file could not be read or written: {reason}</source>
        <translation>无法读取或写入文件：{reason}</translation>
    </message>
    <message>
        <source>The presets are in {path}.</source>
        <translation>预设已保存到 {path}。</translation>
    </message>
    <message>
        <source>This file holds no presets. Nothing was taken from it.</source>
        <translation>此文件不含预设，未导入任何内容。</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the command</source>
        <translation>取消操作</translation>
    </message>
    <message>
        <source>Send nothing more; what is under way ends</source>
        <translation>不再发送新请求，已在进行的会执行完毕</translation>
    </message>
    <message>
        <source>Tasks reached</source>
        <translation>已处理的任务</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>RemarkCard</name>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename the batch</source>
        <translation>重命名批次</translation>
    </message>
</context>
<context>
    <name>RequestDetail</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the request&apos;s detail</source>
        <translation>关闭请求详情</translation>
    </message>
    <message>
        <source>Request {0}</source>
        <translation>请求 {0}</translation>
    </message>
    <message>
        <source>What is known of the request</source>
        <translation>请求的已知信息</translation>
    </message>
    <message>
        <source>{0} tasks</source>
        <translation>{0} 个任务</translation>
    </message>
</context>
<context>
    <name>RequestLogDialog</name>
    <message numerus="yes">
        <source>%n not answered as asked</source>
        <translation>
            <numerusform>%n 个未正常响应</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all</source>
        <translation>复制所选行；未选择时复制全部</translation>
    </message>
    <message>
        <source>Requests to TikMatrix</source>
        <translation>发往 TikMatrix 的请求</translation>
    </message>
    <message>
        <source>Requests, newest first</source>
        <translation>请求，最新的在前</translation>
    </message>
    <message>
        <source>The last 500 requests. No header, no body and no secret is kept.</source>
        <translation>最近 500 个请求。不保存请求头、正文和任何密钥。</translation>
    </message>
</context>
<context>
    <name>RequestTable</name>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
</context>
<context>
    <name>RequestView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the request without its secrets</source>
        <translation>复制请求（不含密钥）</translation>
    </message>
    <message>
        <source>Request as</source>
        <translation>请求格式</translation>
    </message>
    <message>
        <source>The exact request</source>
        <translation>完整的请求内容</translation>
    </message>
    <message>
        <source>Which of the requests</source>
        <translation>查看第几个请求</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>/ {count}</translation>
    </message>
</context>
<context>
    <name>RunAgain</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>Their settings differ. A new batch from:</source>
        <translation>这些任务的设置不同。新建批次的依据：</translation>
    </message>
    <message numerus="yes">
        <source>{script}: %n task(s) on {devices}, the newest {id}</source>
        <translation>
            <numerusform>{script}：{devices}上的 %n 个任务，最新任务为 {id}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>already past today</source>
        <translation>今天已过此时间</translation>
    </message>
    <message>
        <source>in {hours} h</source>
        <translation>{hours} 小时后</translation>
    </message>
    <message>
        <source>in {hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟后</translation>
    </message>
    <message>
        <source>in {minutes} min</source>
        <translation>{minutes} 分钟后</translation>
    </message>
    <message>
        <source>this very minute</source>
        <translation>就在这一分钟</translation>
    </message>
    <message>
        <source>{words}, today</source>
        <translation>今天，{words}</translation>
    </message>
    <message>
        <source>{words}: TikMatrix will probably start it at once</source>
        <translation>{words}：TikMatrix 很可能会立即开始</translation>
    </message>
</context>
<context>
    <name>ScheduleEditor</name>
    <message>
        <source>At a time</source>
        <translation>指定时间</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start time, hours and minutes</source>
        <translation>开始时间，时和分</translation>
    </message>
    <message>
        <source>Time of day on the TikMatrix PC&apos;s clock</source>
        <translation>以 TikMatrix 所在电脑的时钟为准</translation>
    </message>
</context>
<context>
    <name>ScriptList</name>
    <message>
        <source>Only newer versions of TikMatrix take this script.</source>
        <translation>仅较新版本的 TikMatrix 支持此脚本。</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>TikMatrix has announced this script, but its Local API does not take it yet.</source>
        <translation>TikMatrix 已预告此脚本，但其本地 API 尚不支持。</translation>
    </message>
    <message>
        <source>announced</source>
        <translation>即将推出</translation>
    </message>
    <message>
        <source>newer</source>
        <translation>需新版</translation>
    </message>
</context>
<context>
    <name>Scripts</name>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>0 answers alike each time, 2 freely.</source>
        <translation>0 表示每次回答相近，2 表示自由发挥。</translation>
    </message>
    <message>
        <source>A folder is needed when the material comes from a local folder.</source>
        <translation>素材来自本地文件夹时，必须填写文件夹。</translation>
    </message>
    <message>
        <source>A keyword is needed when a sound is searched for.</source>
        <translation>搜索声音时，必须填写关键词。</translation>
    </message>
    <message>
        <source>A sound name is needed when posting with a sound.</source>
        <translation>使用声音发布时，必须填写声音名称。</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Add a product link. TikTok only.</source>
        <translation>添加商品链接。仅限 TikTok。</translation>
    </message>
    <message>
        <source>Add an emoji to each comment.</source>
        <translation>在每条评论中添加表情。</translation>
    </message>
    <message>
        <source>Add button</source>
        <translation>添加按钮</translation>
    </message>
    <message>
        <source>Add sound</source>
        <translation>添加声音</translation>
    </message>
    <message>
        <source>Added volume</source>
        <translation>附加声音音量</translation>
    </message>
    <message>
        <source>Address of another server that speaks the same protocol.</source>
        <translation>使用相同协议的其他服务器的地址。</translation>
    </message>
    <message>
        <source>Address to show in the profile.</source>
        <translation>显示在个人资料中的网址。</translation>
    </message>
    <message>
        <source>Addresses of posts, one a line. Each makes one task on each device.</source>
        <translation>帖子网址，每行一个。每个网址在每台设备上生成一个任务。</translation>
    </message>
    <message>
        <source>An API key is needed when ChatGPT writes the comments.</source>
        <translation>由 ChatGPT 撰写评论时，必须填写 API 密钥。</translation>
    </message>
    <message>
        <source>Announced for a later TikMatrix.</source>
        <translation>将在后续版本的 TikMatrix 中推出。</translation>
    </message>
    <message>
        <source>As TikMatrix is set</source>
        <translation>按 TikMatrix 的设置</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>基础 URL</translation>
    </message>
    <message>
        <source>Bios</source>
        <translation>个人简介</translation>
    </message>
    <message>
        <source>By search</source>
        <translation>通过搜索</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>文案</translation>
    </message>
    <message>
        <source>Chances</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Change profiles</source>
        <translation>更新个人资料</translation>
    </message>
    <message>
        <source>ChatGPT</source>
        <translation>ChatGPT</translation>
    </message>
    <message>
        <source>Collect user data</source>
        <translation>抓取用户数据</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Comment on posts</source>
        <translation>评论帖子</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论内容</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Directly</source>
        <translation>直接打开</translation>
    </message>
    <message>
        <source>Directly by its address, or through the search page.</source>
        <translation>通过主页网址直接打开，或通过搜索页打开。</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Each device watches videos for a while, and likes, follows and comments by chance.</source>
        <translation>每台设备浏览一段时间视频，并按概率点赞、关注和评论。</translation>
    </message>
    <message>
        <source>Each post gets a comment from each device.</source>
        <translation>每台设备对每个帖子发表一条评论。</translation>
    </message>
    <message>
        <source>Each user is followed from each device.</source>
        <translation>每台设备关注每个用户。</translation>
    </message>
    <message>
        <source>Each user is unfollowed from each device.</source>
        <translation>每台设备取消关注每个用户。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Finds out which accounts live on each device.</source>
        <translation>查明每台设备上有哪些账号。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder of profile pictures on the TikMatrix PC.</source>
        <translation>TikMatrix 所在电脑上的头像文件夹。</translation>
    </message>
    <message>
        <source>Folder on the TikMatrix PC.</source>
        <translation>TikMatrix 所在电脑上的文件夹。</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Follow users</source>
        <translation>关注用户</translation>
    </message>
    <message>
        <source>Give the address of at least one post.</source>
        <translation>请至少填写一个帖子网址。</translation>
    </message>
    <message>
        <source>How entries are picked from the lists.</source>
        <translation>从列表中选取条目的方式。</translation>
    </message>
    <message>
        <source>How long the whole task lasts.</source>
        <translation>整个任务持续的时间。</translation>
    </message>
    <message>
        <source>How long to wait for the sound to load.</source>
        <translation>等待声音加载的时间。</translation>
    </message>
    <message>
        <source>How long to wait for the upload to end.</source>
        <translation>等待上传完成的时间。</translation>
    </message>
    <message>
        <source>How many images one post gets.</source>
        <translation>每个帖子包含的图片数量。</translation>
    </message>
    <message>
        <source>How often a video is added to the favourites.</source>
        <translation>收藏视频的概率。</translation>
    </message>
    <message>
        <source>How often a video is commented on.</source>
        <translation>评论视频的概率。</translation>
    </message>
    <message>
        <source>How often a video is liked.</source>
        <translation>点赞视频的概率。</translation>
    </message>
    <message>
        <source>How often the author is followed.</source>
        <translation>关注作者的概率。</translation>
    </message>
    <message>
        <source>How the comments are picked from the list.</source>
        <translation>从列表中选取评论的方式。</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Images per post</source>
        <translation>每帖图片数</translation>
    </message>
    <message>
        <source>In sequence</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>Insert emoji</source>
        <translation>插入表情</translation>
    </message>
    <message>
        <source>Let ChatGPT write the comments.</source>
        <translation>由 ChatGPT 撰写评论。</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>点赞</translation>
    </message>
    <message>
        <source>Like posts</source>
        <translation>点赞帖子</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Local folder</source>
        <translation>本地文件夹</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Logs in every account of each device.</source>
        <translation>登录每台设备上的所有账号。</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>最大回答长度</translation>
    </message>
    <message>
        <source>Longest time on one video.</source>
        <translation>单个视频的最长观看时间。</translation>
    </message>
    <message>
        <source>Match accounts</source>
        <translation>匹配账号</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>素材</translation>
    </message>
    <message>
        <source>Material library</source>
        <translation>素材库</translation>
    </message>
    <message>
        <source>Material tags</source>
        <translation>素材标签</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Name at least one user.</source>
        <translation>请至少填写一个用户。</translation>
    </message>
    <message>
        <source>Name of the model.</source>
        <translation>模型名称。</translation>
    </message>
    <message>
        <source>Names, texts and pictures of profiles.</source>
        <translation>个人资料的名称、文字和图片。</translation>
    </message>
    <message>
        <source>Nicknames</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>One a line.</source>
        <translation>每行一个。</translation>
    </message>
    <message>
        <source>One comment a line.</source>
        <translation>每行一条评论。</translation>
    </message>
    <message>
        <source>One comment a line; each task takes one of them.</source>
        <translation>每行一条评论，每个任务使用其中一条。</translation>
    </message>
    <message>
        <source>One post on each device.</source>
        <translation>每台设备发布一个帖子。</translation>
    </message>
    <message>
        <source>Open profile</source>
        <translation>打开主页</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Original volume</source>
        <translation>原声音量</translation>
    </message>
    <message>
        <source>Path of an image on the TikMatrix PC to comment with. TikTok only.</source>
        <translation>用于评论的图片在 TikMatrix 所在电脑上的路径。仅限 TikTok。</translation>
    </message>
    <message>
        <source>Paths on the TikMatrix PC. When given, they are used instead of the material source.</source>
        <translation>TikMatrix 所在电脑上的路径。填写后将代替素材来源。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>头像</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>发布位置</translation>
    </message>
    <message>
        <source>Post addresses</source>
        <translation>帖子网址</translation>
    </message>
    <message>
        <source>Post by</source>
        <translation>发布方式</translation>
    </message>
    <message>
        <source>Posting</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>帖子</translation>
    </message>
    <message>
        <source>Product link</source>
        <translation>商品链接</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>个人资料</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Publish a video or images</source>
        <translation>发布视频或图片</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Reel</source>
        <translation>Reel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Search for a sound</source>
        <translation>搜索声音</translation>
    </message>
    <message>
        <source>Send messages</source>
        <translation>发送私信</translation>
    </message>
    <message>
        <source>Sent to TikMatrix with this request. Kept in the system&apos;s key store only.</source>
        <translation>随此请求发送给 TikMatrix，仅保存在系统密钥库中。</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>分享</translation>
    </message>
    <message>
        <source>Shortest time on one video.</source>
        <translation>单个视频的最短观看时间。</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Sound keyword</source>
        <translation>声音关键词</translation>
    </message>
    <message>
        <source>Sound name</source>
        <translation>声音名称</translation>
    </message>
    <message>
        <source>Sound wait</source>
        <translation>声音等待时间</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Stop following users</source>
        <translation>取消关注用户</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Story</translation>
    </message>
    <message>
        <source>Super marketing</source>
        <translation>超级营销活动</translation>
    </message>
    <message>
        <source>Tags of the material to take, separated by commas.</source>
        <translation>要使用的素材标签，以逗号分隔。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Text of the post. {a|b|c} picks one of the words each time.</source>
        <translation>帖子的文字。{a|b|c} 表示每次随机选用其中一个词。</translation>
    </message>
    <message>
        <source>The Local API does not support the script {name}.</source>
        <translation>本地 API 不支持脚本 {name}。</translation>
    </message>
    <message>
        <source>The longest watch time must not be below the shortest ({min} s).</source>
        <translation>最长观看时间不能短于最短观看时间（{min} 秒）。</translation>
    </message>
    <message>
        <source>The most tokens one answer may have.</source>
        <translation>单次回答的最大 token 数。</translation>
    </message>
    <message>
        <source>The sound to post with.</source>
        <translation>发布时使用的声音。</translation>
    </message>
    <message>
        <source>The way through the app: sharing the file, the add button, or the page of a sound.</source>
        <translation>在应用中的发布途径：分享文件、添加按钮或声音页面。</translation>
    </message>
    <message>
        <source>This is not the address of a TikTok or Instagram post: {text}</source>
        <translation>这不是 TikTok 或 Instagram 帖子的网址：{text}</translation>
    </message>
    <message>
        <source>TikTok and Instagram</source>
        <translation>TikTok 和 Instagram</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>Upload wait</source>
        <translation>上传等待时间</translation>
    </message>
    <message>
        <source>Use sound</source>
        <translation>使用声音</translation>
    </message>
    <message>
        <source>User names</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>User names, one a line. Each makes one task on each device.</source>
        <translation>用户名，每行一个。每个用户在每台设备上生成一个任务。</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Volume of the added sound.</source>
        <translation>所添加声音的音量。</translation>
    </message>
    <message>
        <source>Volume of the video&apos;s own sound.</source>
        <translation>视频原声的音量。</translation>
    </message>
    <message>
        <source>Warm up accounts</source>
        <translation>账号预热</translation>
    </message>
    <message>
        <source>Watch at least</source>
        <translation>最短观看</translation>
    </message>
    <message>
        <source>Watch at most</source>
        <translation>最长观看</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>What is published.</source>
        <translation>发布的内容类型。</translation>
    </message>
    <message>
        <source>What the model is asked to write.</source>
        <translation>要求模型撰写的内容。</translation>
    </message>
    <message>
        <source>What to look for, one a line; empty watches what is offered.</source>
        <translation>要搜索的话题，每行一个；留空则浏览推荐内容。</translation>
    </message>
    <message>
        <source>What to search for.</source>
        <translation>要搜索的内容。</translation>
    </message>
    <message>
        <source>Where TikMatrix takes the material from.</source>
        <translation>TikMatrix 获取素材的位置。</translation>
    </message>
    <message>
        <source>Where the post appears. Instagram only.</source>
        <translation>帖子显示的位置。仅限 Instagram。</translation>
    </message>
    <message>
        <source>Whether a sound is put under the post.</source>
        <translation>是否为帖子添加声音。</translation>
    </message>
    <message>
        <source>Write at least one comment.</source>
        <translation>请至少填写一条评论。</translation>
    </message>
    <message>
        <source>Write by ChatGPT</source>
        <translation>ChatGPT 撰写</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>https://www.tiktok.com/@name/video/123…</source>
        <translation>https://www.tiktok.com/@name/video/123…</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none: taken from the source below</source>
        <translation>无：使用下方的素材来源</translation>
    </message>
    <message>
        <source>one bio a line</source>
        <translation>每行一条简介</translation>
    </message>
    <message>
        <source>one comment a line</source>
        <translation>每行一条评论</translation>
    </message>
    <message>
        <source>one nickname a line</source>
        <translation>每行一个昵称</translation>
    </message>
    <message>
        <source>one topic a line</source>
        <translation>每行一个话题</translation>
    </message>
    <message>
        <source>one user name a line</source>
        <translation>每行一个用户名</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>tag, tag</source>
        <translation>标签, 标签</translation>
    </message>
    <message>
        <source>the provider&apos;s own</source>
        <translation>服务商默认地址</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>{New|Fresh} words #topic</source>
        <translation>{全新|新鲜}文案 #话题</translation>
    </message>
    <message>
        <source>{title} holds characters that cannot be sent.</source>
        <translation>“{title}”含有无法发送的字符。</translation>
    </message>
    <message>
        <source>{title} is not valid.</source>
        <translation>“{title}”无效。</translation>
    </message>
    <message>
        <source>{title} must be a list.</source>
        <translation>“{title}”必须是列表。</translation>
    </message>
    <message>
        <source>{title} must be a number.</source>
        <translation>“{title}”必须是数字。</translation>
    </message>
    <message>
        <source>{title} must be a whole number.</source>
        <translation>“{title}”必须是整数。</translation>
    </message>
    <message>
        <source>{title} must be an object.</source>
        <translation>“{title}”必须是对象。</translation>
    </message>
    <message>
        <source>{title} must be at least {min}{unit}.</source>
        <translation>“{title}”不能小于 {min}{unit}。</translation>
    </message>
    <message>
        <source>{title} must be between {min} and {max}{unit}.</source>
        <translation>“{title}”的有效范围是 {min} 到 {max}{unit}。</translation>
    </message>
    <message>
        <source>{title} must be one of: {choices}.</source>
        <translation>“{title}”须为以下之一：{choices}。</translation>
    </message>
    <message>
        <source>{title} must be text.</source>
        <translation>“{title}”必须是文本。</translation>
    </message>
    <message>
        <source>{title} must be true or false.</source>
        <translation>“{title}”必须是 true 或 false。</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n completed</source>
        <translation>
            <numerusform>%n 个已完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n 个等待中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个运行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected rows (Ctrl+C)</source>
        <translation>复制所选行 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the selected tasks (Del)</source>
        <translation>删除所选任务 (Del)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Retry the failed ones (R)</source>
        <translation>重试其中失败的任务 (R)</translation>
    </message>
    <message>
        <source>Save the selected rows as a table (Ctrl+E)</source>
        <translation>将所选行保存为表格 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the running ones (S)</source>
        <translation>停止其中运行中的任务 (S)</translation>
    </message>
    <message>
        <source>{0} selected</source>
        <translation>已选择 {0} 个</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Nothing was sent.</source>
        <translation>未发送任何内容。</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message numerus="yes">
        <source>%n request(s) cancelled.</source>
        <translation>
            <numerusform>%n 个请求已取消。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) made fewer tasks.</source>
        <translation>
            <numerusform>%n 个请求创建的任务少于预期。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) made nothing.</source>
        <translation>
            <numerusform>%n 个请求未创建任何任务。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) refused.</source>
        <translation>
            <numerusform>%n 个请求被拒绝。</numerusform>
        </translation>
    </message>
    <message>
        <source>It was not sent, and waits.</source>
        <translation>请求未发送，正在等待。</translation>
    </message>
    <message>
        <source>Missing: {names}.</source>
        <translation>找不到：{names}。</translation>
    </message>
    <message>
        <source>Nothing of it was created. It can be sent again.</source>
        <translation>未创建任何任务，可以重新发送。</translation>
    </message>
    <message numerus="yes">
        <source>Of %n request(s) it is not known what became.</source>
        <translation>
            <numerusform>%n 个请求结果未知。</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks may have been created all the same.</source>
        <translation>但任务仍可能已创建。</translation>
    </message>
    <message>
        <source>The panel has looked: {evidence}</source>
        <translation>面板已查找：{evidence}</translation>
    </message>
    <message>
        <source>The panel looks for them now. It sends nothing again by itself.</source>
        <translation>面板正在查找这些任务，不会自动重新发送。</translation>
    </message>
    <message>
        <source>TikMatrix accepted the request but created no task.</source>
        <translation>TikMatrix 接受了请求，但未创建任务。</translation>
    </message>
    <message>
        <source>TikMatrix did not say why the others are missing.</source>
        <translation>TikMatrix 未说明其余任务缺失的原因。</translation>
    </message>
    <message>
        <source>TikMatrix refused the request.</source>
        <translation>TikMatrix 拒绝了请求。</translation>
    </message>
    <message>
        <source>{done} of {expected} tasks were created.</source>
        <translation>已创建 {done} / {expected} 个任务。</translation>
    </message>
    <message>
        <source>{tasks} tasks created, {requests} of {all} requests done.</source>
        <translation>已创建 {tasks} 个任务，已完成 {requests} / {all} 个请求。</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message numerus="yes">
        <source>%n row(s) exported.</source>
        <translation>
            <numerusform>已导出 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Something in the panel went wrong. The log has the details.</source>
        <translation>面板出现异常，详情请见日志。</translation>
    </message>
    <message>
        <source>The diagnostics are being collected…</source>
        <translation>正在收集诊断信息…</translation>
    </message>
    <message>
        <source>The diagnostics are saved. Have a look at them before you send them.</source>
        <translation>诊断信息已保存。发送之前请先查看一下内容。</translation>
    </message>
    <message>
        <source>The diagnostics could not be saved.</source>
        <translation>无法保存诊断信息。</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>无法读取文件。</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>无法写入文件。</translation>
    </message>
    <message>
        <source>The log cannot be written.</source>
        <translation>无法写入日志。</translation>
    </message>
    <message>
        <source>The picture could not be written.</source>
        <translation>无法写入图片。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Poll every</source>
        <translation>轮询间隔(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>A new language is used from the next start on.</source>
        <translation>更改语言后，下次启动时生效。</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>端口须为 1 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>Address of TikMatrix</source>
        <translation>TikMatrix 的地址</translation>
    </message>
    <message>
        <source>An address has no spaces.</source>
        <translation>地址中不能有空格。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ceilings</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Found by itself, for example localhost:50809</source>
        <translation>自动查找，例如 localhost:50809</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Leave it empty to look in TikMatrix&apos;s port file, then at 50809.</source>
        <translation>留空则先读取 TikMatrix 的端口文件，再尝试 50809。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置页</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Seconds between two polls while something runs</source>
        <translation>有任务运行时两次轮询之间的秒数</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The address begins with http:// or https://.</source>
        <translation>地址须以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>This is not an address. Example: localhost:50809</source>
        <translation>这不是有效的地址。示例：localhost:50809</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>While something runs and the window is seen; slower otherwise.</source>
        <translation>指有任务运行且窗口可见时的间隔，其他时候会更慢。</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>SignInRow</name>
    <message>
        <source>It then watches TikMatrix from the task bar. It sends nothing by itself.</source>
        <translation>启动后在任务栏中查看 TikMatrix 的状态，不会自行发送任何内容。</translation>
    </message>
    <message>
        <source>Start MatrixDeck when I &amp;sign in (as an icon)</source>
        <translation>登录时启动 MatrixDeck（显示为图标）(&amp;S)</translation>
    </message>
    <message>
        <source>Start MatrixDeck when I sign in</source>
        <translation>登录时启动 MatrixDeck</translation>
    </message>
    <message>
        <source>That could not be switched; it is as it was. {reason}</source>
        <translation>无法更改，仍保持原样。{reason}</translation>
    </message>
</context>
<context>
    <name>Spintax</name>
    <message>
        <source>And {n} more.</source>
        <translation>另有 {n} 处。</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: this “{” is never closed.</source>
        <translation>第 {line} 行第 {column} 列：此“{”未闭合。</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: this “}” closes nothing.</source>
        <translation>第 {line} 行第 {column} 列：此“}”没有对应的左花括号。</translation>
    </message>
</context>
<context>
    <name>SpintaxNote</name>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n 种变体</numerusform>
        </translation>
    </message>
    <message>
        <source>Again</source>
        <translation>换一组</translation>
    </message>
    <message>
        <source>Hide preview</source>
        <translation>隐藏预览</translation>
    </message>
    <message>
        <source>More than {count} variants</source>
        <translation>超过 {count} 种变体</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Show other samples</source>
        <translation>显示其他示例</translation>
    </message>
    <message>
        <source>Show what may come of it</source>
        <translation>显示可能生成的文本</translation>
    </message>
    <message>
        <source>Too long to look through for braces</source>
        <translation>文本过长，无法检查花括号</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n request(s) a tick</source>
        <translation>
            <numerusform>每次 %n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Catching up…</source>
        <translation>正在同步…</translation>
    </message>
    <message>
        <source>Last error {time}: {error}</source>
        <translation>最近错误 {time}：{error}</translation>
    </message>
    <message>
        <source>Polling every {n} s</source>
        <translation>每 {n} 秒轮询</translation>
    </message>
    <message>
        <source>Reading {loaded} of {total}</source>
        <translation>正在读取 {loaded} / {total}</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Show the last requests to TikMatrix (Ctrl+L)</source>
        <translation>查看最近发往 TikMatrix 的请求 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Show the request log</source>
        <translation>显示请求日志</translation>
    </message>
    <message>
        <source>Slower while the window is hidden</source>
        <translation>窗口隐藏时轮询会变慢</translation>
    </message>
    <message>
        <source>{n} completed</source>
        <translation>已完成 {n}</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>失败 {n}</translation>
    </message>
    <message>
        <source>{n} pending</source>
        <translation>等待中 {n}</translation>
    </message>
    <message>
        <source>{n} running</source>
        <translation>运行中 {n}</translation>
    </message>
    <message numerus="yes">
        <source>{n} task(s)</source>
        <translation>
            <numerusform>{n} 个任务</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusChips</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n 个账号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n 台设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) left out by choice.</source>
        <translation>
            <numerusform>已按您的选择排除 %n 台设备。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) need(s) attention before anything is sent.</source>
        <translation>
            <numerusform>发送前有 %n 个字段需要修正。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) wait(s) on these devices already.</source>
        <translation>
            <numerusform>这些设备上已有 %n 个任务在等待。</numerusform>
        </translation>
    </message>
    <message>
        <source>, at {time} on the TikMatrix PC&apos;s clock.</source>
        <translation>，于 {time} 开始（以 TikMatrix 所在电脑的时钟为准）。</translation>
    </message>
    <message>
        <source>, at {time} today on the TikMatrix PC&apos;s clock ({words}).</source>
        <translation>，于今天 {time} 开始（{words}，以 TikMatrix 所在电脑的时钟为准）。</translation>
    </message>
    <message>
        <source>, not the same for each</source>
        <translation>，各不相同</translation>
    </message>
    <message>
        <source>, now.</source>
        <translation>，立即开始。</translation>
    </message>
    <message>
        <source>, one each</source>
        <translation>，各 1 个</translation>
    </message>
    <message>
        <source>, one for each account</source>
        <translation>，每个账号 1 个</translation>
    </message>
    <message>
        <source>, {number} each</source>
        <translation>，各 {number} 个</translation>
    </message>
    <message>
        <source>All {count} can run at once ({plan} runs {limit}).</source>
        <translation>全部 {count} 个可同时运行（{plan} 计划的并发上限为 {limit}）。</translation>
    </message>
    <message>
        <source>All {limit} places of the plan are taken now; new tasks wait for one.</source>
        <translation>计划的 {limit} 个并发名额已全部占用，新任务需等待空位。</translation>
    </message>
    <message>
        <source>Both can run at once ({plan} runs {limit}).</source>
        <translation>2 个均可同时运行（{plan} 计划的并发上限为 {limit}）。</translation>
    </message>
    <message>
        <source>Busy now: {names}. It may be free by then.</source>
        <translation>当前忙碌：{names}。届时可能已空闲。</translation>
    </message>
    <message>
        <source>Busy now: {names}. New tasks wait until the device is free.</source>
        <translation>当前忙碌：{names}。新任务将等到设备空闲。</translation>
    </message>
    <message>
        <source>Ceiling of {most} {script} tasks a device and day: {names}.</source>
        <translation>每台设备每天最多 {most} 个 {script} 任务：{names}。</translation>
    </message>
    <message>
        <source>Done at {end}, rough: such a task has taken {each}.</source>
        <translation>预计大约在 {end} 完成：此类任务通常耗时 {each}。</translation>
    </message>
    <message>
        <source>How long it takes: no figure yet, no {script} task has ended here.</source>
        <translation>尚无法估计所需时间：这里还没有结束过的 {script} 任务。</translation>
    </message>
    <message>
        <source>How many accounts live there is not known: {names}.</source>
        <translation>不清楚以下设备上有多少个账号：{names}。</translation>
    </message>
    <message>
        <source>How many can run at once is not known yet.</source>
        <translation>尚不清楚可同时运行多少个。</translation>
    </message>
    <message>
        <source>In {number} requests, one after the other.</source>
        <translation>分 {number} 个请求，依次发送。</translation>
    </message>
    <message>
        <source>Most to do: {names}.</source>
        <translation>任务最多的设备：{names}。</translation>
    </message>
    <message>
        <source>Name at least one account.</source>
        <translation>请至少填写一个账号。</translation>
    </message>
    <message>
        <source>Nobody has said whether these are online: {names}.</source>
        <translation>不清楚以下设备是否在线：{names}。</translation>
    </message>
    <message>
        <source>Not among the known accounts: {names}.</source>
        <translation>不在已知账号之列：{names}。</translation>
    </message>
    <message>
        <source>Nothing to create yet</source>
        <translation>尚无可创建的任务</translation>
    </message>
    <message>
        <source>Offline: {names}. Tasks there wait or fail until it is back.</source>
        <translation>离线：{names}。恢复在线之前，其任务会等待或失败。</translation>
    </message>
    <message>
        <source>One batch makes at most {number} tasks.</source>
        <translation>一个批次最多创建 {number} 个任务。</translation>
    </message>
    <message>
        <source>One task for each account</source>
        <translation>每个账号一个任务</translation>
    </message>
    <message>
        <source>Only newer versions of TikMatrix take this; an older one refuses it.</source>
        <translation>仅较新版本的 TikMatrix 支持，旧版本会拒绝。</translation>
    </message>
    <message>
        <source>Select at least one device in the list on the left.</source>
        <translation>请在左侧列表中至少选择一台设备。</translation>
    </message>
    <message>
        <source>The very same has been sent already: {name}.</source>
        <translation>完全相同的内容已发送过：{name}。</translation>
    </message>
    <message>
        <source>The very same is on its way, or may be: {name}. Look at that batch first.</source>
        <translation>完全相同的内容正在发送，或可能已送达：{name}。请先查看该批次。</translation>
    </message>
    <message>
        <source>There is no connection to TikMatrix: nothing can be sent now.</source>
        <translation>未连接到 TikMatrix，目前无法发送。</translation>
    </message>
    <message>
        <source>There is no key store here: the key is forgotten when the panel closes.</source>
        <translation>本机没有密钥库：面板关闭后密钥即清除。</translation>
    </message>
    <message>
        <source>This plan has no Local API: nothing can be sent.</source>
        <translation>当前计划不含本地 API，无法发送。</translation>
    </message>
    <message>
        <source>a device runs one task at a time</source>
        <translation>每台设备一次只运行一个任务</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>及其他 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>for {names}</source>
        <translation>用于账号 {names}</translation>
    </message>
    <message>
        <source>on {names}</source>
        <translation>在 {names} 上执行</translation>
    </message>
    <message>
        <source>{at_once} can run at once, {rest} wait their turn ({why}).</source>
        <translation>{at_once} 个可同时运行，{rest} 个排队等待（{why}）。</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{name} gets {gets}</source>
        <translation>{name} 新增 {gets} 个</translation>
    </message>
    <message>
        <source>{name} gets {gets} on top of {has}</source>
        <translation>{name} 已有 {has} 个，新增 {gets} 个</translation>
    </message>
    <message>
        <source>{name} would have {sum} ({has} today already)</source>
        <translation>{name} 将达到 {sum} 个（今天已有 {has} 个）</translation>
    </message>
    <message>
        <source>{name} {sum}</source>
        <translation>{name} {sum} 个</translation>
    </message>
    <message>
        <source>{plan} runs {limit}</source>
        <translation>{plan} 计划的并发上限为 {limit}</translation>
    </message>
    <message>
        <source>{plan} runs {limit} at once.</source>
        <translation>{plan} 计划最多同时运行 {limit} 个。</translation>
    </message>
    <message>
        <source>{rounds} rounds of {each}: done at {end} at the earliest, rough.</source>
        <translation>共 {rounds} 轮，每轮 {each}：粗略估计最早于 {end} 完成。</translation>
    </message>
    <message>
        <source>{rounds} rounds of {each}: {days} days, rough.</source>
        <translation>共 {rounds} 轮，每轮 {each}：粗略估计需 {days} 天。</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{time} is already past today: TikMatrix will probably start it at once. That is a guess; perhaps it waits for tomorrow.</source>
        <translation>今天的 {time} 已过：TikMatrix 很可能会立即开始，但这只是推测，也可能等到明天。</translation>
    </message>
    <message>
        <source>{time} on {date}</source>
        <translation>{date} {time}</translation>
    </message>
    <message>
        <source>{time} tomorrow</source>
        <translation>明天 {time}</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Allow more of these tasks a device and day</source>
        <translation>允许每台设备每天创建更多此类任务</translation>
    </message>
    <message>
        <source>Go to the first field that needs attention</source>
        <translation>转到第一个需要修正的字段</translation>
    </message>
    <message>
        <source>Raise the ceiling…</source>
        <translation>提高上限…</translation>
    </message>
    <message>
        <source>Show the first</source>
        <translation>查看第一个</translation>
    </message>
</context>
<context>
    <name>TablesArea</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Devices of the batch</source>
        <translation>批次的设备</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Requests of the batch</source>
        <translation>批次的请求</translation>
    </message>
    <message>
        <source>Shown below</source>
        <translation>下方显示</translation>
    </message>
</context>
<context>
    <name>TargetsEditor</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) nobody has named an account for</source>
        <translation>
            <numerusform>%n 台设备没有已知账号</numerusform>
        </translation>
    </message>
    <message>
        <source>Always runs for every account of the device.</source>
        <translation>始终对设备上的每个账号运行。</translation>
    </message>
    <message>
        <source>One task for each account on the device</source>
        <translation>为设备上的每个账号各建一个任务</translation>
    </message>
    <message>
        <source>{number} accounts known</source>
        <translation>{number} 个已知账号</translation>
    </message>
    <message>
        <source>Switches through every account of the device instead of the current one</source>
        <translation>依次切换设备上的所有账号，而不只是当前账号</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>TaskCommands</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n task(s)?</source>
        <translation>
            <numerusform>删除 %n 个任务？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n {status} task(s) on {devices}?</source>
        <translation>
            <numerusform>删除 {devices}上 %n 个{status}的任务？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n {status} {script} task(s) on {devices}?</source>
        <translation>
            <numerusform>删除 {devices}上 %n 个{status}的 {script} 任务？</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete task {0}?</source>
        <translation>删除任务 {0}？</translation>
    </message>
    <message>
        <source>It can be cancelled while it runs.</source>
        <translation>执行过程中可以取消。</translation>
    </message>
    <message>
        <source>It is running and is stopped first.</source>
        <translation>该任务正在运行，将先被停止。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message numerus="yes">
        <source>Retry %n failed task(s) on {devices}?</source>
        <translation>
            <numerusform>重试 {devices}上 %n 个失败的任务？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %n failed {script} task(s) on {devices}?</source>
        <translation>
            <numerusform>重试 {devices}上 %n 个失败的 {script} 任务？</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>Stop %n running task(s) on {devices}?</source>
        <translation>
            <numerusform>停止 {devices}上 %n 个正在运行的任务？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n running {script} task(s) on {devices}?</source>
        <translation>
            <numerusform>停止 {devices}上 %n 个正在运行的 {script} 任务？</numerusform>
        </translation>
    </message>
    <message>
        <source>They are running and are stopped first.</source>
        <translation>这些任务正在运行，将先被停止。</translation>
    </message>
    <message>
        <source>They go back into the queue.</source>
        <translation>这些任务将重新排队。</translation>
    </message>
    <message>
        <source>Try the {n} at their limit as well</source>
        <translation>同时重试可能已达上限的 {n} 个任务</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>{counts}.</source>
        <translation>{counts}。</translation>
    </message>
    <message>
        <source>{n} are gone already</source>
        <translation>{n} 个已不存在</translation>
    </message>
    <message>
        <source>{n} are not failed</source>
        <translation>{n} 个并非失败状态</translation>
    </message>
    <message>
        <source>{n} are not running</source>
        <translation>{n} 个未在运行</translation>
    </message>
    <message>
        <source>{n} are probably at their limit and are left out</source>
        <translation>{n} 个可能已达重试上限，将被跳过</translation>
    </message>
    <message>
        <source>{n} are probably at their limit: TikMatrix may refuse them</source>
        <translation>{n} 个可能已达重试上限：TikMatrix 可能会拒绝</translation>
    </message>
    <message>
        <source>{n} can be deleted</source>
        <translation>{n} 个可删除</translation>
    </message>
    <message>
        <source>{n} can be retried</source>
        <translation>{n} 个可重试</translation>
    </message>
    <message>
        <source>{n} can be stopped</source>
        <translation>{n} 个可停止</translation>
    </message>
    <message>
        <source>{n} running (stopped first)</source>
        <translation>{n} 个运行中（将先停止）</translation>
    </message>
    <message>
        <source>{n} {status}</source>
        <translation>{n} 个{status}</translation>
    </message>
    <message>
        <source>They probably end as failed.</source>
        <translation>它们很可能会以失败结束。</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
</context>
<context>
    <name>TaskHeader</name>
    <message>
        <source>Columns of the task table</source>
        <translation>任务表的列</translation>
    </message>
    <message>
        <source>Show or hide the column {0}</source>
        <translation>显示或隐藏“{0}”列</translation>
    </message>
</context>
<context>
    <name>TaskRoom</name>
    <message>
        <source>Failures by cause</source>
        <translation>失败原因汇总</translation>
    </message>
    <message>
        <source>Show what failed by its cause, or every task again</source>
        <translation>按原因汇总失败任务，或重新显示所有任务</translation>
    </message>
    <message>
        <source>Show what failed by its cause, or every task again (Ctrl+Shift+G)</source>
        <translation>按原因汇总失败任务，或重新显示所有任务 (Ctrl+Shift+G)</translation>
    </message>
</context>
<context>
    <name>TaskTable</name>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Status {0}</source>
        <translation>状态 {0}</translation>
    </message>
</context>
<context>
    <name>TaskView</name>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Choose a script, fill in its form and pick devices: the tasks appear here at once.</source>
        <translation>选择脚本、填写表单并选好设备，任务就会立即显示在这里。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Connecting to TikMatrix…</source>
        <translation>正在连接 TikMatrix…</translation>
    </message>
    <message>
        <source>Export tasks</source>
        <translation>导出任务</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>No task matches</source>
        <translation>没有匹配的任务</translation>
    </message>
    <message>
        <source>No tasks yet</source>
        <translation>还没有任务</translation>
    </message>
    <message>
        <source>Reading tasks: {0} of {1}</source>
        <translation>正在读取任务：{0} / {1}</translation>
    </message>
    <message>
        <source>Tasks are there, but the filters or the search let none of them through.</source>
        <translation>有任务，但都不符合当前的筛选或搜索条件。</translation>
    </message>
    <message>
        <source>The tasks appear as soon as it answers.</source>
        <translation>收到应答后，任务会立即显示在这里。</translation>
    </message>
    <message>
        <source>This plan has no Local API</source>
        <translation>当前计划不含本地 API</translation>
    </message>
    <message>
        <source>TikMatrix answers, but tasks can be seen here only with the Pro, Team or Business plan.</source>
        <translation>TikMatrix 有响应，但只有 Pro、Team 或 Business 计划才能在此查看任务。</translation>
    </message>
    <message>
        <source>TikMatrix is starting…</source>
        <translation>TikMatrix 正在启动…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重连</translation>
    </message>
    <message>
        <source>deleting…</source>
        <translation>正在删除…</translation>
    </message>
    <message>
        <source>retrying…</source>
        <translation>正在重试…</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>UpdateNotice</name>
    <message>
        <source>MatrixDeck {newest} is available. This is {version}.</source>
        <translation>MatrixDeck {newest} 已发布，当前版本为 {version}。</translation>
    </message>
    <message>
        <source>MatrixDeck {version} is up to date.</source>
        <translation>MatrixDeck {version} 已是最新版本。</translation>
    </message>
    <message>
        <source>No browser could be opened. The address is in the details.</source>
        <translation>无法打开浏览器，地址见详细信息。</translation>
    </message>
    <message>
        <source>No newer version could be looked for: the answer of {host} does not name one. Check the address in the settings.</source>
        <translation>无法检查更新：{host} 的响应中没有版本信息。请检查设置中的地址。</translation>
    </message>
    <message>
        <source>No newer version could be looked for: {host} cannot be reached. Check the connection and the address in the settings.</source>
        <translation>无法检查更新：连接不上 {host}。请检查网络连接和设置中的地址。</translation>
    </message>
    <message>
        <source>No newer version could be looked for: {host} did not answer in time. Try again later.</source>
        <translation>无法检查更新：{host} 没有及时响应。请稍后再试。</translation>
    </message>
    <message>
        <source>No newer version could be looked for: {host} leads to an address that is not safe to open.</source>
        <translation>无法检查更新：{host} 指向了不安全的地址。</translation>
    </message>
    <message>
        <source>No newer version could be looked for: {host} refused to answer. Check the address in the settings.</source>
        <translation>无法检查更新：{host} 拒绝了请求。请检查设置中的地址。</translation>
    </message>
    <message>
        <source>Open the download page at {host}</source>
        <translation>打开 {host} 上的下载页面</translation>
    </message>
    <message>
        <source>The newest one that was named is {newest}.</source>
        <translation>对方给出的最新版本是 {newest}。</translation>
    </message>
</context>
<context>
    <name>UpdatesPage</name>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>Address that names the newest version</source>
        <translation>提供最新版本信息的地址</translation>
    </message>
    <message>
        <source>Leave it empty to ask nobody. It may name a JSON file with “version” and “url”, or a release at GitHub. Nothing about you, your phones or your tasks is sent.</source>
        <translation>留空则不查询任何地址。可以填写含有“version”和“url”的 JSON 文件地址，或 GitHub 发行版的接口地址。不会发送任何关于您、您的手机或任务的信息。</translation>
    </message>
    <message>
        <source>MatrixDeck never asks for updates by itself. With an address here, Help &gt; Check for updates asks it for the newest version when you want to know.</source>
        <translation>MatrixDeck 从不自行检查更新。在此填写地址后，您可以随时通过“帮助 &gt; 检查更新”查询最新版本。</translation>
    </message>
    <message>
        <source>No address is set yet. Enter one and save, then check again from the Help menu.</source>
        <translation>尚未设置地址。请填写并保存，然后从“帮助”菜单重新检查。</translation>
    </message>
    <message>
        <source>Only this PC may be asked by http://. Use https://.</source>
        <translation>http:// 只能用于本机，请使用 https://。</translation>
    </message>
    <message>
        <source>The address begins with https://.</source>
        <translation>地址应以 https:// 开头。</translation>
    </message>
    <message>
        <source>The address must not carry a user name or a password.</source>
        <translation>地址中不能包含用户名或密码。</translation>
    </message>
    <message>
        <source>This is not an address. Example: https://example.org/newest.json</source>
        <translation>这不是有效的地址。示例：https://example.org/newest.json</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n task(s) created.</source>
        <translation>
            <numerusform>已创建 %n 个任务。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) deleted.</source>
        <translation>
            <numerusform>已删除 %n 个任务。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) put back in the queue.</source>
        <translation>
            <numerusform>已将 %n 个任务重新排队。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) stopped.</source>
        <translation>
            <numerusform>已停止 %n 个任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Cancelling when what is under way has ended… {reached} of {asked}</source>
        <translation>待进行中的操作结束后取消… {reached} / {asked}</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>响应码 {code}</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Deleting… {reached} of {asked}</source>
        <translation>正在删除… {reached} / {asked}</translation>
    </message>
    <message>
        <source>For {n} more nothing was sent.</source>
        <translation>另有 {n} 个未发送。</translation>
    </message>
    <message>
        <source>HTTP status {status}</source>
        <translation>HTTP 状态码 {status}</translation>
    </message>
    <message>
        <source>It may have been carried out all the same: look at the task list before you send it again.</source>
        <translation>操作可能已经执行：再次发送之前请先查看任务列表。</translation>
    </message>
    <message>
        <source>Nothing to retry: no task has failed, or all are at their retry limit.</source>
        <translation>无需重试：没有失败的任务，或均已达重试上限。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Retry all failed</source>
        <translation>重试所有失败任务</translation>
    </message>
    <message>
        <source>Retrying… {reached} of {asked}</source>
        <translation>正在重试… {reached} / {asked}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping… {reached} of {asked}</source>
        <translation>正在停止… {reached} / {asked}</translation>
    </message>
    <message>
        <source>Task IDs: {ids}</source>
        <translation>任务 ID：{ids}</translation>
    </message>
    <message>
        <source>Task {ids}: </source>
        <translation>任务 {ids}：</translation>
    </message>
    <message>
        <source>TikMatrix accepted the request but created no task.</source>
        <translation>TikMatrix 接受了请求，但没有创建任务。</translation>
    </message>
    <message>
        <source>TikMatrix did not count {n} of them: they were gone before, or are still there. The table shows it.</source>
        <translation>TikMatrix 未计入其中 {n} 个：它们可能早已不存在，也可能仍然存在，请以任务表为准。</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{before} {next}</source>
        <translation>{before}{next}</translation>
    </message>
    <message>
        <source>{command} cancelled: {done} of {asked} done</source>
        <translation>“{command}”已取消：已完成 {done} / {asked}</translation>
    </message>
    <message>
        <source>{command} failed. {reason}</source>
        <translation>“{command}”操作失败。{reason}</translation>
    </message>
    <message>
        <source>{command}: {done} of {asked} done</source>
        <translation>“{command}”：已完成 {done} / {asked}</translation>
    </message>
    <message>
        <source>… and {n} more reasons</source>
        <translation>… 及其他 {n} 种原因</translation>
    </message>
    <message>
        <source>{ids} and {n} more</source>
        <translation>{ids} 及其他 {n} 个</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} not sent</source>
        <translation>未发送 {n}</translation>
    </message>
    <message>
        <source>{n} refused</source>
        <translation>被拒绝 {n}</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} unclear</source>
        <translation>结果不明 {n}</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation>{span}前</translation>
    </message>
    <message>
        <source>{title}: {detail}</source>
        <translation>{title}：{detail}</translation>
    </message>
</context>
<context>
    <name>WorkArea</name>
    <message numerus="yes">
        <source>%n new task(s) are hidden by the filter.</source>
        <translation>
            <numerusform>%n 个新任务被筛选条件隐藏。</numerusform>
        </translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Tasks, new task or batches</source>
        <translation>任务、新建任务或批次</translation>
    </message>
    <message>
        <source>Work area</source>
        <translation>工作区</translation>
    </message>
</context>
</TS>
