#!/bin/sh
# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# expensive.sh PROGRAM...: what takes too long for make check.  Called by make check-expensive.
#   1. the chapters that keep memory, files or threads, and a short trial, under valgrind
#   2. a hundred sweeps, killed at random moments
#   3. requests for memory, system calls and reads that fail one by one, more of them than in make check
#   4. the golden outcomes with every compiler at hand, at two more levels of optimisation
#   5. the tests that run our C once more, compiled with the address and undefined-behaviour sanitizers
# Each part ends with the seconds that it took.
set -eu
begun=$(date +%s)
step() { echo "check-expensive: $*"; }
done_with() { now=$(date +%s); step "$1: $((now - begun)) s"; begun=$now; }
processors=$(getconf _NPROCESSORS_ONLN 2> /dev/null || echo 1)
jobs=-j$processors
log=check-expensive.log
quietly() { "$@" > "$log" 2>&1 || { cat "$log"; step "failed: $*"; exit 1; }; }

if [ "$VALGRIND" = no ]; then
    step "valgrind skipped (Debian: apt-get install valgrind)"
else
    # no fork: valgrind must see the tests themselves; quick: it is fifty times slower
    # and srcdir, as make check has it: the tests read the examples
    CK_FORK=no FLEXWM_QUICK=1 srcdir=$(dirname "$0")/..
    export CK_FORK FLEXWM_QUICK srcdir
    # chapters that only calculate are slow here, and the sanitizers below see them and the experiments
    for program in "$@"; do
        case ${program##*/} in
        status.*|input_file.*|output_file.*|parameters.*|numpy.*|protocol.*|wiring.*|patterns.*|network.*|network_file.*|stimulus.*|spike_record.*|clock_driven.*|drives.*|event_driven.*|time_course.*|trial.*|\
        trial_report.*|store_file.*|conditions.*|trial_rows.*|reader.*|store.*|threads.*|mpi_ranks.*|network_cache.*|work_list.*|sweep.*|\
        table_files.*|writer.*|experiment.*|export.*) echo "$program" ;;
        esac
    done | awk '/event_driven/ { print; next } { rest = rest $0 "\n" } END { printf "%s", rest }' > check-expensive.list # the longest first
    echo "src/flexwm trial --seed 1 --load 2 --set T=20 --set t_read=20 --set t_window=20 --set t_on=5 --set t_off=15" >> check-expensive.list
    # shellcheck disable=SC2016 # the variables are those of the inner shell
    VALGRIND=$VALGRIND quietly xargs -P "$processors" -I '{}' sh -c '
        set -- {}
        log=check-expensive.$(basename "$1").log
        ./libtool --mode=execute "$VALGRIND" -q --error-exitcode=99 --leak-check=full \
            --errors-for-leak-kinds=definite "$@" > "$log" 2>&1 || { echo "valgrind $*:"; cat "$log"; exit 1; }
        rm -f "$log"' < check-expensive.list
    done_with "valgrind, $(wc -l < check-expensive.list) programs"
    rm -f check-expensive.list
    unset CK_FORK FLEXWM_QUICK srcdir
fi

tests=$(cd "$(dirname "$0")" && pwd)
record() { sh "$tests/../build-aux/checks" record "${CHECKS:-}" "${RELEASE:-}" "$@"; } # record NAME VALUE...
FLEXWM=$(pwd)/src/flexwm
export FLEXWM
# Kills and faults keep one processor busy each, so they are side by side.
kills=check-expensive.kills.log
( log=$kills; quietly sh "$tests/kill.sh" 100 ) &
killing=$!

# A program that uses the library is asked, too.
mkdir -p check-expensive.d/flexwm
echo '#include <flexwm.h>' > check-expensive.d/flexwm/flexwm.h
# shellcheck disable=SC2086 # compiler and flags are words
quietly ./libtool --mode=link --tag=CC $CC -Icheck-expensive.d $USER_FLAGS -O2 -static "$tests/../examples/kept.c" src/libflexwm.la -o check-expensive.d/kept
faulty=0
( quietly env srcdir="$tests/.." FAULTS=200 KEPT="$(pwd)/check-expensive.d/kept" sh "$tests/faults.test"
  ! grep '^not ok' -A 20 check-expensive.log ) || faulty=1
wait $killing || faulty=1
test $faulty = 0
sed 's/^/check-expensive:    /' $kills
counts=$(sed -n 's/^killed \([0-9]*\) times.*, \([0-9]*\) while computing, \([0-9]*\) while writing;$/killsKilled \1 killsComputing \2 killsWriting \3/p' $kills)
# shellcheck disable=SC2086 # names and values are words
record $counts
sed -n 's/^ok [0-9]* - \|^# /check-expensive:    /p' check-expensive.log
counts=$(sed -n 's/^# \([0-9]*\) requests failed, one at a time: \([0-9]*\) refused .*, \([0-9]*\) without effect$/faultsFailed \1 faultsRefused \2 faultsHarmless \3/p' check-expensive.log)
# shellcheck disable=SC2086
record $counts
rm -rf check-expensive.d $kills
done_with "kills and faults"

# Built from a copy of what a tarball would hold, so that it works beside any other build.
quietly $MAKE distdir
trap 'chmod -R u+w "$distdir"; rm -rf "$distdir"' EXIT
variant() { # variant FOLDER COMPILER FLAGS: configure, and build the program in a folder of its own
    mkdir "$distdir/$1"
    cd "$distdir/$1"
    quietly ../configure --disable-shared CC="$2" CFLAGS="$3"
    quietly $MAKE "$jobs" src/flexwm
}
golden() { # golden FOLDER COMPILER FLAGS: the program alone, since the tests of the chapters are no part of this
    variant "$@"
    quietly env FLEXWM=src/flexwm srcdir=.. sh ../tests/golden.test
    ! grep '^not ok' check-expensive.log || exit 1
    step "   $2 $3: $(grep -c '^ok' check-expensive.log) golden outcomes"
}
# The compilers are side by side, since configure and the outcomes of one keep one processor busy.
number=0
for flags in -O0 "-O3 -march=native"; do
    seen='' running='' failed=0
    for compiler in gcc clang clang-14; do
        file=$(readlink -f "$(command -v "$compiler")") || continue
        case " $seen " in *" $file "*) continue ;; esac # clang-14 may be clang
        seen="$seen $file" number=$((number + 1))
        ( golden "_golden$number" "$compiler" "$flags" ) &
        running="$running $!"
    done
    for one in $running; do wait "$one" || failed=1; done
    test $failed = 0
done
rm -rf "$distdir"/_golden*
done_with "golden outcomes"
# malloc may fail here as it does elsewhere: a test asks for more than there is
ASAN_OPTIONS=allocator_may_return_null=1
export ASAN_OPTIONS
(
    variant _sanitized "$CC" "-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"
    # quick: a fault of memory needs no large sample
    quietly env FLEXWM_QUICK=1 $MAKE "$jobs" check TESTS="$SANITIZED"
    sed -n '/ passed, /s/^/check-expensive:    /p' check-expensive.log
)
done_with "sanitizers"
rm -f check-expensive.log
step "passed"
