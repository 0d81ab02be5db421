#pragma once

#include <stdint.h>
#include <sys/types.h>

/* A process that reads what strangers sent: how it is started, and how it shuts itself in. In C because Swift sees
   neither the GNU half of <spawn.h> nor calls without a wrapper in the C library. */

/* What shuts a process in; bits of a set. A kernel may lack any of them. */
enum {
    SANDBOX_LIMITS = 1,
    SANDBOX_NO_NEW_PRIVILEGES = 2,
    SANDBOX_LANDLOCK = 4,
    SANDBOX_SECCOMP = 8,
};

/* A pipe whose ends are closed in every program that is started, and are none of the standard three.
   Gives 0 or an errno. */
int sandbox_pipe(int *reading, int *writing);

/* Starts `path` in a process group of its own, with `input` and `output` as descriptors 0 and 1, 2 going nowhere, no other
   descriptor, no signal blocked or ignored, and an environment that holds nothing of ours. `arguments` ends with NULL.
   Gives 0 or an errno. */
int sandbox_spawn(const char *path, const char *const *arguments, int input, int output, pid_t *process);

/* Shuts the calling process in, for good. `memory` is the address space in bytes, `seconds` the processor's time, both
   for all of its life. `readable` are files and folders that it may still open for reading, ending with NULL.
   `withheld` is a set of what is not to be used, as on a kernel that lacks it. Gives the set of what holds. */
unsigned sandbox_confine(uint64_t memory, uint64_t seconds, const char *const *readable, unsigned withheld);

/* Tries what a process that is shut in must not be able to do: 0 opens `path`, 1 makes a file beside it, 2 makes a
   socket, 3 a process, 4 becomes another program, 5 signals its parent, 6 finds a descriptor beyond the standard three,
   7 finds more in its environment than sandbox_spawn has put there. Gives 1 where that succeeded, and undoes it. */
int sandbox_try(int attempt, const char *path);
