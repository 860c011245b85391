# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# noweb filter, after -index: at the end of each chapter, the public names of other chapters that it uses, with links.
# The list is prose, so all back ends know it.  A name is public if scope.awk let it into the index.

/^@file /               { list(); label = "" }
/^@begin /              { number = $3 }
/^@text \\label[{]ch:/  { if (label == "") { label = substr($0, 17); sub(/[}].*/, "", label); chapter[++chapters] = label } }
/^@xref label /         { home[$3] = label }
/^@index isdefined /    { if (!(at in places)) places[at] = $3 }
/^@index useitem /      { used[label, $3] = places[at]; at++ }
                        { line[++n] = $0 }
END {
    list()
    for (i = 1; i <= n; i++) if (line[i] ~ /^@uses /) print_uses(substr(line[i], 7)); else print line[i]
}
function list() { if (label != "") line[++n] = "@uses " label " " number }

function print_uses(what,    part, c, i, name, names, first) {
    split(what, part)
    for (i in used) {
        split(i, name, SUBSEP)
        c = home[used[i]]
        if (name[1] == part[1] && c != "" && c != name[1]) names[c] = names[c] " " name[2]
    }
    first = 1
    for (c = 1; c <= chapters; c++) if (chapter[c] in names) {
        if (first) print "@begin docs " part[2] + 1 "\n@text \\begin{useshere}\n@nl"
        else print "@text ;\n@nl"
        first = 0
        print_chapter(part[1], chapter[c], names[chapter[c]])
    }
    if (!first) print "@text .\n@nl\n@text \\end{useshere}\n@nl\n@end docs " part[2] + 1
}
function print_chapter(user, other, names,    count, i, k, name, t) {
    count = split(names, name, " ")
    for (i = 2; i <= count; i++)
        for (k = i; k > 1 && name[k] < name[k - 1]; k--) { t = name[k]; name[k] = name[k - 1]; name[k - 1] = t }
    print "@text \\Cref{ch:" other "}: "
    for (i = 1; i <= count; i++) {
        print "@quote\n@xref ref " used[user, name[i]] "\n@index use " name[i] "\n@text " name[i] "\n@endquote"
        if (i < count) print "@text , "
    }
}
