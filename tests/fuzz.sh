#!/bin/sh
# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# fuzz.sh 'TARGET...' FILE...: compiles the library and tests/fuzz.c with libFuzzer and two sanitizers, in
# fuzz/, and lets each target run for FUZZ_SECONDS.  Called by make check-fuzz.  An input that fails stays in
# fuzz/TARGET-*; inputs that reach new code are in fuzz/TARGET/, and are where the next run goes on.
targets=$1; shift
: "${srcdir:=.}" "${FUZZ_SECONDS:=60}"
clang=$(command -v clang || command -v clang-14) || { echo "check-fuzz: skipped, for want of clang (Debian: clang libclang-rt-dev)"; exit 0; }
mkdir -p fuzz || exit 1
echo 'int LLVMFuzzerTestOneInput(const char *d, long n); int LLVMFuzzerTestOneInput(const char *d, long n) { return d + n == 0; }' > fuzz/empty.c
if ! "$clang" -fsanitize=fuzzer,address,undefined fuzz/empty.c -o fuzz/empty 2> fuzz/log; then
	echo "check-fuzz: skipped, for want of the runtime of $clang's sanitizers (Debian: libclang-rt-dev, or libclang-rt-14-dev for clang 14)"
	exit 0
fi
# All of it is compiled again if a file of it has changed.
if test ! -x fuzz/fuzz || test -n "$(find "$@" "$srcdir/tests/fuzz.c" -newer fuzz/fuzz)"; then
	rm -f fuzz/*.o
	# shellcheck disable=SC2016 # $0 and $1 are those of the inner shell, and the flags are words
	for file in "$@" "$srcdir/tests/fuzz.c"; do case $file in *.c) echo "$file" ;; esac; done |
	COMPILE="$clang $COMPILE -O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all" \
	xargs -n 1 -P "$(getconf _NPROCESSORS_ONLN 2> /dev/null || echo 1)" \
		sh -c 'object=${0##*/}; $COMPILE -c "$0" -o "fuzz/${object%.c}.o"' || exit 1
	# shellcheck disable=SC2086
	"$clang" -fsanitize=fuzzer,address,undefined fuzz/*.o $LIBS -o fuzz/fuzz || exit 1
fi

# A store is a file: one in memory saves the disk.
test -n "${TMPDIR:-}" || ! test -w /dev/shm || { TMPDIR=/dev/shm; export TMPDIR; }
failed=0
for target in $targets; do
	mkdir -p "fuzz/$target"
	FLEXWM_FUZZ=$target ./fuzz/fuzz -max_total_time="$FUZZ_SECONDS" -timeout=20 -rss_limit_mb=2048 -max_len=4096 \
		-artifact_prefix="fuzz/$target-" -print_final_stats=1 "fuzz/$target" "$srcdir/tests/corpus/$target" > "fuzz/$target.log" 2>&1
	status=$?
	count=$(sed -n 's/^stat::number_of_executed_units: *//p' "fuzz/$target.log")
	if test $status = 0; then
		echo "check-fuzz: $target: $count inputs in $FUZZ_SECONDS s, none fails"
		sh "$srcdir/build-aux/checks" record "${CHECKS:-}" "${RELEASE:-}" "fuzz$(echo "$target" | cut -c 1 | tr a-z A-Z)${target#?}" "$count" || exit 1
	else
		tail -n 40 "fuzz/$target.log"
		echo "check-fuzz: $target: an input fails, see fuzz/$target-*"
		failed=1
	fi
done
exit $failed
