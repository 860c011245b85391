#!/bin/sh
# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# kill.sh [KILLS [NETWORKS]]: kill `flexwm sweep' with SIGKILL at random moments and run it again
# until its store is complete; then begin a new store, until it has been killed KILLS times.
# Every completed store must have the same tables, byte for byte, as one that was never disturbed.
: "${FLEXWM:=flexwm}"
kills=${1:-100} networks=${2:-10}
room=$(mktemp -d "${TMPDIR:-/tmp}/flexwm-kill-XXXXXX") || exit 99
trap 'rm -rf "$room"' EXIT
cd "$room" || exit 99

sweep() { # takes the place of its shell, so that $! is the program
	exec "$FLEXWM" sweep --set Ns=64 --set P=4 --set NR=50 --set width=16 --set T=150 --set t_read=150 \
		--vary load=1:4 --networks "$networks" --trials 200 --threads 2 --store "$1" > out 2> err
}
tables() { # tables STORE FILE
	for table in trials rings conditions; do
		"$FLEXWM" export --store "$1" --table $table || return 1
	done > "$2"
}
die() { echo "kill.sh: $*" >&2; sed 's/^/# /' out err >&2; exit 1; }
whole() { # a copy, because looking at a store cleans up after who was killed
	command -v sqlite3 > /dev/null || return 0
	rm -f copy.sqlite-journal
	cp store.sqlite copy.sqlite
	[ ! -e store.sqlite-journal ] || cp store.sqlite-journal copy.sqlite-journal
	[ "$(sqlite3 copy.sqlite 'PRAGMA integrity_check; PRAGMA foreign_key_check' 2> err)" = ok ]
}

{ ( sweep whole.sqlite ) && tables whole.sqlite whole.tsv; } || die "the undisturbed sweep fails"
trials=$((4 * 200 * networks))
[ "$(grep -c '^[0-9]' whole.tsv)" -eq $((5 * trials + 4)) ] || die "the undisturbed sweep lacks trials"

# One delay a line, short ones more often: the beginning of a run is short too.
awk -v n="$kills" 'BEGIN { srand(1); for (k = 0; k < 10 * n; k++) { u = rand(); printf "%.4f\n", 0.8 * u * u * u } }' > delays
killed=0 starting=0 computing=0 writing=0 resumed=0 complete=0 late=0
while [ "$killed" -lt "$kills" ] && read -r delay <&3; do
	begun=no; [ ! -s store.sqlite ] || begun=yes
	sweep store.sqlite &
	victim=$!
	sleep "$delay"
	kill -9 $victim 2> err
	wait $victim 2> err
	case $? in
	137)
		killed=$((killed + 1))
		[ $begun = no ] || resumed=$((resumed + 1))
		if [ -s store.sqlite-journal ]; then writing=$((writing + 1))
		elif [ -s store.sqlite ]; then computing=$((computing + 1))
		else starting=$((starting + 1)); fi
		[ ! -s store.sqlite ] || whole || die "a killed store is damaged" ;;
	0)
		late=$((late + 1))
		tables store.sqlite store.tsv || die "a completed store cannot be exported"
		cmp whole.tsv store.tsv > err || die "a completed store has other trials"
		complete=$((complete + 1))
		rm -f store.sqlite ;;
	*) die "a sweep that was begun again fails" ;;
	esac
done 3< delays
[ "$killed" -ge "$kills" ] || die "killed only $killed times"
{ ( sweep store.sqlite ) && tables store.sqlite store.tsv; } || die "the last store cannot be completed"
cmp whole.tsv store.tsv > err || die "the last store has other trials"
echo "killed $killed times: $starting before there was a store, $computing while computing, $writing while writing;"
echo "resumed $resumed times; $((complete + 1)) stores of $trials trials completed, all equal to an undisturbed one"
