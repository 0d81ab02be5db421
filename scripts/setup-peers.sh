#!/usr/bin/env bash
# Installs what the tests hold us against besides Debian's packages: pyHanko, a PAdES validator, pyhpke, and what writes
# and reads spreadsheets.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=.build/pyhanko
requirements=Tests/Peers/requirements.txt
stamp=$folder/installed.txt

cmp -s "$requirements" "$stamp" && exit 0
echo "setup: installing pyHanko, pyhpke, openpyxl and odfpy"
mkdir -p .build
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check -r "$requirements"
cp "$requirements" "$stamp"
