# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 6.2)
cells = data . '/lesion.tsv'
set datafile missing 'NA'
panel(c) = sprintf("set lmargin at screen %g; set rmargin at screen %g; set tmargin at screen 0.9; set bmargin at screen 0.2", \
    0.065 + 0.335 * c, 0.312 + 0.335 * c)
of(kind, v) = stringcolumn(1) eq kind && column(3) == 4 ? v : NaN
set xtics offset 0, 0.3
set xrange [-0.04:0.54]; set xtics 0, 0.1
set xlabel 'share of random neurons missing' offset 0, 0.8
set multiplot
eval panel(0); eval letter('a')
set yrange [-0.1:5.9]; set ytics 0, 1, 4
set ylabel 'items held in place, of 4' offset 1.5, 0
set key top left maxrows 2 samplen 2
plot cells using 2:(of('silenced', $16)) with lines ls line_theory title 'theory, silenced', \
     cells using 2:(of('smaller', $16)) with lines ls line_theory dt 2 title 'theory, smaller', \
     cells using 2:(of('silenced', $7)):8:9 with yerrorbars ls line_cued pt 7 ps 0.6 notitle, \
     cells using ($2 + 0.01):(of('smaller', $7)):8:9 with yerrorbars ls line_sensory pt 5 ps 0.5 notitle, \
     cells using ($2 - 0.01):(of('restored', $7)):8:9 with yerrorbars ls line_random pt 9 ps 0.6 notitle
eval panel(1); eval letter('b')
set ytics 0, 0.2, 1
set ylabel 'spurious fraction' offset 0.8, 0
set key top left maxrows 3 samplen 1
set yrange [-0.03:1.6]
plot cells using 2:(of('silenced', $10)):11:12 with yerrorbars ls line_cued pt 7 ps 0.6 title 'silenced', \
     cells using ($2 + 0.01):(of('smaller', $10)):11:12 with yerrorbars ls line_sensory pt 5 ps 0.5 title 'drawn smaller', \
     cells using ($2 - 0.01):(of('restored', $10)):11:12 with yerrorbars ls line_random pt 9 ps 0.6 title 'restored'
eval panel(2); eval letter('c')
unset key
set yrange [0:50]; set ytics 0, 10
set ylabel 'error, s.d. (degrees)' offset 0.8, 0
plot cells using 2:(of('silenced', $13)):14:15 with yerrorbars ls line_cued pt 7 ps 0.6, \
     cells using ($2 + 0.01):(of('smaller', $13)):14:15 with yerrorbars ls line_sensory pt 5 ps 0.5, \
     cells using ($2 - 0.01):(of('restored', $13)):14:15 with yerrorbars ls line_random pt 9 ps 0.6
unset multiplot
