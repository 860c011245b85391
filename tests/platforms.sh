#!/bin/sh
# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The tarball on other processors and another C library: does it build, pass its tests, and compute the same bytes?
set -u
usage() {
	cat <<'EOF'
Usage: tests/platforms.sh [--full|--compare] [--keep] TARBALL [PLATFORM...]
Build the tarball for each PLATFORM in a bare tree of Debian, run make check there, and compare with x86-64: the golden
outcomes, a network, a sweep, stores that were written here and read there and the other way round, and the tables of
`flexwm experiment architecture`, byte for byte.  A row of a table for each platform, ready for CHECKED.md.

Platforms: clang i386 s390x aarch64 musl armhf riscv64 ppc64le; all of them if none is named.  One may be tried on another
release of Debian than that of the table in this script: s390x@trixie.  Other processors than x86 are emulated by qemu-user.

  --full         under emulation too all tests, not only what FLEXWM_QUICK leaves of the longest, and the tables of twenty
                 networks, not those of --quick
  --compare      build and compare, without make check
  --keep         leave what was built, to look into it, and not to build it again the next time

PLATFORM_MIRROR  where packages come from: debootstrap's default if not set
PLATFORM_TREES   folder of trees, logs and results, /tmp/flexwm-platforms if not set; the trees and, of x86-64, what was
                 computed stay there for the next time
EOF
}
fail() { status=$1; shift; echo "platforms: $*" >&2; exit "$status"; }

# platform | processor by Debian's name | prefix of the compiler | compiler | release
# i386 and musl run on an x86-64 machine as they are.
table() {
	cat <<'EOF'
x86-64|amd64||gcc|bookworm
clang|amd64||clang|bookworm
i386|i386|i686-linux-gnu|gcc|bookworm
musl|amd64||musl-gcc|bookworm
s390x|s390x|s390x-linux-gnu|gcc|bookworm
aarch64|arm64|aarch64-linux-gnu|gcc|bookworm
armhf|armhf|arm-linux-gnueabihf|gcc|bookworm
ppc64le|ppc64el|powerpc64le-linux-gnu|gcc|bookworm
riscv64|riscv64|riscv64-linux-gnu|gcc|trixie
EOF
}
# choose PLATFORM[@RELEASE]: its row of the table
choose() {
	row=$(table | grep "^${1%@*}|") || fail 64 "unknown platform '$1': expected $(table | sed '1d; s/|.*//' | tr '\n' ' ')"
	IFS='|' read -r platform processor prefix compiler suite <<-EOF
		$row
	EOF
	case $1 in *@*) suite=${1#*@} ;; esac
	case $processor in amd64|i386) how=native ;; *) how=qemu-$(echo "$platform" | sed 's/armhf/arm/') ;; esac
}

full=no check=yes keep=no
while :; do
	case ${1:-} in
	--help) usage; exit 0 ;;
	--full) full=yes; shift ;;
	--compare) check=no; shift ;;
	--keep) keep=yes; shift ;;
	-*) fail 64 "unknown option '$1' (try --help)" ;;
	'') fail 64 "expected a tarball, as 'make dist' makes it (try --help)" ;;
	*) break ;;
	esac
done
tarball=$1
shift
test -s "$tarball" || fail 64 "there is no tarball '$tarball': expected one, as 'make dist' makes it"
platforms=${*:-$(table | sed '1d; s/|.*//')}
for one in $platforms; do choose "$one"; done
test "$(id -u)" = 0 || fail 1 "debootstrap and chroot need root: run it as root"
command -v debootstrap > /dev/null || fail 1 "debootstrap is not there (Debian: apt-get install debootstrap)"
test "$(dpkg --print-architecture)" = amd64 || fail 1 "it needs an x86-64 machine, with which the others are compared"

trees=${PLATFORM_TREES:-/tmp/flexwm-platforms}
mkdir -p "$trees" || exit 1
child= registered=
binfmt=/proc/sys/fs/binfmt_misc

# Nothing stays mounted, runs on or is registered with the kernel, however it ends.
clean() {
	trap - EXIT
	trap '' INT TERM HUP
	test -z "$child" || { kill -s TERM -- "-$child"; wait "$child"; } 2> /dev/null
	for name in $registered; do echo -1 > "$binfmt/$name"; done
	for tree in "$trees"/*-base "$trees"/*-base.part; do
		for place in "$tree$binfmt" "$tree/proc"; do
			! mountpoint -q "$place" || umount "$place" 2> /dev/null || umount -l "$place"
		done
		test "$keep" = yes || rm -rf --one-file-system "$tree"/home/flexwm-*
	done
	rm -rf --one-file-system "$trees"/*-base.part
}
trap clean EXIT
trap 'clean; exit 130' INT
trap 'clean; exit 143' TERM HUP

# step NAME COMMAND...: run it in a session of its own, into the log of this platform
step() {
	name=$1; shift
	echo "# $name: $*" >> "$log"
	setsid "$@" >> "$log" 2>&1 < /dev/null &
	child=$!
	wait "$child"
	status=$?
	child=
	return $status
}
inside() { # inside USER COMMAND: in the tree
	step "$1" chroot --userspec="$1" "$tree" env -i HOME="$place" PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
		DEBIAN_FRONTEND=noninteractive sh -c "$2"
}
install() { inside root "apt-get install -y -q --no-install-recommends $*"; }

# The tree of a release, with what every platform needs.
make_tree() {
	tree=$trees/$suite-base place=/root
	if test ! -d "$tree"; then
		scripts=/usr/share/debootstrap/scripts
		if test -e "$scripts/$suite"; then scripts=$scripts/$suite; else scripts=$scripts/sid; fi
		rm -rf --one-file-system "$tree.part"
		step debootstrap debootstrap --variant=minbase "$suite" "$tree.part" "${PLATFORM_MIRROR:-}" "$scripts" &&
			mv "$tree.part" "$tree" || return 1
	fi
	mountpoint -q "$tree/proc" || mount -t proc proc "$tree/proc" || return 1
	test -e "$tree/root/flexwm-ready" || {
		sed -n 's/^deb /deb-src /p' "$tree/etc/apt/sources.list" > "$tree/etc/apt/sources.list.d/source.list" &&
		inside root 'apt-get update -q' && install gcc make pkg-config librandom123-dev locales sqlite3 && touch "$tree/root/flexwm-ready"
	}
}

# What compiles for this platform, and its libraries; and a kernel that knows how to run its programs.
add_compiler() {
	host=$prefix cc=$compiler flags= pkgconfig=
	case $platform in
	x86-64) ;;
	clang) install clang libomp-dev ;;
	musl) make_musl && flags="--disable-openmp CPPFLAGS=-I/opt/musl/include LDFLAGS=-L/opt/musl/lib" pkgconfig=/opt/musl/lib/pkgconfig ;;
	*)
		cc=$prefix-gcc pkgconfig=/usr/lib/$prefix/pkgconfig:/usr/share/pkgconfig
		test "$platform" != i386 || flags="CFLAGS='-O3 -g -msse2 -mfpmath=sse'" pkgconfig=/usr/lib/i386-linux-gnu/pkgconfig:/usr/share/pkgconfig
		inside root "dpkg --print-foreign-architectures | grep -qx $processor ||
			{ dpkg --add-architecture $processor && apt-get update -q; }" && install "gcc-$prefix" ;;
	esac || return 1
	# libgsl-dev is of one processor at a time
	install $(printf "%s:$processor " libc6-dev libgomp1 libgsl-dev libxxhash-dev libsqlite3-dev check) || return 1
	case $how in native) return ;; esac
	test -e "$tree/usr/lib/binfmt.d/$how.conf" || install "$(test "$suite" = bookworm && echo qemu-user-static || echo qemu-user-binfmt)" || return 1
	test -e "$binfmt/register" || mount -t binfmt_misc binfmt_misc "$binfmt" || return 1
	mountpoint -q "$tree$binfmt" || mount -t binfmt_misc binfmt_misc "$tree$binfmt" || return 1
	test -e "$binfmt/flexwm-$how" || {
		# by the tree's own qemu, which the kernel opens now and keeps
		inside root "sed 's/^:$how:/:flexwm-$how:/' /usr/lib/binfmt.d/$how.conf > $binfmt/register" &&
		registered="$registered flexwm-$how"
	}
}

# Debian has musl and a compiler for it, but no library: these are compiled from the sources of its packages.
# argp-standalone has its origin in lsh and is among its sources.
make_musl() {
	install musl-tools tcl xz-utils || return 1
	test -e "$tree/opt/musl/ready" || inside root '
		rm -rf /opt/musl /root/musl && mkdir -p /opt/musl/include /opt/musl/lib /root/musl && cd /root/musl || exit 1
		sources="lsh-utils xxhash check sqlite3 gsl"
		apt-get source -q --tar-only $sources || exit 1
		for p in $sources; do
			mkdir $p && tar -xf "$(ls ${p}_*.orig.tar.* | grep -v "\.asc$")" -C $p --strip-components=1 || exit 1
		done
		for d in /usr/include/linux /usr/include/asm-generic /usr/include/x86_64-linux-gnu/asm /usr/include/Random123; do ln -s $d /opt/musl/include/; done
		export CC=musl-gcc CFLAGS=-O2
		make="make -j$(getconf _NPROCESSORS_ONLN)" own="--prefix=/opt/musl --disable-shared"
		(cd lsh-utils/src/argp && ./configure CFLAGS="-O2 -fgnu89-inline" && $make libargp.a && cp libargp.a /opt/musl/lib && cp argp.h /opt/musl/include) &&
		(cd xxhash && $make install PREFIX=/opt/musl) &&
		(cd check && ./configure $own --disable-subunit && $make install) &&
		(cd sqlite3 && ./configure $own --disable-tcl --disable-readline && $make install) &&
		# Debian has taken the manual of GSL out, and the makefiles do not know
		(cd gsl && ./configure $own && echo all install: > doc/Makefile && $make && $make install) &&
		rm -f /opt/musl/lib/*.so* && touch /opt/musl/ready'
}

# compute full|quick|"full quick": everything that is compared, with these tables of an experiment, computed by the program that was built here.
compute() {
	inside 65534:65534 "rm -rf ~/made && mkdir ~/made && cd ~/made && flexwm=~/build/src/flexwm
		for file in ~/source/tests/golden/*.txt; do
			(cd ~/source/examples/protocols && exec \$flexwm \$(sed -n '1s/^. flexwm //p' \$file)) > golden-\$(basename \$file) || exit 1
		done
		\$flexwm network --seed 1 --output . &&
		\$flexwm sweep $sweep --store store.sqlite && for what in trials rings conditions windows; do
			\$flexwm export --store store.sqlite --table \$what --output store-\$what.tsv || exit 1
		done &&
		for tables in $1; do \$flexwm experiment architecture \$(test \$tables = full || echo --quick) --output \$tables || exit 1; done"
}
sweep="--vary load=1,4,random --vary gamma=0.2,0.9 --set Ns=64 --set P=4 --set NR=50 --set width=16 --set T=150 --set t_read=150 --set t_bin=50 --networks 2 --trials 5"

# read_stores FOLDER PROGRAM: the store in FOLDER, exported and resumed by this program in this tree, gives the same tables
read_stores() {
	rm -rf "$tree$place/foreign" && mkdir "$tree$place/foreign" && cp "$1"/store* "$tree$place/foreign" &&
	chown -R 65534:65534 "$tree$place/foreign" &&
	inside 65534:65534 "cd ~/foreign && for what in trials rings conditions windows; do
			$2 export --store store.sqlite --table \$what | cmp - store-\$what.tsv || exit 1
		done &&
		$2 sweep $sweep --store store.sqlite | grep '^0 trials computed, .* 60 were there before, 0 are missing'"
}

# build PLATFORM[@RELEASE]: unpack, configure and compile in a folder of its own, unless an earlier run has left that
build() {
	log=$trees/$1.log
	: > "$log"
	make_tree || { why="no tree of $suite"; return 1; }
	place=/home/flexwm-$platform
	add_compiler || { why="no compiler or libraries"; return 1; }
	test "$(cat "$tree$place/$suite" 2> /dev/null)" != "$sum" || return 0
	rm -rf --one-file-system "${tree:?}$place"
	mkdir -p "$tree$place/source" "$tree$place/build" && tar -xf "$tarball" -C "$tree$place/source" --strip-components=1 &&
	chown -R 65534:65534 "$tree$place" || return 1
	inside 65534:65534 "cd ~/build && ${pkgconfig:+PKG_CONFIG_LIBDIR=$pkgconfig} ../source/configure --disable-shared CC=$cc \
		${host:+--host=$host} $flags" || { why="configure fails"; return 1; }
	inside 65534:65534 "make -C ~/build -j$(getconf _NPROCESSORS_ONLN)" || { why="make fails"; return 1; }
	echo "$sum" > "$tree$place/$suite"
}

# The x86-64 with which all are compared: its results stay, under the sum of tarball and script.
sum=$(sha256sum < "$tarball")
key=$(cat "$tarball" "$0" | sha256sum | cut -c 1-16)
choose x86-64
home=$trees/$suite-base there=/opt/flexwm-$key
reference=$home$there/made
rule() { printf '| platform | compiler | C library | run by | make check | digest of the default trial | files equal | stores read |\n|---|---|---|---|---|---|---|---|\n'; }
if test ! -d "$reference"; then
	why=
	build x86-64 && compute "full quick" || fail 1 "x86-64: ${why:-the program fails}, see $log"
	mkdir -p "$home$there" && cp "$tree$place/build/src/flexwm" "$home$there/" &&
		cp -r "$tree$place/made" "$reference.part" && mv "$reference.part" "$reference" || exit 1
fi
rule
bad=0
for one in $platforms; do
	choose "$one"
	why= quick= tests=- digest=- equal=- stores=-
	started=$(date +%s)
	if build "$one"; then
		tables=full
		test "$how" = native || test $full = yes || tables=quick
		if compute $tables; then
			made=$tree$place/made count=0 same=0
			digest=$(sed -n 's/.*digest //p' "$made/golden-load6-seed1.txt")
			for file in "$reference"/*.txt "$reference"/*.npy "$reference"/*.tsv "$reference/$tables"/*.t??; do
				count=$((count + 1))
				if cmp "$file" "$made/${file#"$reference/"}" >> "$log" 2>&1; then same=$((same + 1)); else echo "differs: ${file##*/}" >> "$log"; fi
			done
			equal="$same of $count"
			test $same = $count || why="other results: $(sed -n 's/^differs: //p' "$log" | tr '\n' ' ')"
			# what x86-64 wrote, here; what was written here, on x86-64
			stores=0
			read_stores "$reference" "$place/build/src/flexwm" && stores=1
			(tree=$home place=$there; read_stores "$made" "$there/flexwm") && stores=$((stores + 1))
			stores="$stores of 2"
			test "$stores" = "2 of 2" || why="${why:-a store is not read}"
		else
			why="the program fails"
		fi
		if test $check = yes; then
			test $tables = full || quick=FLEXWM_QUICK=1
			# the limits of time are for a machine that is not emulated and does nothing else
			inside 65534:65534 "${pkgconfig:+PKG_CONFIG_LIBDIR=$pkgconfig} CK_TIMEOUT_MULTIPLIER=10 $quick make -C ~/build check"
			tests=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1)${quick:+ (quick)}
			case $tests in *' 0 failed'*) ;; *) why="${why:+$why; }make check fails" ;; esac
		fi
	fi
	version=$(chroot "$tree" "${cc%% *}" --version 2> /dev/null | sed -n '1s/ (.*)\( [0-9.]*\).*/\1/p')
	libc=$(if test "$platform" = musl; then chroot "$tree" dpkg-query -W -f 'musl ${Version}' musl; else chroot "$tree" dpkg-query -W -f 'glibc ${Version}' libc6; fi)
	by=$how
	test "$how" = native || by="$(chroot "$tree" sh -c 'qemu-s390x-static --version || qemu-s390x --version' 2> /dev/null | sed -n '1s/.*version \([0-9.]*\).*/qemu-user \1/p')"
	test "$digest" != "$(sed -n 's/.*digest //p' "$reference/golden-load6-seed1.txt")" || digest="equal"
	printf '| %s | %s | %s | %s | %s | %s | %s | %s |\n' "$platform" "$version" "${libc%%[-+]*}" "$by" "$tests" "$digest" "$equal" "$stores"
	# CHECKS: the published counts of all checks (make check-platforms RECORD=1)
	test -n "$why" || sh "$(dirname "$0")/../build-aux/checks" record "${CHECKS:-}" "${RELEASE:-}" platformFiles "${equal##* }" \
		"platform $platform" "$(echo "$version" | sed "s/^[^ ]*-gcc /gcc /"), ${libc%%[-+]*}, $(echo "$by" | sed 's/native/itself/'), $equal, $stores, $(echo "$tests" | sed 's/, 0 failed//; s/^-$/not run/')" || bad=1
	echo "platforms: $one took $(($(date +%s) - started)) s${why:+: $why, see $log}" >&2
	test -z "$why" || bad=1
done
exit $bad
