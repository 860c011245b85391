/* SPDX-FileCopyrightText: The flexwm authors
   SPDX-License-Identifier: GPL-3.0-or-later
   To be preloaded: one request of a program fails.  FAULT is `memory' (malloc and its like, and new
   threads), `calls' (system calls on files and memory), `reads' (those that read, with an error), `short' (those that
   read give half of the bytes) or `ends' (SIGTERM comes before a system call, which waits for what follows), and FAULT_AT
   the number of the request, from 1; 0: none, `all': all.
   FAULT_COUNT is a file for the number of requests, and that of the system call that was refused.

   System calls are caught where the kernel sees them, so also those that the C library makes for itself:
   a filter turns each into the signal SIGSYS, unless it comes from the function syscall(), which the
   handler uses to carry out those that are not refused. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

enum { NONE, MEMORY, CALLS, READS, SHORT, ENDS };
static int kind, counted, refused_call;
static int refused(int of)
{
    const char *at = getenv("FAULT_AT");
    if (!kind) {
        const char *name = getenv("FAULT");
        kind = !name ? NONE : *name == 'm' ? MEMORY : *name == 'c' ? CALLS : *name == 'r' ? READS : *name == 's' ? SHORT
            : *name == 'e' ? ENDS : NONE;
    }
    if (kind != of)
        return 0;
    int mine = __atomic_add_fetch(&counted, 1, __ATOMIC_RELAXED);
    return at && (*at == 'a' || atoi(at) == mine);
}

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
static int no_memory(void)
{
    if (!refused(MEMORY))
        return 0;
    errno = ENOMEM;
    return 1;
}
void *malloc(size_t size) { return no_memory() ? NULL : __libc_malloc(size); }
void *calloc(size_t count, size_t size) { return no_memory() ? NULL : __libc_calloc(count, size); }
void *realloc(void *old, size_t size) { return no_memory() ? NULL : __libc_realloc(old, size); }
void *aligned_alloc(size_t to, size_t size) { return no_memory() ? NULL : __libc_memalign(to, size); }
int posix_memalign(void **memory, size_t to, size_t size)
{
    return no_memory() || !(*memory = __libc_memalign(to, size)) ? ENOMEM : 0;
}
typedef int create(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
int pthread_create(pthread_t *thread, const pthread_attr_t *how, void *(*run)(void *), void *with)
{
    create *real;
    *(void **)&real = dlsym(RTLD_NEXT, "pthread_create");
    return refused(MEMORY) ? EAGAIN : real(thread, how, run, with);
}

#if defined __x86_64__
#define ARGUMENTS(c) (c)->uc_mcontext.gregs[REG_RDI], (c)->uc_mcontext.gregs[REG_RSI], \
    (c)->uc_mcontext.gregs[REG_RDX], (c)->uc_mcontext.gregs[REG_R10], \
    (c)->uc_mcontext.gregs[REG_R8], (c)->uc_mcontext.gregs[REG_R9]
#define RESULT(c) (c)->uc_mcontext.gregs[REG_RAX]
#define COUNT(c) (c)->uc_mcontext.gregs[REG_RDX]
#elif defined __aarch64__
#define ARGUMENTS(c) (c)->uc_mcontext.regs[0], (c)->uc_mcontext.regs[1], (c)->uc_mcontext.regs[2], \
    (c)->uc_mcontext.regs[3], (c)->uc_mcontext.regs[4], (c)->uc_mcontext.regs[5]
#define RESULT(c) (c)->uc_mcontext.regs[0]
#define COUNT(c) (c)->uc_mcontext.regs[2]
#endif

#ifdef RESULT
static const struct { int number, error; } calls[] = {
    { SYS_read, EIO }, { SYS_pread64, EIO }, { SYS_readv, EIO }, { SYS_openat, EMFILE }, { SYS_write, ENOSPC },
    { SYS_writev, ENOSPC }, { SYS_pwrite64, ENOSPC }, { SYS_ftruncate, EIO }, { SYS_fallocate, ENOSPC },
    { SYS_fsync, EIO }, { SYS_fdatasync, EIO }, { SYS_close, EIO }, { SYS_renameat, EIO },
    { SYS_renameat2, EIO }, { SYS_mkdirat, ENOSPC }, { SYS_mmap, ENOMEM }, { SYS_fcntl, ENOLCK },
    { SYS_newfstatat, EIO }, { SYS_lseek, EIO }, { SYS_getrandom, ENOSYS },
#ifdef SYS_open
    { SYS_open, EMFILE }, { SYS_rename, EIO }, { SYS_mkdir, ENOSPC }, { SYS_stat, EIO },
#endif
#ifdef SYS_fstat
    { SYS_fstat, EIO },
#endif
};
enum { CALLED = sizeof calls / sizeof *calls, READING = 3 };

static void trapped(int signal, siginfo_t *about, void *context)
{
    ucontext_t *c = context;
    int before = errno;
    long result = 0;
    (void)signal;
    for (int k = 0; k < CALLED && !result; k++)
        if (calls[k].number == about->si_syscall
            && (refused(CALLS) || (k < READING && refused(READS))))
            result = -calls[k].error, refused_call = calls[k].number;
        else if (calls[k].number == about->si_syscall && refused(ENDS)) {
            const struct timespec until = { .tv_nsec = 300000000 };
            refused_call = calls[k].number;
            syscall(SYS_kill, getpid(), SIGTERM);
            syscall(SYS_nanosleep, &until, NULL);
        }
    if ((about->si_syscall == SYS_read || about->si_syscall == SYS_pread64) && COUNT(c) > 1
        && refused(SHORT))
        COUNT(c) /= 2, refused_call = about->si_syscall;
    if (result == 0 || about->si_syscall == SYS_close) {
        long done = syscall(about->si_syscall, ARGUMENTS(c));
        result = result ? result : done == -1 ? -errno : done;
    }
    RESULT(c) = result;
    errno = before;
}

static int catch_calls(void)
{
    uintptr_t allowed = (uintptr_t)dlsym(RTLD_DEFAULT, "syscall");
    struct sock_filter filter[CALLED + 8];
    unsigned short n = 0;
#define STATEMENT(code, value) filter[n++] = (struct sock_filter)BPF_STMT(code, value)
#define JUMP(code, value, yes, no) filter[n++] = (struct sock_filter)BPF_JUMP(code, value, yes, no)
    size_t ip = offsetof(struct seccomp_data, instruction_pointer);
    STATEMENT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)ip + 4);
    JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)((uint64_t)allowed >> 32), 0, 3);
    STATEMENT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)ip);
    JUMP(BPF_JMP | BPF_JGE | BPF_K, (uint32_t)allowed, 0, 1);
    JUMP(BPF_JMP | BPF_JGE | BPF_K, (uint32_t)allowed + 64, 0, CALLED + 1);
    STATEMENT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
    for (int k = 0; k < CALLED; k++)
        JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)calls[k].number, (unsigned char)(CALLED - k), 0);
    STATEMENT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    STATEMENT(BPF_RET | BPF_K, SECCOMP_RET_TRAP);
    struct sock_fprog program = { n, filter };
    struct sigaction action = { .sa_sigaction = trapped, .sa_flags = SA_SIGINFO | SA_NODEFER | SA_RESTART };
    return sigaction(SIGSYS, &action, NULL) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0
        || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0;
}
#else
static int catch_calls(void) { return 1; }
#endif

__attribute__((constructor)) static void begin(void)
{
    const char *name = getenv("FAULT");
    unsetenv("LD_PRELOAD");      /* programs that it starts are not asked */
    if (name && *name != 'm' && catch_calls() != 0)
        _exit(77);
}

__attribute__((destructor)) static void end(void)
{
    const char *name = getenv("FAULT_COUNT");
    char text[32];
    int file = name ? (int)syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_TRUNC, 0666) : -1;
    snprintf(text, sizeof text, "%d %d\n", counted, refused_call);
    if (file >= 0)
        syscall(SYS_write, file, text, strlen(text));
}
