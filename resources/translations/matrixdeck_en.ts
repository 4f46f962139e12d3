<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountChoice</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddDevicesDialog</name>
    <message numerus="yes">
        <source>%n already in the list</source>
        <translation>
            <numerusform>%n already in the list</numerusform>
            <numerusform>%n already in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) that cannot be read</source>
        <translation>
            <numerusform>%n line that cannot be read</numerusform>
            <numerusform>%n lines that cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new device(s)</source>
        <translation>
            <numerusform>%n new device</numerusform>
            <numerusform>%n new devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n device(s)</source>
        <translation>
            <numerusform>Add %n device</numerusform>
            <numerusform>Add %n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Again</name>
    <message numerus="yes">
        <source>Only the tasks of {name} were taken; %n of other scripts were not.</source>
        <translation>
            <numerusform>Only the tasks of {name} were taken; %n of another script was not.</numerusform>
            <numerusform>Only the tasks of {name} were taken; %n of other scripts were not.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message numerus="yes">
        <source>%n request(s) may or may not have arrived.</source>
        <translation>
            <numerusform>%n request may or may not have arrived.</numerusform>
            <numerusform>%n requests may or may not have arrived.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchPane</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Batches</name>
    <message numerus="yes">
        <source>%n request(s) will never be sent.</source>
        <translation>
            <numerusform>%n request will never be sent.</numerusform>
            <numerusform>%n requests will never be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) got no task.</source>
        <translation>
            <numerusform>%n target got no task.</numerusform>
            <numerusform>%n targets got no task.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) made</source>
        <translation>
            <numerusform>%n task made</numerusform>
            <numerusform>%n tasks made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n refused request(s) again?</source>
        <translation>
            <numerusform>Send %n refused request again?</numerusform>
            <numerusform>Send %n refused requests again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n unknown request(s) again?</source>
        <translation>
            <numerusform>Send %n unknown request again?</numerusform>
            <numerusform>Send %n unknown requests again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The fate of %n request(s) will never be known.</source>
        <translation>
            <numerusform>The fate of %n request will never be known.</numerusform>
            <numerusform>The fate of %n requests will never be known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaptionsField</name>
    <message numerus="yes">
        <source>%n blank</source>
        <translation>
            <numerusform>%n blank</numerusform>
            <numerusform>%n blank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n caption(s)</source>
        <translation>
            <numerusform>%n caption</numerusform>
            <numerusform>%n captions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated</source>
        <translation>
            <numerusform>%n repeated</numerusform>
            <numerusform>%n repeated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceActions</name>
    <message numerus="yes">
        <source>Forget %n device(s)?</source>
        <translation>
            <numerusform>Forget %n device?</numerusform>
            <numerusform>Forget %n devices?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceChoice</name>
    <message numerus="yes">
        <source>Leave out %n busy</source>
        <translation>
            <numerusform>Leave out %n busy</numerusform>
            <numerusform>Leave out %n busy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n offline</source>
        <translation>
            <numerusform>Leave out %n offline</numerusform>
            <numerusform>Leave out %n offline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n unknown</source>
        <translation>
            <numerusform>Leave out %n unknown</numerusform>
            <numerusform>Leave out %n unknown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DevicePane</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceRow</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed in a row</source>
        <translation>
            <numerusform>%n failed in a row</numerusform>
            <numerusform>%n failed in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message numerus="yes">
        <source>Retry %n failed task(s)?</source>
        <translation>
            <numerusform>Retry %n failed task?</numerusform>
            <numerusform>Retry %n failed tasks?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditDeviceDialog</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailuresBar</name>
    <message numerus="yes">
        <source>%n cause(s)</source>
        <translation>
            <numerusform>%n cause</numerusform>
            <numerusform>%n causes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailuresView</name>
    <message numerus="yes">
        <source>%n cause(s)</source>
        <translation>
            <numerusform>%n cause</numerusform>
            <numerusform>%n causes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cause(s) of failure</source>
        <translation>
            <numerusform>%n cause of failure</numerusform>
            <numerusform>%n causes of failure</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilesField</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n script(s)</source>
        <translation>
            <numerusform>%n script</numerusform>
            <numerusform>%n scripts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message numerus="yes">
        <source>Create %n task(s)</source>
        <translation>
            <numerusform>Create %n task</numerusform>
            <numerusform>Create %n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>%n line(s) taken from {name}.</source>
        <translation>
            <numerusform>%n line taken from {name}.</numerusform>
            <numerusform>%n lines taken from {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message numerus="yes">
        <source>%n component(s)</source>
        <translation>
            <numerusform>%n component</numerusform>
            <numerusform>%n components</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinesField</name>
    <message numerus="yes">
        <source>%n blank</source>
        <translation>
            <numerusform>%n blank</numerusform>
            <numerusform>%n blank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated</source>
        <translation>
            <numerusform>%n repeated</numerusform>
            <numerusform>%n repeated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mapping</name>
    <message numerus="yes">
        <source>%n caption(s) go(es) to no target.</source>
        <translation>
            <numerusform>%n caption goes to no target.</numerusform>
            <numerusform>%n captions go to no target.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different post(s)</source>
        <translation>
            <numerusform>%n different post</numerusform>
            <numerusform>%n different posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n target</numerusform>
            <numerusform>%n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) post(s) without a caption.</source>
        <translation>
            <numerusform>%n target posts without a caption.</numerusform>
            <numerusform>%n targets post without a caption.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestLogDialog</name>
    <message numerus="yes">
        <source>%n not answered as asked</source>
        <translation>
            <numerusform>%n not answered as asked</numerusform>
            <numerusform>%n not answered as asked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunAgain</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{script}: %n task(s) on {devices}, the newest {id}</source>
        <translation>
            <numerusform>{script}: %n task on {devices}, the newest {id}</numerusform>
            <numerusform>{script}: %n tasks on {devices}, the newest {id}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n completed</source>
        <translation>
            <numerusform>%n completed</numerusform>
            <numerusform>%n completed</numerusform>
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
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message numerus="yes">
        <source>%n request(s) cancelled.</source>
        <translation>
            <numerusform>%n request cancelled.</numerusform>
            <numerusform>%n requests cancelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) made fewer tasks.</source>
        <translation>
            <numerusform>%n request made fewer tasks.</numerusform>
            <numerusform>%n requests made fewer tasks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) made nothing.</source>
        <translation>
            <numerusform>%n request made nothing.</numerusform>
            <numerusform>%n requests made nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) refused.</source>
        <translation>
            <numerusform>%n request refused.</numerusform>
            <numerusform>%n requests refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n request(s) it is not known what became.</source>
        <translation>
            <numerusform>Of %n request it is not known what became.</numerusform>
            <numerusform>Of %n requests it is not known what became.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message numerus="yes">
        <source>%n row(s) exported.</source>
        <translation>
            <numerusform>%n row exported.</numerusform>
            <numerusform>%n rows exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpintaxNote</name>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n variant</numerusform>
            <numerusform>%n variants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n request(s) a tick</source>
        <translation>
            <numerusform>%n request a tick</numerusform>
            <numerusform>%n requests a tick</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} task(s)</source>
        <translation>
            <numerusform>{n} task</numerusform>
            <numerusform>{n} tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) left out by choice.</source>
        <translation>
            <numerusform>%n device left out by choice.</numerusform>
            <numerusform>%n devices left out by choice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) need(s) attention before anything is sent.</source>
        <translation>
            <numerusform>%n field needs attention before anything is sent.</numerusform>
            <numerusform>%n fields need attention before anything is sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) wait(s) on these devices already.</source>
        <translation>
            <numerusform>%n task waits on these devices already.</numerusform>
            <numerusform>%n tasks wait on these devices already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TargetsEditor</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) nobody has named an account for</source>
        <translation>
            <numerusform>%n device nobody has named an account for</numerusform>
            <numerusform>%n devices nobody has named an account for</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskCommands</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n task(s)?</source>
        <translation>
            <numerusform>Delete %n task?</numerusform>
            <numerusform>Delete %n tasks?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n {status} task(s) on {devices}?</source>
        <translation>
            <numerusform>Delete %n {status} task on {devices}?</numerusform>
            <numerusform>Delete %n {status} tasks on {devices}?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n {status} {script} task(s) on {devices}?</source>
        <translation>
            <numerusform>Delete %n {status} {script} task on {devices}?</numerusform>
            <numerusform>Delete %n {status} {script} tasks on {devices}?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %n failed task(s) on {devices}?</source>
        <translation>
            <numerusform>Retry %n failed task on {devices}?</numerusform>
            <numerusform>Retry %n failed tasks on {devices}?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %n failed {script} task(s) on {devices}?</source>
        <translation>
            <numerusform>Retry %n failed {script} task on {devices}?</numerusform>
            <numerusform>Retry %n failed {script} tasks on {devices}?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n running task(s) on {devices}?</source>
        <translation>
            <numerusform>Stop %n running task on {devices}?</numerusform>
            <numerusform>Stop %n running tasks on {devices}?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n running {script} task(s) on {devices}?</source>
        <translation>
            <numerusform>Stop %n running {script} task on {devices}?</numerusform>
            <numerusform>Stop %n running {script} tasks on {devices}?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n task(s) created.</source>
        <translation>
            <numerusform>%n task created.</numerusform>
            <numerusform>%n tasks created.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) deleted.</source>
        <translation>
            <numerusform>%n task deleted.</numerusform>
            <numerusform>%n tasks deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) put back in the queue.</source>
        <translation>
            <numerusform>%n task put back in the queue.</numerusform>
            <numerusform>%n tasks put back in the queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) stopped.</source>
        <translation>
            <numerusform>%n task stopped.</numerusform>
            <numerusform>%n tasks stopped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkArea</name>
    <message numerus="yes">
        <source>%n new task(s) are hidden by the filter.</source>
        <translation>
            <numerusform>%n new task is hidden by the filter.</numerusform>
            <numerusform>%n new tasks are hidden by the filter.</numerusform>
        </translation>
    </message>
</context>
</TS>
