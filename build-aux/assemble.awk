# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# awk -v srcdir=FOLDER -f assemble.awk ARTICLE.nw: the article with the passages that it quotes in their places.
# A line `%<quote FILE TAG>' becomes the lines of srcdir/FILE between `%<*TAG>' and `%</TAG>', which belong to
# the chapter and stand on lines of their own; a tag may be used for several passages of a chapter, in their order.
# With -v prefix=article: the labels of the article get that prefix, so that they can stand in one document with those
# of the book, and what else it refers to is said to be of the book, unless it is a chapter.

/^%<quote / { quote(srcdir "/" $2, substr($3, 1, length($3) - 1)); next }
            { put($0) }
END         { if (!failed) for (i = 1; i <= n; i++) print prefix == "" ? line[i] : renamed(line[i]) }

function put(s,    rest) {
    line[++n] = rest = s
    while (match(rest, /\\label[{][^}]*[}]/)) {
        own[substr(rest, RSTART + 7, RLENGTH - 8)] = 1
        rest = substr(rest, RSTART + RLENGTH)
    }
}
function renamed(s,    out, command, label, count, i, ours) {
    while (match(s, /\\(label|[cC]?ref|eqref)[{][^}]*[}]/)) {
        out = out substr(s, 1, RSTART - 1)
        command = substr(s, RSTART, RLENGTH - 1)
        s = substr(s, RSTART + RLENGTH)
        count = split(substr(command, index(command, "{") + 1), label, ",")
        sub(/[{].*/, "{", command)
        for (i = 1; i <= count; i++) if (ours = label[i] in own) label[i] = prefix label[i]
        if (!ours && label[1] !~ /^ch:/) { out = out (command ~ /C/ ? "Book~" : "book~"); command = tolower(command) }
        out = out command
        for (i = 1; i <= count; i++) out = out label[i] (i < count ? "," : "}")
    }
    return out s
}

function quote(file, tag,    line, inside, found, status, code) {
    if (NF != 3 || $0 !~ />$/) fail("write %<quote FILE TAG>, not " $0)
    while ((status = (getline line < file)) > 0) {
        code = line ~ /^<<.*>>=/ ? 1 : line ~ /^@( |$)/ ? 0 : code
        if (inside && code) fail(file ": a chunk within the passage '" tag "'")
        if (line == "%<*" tag ">") { if (inside) fail(file ": '" tag "' opens twice"); inside = found = 1 }
        else if (line == "%</" tag ">") { if (!inside) fail(file ": '" tag "' closes before it opens"); inside = 0 }
        else if (inside && line !~ /^%<[*\/]/) put(line)
    }
    close(file)
    if (status < 0) fail("cannot read " file)
    if (!found) fail(file ": no passage '" tag "'")
    if (inside) fail(file ": the passage '" tag "' is not closed")
}
function fail(why) { failed = 1; print "assemble: " FILENAME ":" FNR ": " why > "/dev/stderr"; exit 1 }
