#!/usr/bin/env bash
# Makes the pictures that README and the guides show: every form with sample data, as `phieukin forms` prints it, and
# the main screens with the example's round, as Chromium shows them.
set -euo pipefail
cd "$(dirname "$0")/.."

phieukin=${PHIEUKIN:-.build/debug/phieukin}
pictures=docs/pictures/forms

papers=$(mktemp -d)
trap 'rm -rf "$papers"' EXIT
"$phieukin" forms --out "$papers" >/dev/null

mkdir -p "$pictures"
rm -f "$pictures"/*.png
for paper in "$papers"/*.pdf; do
    name=$(basename "$paper" .pdf)
    page=1
    pixels=560
    case $name in
        decision-02-qd-annex) page=2 ;; # the list is what this sample is for
        access-slips) pixels=460 ;;     # QR codes hardly compress
    esac
    pdftoppm -png -gray -singlefile -scale-to "$pixels" -f "$page" -l "$page" "$paper" "$pictures/$name"
done
echo "$(find "$pictures" -name '*.png' | wc -l) pictures in $pictures"

screens=docs/pictures/screens
PHIEUKIN=$phieukin .build/browser/bin/python Tests/Browser/pictures.py "$screens"
echo "$(find "$screens" -name '*.png' | wc -l) pictures in $screens"
