# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 6.6)
table = data . '/hopfield.tsv'
# Conditions of the table: 0 is the default, 1 to 4 have other numbers of patterns, 5 to 7 show a part of a pattern.
by_load(v) = column(1) == 0 ? v : NaN
by_number(load, v) = column(1) <= 4 && column(6) == load ? v : NaN
by_part(load, v) = (column(1) == 0 || (column(1) >= 5 && column(1) <= 7)) && column(6) == load ? v : NaN

set multiplot
set bmargin at screen 0.17; set tmargin at screen 0.74
set grid noxtics ytics
set yrange [-0.03:1.05]; set ytics 0, 0.2, 1
place(k) = sprintf("set lmargin at screen %g; set rmargin at screen %g", (k - 1) * 0.333 + 0.075, (k - 1) * 0.333 + 0.322)
above(k) = sprintf("set key at screen %g, screen 0.995 left top Left maxrows 4 samplen 1", (k - 1) * 0.333 + 0.075)
wrong = "lc rgb colour_random lw 1"

eval place(1); eval letter('a'); eval above(1)
set xrange [0.5:8.5]
set xtics 1, 1, 8 offset 0, 0.4
set xlabel 'load (patterns shown)' offset 0, 0.9
set ylabel 'fraction' offset 1.6, 0
plot table using 6:(by_load($7)):8:9 with yerrorbars ls line_cued pt 7 ps 0.5 title 'maintained', \
     table using ($6 - 0.15):(by_load($10)):11:12 with yerrorbars @wrong pt 9 ps 0.6 title 'confused', \
     table using ($6 - 0.15):(by_load($10)) with points @wrong pt 9 ps 0.6 notitle, \
     table using ($6 + 0.15):(by_load($13)):14:15 with yerrorbars ls line_uncued pt 6 ps 0.5 title 'spurious', \
     table using ($6 + 0.15):(by_load($13)) with points ls line_uncued pt 6 ps 0.5 notitle

eval place(2); eval letter('b'); eval above(2)
set logscale x 2
set xrange [0.8:40]
set xtics (1, 2, 4, 8, 16, 32) offset 0, 0.4
set xlabel 'stored patterns' offset 0, 0.9
unset ylabel
plot table using ($4 / 1.06):(by_number(1, $7)):8:9 with yerrorbars ls line_cued pt 7 ps 0.5 title 'maintained, load 1', \
     table using ($4 * 1.06):(by_number(4, $7)):8:9 with yerrorbars ls line_cued pt 5 ps 0.5 title 'maintained, load 4', \
     table using ($4 / 1.06):(by_number(1, $13)):14:15 with yerrorbars ls line_uncued pt 6 ps 0.5 title 'spurious, load 1', \
     table using ($4 * 1.06):(by_number(4, $13)):14:15 with yerrorbars ls line_uncued pt 4 ps 0.5 title 'spurious, load 4', \
     table using ($4 / 1.06):(by_number(1, $13)) with points ls line_uncued pt 6 ps 0.5 notitle, \
     table using ($4 * 1.06):(by_number(4, $13)) with points ls line_uncued pt 4 ps 0.5 notitle
unset logscale x

eval place(3); eval letter('c'); eval above(3)
set xrange [0.15:1.1]
set xtics 0, 0.25, 1 offset 0, 0.4
set xlabel 'part of the pattern shown' offset 0, 0.9
plot table using ($5 - 0.012):(by_part(1, $7)):8:9 with yerrorbars ls line_cued pt 7 ps 0.5 title 'maintained, load 1', \
     table using ($5 + 0.012):(by_part(4, $7)):8:9 with yerrorbars ls line_cued pt 5 ps 0.5 title 'maintained, load 4'
unset multiplot
