#!/bin/sh
# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# installed.sh EXAMPLES: is what was installed of use?  Run by make installcheck.
set -eu
examples=$1; shift
scratch=$(mktemp -d); trap 'rm -rf "$scratch"' EXIT
fail() { echo "installcheck: $*" >&2; exit 1; }
PKG_CONFIG_PATH=$libdir/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}
export PKG_CONFIG_PATH
shared=$libdir${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
flexwm=$bindir/flexwm
config() { pkg-config --define-variable=prefix="$prefix" "$@" flexwm; } # make install may have had a prefix of its own

# The program, and the same ten trials through the library in two languages.
kept=0
for trial in 0 1 2 3 4 5 6 7 8 9; do
    "$flexwm" trial --load 3 --trial $trial > "$scratch/report"
    kept=$((kept + $(sed -n 's/ maintained memories$//p' "$scratch/report")))
done
expected="$kept of 30 items kept"
says() { what=$1; shift; answer=$("$@" 3) && test "$answer" = "$expected" || fail "the example in $what says '$answer', not '$expected'"; }
# What the program refuses, the library refuses with the same status and a line that says why.
refuses() {
    status=0; "$@" 9 > "$scratch/log" 2>&1 || status=$?
    test $status -eq 64 && grep -q "load is '9', expected" "$scratch/log" || fail "$* does not refuse a load of 9, but ends with $status"
}
if test -e "$libdir/libflexwm.a"; then
    # not --static: that would ask for static copies of what the other libraries want in their turn
    $CC "$examples/kept.c" $(config --cflags) "$libdir/libflexwm.a" \
        $(pkg-config --libs $(config --print-requires-private)) -lm -o "$scratch/kept"
    says "C with the static library" "$scratch/kept"
    refuses "$scratch/kept"
fi
if test -e "$libdir/libflexwm.so.0"; then
    $CC "$examples/kept.c" $(config --cflags --libs) -o "$scratch/kept"
    says "C with the shared library" env LD_LIBRARY_PATH="$shared" "$scratch/kept"
    command -v python3 > "$scratch/log" && refuses env LD_LIBRARY_PATH="$shared" python3 "$examples/kept.py" && says "Python" env LD_LIBRARY_PATH="$shared" python3 "$examples/kept.py" ||
        echo "installcheck: the example in Python skipped, for want of python3"
    in_locale='import locale, sys
locale.setlocale(locale.LC_ALL, sys.argv.pop(1))
exec(open(sys.argv.pop(1)).read())'
    if command -v python3 > "$scratch/log" && locale=$(sh "$(dirname "$0")/comma.sh" "$scratch"); then
        test ! -d "$scratch/$locale" || set -- LOCPATH="$scratch"
        says "Python, in the locale $locale," env LD_LIBRARY_PATH="$shared" "$@" python3 -c "$in_locale" "$locale" "$examples/kept.py"
    else
        echo "installcheck: the example in a locale with a decimal comma skipped, for want of one"
    fi
fi

# Every option that a command has is in the manual, and can be completed.
complete='. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _flexwm "$1"; echo "${COMPREPLY[*]}"'
completes() { # completes EXPECTED WORD...
    want=$1; shift
    test "$(bash -c "$complete" "$completion" "$flexwm" "$@")" = "$want" || fail "flexwm $* is not completed to $want"
}
command -v bash > "$scratch/log" || completes() { :; }
sed 's/\\//g' "$mandir/man1/flexwm.1" > "$scratch/manual"
for command in trial sweep merge export plot verify params network experiment bench; do
    "$flexwm" $command --help | grep -o -E -e '^ *(-., )?--[a-z-]*=?' | sed 's/.*--/--/' > "$scratch/options"
    test -s "$scratch/options" || fail "$command --help has no options"
    while read -r option; do
        grep -q -e "$option" "$scratch/manual" || fail "the manual lacks $command $option"
        completes "$option" $command "${option%=}"
    done < "$scratch/options"
    completes $command $command
done
completes gamma= trial --set ga
completes gamma= trial --set = ga
completes load= sweep --vary = lo
completes gamma plot --x ga
completes load plot --by lo
completes capacity experiment capa
# The other shells, where they are: fish can be asked, and the function for zsh runs without an editor if what it calls there
# prints what it is given.
share=${completion%/bash-completion/*}
options() { "$flexwm" "$1" --help | grep -o -E -e '^ *(-., )?--[a-z-]*=?' | sed 's/.*--/--/' | sort > "$scratch/options"; }
zshed() { # zshed WORD...: what the last of the words may become
    zsh -f -c 'compadd() { print -l -- $found }; _describe() { print -l -- ${found%%:*} }; _files() { : }
        file=$1; shift; words=("$@"); CURRENT=$#; PREFIX=$words[-1]; source $file' zsh "$share/zsh/site-functions/_flexwm" "$flexwm" "$@"
}
if command -v zsh > "$scratch/log"; then
    for line in 'swe:sweep' 'trial --set ga:gamma' 'sweep --vary lo:load' 'plot --x ga:gamma' 'plot --by lo:load' 'experiment capa:capacity'; do
        zshed ${line%:*} | grep -q -x -e "${line#*:}" || fail "zsh does not complete ${line%:*} to ${line#*:}"
    done
    for command in trial sweep merge export plot verify params network experiment bench; do
        options $command
        zshed $command -- | sort | diff "$scratch/options" - > "$scratch/log" || fail "zsh completes other options of $command: $(cat "$scratch/log")"
    done
fi
if command -v fish > "$scratch/log"; then
    fished() { PATH=$bindir:$PATH HOME=$scratch fish -N -c "source '$share/fish/vendor_completions.d/flexwm.fish'; complete -C '$1'" | sed 's/	.*//'; }
    for line in 'flexwm swe:sweep' 'flexwm trial --see:--seed=' 'flexwm trial --set ga:gamma=' 'flexwm sweep --vary lo:load=' 'flexwm plot --x ga:gamma' 'flexwm plot --by lo:load' 'flexwm experiment capa:capacity'; do
        test "$(fished "${line%:*}")" = "${line#*:}" || fail "fish does not complete ${line%:*} to ${line#*:}"
    done
    for command in trial sweep merge export plot verify params network experiment bench; do
        options $command
        fished "flexwm $command --" | sort | diff "$scratch/options" - > "$scratch/log" || fail "fish completes other options of $command: $(cat "$scratch/log")"
    done
fi
echo "installcheck: ${expected%% items*} by program, C and Python; manual and completion are there"
