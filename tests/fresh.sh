#!/bin/sh
# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What a reader of the README finds on a machine with nothing on it.
set -u
usage() {
	cat <<'EOF'
Usage: tests/fresh.sh [--keep] [--clone] SUITE [TARGET...]
Make a bare tree of a Debian suite (bookworm, trixie, ...), put a clone of the committed HEAD into it, run ./reproduce
with each TARGET (program check quick figures paper html; without any: check figures paper html) and compare the tables
with data/SHA256SUMS, or data/quick.SHA256SUMS for quick, which is make figures QUICK=1; then the same in a second bare
tree with nothing but the tarball that `make dist` has made in the first.  A line for each step, with its seconds.

  --keep         leave the trees, to look into them
  --clone        the clone alone, without the tarball

FRESH_MIRROR     where debootstrap gets its packages: its default if not set
FRESH_TREES      folder of trees and logs, /tmp/flexwm-fresh if not set; the base tree of a suite stays there,
                 for the next time: remove it to have a new one
EOF
}
fail() { status=$1; shift; echo "fresh: $*" >&2; exit "$status"; }

keep=no
tarball=yes
while :; do
	case ${1:-} in
	--help) usage; exit 0 ;;
	--keep) keep=yes; shift ;;
	--clone) tarball=no; shift ;;
	-*) fail 64 "unknown option '$1' (try --help)" ;;
	'') fail 64 "expected a suite of Debian, such as bookworm or trixie (try --help)" ;;
	*) break ;;
	esac
done
suite=$1
shift
targets=${*:-check figures paper html}
for target in $targets; do
	case $target in program|check|quick|figures|paper|html|all) ;; *) fail 64 "unknown target '$target': expected program, check, quick, figures, paper, html or all" ;; esac
done
test "$(id -u)" = 0 || fail 1 "debootstrap and chroot need root: run it as root"
command -v debootstrap > /dev/null || fail 1 "debootstrap is not there (Debian: apt-get install debootstrap)"

sources=$(cd "$(dirname "$0")/.." && pwd)
git -C "$sources" rev-parse -q --verify HEAD > /dev/null || fail 64 "$sources is no clone: expected one, with a commit"
test -z "$(git -C "$sources" status --porcelain)" || echo "fresh: what is not committed is not in it" >&2
trees=${FRESH_TREES:-/tmp/flexwm-fresh}
mkdir -p "$trees" || exit 1
base=$trees/$suite-base
here=$trees/$suite-$$
child=

# nothing stays mounted and nothing runs on, however it ends
clean() {
	trap - EXIT
	trap '' INT TERM HUP
	test -z "$child" || { kill -s TERM -- "-$child"; wait "$child"; } 2> /dev/null
	for tree in "$here-clone" "$here-tarball" "$base.part"; do
		! mountpoint -q "$tree/proc" || umount "$tree/proc" 2> /dev/null || umount -l "$tree/proc"
		test "$keep" = yes || rm -rf --one-file-system "$tree"
	done
	rm -rf --one-file-system "$base.part"
}
trap clean EXIT
trap 'clean; exit 130' INT
trap 'clean; exit 143' TERM HUP

# step NAME COMMAND...: run it in a session of its own, into a log; the number of tests or tables is told too
step() {
	name=$1; shift
	log=$trees/$suite-$(echo "$name" | tr -d : | tr ' ' -).log
	started=$(date +%s)
	setsid "$@" > "$log" 2>&1 < /dev/null &
	child=$!
	wait "$child"
	status=$?
	child=
	tests=$(grep -E '^[0-9]+ (passed, [0-9]+ failed|tables are the published ones)$' "$log" | tail -n 1)
	printf 'fresh: %-8s %-24s %5d s  %s\n' "$suite" "$name" $(($(date +%s) - started)) \
		"$(test $status = 0 || echo "FAILED ($status), see $log")$tests"
	test $status = 0 || { tail -n 20 "$log" >&2; exit 1; }
}
in_tree() { tree=$1; shift; step "$1" chroot "$tree" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 sh -c "cd /root/flexwm && $2"; }
bare() { # bare TREE: a copy of the base tree
	cp -a "$base" "$1" && mount -t proc proc "$1/proc" || fail 1 "cannot make $1"
	mkdir "$1/root/flexwm"
}
# reproduce WHAT TREE TARGET...: the commands of the README, then the tables
reproduce() {
	what=$1 tree=$2; shift 2
	for target in "$@"; do
		if test "$target" = quick; then
			in_tree "$tree" "$what: quick" "apt-get install -y -q --no-install-recommends \$(sh build-aux/packages missing figures) &&
				(cd build && ../configure) && make -C build -j\$(getconf _NPROCESSORS_ONLN) figures QUICK=1 && cd build/quick/data && sha256sum -c --quiet $quick && echo \$(wc -l < $quick) tables are the published ones"
		else
			in_tree "$tree" "$what: $target" "./reproduce $target"
		fi
	done
	case " $* " in *figures*|*paper*|*html*|*all*) ;; *) return ;; esac
	in_tree "$tree" "$what: tables" "d=build/data && { test -e \$d/ledger.tex || d=data; } && cd \$d && sha256sum -c --quiet $sums && echo \$(wc -l < $sums) tables are the published ones"
	case "$what $*" in clone*paper*|clone*all*) in_tree "$tree" "$what: codecheck.yml" "sed -n 's/^  - file: //p' codecheck.yml | while read -r file; do test -s \$file || { echo no \$file; exit 1; }; done" ;; esac
}
sums=/root/flexwm/data/SHA256SUMS
quick=/root/flexwm/data/quick.SHA256SUMS

if test ! -d "$base"; then
	rm -rf --one-file-system "$base.part"
	# a release that this debootstrap is too old to know is made like unstable
	scripts=/usr/share/debootstrap/scripts
	if test -e "$scripts/$suite"; then scripts=$scripts/$suite; else scripts=$scripts/sid; fi
	step "debootstrap" debootstrap --variant=minbase "$suite" "$base.part" "${FRESH_MIRROR:-}" "$scripts"
	mv "$base.part" "$base"
fi

bare "$here-clone"
git clone -q --no-hardlinks "$sources" "$here-clone/root/flexwm" || exit 1
reproduce clone "$here-clone" $targets
test $tarball = yes || exit 0
in_tree "$here-clone" "clone: make dist" "make -C build dist"

bare "$here-tarball"
tar -xzf "$here-clone"/root/flexwm/build/flexwm-*.tar.gz -C "$here-tarball/root/flexwm" --strip-components=1 || exit 1
reproduce tarball "$here-tarball" $targets
