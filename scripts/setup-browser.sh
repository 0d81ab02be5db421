#!/usr/bin/env bash
# Installs what drives Debian's Chromium in the tests of the pages: Playwright, axe and pytest.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=.build/browser
requirements=Tests/Browser/requirements.txt
stamp=$folder/installed.txt

cmp -s "$requirements" "$stamp" && exit 0
echo "setup: installing Playwright"
mkdir -p .build
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check -r "$requirements"
cp "$requirements" "$stamp"
