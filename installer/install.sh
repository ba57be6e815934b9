#!/bin/sh
# Installs forensix from this folder, without a network: sh install.sh [FOLDER]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-"$HOME/.local/share/forensix/program"}
wanted=$(cat "$here/PYTHON")

python=""
for candidate in "python$wanted" python3 python; do
    if [ "$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" = "$wanted" ]; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Python $wanted is needed: this folder was made for it." >&2
    exit 1
fi
if [ -e "$target" ]; then
    echo "$target is already there; name another folder or remove it." >&2
    exit 1
fi

echo "Checking the files of this folder"
if command -v sha256sum >/dev/null; then
    (cd "$here" && sha256sum --quiet --check SHA256SUMS)
else
    (cd "$here" && shasum --algorithm 256 --quiet --check SHA256SUMS)
fi

echo "Installing into $target"
"$python" -m venv "$target"
"$target/bin/python" -m pip install --quiet --disable-pip-version-check --no-index --find-links "$here/wheels" --no-deps \
    --require-hashes --requirement "$here/requirements.txt"

echo "Checking this computer"
"$target/bin/forensix" doctor || true
echo
echo "Installed. Start it with: $target/bin/forensix"
echo "A trial on made-up radiographs: $target/bin/forensix demo"
