# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Of gnuplot's SVG: neighbouring dots of one colour become one path, in tenths of a pixel and
# each from the one before.  A line without length and with round ends is a dot.

BEGIN { FS = "'"; number = "^-?[0-9.]+$" }
/^\t*<use xlink:href='#gpDot' / && NF == 9 && $4 ~ number && $6 ~ number {
    if ($8 != colour) { finish(); colour = $8; x = y = 0 }
    X = tenths($4); Y = tenths($6)
    dots = dots "m" decimal(X - x) (Y < y ? "" : " ") decimal(Y - y) "h0"
    if (++count % 12 == 0) dots = dots "\n"
    x = X; y = Y
    next
}
colour != "" && /^$/ { next }
{ finish(); print }
END { finish() }

function finish() {
    if (colour != "") printf "<path stroke='%s' stroke-width='1.4' stroke-linecap='round' d='%s'/>\n", colour, dots
    colour = dots = ""; count = 0
}
function tenths(s) { return int(10 * s + 0.5) }
function decimal(n,    s) { s = sprintf("%.1f", n / 10); sub(/\.0$/, "", s); sub(/^0\./, ".", s); sub(/^-0\./, "-.", s); return s }
