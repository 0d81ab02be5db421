#define _GNU_SOURCE

#include "CSandbox.h"
#include "confine.h"

#include <linux/capability.h>
#include <stdbool.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static bool limited(int resource, uint64_t value)
{
    struct rlimit limit = {value, value};
    return setrlimit(resource, &limit) == 0;
}

/* What it writes is a pipe, which no limit of file sizes touches. */
static bool limits(uint64_t memory, uint64_t seconds)
{
    return limited(RLIMIT_AS, memory) & limited(RLIMIT_CPU, seconds) & limited(RLIMIT_CORE, 0)
        & limited(RLIMIT_FSIZE, 0) & limited(RLIMIT_NPROC, 0);
}

/* Whoever started it may have been root. */
static void drop_capabilities(void)
{
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {{0, 0, 0}, {0, 0, 0}};
    syscall(SYS_capset, &header, none);
}

unsigned sandbox_confine(uint64_t memory, uint64_t seconds, const char *const *readable, unsigned withheld)
{
    unsigned holding = 0;
    /* A live round's work comes first: as low as the service's own threads for everything else. */
    setpriority(PRIO_PROCESS, 0, 15);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    if (!(withheld & SANDBOX_LIMITS) && limits(memory, seconds)) holding |= SANDBOX_LIMITS;
    if (!(withheld & SANDBOX_NO_NEW_PRIVILEGES) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
        holding |= SANDBOX_NO_NEW_PRIVILEGES;
    if (!(withheld & SANDBOX_LANDLOCK) && sandbox_landlock(readable)) holding |= SANDBOX_LANDLOCK;
    /* Without Landlock there are no files "but those": then there are none at all. */
    bool reads_files = readable[0] != NULL && (holding & SANDBOX_LANDLOCK);
    if (!(withheld & SANDBOX_LIMITS)) limited(RLIMIT_NOFILE, reads_files ? 64 : STDERR_FILENO + 1);
    drop_capabilities();
    if (!(withheld & SANDBOX_SECCOMP) && sandbox_seccomp(reads_files)) holding |= SANDBOX_SECCOMP;
    return holding;
}
