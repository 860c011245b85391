# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# awk -v srcdir=FOLDER -f assemble.awk ARTICLE.nw: the article with the passages that it quotes in their places.
# A line `%<quote FILE TAG>' becomes the lines of srcdir/FILE between `%<*TAG>' and `%</TAG>', which belong to
# the chapter and stand on lines of their own; a tag may be used for several passages of a chapter, in their order.

/^%<quote / { quote(srcdir "/" $2, substr($3, 1, length($3) - 1)); next }
            { print }

function quote(file, tag,    line, inside, found, status, code) {
    if (NF != 3 || $0 !~ />$/) fail("write %<quote FILE TAG>, not " $0)
    while ((status = (getline line < file)) > 0) {
        code = line ~ /^<<.*>>=/ ? 1 : line ~ /^@( |$)/ ? 0 : code
        if (inside && code) fail(file ": a chunk within the passage '" tag "'")
        if (line == "%<*" tag ">") { if (inside) fail(file ": '" tag "' opens twice"); inside = found = 1 }
        else if (line == "%</" tag ">") { if (!inside) fail(file ": '" tag "' closes before it opens"); inside = 0 }
        else if (inside && line !~ /^%<[*\/]/) print line
    }
    close(file)
    if (status < 0) fail("cannot read " file)
    if (!found) fail(file ": no passage '" tag "'")
    if (inside) fail(file ": the passage '" tag "' is not closed")
}
function fail(why) { print "assemble: " FILENAME ":" FNR ": " why > "/dev/stderr"; exit 1 }
