#!/bin/sh
# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# comma.sh DIRECTORY: the name of a locale with a decimal comma, to be used with LOCPATH=DIRECTORY.
# The German one is compiled there if the sources of locales are installed (Debian: locales);
# else one that the system has.  Exit 1 if there is none.
directory=$1 german=de_DE.UTF-8
has_comma() { test "$(LC_ALL=$1 locale decimal_point 2>/dev/null)" = ,; }
if localedef -i de_DE -f UTF-8 "$directory/$german" > /dev/null 2>&1; then
    LOCPATH=$directory; export LOCPATH
    has_comma $german && echo $german && exit 0
fi
unset LOCPATH
for name in $(locale -a 2>/dev/null); do
    has_comma "$name" && echo "$name" && exit 0
done
exit 1
