#pragma once

#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* A file that is in no folder and on no disk, closed when a program is started; -1 where there can be none. Swift sees
   no memfd_create, which is GNU's own. */
static inline int spreadsheet_memory_file(void) {
    return (int)syscall(SYS_memfd_create, "spreadsheet", 1U);
}
