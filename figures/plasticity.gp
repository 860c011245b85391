# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 6.2)
table = data . '/plasticity.tsv'
array names[3] = ['fixed', 'facilitation and depression', 'facilitation']
array colours[3] = ['#000000', '#CC79A7', '#E69F00']
array points[3] = [7, 5, 9]
of(kind, value) = column(1) == kind ? value : NaN
# The kinds stand side by side, so that their bars do not cover each other.
x(kind) = column(4) + 0.16 * (kind - 1)

set multiplot
set bmargin at screen 0.17; set tmargin at screen 0.80
set xrange [0.5:8.5]
set xtics 1, 1, 8 offset 0, 0.4
set xlabel 'load (items shown)' offset 0, 1.15
set grid noxtics ytics
place(k) = sprintf("set lmargin at screen %g; set rmargin at screen %g", (k - 1) * 0.333 + 0.075, (k - 1) * 0.333 + 0.322)

eval place(1); eval letter('a')
set ylabel 'maintained fraction' offset 1.6, 0
set yrange [0:1.05]
set key at screen 0.075, screen 0.99 left top Left maxrows 1 samplen 1
plot for [k = 0:2] table using (x(k)):(of(k, $5)):6:7 with yerrorbars lw 1 ps 0.5 pt points[k + 1] lc rgb colours[k + 1] title names[k + 1]
unset key

eval place(2); eval letter('b')
set ylabel 'spurious fraction' offset 1, 0
set yrange [0:0.17]; set ytics 0, 0.04
plot for [k = 0:2] table using (x(k)):(of(k, $8)):9:10 with yerrorbars lw 1 ps 0.5 pt points[k + 1] lc rgb colours[k + 1], \
     for [k = 0:2] table using (x(k)):(of(k, $8)) with points lw 1 ps 0.5 pt points[k + 1] lc rgb colours[k + 1]

eval place(3); eval letter('c')
set ylabel 'circular s.d. (degrees)' offset 1, 0
set yrange [0:30]; set ytics 0, 10
plot for [k = 0:2] table using (x(k)):(of(k, $11)):12:13 with yerrorbars lw 1 ps 0.5 pt points[k + 1] lc rgb colours[k + 1]
unset multiplot
