#!/usr/bin/env bash
# Writes Sources/WebAssets/WebAssets+List.swift: which files are built into the program. Run it when one comes or goes;
# a test tells when it was forgotten.
set -euo pipefail
cd "$(dirname "$0")/../Sources/WebAssets"

{
    echo "// Written by scripts/list-assets.sh."
    echo
    echo "extension WebAssets {"
    echo "    /// What embedding makes of each file is named after the file alone; here it gets its path again."
    echo "    static let listed: [String: [UInt8]] = ["
    find . -mindepth 2 -type f \( -name '*.css' -o -name '*.csv' -o -name '*.js' -o -name '*.mustache' -o -name '*.svg' \) |
        sed 's|^\./||' | LC_ALL=C sort |
        while read -r path; do
            name=$(basename "$path" | tr '.-' '__')
            echo "        \"$path\": PackageResources.$name,"
        done
    echo "    ]"
    echo "}"
} >WebAssets+List.swift
