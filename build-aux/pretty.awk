# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# noweb filter, after -index: set off keywords, comments, strings and directives of C code.
# Text that noweb has linked to its definition passes untouched.

BEGIN {
    words = "auto break case char const continue default do double else enum extern float for " \
        "goto if inline int long register restrict return short signed sizeof static struct " \
        "switch typedef union unsigned void volatile while bool true false NULL FILE " \
        "size_t ptrdiff_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t"
    n = split(words, list, " ")
    for (i = 1; i <= n; i++) keyword[list[i]] = 1
}

/^@begin code/      { code = start = 1; linked = 0; state = "" }
/^@end code/        { code = 0 }
/^@nl$/             { if (state != "comment" && !spliced) state = ""
                      start = 1; spliced = 0 }
/^@index use /      { linked = 1 }
code && /^@text /   { if (linked) { linked = start = 0; print } else paint(substr($0, 7)); next }
                    { print }

# STATE is what the last piece of code left open: "comment", "//", a quotation mark or nothing.
function paint(s,    length_) {
    spliced = s ~ /\\$/
    while (s != "") {
        if (state == "comment")     { length_ = index(s, "*/"); length_ = length_ ? length_ + 1 : 0
                                      s = put("ppcomment", s, length_) }
        else if (state == "//")       s = put("ppcomment", s, 0)
        else if (state != "")       { length_ = closing(s, state); s = put("ppstring", s, length_) }
        else if (s ~ /^\/\*/)       { state = "comment"
                                      length_ = index(substr(s, 3), "*/")
                                      s = put("ppcomment", s, length_ ? length_ + 3 : 0) }
        else if (s ~ /^\/\//)       { state = "//" }
        else if (s ~ /^["']/)       { state = substr(s, 1, 1)
                                      length_ = closing(substr(s, 2), state)
                                      s = put("ppstring", s, length_ ? length_ + 1 : 0) }
        else if (start && match(s, /^[ \t]*#[ \t]*[a-z]+/)) s = put("ppdirective", s, RLENGTH)
        else if (match(s, /^[A-Za-z_][A-Za-z_0-9]*/))
            s = put(substr(s, 1, RLENGTH) in keyword ? "ppkeyword" : "", s, RLENGTH)
        else if (match(s, /^([0-9]|[ \t]|[^A-Za-z_0-9 \t\/"'])+/)) s = put("", s, RLENGTH, 1)
        else s = put("", s, 1)
    }
    flush()
}

# Print the first N characters of S (0: all, and STATE stays open) in STYLE; return the rest.
function put(style, s, n, blank) {
    if (style == "") plain = plain substr(s, 1, n)
    else { flush(); print "@literal \\" style "{" tex(n ? substr(s, 1, n) : s) "}" }
    if (n && style ~ /comment|string/) state = ""
    if (!blank || substr(s, 1, n) !~ /^[ \t]*$/) start = 0
    return n ? substr(s, n + 1) : ""
}
function flush() { if (plain != "") print "@text " plain; plain = "" }

function closing(s, mark,    i, c) {
    for (i = 1; i <= length(s); i++) {
        c = substr(s, i, 1)
        if (c == "\\") i++
        else if (c == mark) return i
    }
    return 0
}
function tex(s,    i, c, t) {
    for (i = 1; i <= length(s); i++) {
        c = substr(s, i, 1)
        t = t (c == "\\" ? "\\nwbackslash{}" : c == "{" ? "\\nwlbrace{}" : c == "}" ? "\\nwrbrace{}" : c)
    }
    return t
}
