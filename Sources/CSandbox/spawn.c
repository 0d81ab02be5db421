#define _GNU_SOURCE

#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

/* Above the standard three, which the child's ends are moved onto. */
static int moved_up(int *descriptor)
{
    if (*descriptor > STDERR_FILENO) return 0;
    int higher = fcntl(*descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (higher < 0) return errno;
    close(*descriptor);
    *descriptor = higher;
    return 0;
}

int sandbox_pipe(int *reading, int *writing)
{
    int ends[2];
    /* Who writes to a process that has just died is told so by the write. */
    signal(SIGPIPE, SIG_IGN);
    if (pipe2(ends, O_CLOEXEC) != 0) return errno;
    int fault = moved_up(&ends[0]);
    if (fault == 0) fault = moved_up(&ends[1]);
    if (fault != 0) {
        close(ends[0]);
        close(ends[1]);
        return fault;
    }
    *reading = ends[0];
    *writing = ends[1];
    return 0;
}

static int place_descriptors(posix_spawn_file_actions_t *actions, int input, int output)
{
    int fault = posix_spawn_file_actions_adddup2(actions, input, STDIN_FILENO);
    if (fault == 0) fault = posix_spawn_file_actions_adddup2(actions, output, STDOUT_FILENO);
    if (fault == 0) fault = posix_spawn_file_actions_addopen(actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (fault == 0) fault = posix_spawn_file_actions_addclosefrom_np(actions, STDERR_FILENO + 1);
    return fault;
}

/* A group of its own, so that a terminal's signals are not meant for it; not a session, because the kernel weighs
   sessions against each other (sched(7), autogroup) and a low priority would count among its own threads only. */
static int start_afresh(posix_spawnattr_t *attributes)
{
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    int fault = posix_spawnattr_setsigmask(attributes, &none);
    if (fault == 0) fault = posix_spawnattr_setsigdefault(attributes, &all);
    if (fault == 0)
        fault = posix_spawnattr_setflags(
            attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    return fault;
}

/* Somebody else's child, on its way to its own program, may for a moment still hold one that has just been written. */
static int spawn(
    pid_t *process, const char *path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
    const char *const *arguments, const char *const *environment)
{
    int fault = ETXTBSY;
    for (int attempt = 0; fault == ETXTBSY && attempt < 100; attempt++) {
        if (attempt > 0) usleep(2000);
        fault = posix_spawn(process, path, actions, attributes, (char *const *)arguments, (char *const *)environment);
    }
    return fault;
}

int sandbox_spawn(const char *path, const char *const *arguments, int input, int output, pid_t *process)
{
    /* A crash is told by the exit alone; one heap, as there is one thread, and address space is short. */
    static const char *const environment[] = {"SWIFT_BACKTRACE=enable=no", "MALLOC_ARENA_MAX=1", NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int fault = posix_spawn_file_actions_init(&actions);
    if (fault != 0) return fault;
    fault = posix_spawnattr_init(&attributes);
    if (fault == 0) {
        fault = place_descriptors(&actions, input, output);
        if (fault == 0) fault = start_afresh(&attributes);
        if (fault == 0) fault = spawn(process, path, &actions, &attributes, arguments, environment);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return fault;
}
