# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 5.6)
table = data . '/capacity.tsv'
each = data . '/capacity_networks.tsv'
stats each using 1 nooutput
networks = int(STATS_max) + 1

set multiplot
set bmargin at screen 0.19; set tmargin at screen 0.88
set xrange [0.5:8.5]
set xtics 1, 1, 8 offset 0, 0.4
set xlabel 'load (items shown)' offset 0, 1.15

set grid noxtics ytics
light = 'lw 0.5 lc rgb "#D0D0D0"'
of(network, value) = $1 == network ? value : NaN
place(k) = sprintf("set lmargin at screen %g; set rmargin at screen %g", (k - 1) * 0.333 + 0.075, (k - 1) * 0.333 + 0.322)

eval place(1); eval letter('a')
set ylabel 'maintained fraction' offset 1.6, 0
set yrange [0:1.05]
unset key
plot for [n = 0:networks - 1] each using 2:($1 == n ? $3 : NaN) with lines @light notitle, \
     table using 1:($14/$1) with lines ls line_theory, \
     table using 1:2:3:4 with yerrorbars ls line_cued ps 0.6

eval place(2); eval letter('b')
set ylabel 'items held' offset 1.5, 0
set yrange [0:4.4]; set ytics 0, 1
set key bottom right samplen 1 spacing 0.8
plot x with lines dt 2 lw 0.8 lc rgb colour_theory title 'all', \
     for [n = 0:networks - 1] each using 2:($1 == n ? $4 : NaN) with lines @light notitle, \
     table using 1:($18 - $19):($18 + $19) with filledcurves fc rgb '#BBBBBB' fs solid noborder notitle, \
     table using 1:14 with lines ls line_theory title 'theory', \
     table using 1:18 with lines ls line_theory dt 3 title 'never lost', \
     table using 1:20 with lines ls line_theory dt '-' lw 0.8 title 'formula', \
     table using 1:5:6:7 with yerrorbars ls line_cued ps 0.6 notitle, \
     table using 1:15:16:17 with yerrorbars ls line_cued pt 6 ps 0.6 notitle

eval place(3); eval letter('c')
set ylabel 'spurious fraction' offset 1, 0
set yrange [0:0.17]; set ytics 0, 0.04
unset key
plot table using 1:21 with lines ls line_theory, \
      for [n = 0:networks - 1] each using 2:($1 == n ? $5 : NaN) with lines @light notitle, \
     table using 1:8:9:10 with yerrorbars ls line_uncued pt 7 lc rgb '#555555' ps 0.6
unset multiplot
