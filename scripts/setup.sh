#!/usr/bin/env bash
# Installs the system libraries and tools that building, testing and the demo need: the one list of them.
# On Debian 12 through apt; asks for root only where it is not root already and something is missing.
set -euo pipefail

packages=(
    chromium        # shows the pages in the tests and for the pictures
    fontconfig      # finds the fonts
    fonts-liberation2 # Liberation Serif, which measures as Times New Roman does; version 1 lacks Vietnamese letters
    libarchive-dev  # the record's archive
    libpango1.0-dev # typesetting, with Cairo
    libpoppler-glib-dev # drawing PDF
    libqpdf-dev     # reading PDF
    libqrencode-dev # QR codes
    libseccomp-dev  # what shuts the readers of strangers' files in
    libsqlite3-dev  # the register and the spool
    libssl-dev      # blind signatures, certificates, passwords
    libxlsxwriter-dev # writing .xlsx
    libxml2-dev     # reading .xlsx and .ods
    nginx           # a peer in the tests: the proxy of docs/operations.md
    nodejs          # runs the tests of the browser's modules
    openssl         # a peer in the tests, a measure in the benchmark
    pkg-config      # finds the above
    poppler-utils   # peers in the tests: pdfsig, pdftotext, pdftoppm, pdffonts
    python3         # a peer in the tests: its zipfile reads our archives
    python3-venv    # for pyHanko and Playwright in the tests
    qpdf            # a peer in the tests
    unzip           # a peer in the tests
    zbar-tools      # a peer in the tests: reads QR codes
    zip             # a peer in the tests
    zlib1g-dev      # the HTTP server's compression
)

if ! command -v swift >/dev/null; then
    echo "setup: Swift 6.3 is needed and not on the PATH: install it from swift.org, then try again" >&2
    exit 1
fi
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
if [ "$(printf '%s\n6.3\n' "$version" | sort -V | head -n 1)" != 6.3 ]; then
    echo "setup: Swift $version is too old: 6.3 or newer is needed" >&2
    exit 1
fi

missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "setup: this is not Debian; install what these packages hold, then try again: ${missing[*]}" >&2
    exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "setup: as root, run: apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi
echo "setup: installing ${missing[*]}"
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
