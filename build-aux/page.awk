# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# noweb back end for the page, after scope.awk and pretty.awk.
# To the standard output goes the prose, as TeX that LaTeXML reads: a chunk is only
# \nwchunk{LABEL} there, and code in a sentence \nwcode{LABEL OF ITS DEFINITION}{TEXT}.
# To the file CHUNKS go the chunks themselves and the two indices, as XHTML.
# Links lead to #LABEL; build-aux/pages finds out on which page that is.
# Chunks are numbered as in the file PRINTED, the same book without the code of tests, and those tests after the last.

BEGIN { print "<chunks>" > chunks; while (printed != "" && (getline printed_line < printed) > 0) count_chunk(printed_line) }
{ line[NR] = $0; count_chunk($0) }

END {
    for (n = 1; n <= NR; n++) {
        key = word(line[n]); argument = rest(line[n])
        if (key == "@xref" || key == "@index") {
            key = key " " word(argument); argument = rest(argument)
        }
        if (key == "@fatal") fail("an earlier stage failed")
        if (key ~ /^@xref (chunk|(begin|end)chunks)/) index_of_chunks()
        else if (key ~ /^@index (entry|beginindex|endindex)/) index_of_identifiers()
        else if (key == "@begin" && argument ~ /^code/) begin_code()
        else if (key == "@end" && argument ~ /^code/) end_code()
        else if (key == "@xref ref") ref = argument
        else if (key == "@index use") linked = 1
        else if (incode) in_code()
        else in_prose()
    }
    print "</chunks>" > chunks
}

function count_chunk(s) {
    if (s ~ /^@begin code/) fresh = 1
    else if (fresh && s ~ /^@xref label /) {
        fresh = 0; s = rest(rest(s))
        if (!(s in number)) number[s] = ++total
    }
}
function fail(why) { print "page.awk: " why > "/dev/stderr"; exit 1 }
function word(s) { sub(/ .*/, "", s); return s }
function rest(s) { return sub(/^[^ ]* /, "", s) ? s : "" }

# ---- prose --------------------------------------------------------------------------

function in_prose() {
    if (key == "@quote") quoted = 1
    else if (key == "@endquote") quoted = 0
    else if (key == "@nl") printf "\n"
    else if (key == "@text" && !quoted) printf "%s", argument
    else if (key == "@text") { printf "\\nwcode{%s}{%s}", linked ? ref : "", tex(argument); linked = 0 }
    else if (key == "@use") {
        sub(/ ?\\inchapter[{][^}]*[}]/, "", argument)
        printf "\\nwcode{%s}{%s}", ref, tex("\342\237\250" argument " " number[ref] "\342\237\251")
    }
}
function tex(s,    i, c, t) {
    for (i = 1; i <= length(s); i++) {
        c = substr(s, i, 1)
        t = t (c == "\\" ? "\\textbackslash{}" : c == "^" ? "\\textasciicircum{}" : \
            c == "~" ? "\\textasciitilde{}" : c == "\"" ? "\\textquotedbl{}" : \
            c == "'" ? "\\textquotesingle{}" : c == "`" ? "\\textasciigrave{}" : \
            c ~ /[{}$&#%_]/ ? "\\" c : c ~ /[-<>,!?]/ ? "{" c "}" : c)
    }
    return t
}

# ---- chunks -------------------------------------------------------------------------

function begin_code() {
    incode = 1
    label = name = body = used = defines = previous = continued = ""
    started = 0
}
function in_code() {
    if (key == "@xref label" && label == "") label = argument
    else if (key == "@xref prevdef") previous = argument
    else if (key == "@xref nextdef") continued = argument
    else if (key == "@defn") name = argument
    else if (key == "@nl") { if (started) body = body "\n"; started = 1 }
    else if (key == "@text") {
        body = body (linked ? "<a href=\"#" ref "\">" html(argument) "</a>" : html(argument))
        linked = 0
    }
    else if (key == "@literal") body = body painted(argument)
    else if (key == "@use")
        body = body "<a class=\"nw-use\" href=\"#" ref "\">\342\237\250" title(argument) " <small>" number[ref] "</small>\342\237\251</a>"
    else if (key == "@xref beginuses") count = 0
    else if (key == "@xref useitem") item[++count] = argument
    else if (key == "@xref enduses") used = "<span>Used in " numbers() ".</span>"
    else if (key == "@xref notused") used = "<span>This is a file.</span>"
    else if (key == "@index begindefs") count = 0
    else if (key == "@index isused") { if (argument != label) item[++count] = argument }
    else if (key == "@index defitem") {
        defines = defines " <span>Defines <code>" html(argument) "</code>" (count ? ", used in " numbers() : "") ".</span>"
        count = 0
    }
}
function end_code() {
    incode = 0
    printf "\\nwchunk{%s}", label
    printf "<figure class=\"nw-chunk\" id=\"%s\"><figcaption><a class=\"nw-number\" href=\"#%s\"><span class=\"hidden\">chunk </span>%d</a> " \
        "<span class=\"nw-name\">\342\237\250%s\342\237\251%s\342\211\241</span>", \
        label, label, number[label], title(name), previous == "" ? "" : "+" > chunks
    if (previous != "") printf " <a href=\"#%s\">begins or goes on before in %d</a>", previous, number[previous] > chunks
    if (continued != "") printf " <a href=\"#%s\">goes on in %d</a>", continued, number[continued] > chunks
    printf "</figcaption><pre><code>%s</code></pre>", body > chunks
    if (used defines != "") printf "<div class=\"nw-notes\">%s%s</div>", used, defines > chunks
    print "</figure>" > chunks
}
# As in the PDF, what is used in more than a dozen places is used throughout.
function numbers(    i, s) {
    if (count > 12) return "chunks throughout"
    s = count == 1 ? "chunk " : "chunks "
    for (i = 1; i <= count; i++)
        s = s (i == 1 ? "" : i == count ? " and " : ", ") "<a href=\"#" item[i] "\">" number[item[i]] "</a>"
    return s
}
function html(s) { gsub(/&/, "\\&amp;", s); gsub(/</, "\\&lt;", s); gsub(/>/, "\\&gt;", s); return s }

# The name of a chunk: [[code]] in typewriter, and without the chapter that scope.awk added.
function title(s, keep,    t) {
    if (match(s, / ?\\inchapter[{][^}]*[}]/)) {
        t = substr(s, RSTART, RLENGTH); s = substr(s, 1, RSTART - 1)
        gsub(/.*[{]|[}]/, "", t)
    }
    s = html(s)
    gsub(/\[\[/, "<code>", s); gsub(/\]\]/, "</code>", s)
    return s (keep && t != "" ? " (" t ")" : "")
}
# What pretty.awk and scope.awk wrote in TeX for the PDF.
function painted(s,    style) {
    if (sub(/^\\LA[{][}]/, "", s)) { sub(/\\RA[{][}]$/, "", s); return "<span class=\"nw-use\">\342\237\250" title(s) "\342\237\251</span>" }
    style = s; sub(/[{].*/, "", style); sub(/^\\pp/, "", style)
    s = substr(s, length(style) + 5, length(s) - length(style) - 5)
    gsub(/\\nwbackslash[{][}]/, "\\", s); gsub(/\\nwlbrace[{][}]/, "{", s); gsub(/\\nwrbrace[{][}]/, "}", s)
    return "<span class=\"" style "\">" html(s) "</span>"
}

# ---- indices ------------------------------------------------------------------------

function index_of_chunks() {
    if (key == "@xref beginchunks") print "<ul class=\"nw-index\" id=\"nw-chunks\">" > chunks
    else if (key == "@xref chunkbegin") { printf "<li>\342\237\250%s\342\237\251", title(rest(argument), 1) > chunks; comma = " " }
    else if (key == "@xref chunkdefn") mention("<b>", "</b>")
    else if (key == "@xref chunkuse") mention("", "")
    else if (key == "@xref chunkend") print "</li>" > chunks
    else if (key == "@xref endchunks") print "</ul>" > chunks
}
# Whoever looks up a name wants its definition: long lists of uses are counted only.
function index_of_identifiers(    i) {
    if (key == "@index beginindex") print "<ul class=\"nw-index\" id=\"nw-identifiers\">" > chunks
    else if (key == "@index entrybegin") {
        printf "<li><code>%s</code>", html(rest(argument)) > chunks
        comma = " "; uses = 0
    }
    else if (key == "@index entrydefn") mention("<b>", "</b>")
    else if (key == "@index entryuse") user[++uses] = argument
    else if (key == "@index entryend") {
        if (uses > 24) printf "%sused in %d chunks", comma, uses > chunks
        else for (i = 1; i <= uses; i++) { argument = user[i]; mention("", "") }
        print "</li>" > chunks
    }
    else if (key == "@index endindex") print "</ul>" > chunks
}
function mention(before, after) {
    printf "%s%s<a href=\"#%s\">%d</a>%s", comma, before, argument, number[argument], after > chunks
    comma = ", "
}
