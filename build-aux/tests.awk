# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# noweb filter, before scope.awk: leave code out that the printed book does not have, and keep the prose about it.
#
# Left out are the chunks under \subsection{Tests} and, of an experiment, under \subsection{Program}; in starred chapters and
# in those of the folders that have no model in them (trials, program, base) all but the header; and what only such chunks use: a chunk that is no file and
# that nothing shown uses would otherwise be said to be used nowhere.  A name of a chunk without its definition is
# printed as it is, without a link.  Chunks of common.nw belong to all chapters.

/^@file /                        { file = substr($0, 7); header = file ~ /^src\/(trials|program|base)\//; experiment = file ~ /^src\/results\//
                                   gsub(/.*\/|\.nw$/, "", file); tests = 0 }
!code && /^@text \\section[{].*\\starred[}]/ { header = 1 }
/^@begin /                       { code = $2 == "code" }
!code && /^@text \\(sub)?section[{]/ { tests = /[{]Tests[}]/ || (experiment && /[{]Program[}]/) }
/^@begin code/                   { chunk++; left_out[chunk] = tests }
/^@defn /                        { name = substr($0, 7); is[chunk] = file SUBSEP name; defined[is[chunk]] = 1
                                   if (header && name !~ /\.h\]\]$|^interface$/) left_out[chunk] = 1 }
code && /^@use /                 { users[file SUBSEP substr($0, 6)] = users[file SUBSEP substr($0, 6)] " " chunk }
                                 { line[++n] = $0; where[n] = file; of[n] = code ? chunk : 0 }
/^@end /                         { code = 0 }

END {
    for (key in users) {
        split(key, part, SUBSEP)
        if (!(key in defined)) common[part[2]] = common[part[2]] users[key]
    }
    do {
        changed = 0
        for (c = 1; c <= chunk; c++) if (!left_out[c] && unconnected(is[c])) changed = left_out[c] = 1
    } while (changed)
    for (c = 1; c <= chunk; c++) if (!left_out[c]) shown[is[c]] = 1
    for (i = 1; i <= n; i++) {
        if (left_out[of[i]]) continue
        name = line[i]
        if (sub(/^@use /, "", name) && !((where[i], name) in shown) && !(("common", name) in shown))
            line[i] = "@literal \\LA{}" name "\\RA{}"
        print line[i]
    }
}
# Used by left out chunks alone.
function unconnected(key,    part, list, i, count) {
    split(key, part, SUBSEP)
    if (part[2] ~ /^\[\[.*\]\]$/) return 0
    count = split(users[key] (part[1] == "common" ? " " common[part[2]] : ""), list, " ")
    for (i = 1; i <= count; i++) if (!left_out[list[i]]) return 0
    return 1
}
