#pragma once

#include <stddef.h>

/* The files of WebAssets, as they stand in its folders. In C because its compiler takes a file in as it is (#embed), at
   once, and notices when it changes; Swift would compile each byte as a literal, for minutes. */
struct web_asset {
    /* Its path there, "ballot/slip.js". */
    const char *path;
    const unsigned char *bytes;
    size_t count;
};

/* All of them, and how many they are. */
const struct web_asset *web_assets(size_t *count);
