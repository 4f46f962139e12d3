<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A desktop control panel for the TikMatrix Local API.</source>
        <translation>TikMatrix 本地 API 的桌面控制面板。</translation>
    </message>
    <message>
        <source>About MatrixDeck</source>
        <translation>关于 MatrixDeck</translation>
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
        <source>TikMatrix (not affiliated)</source>
        <translation>TikMatrix（与本项目无隶属关系）</translation>
    </message>
    <message>
        <source>Version {version} · Qt {qt} · Python {python}</source>
        <translation>版本 {version} · Qt {qt} · Python {python}</translation>
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
        <source>Remark</source>
        <translation>备注</translation>
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
        <source>Videos and images (*.mp4 *.mov *.jpg *.jpeg *.png *.webp)</source>
        <translation>视频和图片 (*.mp4 *.mov *.jpg *.jpeg *.png *.webp)</translation>
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
    <name>MainWindow</name>
    <message>
        <source>No task has failed: there is nothing to retry.</source>
        <translation>没有失败的任务，无需重试。</translation>
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
        <source>I have looked, let me send again</source>
        <translation>我已查看，允许再次发送</translation>
    </message>
    <message>
        <source>Show the tasks</source>
        <translation>查看任务</translation>
    </message>
    <message>
        <source>Tasks may have been created all the same. Look at the task list before you send this again.</source>
        <translation>任务可能已经创建。再次发送之前，请先查看任务列表。</translation>
    </message>
    <message>
        <source>TikMatrix did not say why the others are missing.</source>
        <translation>TikMatrix 未说明其余任务未创建的原因。</translation>
    </message>
    <message>
        <source>{done} of {expected} tasks were created.</source>
        <translation>已创建 {done} / {expected} 个任务。</translation>
    </message>
</context>
<context>
    <name>PageActions</name>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
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
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Retry the failed ones</source>
        <translation>重试其中失败的任务</translation>
    </message>
    <message>
        <source>Save the rows as CSV</source>
        <translation>将各行保存为 CSV</translation>
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
        <source>The device names could not be read or saved.</source>
        <translation>无法读取或保存设备名称。</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>无法保存设置。</translation>
    </message>
    <message>
        <source>The settings file was damaged; defaults are used where it was.</source>
        <translation>设置文件已损坏，损坏的部分使用默认值。</translation>
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
        <source>Sent to TikMatrix with this request and kept nowhere here.</source>
        <translation>随此请求发送给 TikMatrix，不会保存在本机面板中。</translation>
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
        <source>Save the selected rows as CSV (Ctrl+E)</source>
        <translation>将所选行保存为 CSV (Ctrl+E)</translation>
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
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Found by itself, for example localhost:50809</source>
        <translation>自动查找，例如 localhost:50809</translation>
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
        <source>How many accounts live there is not known: {names}.</source>
        <translation>不清楚以下设备上有多少个账号：{names}。</translation>
    </message>
    <message>
        <source>How many can run at once is not known yet.</source>
        <translation>尚不清楚可同时运行多少个。</translation>
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
        <source>There is no connection to TikMatrix: nothing can be sent now.</source>
        <translation>未连接到 TikMatrix，目前无法发送。</translation>
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
        <source>{plan} runs {limit}</source>
        <translation>{plan} 计划的并发上限为 {limit}</translation>
    </message>
    <message>
        <source>{plan} runs {limit} at once.</source>
        <translation>{plan} 计划最多同时运行 {limit} 个。</translation>
    </message>
    <message>
        <source>{time} is already past today: TikMatrix will probably start it at once. That is a guess; perhaps it waits for tomorrow.</source>
        <translation>今天的 {time} 已过：TikMatrix 很可能会立即开始，但这只是推测，也可能等到明天。</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Go to the first field that needs attention</source>
        <translation>转到第一个需要修正的字段</translation>
    </message>
    <message>
        <source>Show the first</source>
        <translation>查看第一个</translation>
    </message>
</context>
<context>
    <name>TargetsEditor</name>
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
    <message>
        <source>Account names, one a line</source>
        <translation>账号名，每行一个</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Accounts that TikMatrix has named; choosing one adds it</source>
        <translation>TikMatrix 报告过的账号，选择即可添加</translation>
    </message>
    <message>
        <source>Add a known account</source>
        <translation>添加已知账号</translation>
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
        <source>Select devices in the list on the left.</source>
        <translation>请在左侧列表中选择设备。</translation>
    </message>
    <message>
        <source>Switches through every account of the device instead of the current one</source>
        <translation>依次切换设备上的所有账号，而不只是当前账号</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>one account name a line</source>
        <translation>每行一个账号名</translation>
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
        <source>It is running and is stopped first.</source>
        <translation>该任务正在运行，将先被停止。</translation>
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
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
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
        <source>Stop</source>
        <translation>停止</translation>
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
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{before} {next}</source>
        <translation>{before}{next}</translation>
    </message>
    <message>
        <source>{command} failed. {reason}</source>
        <translation>“{command}”操作失败。{reason}</translation>
    </message>
    <message>
        <source>{command}: {done} of {asked} done, {failed} refused.</source>
        <translation>“{command}”操作：共 {asked} 个，完成 {done} 个，被拒 {failed} 个。</translation>
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
        <source>{n} s</source>
        <translation>{n} 秒</translation>
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
        <source>Tasks or new task</source>
        <translation>任务或新建任务</translation>
    </message>
    <message>
        <source>Work area</source>
        <translation>工作区</translation>
    </message>
</context>
</TS>
