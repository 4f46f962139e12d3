; The installer. Compiled by packaging/build.py, which gives: Version, FileVersion, Program (the frozen folder),
; Icon, Output (the installer's name without .exe), Megabytes (what an installation takes),
; and, for a build that is not for users, Verification; for a signed one, Signed.

#define Name "MatrixDeck"
#define Exe "MatrixDeck.exe"

[Setup]
AppId=MatrixDeck
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher=The MatrixDeck authors
UninstallDisplayName={#Name}
UninstallDisplayIcon={app}\{#Exe}
VersionInfoVersion={#FileVersion}
VersionInfoProductTextVersion={#Version}
#ifdef Verification
VersionInfoDescription={#Name} Setup - for verification only, not for users
#else
VersionInfoDescription={#Name} Setup
#endif
#ifdef Signed
SignTool=matrixdeck
SignedUninstaller=yes
#endif
OutputBaseFilename={#Output}
SetupIconFile={#Icon}
WizardStyle=modern
Compression=lzma2/max
SolidCompression=yes
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; For one user, unless all users are asked for: /ALLUSERS, or the first page.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline dialog
DefaultDirName={code:DefaultFolder}
DisableProgramGroupPage=yes
DisableDirPage=auto
; What an upgrade finds switched on stays; it is not asked for again.
UsePreviousTasks=no
; A running panel is closed by its own --quit, see PrepareToInstall.
CloseApplications=no

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "zh"; MessagesFile: "compiler:Default.isl,ChineseSimplified.isl"

#ifdef Verification
[Messages]
BeveledLabel=For verification only - not for users
#endif

[CustomMessages]
en.Desktop=Create a &desktop icon
zh.Desktop=创建桌面图标(&D)
en.SignIn=&Start minimised when I sign in to Windows
zh.SignIn=登录 Windows 时以最小化方式启动(&S)
en.Running=MatrixDeck is still running and could not be closed. Close it, or end MatrixDeck.exe in the Task Manager, then try again. Nothing has been changed.
zh.Running=MatrixDeck 仍在运行，无法自动关闭。请关闭它，或在任务管理器中结束 MatrixDeck.exe，然后重试。尚未做任何更改。
en.NoRoom=There is not enough room on the disk: %1 MB are needed in %2, %3 MB are free. Free some and try again. Nothing has been changed.
zh.NoRoom=磁盘空间不足：%2 需要 %1 MB，仅剩 %3 MB。请释放空间后重试。尚未做任何更改。
en.NotWritable=MatrixDeck cannot be written to %1. Choose another folder, or install for all users. Nothing has been changed.
zh.NotWritable=无法将 MatrixDeck 写入 %1。请选择其他文件夹，或为所有用户安装。尚未做任何更改。
en.InUse=The installed version cannot be replaced: a program uses %1. Close MatrixDeck for every user and try again. Nothing has been changed.
zh.InUse=无法替换已安装的版本：有程序正在使用 %1。请为所有用户关闭 MatrixDeck 后重试。尚未做任何更改。
en.Purge=MatrixDeck has been removed. Do you also want to delete your own data: settings, names of devices, presets, and the record of everything that was sent?%n%n%1
zh.Purge=MatrixDeck 已卸载。是否同时删除您自己的数据：设置、设备名称、预设以及所有发送记录？%n%n%1

[Tasks]
Name: "desktop"; Description: "{cm:Desktop}"; Flags: unchecked; Check: not IsUpgrade
Name: "signin"; Description: "{cm:SignIn}"; Flags: unchecked; Check: not IsUpgrade and not IsAdminInstallMode

[Files]
Source: "{#Program}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Exe}"; AppUserModelID: "MatrixDeck.MatrixDeck"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Exe}"; AppUserModelID: "MatrixDeck.MatrixDeck"; Tasks: desktop

[Registry]
; The same value that the switch in the program's settings writes and removes.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "{#Name}"; ValueData: """{app}\{#Exe}"" --minimized"; Tasks: signin
; Where the task manager notes that the user switched it off: whoever chooses it here has it on again.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"; ValueType: none; ValueName: "{#Name}"; Flags: deletevalue dontcreatekey; Tasks: signin

[Run]
Filename: "{app}\{#Exe}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

[UninstallDelete]
Type: filesandordirs; Name: "{app}\_internal"
Type: filesandordirs; Name: "{app}\previous version"
Type: filesandordirs; Name: "{app}\replaced version"
; What an installation that was cut off has left of a file.
Type: files; Name: "{app}\is-?????.tmp"
Type: dirifempty; Name: "{app}"

[Code]
const
  Mutex = 'MatrixDeck';
  RunKey = 'Software\Microsoft\Windows\CurrentVersion\Run';
  ApprovedKey = 'Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run';
  Aside = 'previous version';
  Discarded = 'replaced version';
  Tries = 12;
  PauseMs = 250;

var
  IsAside, IsInstalled: Boolean;

function DefaultFolder(Param: String): String;
begin
  if IsAdminInstallMode then
    Result := ExpandConstant('{commonpf}\{#Name}')
  else
    Result := ExpandConstant('{localappdata}\Programs\{#Name}');
end;

function IsUpgrade: Boolean;
begin
  Result := WizardForm.PrevAppDir <> '';
end;

{ What an installation consists of. Whatever else lies in its folder is not ours and stays. }
function Part(Index: Integer): String;
begin
  case Index of
    0: Result := '{#Exe}';
    1: Result := '_internal';
    2: Result := 'licences';
    3: Result := 'THIRD-PARTY-NOTICES.txt';
  else
    Result := '';
  end;
end;

function Exists(Path: String): Boolean;
begin
  Result := FileExists(Path) or DirExists(Path);
end;

{ Scanners, and programs that have just ended, hold files for a moment: so both of these try for some seconds. }
procedure Remove(Path: String);
var
  Left: Integer;
begin
  Left := Tries;
  while Exists(Path) and (Left > 0) do begin
    if DirExists(Path) then
      DelTree(Path, True, True, True)
    else
      DeleteFile(Path);
    if Exists(Path) then
      Sleep(PauseMs);
    Left := Left - 1;
  end;
end;

function Move(Path, Target: String): Boolean;
var
  Left: Integer;
begin
  Left := Tries;
  Result := RenameFile(Path, Target);
  while not Result and (Left > 0) do begin
    Sleep(PauseMs);
    Result := RenameFile(Path, Target);
    Left := Left - 1;
  end;
end;

{ Puts the version that was there back to where it was, over what there is of another. }
procedure PutBack(Folder: String);
var
  Index: Integer;
  Kept: String;
begin
  Index := 0;
  while Part(Index) <> '' do begin
    Kept := Folder + '\' + Aside + '\' + Part(Index);
    if Exists(Kept) then begin
      Remove(Folder + '\' + Part(Index));
      Move(Kept, Folder + '\' + Part(Index));
    end;
    Index := Index + 1;
  end;
  RemoveDir(Folder + '\' + Aside);
end;

{ Moves the installed version aside, whole: so none of its files is left over in the new one, and it can be put
  back. Returns what cannot be moved because it is in use. }
function MoveAside(Folder: String): String;
var
  Index: Integer;
begin
  Result := '';
  Remove(Folder + '\' + Discarded);
  if not FileExists(Folder + '\{#Exe}') then
    Exit;
  if not CreateDir(Folder + '\' + Aside) then begin
    Result := Folder;
    Exit;
  end;
  IsAside := True;
  Index := 0;
  while (Part(Index) <> '') and (Result = '') do begin
    if Exists(Folder + '\' + Part(Index)) then
      if not Move(Folder + '\' + Part(Index), Folder + '\' + Aside + '\' + Part(Index)) then
        Result := Folder + '\' + Part(Index);
    Index := Index + 1;
  end;
  if Result <> '' then begin
    PutBack(Folder);
    IsAside := False;
  end;
end;

{ Asks the user's panel to close and waits for it; returns whether none runs now. }
function CloseRunning(Folder: String): Boolean;
var
  Code: Integer;
begin
  if CheckForMutexes(Mutex) and FileExists(Folder + '\{#Exe}') then
    Exec(Folder + '\{#Exe}', '--quit', '', SW_HIDE, ewWaitUntilTerminated, Code);
  Result := not CheckForMutexes(Mutex);
end;

{ The folder itself, or the one in which it will be made: it is not made here, or no uninstallation would remove it. }
function Existing(Folder: String): String;
begin
  Result := Folder;
  while not DirExists(Result) and (Length(Result) > 3) do
    Result := ExtractFileDir(Result);
end;

function CanWrite(Folder: String): Boolean;
var
  Trial: String;
begin
  Trial := AddBackslash(Existing(Folder)) + 'matrixdeck-setup.tmp';
  Result := SaveStringToFile(Trial, 'x', False);
  DeleteFile(Trial);
end;

function PrepareToInstall(var NeedsRestart: Boolean): String;
var
  Folder, Used: String;
  Free, Total: Int64;
begin
  Result := '';
  Folder := ExpandConstant('{app}');
  if not CloseRunning(Folder) then
    Result := CustomMessage('Running')
  else if not CanWrite(Folder) then
    Result := FmtMessage(CustomMessage('NotWritable'), [Folder])
  else if GetSpaceOnDisk64(Existing(Folder), Free, Total) and (Free div 1000000 < {#Megabytes}) then
    Result := FmtMessage(CustomMessage('NoRoom'), ['{#Megabytes}', Folder, IntToStr(Free div 1000000)])
  else begin
    { There only if an earlier installation was cut off, by a loss of power for one. }
    if DirExists(Folder + '\' + Aside) then
      PutBack(Folder);
    Used := MoveAside(Folder);
    if Used <> '' then
      Result := FmtMessage(CustomMessage('InUse'), [Used]);
  end;
  if Result <> '' then
    Log('Not installed: ' + Result);
end;

procedure CurStepChanged(CurStep: TSetupStep);
begin
  if CurStep = ssPostInstall then begin
    IsInstalled := True;
    { By one rename: a removal that is cut off must not be taken for an installation that was. }
    if IsAside then
      Move(ExpandConstant('{app}\') + Aside, ExpandConstant('{app}\') + Discarded);
    Remove(ExpandConstant('{app}\') + Discarded);
  end;
end;

procedure DeinitializeSetup;
begin
  if IsAside and not IsInstalled then
    PutBack(ExpandConstant('{app}'));
end;

function InitializeUninstall: Boolean;
begin
  Result := CloseRunning(ExpandConstant('{app}'));
  if not Result then
    SuppressibleMsgBox(CustomMessage('Running'), mbError, MB_OK, IDOK);
end;

function IsPurgeAsked: Boolean;
var
  Index: Integer;
  Data: String;
begin
  Data := ExpandConstant('{userappdata}\{#Name}');
  Result := False;
  for Index := 1 to ParamCount do
    if CompareText(ParamStr(Index), '/PURGE') = 0 then
      Result := True;
  if not Result and not UninstallSilent and DirExists(Data) then
    Result := SuppressibleMsgBox(
      FmtMessage(CustomMessage('Purge'), [Data]), mbConfirmation, MB_YESNO or MB_DEFBUTTON2, IDNO) = IDYES;
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
var
  Command: String;
begin
  if CurUninstallStep <> usPostUninstall then
    Exit;
  { It may have been switched on in the program: then no installer has noted it. }
  if RegQueryStringValue(HKCU, RunKey, '{#Name}', Command) then
    if Pos(Lowercase(ExpandConstant('{app}\{#Exe}')), Lowercase(Command)) > 0 then begin
      RegDeleteValue(HKCU, RunKey, '{#Name}');
      RegDeleteValue(HKCU, ApprovedKey, '{#Name}');
    end;
  if IsPurgeAsked then
    Remove(ExpandConstant('{userappdata}\{#Name}'));
end;
