# Installs forensix from this folder, without a network: powershell -ExecutionPolicy Bypass -File install.ps1 [-Target FOLDER]
param([string]$Target = (Join-Path $env:LOCALAPPDATA "forensix\program"))
$ErrorActionPreference = "Stop"
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$wanted = (Get-Content (Join-Path $here "PYTHON")).Trim()

function Stop-With([string]$Sentence) { Write-Host $Sentence -ForegroundColor Red; exit 1 }

$python = $null
foreach ($candidate in @(@("py", "-$wanted"), @("python"))) {
    if (-not (Get-Command $candidate[0] -ErrorAction SilentlyContinue)) { continue }
    $rest = @($candidate | Select-Object -Skip 1)
    $found = & $candidate[0] @rest -c "import sys; print('%d.%d' % sys.version_info[:2])" 2>$null
    if ($found -eq $wanted) { $python = $candidate; break }
}
if (-not $python) { Stop-With "Python $wanted is needed: this folder was made for it." }
if (Test-Path $Target) { Stop-With "$Target is already there; name another folder or remove it." }

Write-Host "Checking the files of this folder"
foreach ($line in Get-Content (Join-Path $here "SHA256SUMS")) {
    $sum, $name = $line -split "  ", 2
    if ((Get-FileHash -Algorithm SHA256 -LiteralPath (Join-Path $here $name)).Hash -ne $sum) { Stop-With "$name is damaged: copy the folder again." }
}

Write-Host "Installing into $Target"
$rest = @($python | Select-Object -Skip 1)
& $python[0] @rest -m venv $Target
if ($LASTEXITCODE) { Stop-With "The environment could not be made." }
$program = Join-Path $Target "Scripts"
& (Join-Path $program "python.exe") -m pip install --quiet --disable-pip-version-check --no-index --find-links (Join-Path $here "wheels") `
    --no-deps --require-hashes --requirement (Join-Path $here "requirements.txt")
if ($LASTEXITCODE) { Stop-With "The packages could not be installed." }

Write-Host "Checking this computer"
& (Join-Path $program "forensix.exe") doctor
Write-Host ""
Write-Host "Installed. Start it with: $(Join-Path $program 'forensix.exe')"
Write-Host "A trial on made-up radiographs: $(Join-Path $program 'forensix.exe') demo"
exit 0
