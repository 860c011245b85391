# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 7)
table = data . '/structure.tsv'
set multiplot
set bmargin at screen 0.2; set tmargin at screen 0.78
set border 3
set xrange [-0.01:0.21]
set xtics 0, 0.05
set xlabel 'preference κ_C' offset 0, 0.5
# (a) fractions, (b) alignment; the condition with the weaker feedback has triangles and no line
at(l, b, v) = column(3) == l && column(2) == b ? v : NaN
set lmargin at screen 0.09; set rmargin at screen 0.47
eval letter('a')
set yrange [-0.03:1.05]
set ytics 0, 0.5
set ylabel 'fraction' offset 1, 0
set key at screen 0.09, screen 0.995 left top Left maxrows 2 samplen 1.2 width -1
plot table using 1:(at(1, 0.2, $4)):5:6 with yerrorbars ls line_cued pt 7 ps 0.5 title 'maintained, load 1', \
     table using 1:(at(4, 0.2, $4)):5:6 with yerrorbars ls line_cued pt 5 ps 0.5 title 'maintained, load 4', \
     table using 1:(at(1, 0.2, $7)):8:9 with yerrorbars ls line_uncued pt 6 ps 0.5 title 'spurious, load 1', \
     table using 1:(at(4, 0.2, $7)):8:9 with yerrorbars ls line_uncued pt 4 ps 0.5 title 'spurious, load 4', \
     table using ($1 - 0.003):(at(1, 0.14, $4)):5:6 with yerrorbars ls line_cued pt 9 ps 0.7 notitle, \
     table using ($1 + 0.003):(at(4, 0.14, $4)):5:6 with yerrorbars ls line_cued pt 11 ps 0.7 notitle, \
     table using ($1 - 0.003):(at(1, 0.14, $7)):8:9 with yerrorbars ls line_uncued pt 8 ps 0.7 notitle, \
     table using ($1 + 0.003):(at(4, 0.14, $7)):8:9 with yerrorbars ls line_uncued pt 10 ps 0.7 notitle
set lmargin at screen 0.6; set rmargin at screen 0.98
eval letter('b')
set yrange [-1.05:1.1]
set ytics -1, 0.5
set ylabel 'cosine with the items' offset 1, 0
set key at screen 0.6, screen 0.995 left top Left maxrows 2 samplen 1.2
set arrow 1 from -0.01, 0 to 0.21, 0 nohead dt 2 lw 0.7 lc rgb '#000000'
ok(l, b, v) = at(l, b, strcol(10) eq 'NA' ? NaN : v)
plot table using 1:(ok(1, 0.2, $10)):11:12 with yerrorbars ls line_uncued pt 6 ps 0.5 title 'load 1', \
     table using 1:(ok(4, 0.2, $10)):11:12 with yerrorbars ls line_uncued pt 4 ps 0.5 title 'load 4', \
     table using ($1 - 0.003):(ok(1, 0.14, $10)):11:12 with yerrorbars ls line_uncued pt 8 ps 0.7 title 'load 1, β = 0.14', \
     table using ($1 + 0.003):(ok(4, 0.14, $10)):11:12 with yerrorbars ls line_uncued pt 10 ps 0.7 title 'load 4, β = 0.14'
unset multiplot
