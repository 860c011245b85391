# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 6.2)
table = data . '/surfaces.tsv'
of(kind, value) = column(1) == kind ? value : NaN
# Surfaces and rings stand side by side, so that their bars do not cover each other.
x(kind) = column(4) + 0.2 * (kind - 0.5)

set multiplot
set bmargin at screen 0.17; set tmargin at screen 0.80
set xrange [0.5:8.5]
set xtics 1, 1, 8 offset 0, 0.4
set xlabel 'load (items shown)' offset 0, 1.15
set grid noxtics ytics
place(k) = sprintf("set lmargin at screen %g; set rmargin at screen %g", (k - 1) * 0.333 + 0.075, (k - 1) * 0.333 + 0.322)
surfaces = "ls line_cued pt 7 ps 0.5"
rings = "ls line_theory lw 1 pt 6 ps 0.5"

eval place(1); eval letter('a')
set ylabel 'maintained fraction' offset 1.6, 0
set yrange [0:1.05]; set ytics 0, 0.2, 1
set key at screen 0.075, screen 0.99 left top Left maxrows 1 samplen 1
plot table using (x(0)):(of(0, $5)):6:7 with yerrorbars @surfaces title 'surfaces', \
     table using (x(1)):(of(1, $5)):6:7 with yerrorbars @rings title 'rings'
unset key

eval place(2); eval letter('b')
set ylabel 'spurious fraction' offset 1, 0
set yrange [0:0.2<*]; set ytics autofreq
plot table using (x(0)):(of(0, $8)):9:10 with yerrorbars @surfaces, \
     table using (x(1)):(of(1, $8)):9:10 with yerrorbars @rings, \
     table using (x(0)):(of(0, $8)) with points @surfaces, \
     table using (x(1)):(of(1, $8)) with points @rings

eval place(3); eval letter('c')
set ylabel 'circular s.d. (degrees)' offset 1, 0
set yrange [0:45<*]; set ytics 0, 10
plot table using (x(0)):(of(0, $11)):12:13 with yerrorbars @surfaces, \
     table using (x(1)):(of(1, $11)):12:13 with yerrorbars @rings, \
     table using (x(0)):(of(0, $11)) with points @surfaces, \
     table using (x(1)):(of(1, $11)) with points @rings
unset multiplot
