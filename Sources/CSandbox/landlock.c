#define _GNU_SOURCE

#include "confine.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Of later versions than the headers may be. */
#define ACCESS_REFER (1ULL << 13)
#define ACCESS_TRUNCATE (1ULL << 14)
#define ACCESS_IOCTL (1ULL << 15)
#define NETWORK_BIND_AND_CONNECT 3ULL
#define SCOPE_SOCKETS_AND_SIGNALS 3ULL

struct ruleset {
    uint64_t files;
    uint64_t network;
    uint64_t scoped;
};

static struct ruleset everything(long version)
{
    struct ruleset rules = {(1ULL << 13) - 1, 0, 0};
    if (version >= 2) rules.files |= ACCESS_REFER;
    if (version >= 3) rules.files |= ACCESS_TRUNCATE;
    if (version >= 4) rules.network = NETWORK_BIND_AND_CONNECT;
    if (version >= 5) rules.files |= ACCESS_IOCTL;
    if (version >= 6) rules.scoped = SCOPE_SOCKETS_AND_SIGNALS;
    return rules;
}

static size_t length(long version)
{
    return version >= 6 ? sizeof(struct ruleset) : version >= 4 ? 2 * sizeof(uint64_t) : sizeof(uint64_t);
}

/* What is not there need not be allowed. */
static bool allow_reading(int ruleset, const char *path)
{
    struct stat status;
    int descriptor = open(path, O_PATH | O_CLOEXEC);
    if (descriptor < 0) return true;
    bool is_folder = fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
    struct landlock_path_beneath_attr rule = {
        LANDLOCK_ACCESS_FS_READ_FILE | (is_folder ? LANDLOCK_ACCESS_FS_READ_DIR : 0), descriptor};
    bool is_added = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
    close(descriptor);
    return is_added;
}

bool sandbox_landlock(const char *const *readable)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) return false;
    struct ruleset rules = everything(version);
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, length(version), 0);
    if (ruleset < 0) return false;
    bool holds = true;
    for (; *readable != NULL; readable++) holds &= allow_reading(ruleset, *readable);
    holds = holds && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return holds;
}
