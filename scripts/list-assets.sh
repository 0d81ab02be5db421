#!/usr/bin/env bash
# Writes Sources/CWebAssets/web_assets.c: which files are built into the program. Run it when one comes or goes; a test
# tells when it was forgotten.
set -euo pipefail
cd "$(dirname "$0")/../Sources/WebAssets"

paths=$(find . -mindepth 2 -type f \( -name '*.css' -o -name '*.csv' -o -name '*.js' -o -name '*.mustache' -o -name '*.svg' \) |
    sed 's|^\./||' | LC_ALL=C sort)
{
    echo "/* Written by scripts/list-assets.sh. */"
    echo "#include \"web_assets.h\""
    echo
    echo '#pragma clang diagnostic ignored "-Wc23-extensions"'
    for path in $paths; do
        echo
        echo "static const unsigned char ${path//[^a-z0-9]/_}[] = {"
        echo "#embed \"../WebAssets/$path\""
        echo "};"
    done
    echo
    echo "static const struct web_asset all[] = {"
    for path in $paths; do
        name=${path//[^a-z0-9]/_}
        echo "    {\"$path\", $name, sizeof $name},"
    done
    echo "};"
    echo
    echo "const struct web_asset *web_assets(size_t *count) {"
    echo "    *count = sizeof all / sizeof all[0];"
    echo "    return all;"
    echo "}"
} >../CWebAssets/web_assets.c
