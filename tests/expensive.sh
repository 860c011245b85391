#!/bin/sh
# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# expensive.sh PROGRAM...: what takes too long for make check.  Called by make check-expensive.
#   1. the chapters that keep memory, files or threads, and a short trial, under valgrind
#   2. the golden outcomes with every compiler at hand, at two more levels of optimisation
#   3. a hundred sweeps, killed at random moments
#   4. all of make check once more, compiled with the address and undefined-behaviour sanitizers
set -eu
step() { echo "check-expensive: $*"; }
jobs=-j$(getconf _NPROCESSORS_ONLN 2> /dev/null || echo 1)
quietly() { "$@" > check-expensive.log 2>&1 || { cat check-expensive.log; step "failed: $*"; exit 1; }; }

if [ "$VALGRIND" = no ]; then
    step "valgrind skipped (Debian: apt-get install valgrind)"
else
    # no fork: valgrind must see the tests themselves; quick: it is fifty times slower
    CK_FORK=no FLEXWM_QUICK=1
    export CK_FORK FLEXWM_QUICK
    memcheck() {
        step "valgrind $*"
        quietly ./libtool --mode=execute "$VALGRIND" -q --error-exitcode=99 --leak-check=full \
            --errors-for-leak-kinds=definite "$@"
    }
    # chapters that only calculate are slow here, and the sanitizers below see them and the experiments
    for program in "$@"; do
        case ${program##*/} in
        status.*|output_file.*|parameters.*|numpy.*|network.*|network_file.*|stimulus.*|spike_record.*|clock_driven.*|drives.*|event_driven.*|time_course.*|trial.*|\
        trial_report.*|store_file.*|conditions.*|trial_rows.*|reader.*|store.*|threads.*|mpi_ranks.*|network_cache.*|work_list.*|sweep.*|\
        table_files.*|writer.*|experiment.*|export.*) memcheck "$program" ;;
        esac
    done
    memcheck src/flexwm trial --seed 1 --load 2 --set T=20 --set t_read=20 --set t_window=20 --set t_on=5 --set t_off=15
    unset CK_FORK FLEXWM_QUICK
fi

step "kills"
quietly env FLEXWM="$(pwd)/src/flexwm" sh "$(dirname "$0")/kill.sh" 100
sed 's/^/check-expensive:    /' check-expensive.log

# Built from a copy of what a tarball would hold, so that it works beside any other build.
quietly $MAKE distdir
trap 'chmod -R u+w "$distdir"; rm -rf "$distdir"' EXIT
variant() { # variant COMPILER FLAGS: configure and build the program in a folder of its own
    rm -rf "$distdir/_variant"
    mkdir "$distdir/_variant"
    cd "$distdir/_variant"
    quietly ../configure --disable-shared CC="$1" CFLAGS="$2"
    quietly $MAKE "$jobs" all
}
for compiler in gcc clang clang-14; do
    command -v "$compiler" > /dev/null || continue
    for flags in -O0 "-O3 -march=native"; do
        step "golden outcomes, $compiler $flags"
        (
            variant "$compiler" "$flags"
            # the program alone: the tests of the chapters are no part of this
            quietly env FLEXWM=src/flexwm srcdir=.. sh ../tests/golden.test
            grep '^not ok' check-expensive.log && exit 1
            step "   $(grep -c '^ok' check-expensive.log) outcomes"
        )
    done
done
step "sanitizers"
# malloc may fail here as it does elsewhere: a test asks for more than there is
ASAN_OPTIONS=allocator_may_return_null=1
export ASAN_OPTIONS
(
    variant "$CC" "-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"
    quietly $MAKE "$jobs" check
    sed -n '/ passed, /s/^/check-expensive:    /p' check-expensive.log
)
rm -f check-expensive.log
step "passed"
