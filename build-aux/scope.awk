# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# noweb filter, between -autodefs and -index.
#
# 1. Chapters are tangled one by one, so two of them may use the same chunk name for different
#    chunks; woven together they would be taken for one.  Such names get the chapter's name.
#    Where common.nw uses a chunk that every chapter defines, there is nothing to link to.
# 2. Only public names, fwm_... and FWM_... but the guards of headers, enter the index of
#    identifiers: a static function would claim every variable of its name in all chapters.
#    noweb takes some uses at file scope for definitions.  The definition is the one in the chapter that comes first
#    in flexwm.h, since a chapter uses only chapters above it there; those in later chapters are left out.

/^@file /        { file = substr($0, 7); gsub(/.*\/|\.nw$/, "", file) }
/^@begin code/   { split("", seen) }
/^@defn /        { name = substr($0, 7); header = name == "[[flexwm.h]]"
                   if (!((name, file) in defined)) { defined[name, file] = 1; files[name]++ } }
/^@index (local)?defn / { if ($3 !~ /^(fwm|FWM)_/ || $3 ~ /_H$/ || $3 in seen) next
                          seen[$3] = 1
                          place[n + 1] = $3 }
header && /^@text #include "/ { name = $3; gsub(/"|[.]h/, "", name); rank[name] = ++ranks }
                 { line[++n] = $0; where[n] = file }
END {
    for (i in place)
        if (!(place[i] in home) || above(where[i], home[place[i]])) home[place[i]] = where[i]
    for (i = 1; i <= n; i++) {
        name = line[i]
        if (sub(/^@(defn|use) /, "", name) && files[name] > 1)
            line[i] = (name, where[i]) in defined ? line[i] " \\inchapter{" where[i] "}" : \
                "@literal \\LA{}" name "\\RA{}"
        if (!(i in place) || where[i] == home[place[i]]) print line[i]
    }
}
# Commands are not in the header, and come last.
function above(a, b) { return (a in rank ? rank[a] : ranks + 1) < (b in rank ? rank[b] : ranks + 1) }
