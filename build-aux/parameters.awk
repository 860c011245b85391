# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Turn data/parameters.tsv into LaTeX: \parametertable, a tabular grouped by the column
# `group', and for every parameter \defaultSYMBOL and \rangeSYMBOL.  TeX names have letters
# only, so that k1 -> \defaultkOne, e_ff -> \defaulteFf, self_excitation -> \defaultselfExcitation.

BEGIN {
    FS = "\t"
    split("Zero One Two Three Four Five Six Seven Eight Nine", digit, " ")
    rows = ""
}
/^# / || /^#?$/ { next }
!header {
    for (i = 1; i <= NF; i++) column[$i] = i
    n = split("symbol tex group unit default range meaning", need, " ")
    for (i = 1; i <= n; i++)
        if (!(need[i] in column)) die("column " need[i] " is missing")
    header = NF
    next
}
NF != header { die("line " FNR " has " NF " columns in place of " header) }
{
    symbol = get("symbol")
    if (get("group") != group) {
        if (rows != "") rows = rows "  \\addlinespace\n"
        group = get("group")
        rows = rows "  \\multicolumn{6}{@{}l}{\\emph{" text(group) "}} \\\\\n"
    }
    macros = macros "\\newcommand\\default" name(symbol) "{" value(get("default")) "}\n" \
        "\\newcommand\\range" name(symbol) "{" value(get("range")) "}\n"
    rows = rows "  " (get("tex") ~ /^-?$/ ? "--" : math(get("tex"))) " & \\texttt{" text(symbol) "} & " value(get("default")) " & " unit(get("unit")) \
        " & " value(get("range")) " & " text(get("meaning")) " \\\\\n"
}
END {
    if (failed) exit 1
    if (!header) die("no table")
    printf "%% from parameters.tsv by parameters.awk\n%s", macros
    printf "\\newcommand\\parametertable{%%\n"
    printf "  \\begin{tabularx}{\\linewidth}{@{}lllll>{\\raggedright\\arraybackslash}X@{}}\n"
    printf "  \\toprule\n  Symbol & Name & Default & Unit & Range & Meaning \\\\\n  \\midrule\n%s", rows
    printf "  \\bottomrule\n  \\end{tabularx}}\n"
}

function die(why) { print "parameters.awk: " why | "cat >&2"; failed = 1; exit 1 }
function get(c) { return $column[c] }

function name(s,    i, c, r, up) {
    for (i = 1; i <= length(s); i++) {
        c = substr(s, i, 1)
        if (c == "_") { up = 1; continue }
        if (c ~ /[0-9]/) c = digit[c + 1]
        r = r (up ? toupper(c) : c)
        up = 0
    }
    return r
}
# Numbers and intervals go into mathematics, words stay words.
function value(s) {
    if (s == "" || s == "-") return "--"
    if (s ~ /[A-Za-z]/ && s !~ /^[^A-Za-z]*([0-9]e[-+]?[0-9]+|inf|[^A-Za-z])*$/) return text(s)
    gsub(/inf/, "\\infty", s)
    gsub(/<=/, "\\le ", s)
    gsub(/>=/, "\\ge ", s)
    gsub(/\.\.+/, "\\ldots ", s)
    while (match(s, /[0-9]e[-+]?[0-9]+/))
        s = substr(s, 1, RSTART) "{\\cdot}10^{" (substr(s, RSTART + 2, RLENGTH - 2) + 0) "}" substr(s, RSTART + RLENGTH)
    gsub(/, */, ",\\,", s)
    return "\\ensuremath{" s "}"
}
function math(s) { return s ~ /^\$/ ? s : "\\ensuremath{" s "}" }
function unit(s) { return s == "" || s == "-" ? "--" : s == "1/ms" ? "\\ensuremath{\\mathrm{ms}^{-1}}" : text(s) }
function text(s) {
    gsub(/[&%#_]/, "\\\\&", s)
    gsub(/\|/, ", ", s)
    gsub(/\^/, "\\textasciicircum{}", s)
    gsub(/<=/, "$\\le$", s)
    gsub(/</, "$<$", s)
    gsub(/>/, "$>$", s)
    return s
}
