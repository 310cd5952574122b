/*
 * Preloaded into the service by the fault tests: makes calls on the files of its database fail, or do nothing, for as long as a
 * file of a certain name stands in the folder CLAIMTRACKER_FAULTS. Everything else passes through.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(result, name, ...) ((result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

static int asked(const char *fault)
{
    char path[4096];
    const char *folder = getenv("CLAIMTRACKER_FAULTS");
    if (folder == NULL) return 0;
    snprintf(path, sizeof path, "%s/%s", folder, fault);
    return access(path, F_OK) == 0;
}

/* Whether an open file is one whose name ends like this. */
static int is(int fd, const char *end)
{
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < (ssize_t)strlen(end)) return 0;
    path[length] = 0;
    return strcmp(path + length - strlen(end), end) == 0;
}

static int is_database(int fd)
{
    return is(fd, "claimtracker.db") || is(fd, "claimtracker.db-wal");
}

int fsync(int fd)
{
    if (is(fd, "claimtracker.db-wal") && asked("no-flush")) return 0;
    if ((is(fd, "claimtracker.db-wal") && asked("flush-fails")) || (is(fd, "claimtracker.db") && asked("fold-fails")))
    {
        errno = EIO;
        return -1;
    }
    return REAL(int, "fsync", int)(fd);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset)
{
    if (is_database(fd))
    {
        errno = asked("write-fails") ? EIO : asked("read-only") ? EROFS : asked("full") ? ENOSPC : 0;
        if (errno != 0) return -1;
    }
    return REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t)(fd, bytes, count, offset);
}

ssize_t pread64(int fd, void *bytes, size_t count, off64_t offset)
{
    if (is_database(fd) && asked("read-fails"))
    {
        errno = EIO;
        return -1;
    }
    return REAL(ssize_t, "pread64", int, void *, size_t, off64_t)(fd, bytes, count, offset);
}
