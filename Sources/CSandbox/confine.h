#pragma once

#include <stdbool.h>

/* The file system, and from version 4 on the network: nothing but reading what is named. */
bool sandbox_landlock(const char *const *readable);

/* The calls of the kernel: a list of what is allowed, all else answers EPERM. */
bool sandbox_seccomp(bool reads_files);
