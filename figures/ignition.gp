# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 10)
rates = data . '/ignition.tsv'
gammas = data . '/ignition_gamma.tsv'
panel(r, c) = sprintf("set lmargin at screen %g; set rmargin at screen %g; set tmargin at screen %g; set bmargin at screen %g", \
    0.08 + 0.5 * c, 0.47 + 0.5 * c, 0.94 - 0.49 * r, 0.61 - 0.49 * r)
set multiplot
set xrange [0.6:5.4]; set xtics 1
set xlabel 'rings that hold a bump' offset 0, 0.75
eval panel(0, 0); eval letter('a')
set yrange [0:14]
set ylabel 'length of vector (Hz)' offset 1.5, 0
set key bottom left
plot rates using 1:5 with lines ls line_theory title 'mean field', \
     rates using 1:21 with lines ls line_theory dt 3 title 'explicit rings', \
     rates using 1:2:3:4 with yerrorbars ls line_sensory ps 0.6 title 'all bumps', \
     rates using 1:14:15:16 with yerrorbars ls line_sensory pt 6 ps 0.6 title 'settled bumps'
eval panel(0, 1); eval letter('b')
set yrange [0:*]
set ylabel 'rate of random neurons (Hz)' offset 1.5, 0
set key bottom right
plot rates using 1:9 with lines ls line_theory title 'mean field', \
     rates using 1:23 with lines ls line_theory dt 3 title 'explicit rings', \
     rates using 1:6:7:8 with yerrorbars ls line_random ps 0.6 title 'simulation'
eval panel(1, 0); eval letter('c')
set ylabel 'rate of quiet rings (Hz)' offset 1, 0
set ytics 0.4
plot rates using 1:13 with lines ls line_theory title 'mean field', \
     rates using 1:22 with lines ls line_theory dt 3 title 'explicit rings', \
     rates using 1:10:11:12 with yerrorbars ls line_uncued ps 0.6 title 'simulation'
eval panel(1, 1); eval letter('d')
set ytics 0.2
stats gammas using 5 every ::0::0 nooutput; edge1 = STATS_max
stats gammas using 9 every ::0::0 nooutput; edge4 = STATS_max
set xrange [0.24:0.46]; set xtics 0.05
set yrange [0:1.05]
set xlabel 'connection probability γ' offset 0, 0.75
set ylabel 'spurious fraction' offset 1.5, 0
set key top right samplen 1
set arrow 1 from edge1, 0 to edge1, 1.05 nohead ls line_theory
set arrow 2 from edge4, 0 to edge4, 1.05 nohead ls line_theory dt 2
set arrow 3 from 0.35, 0 to 0.35, 1.05 nohead dt 3 lw 0.7 lc rgb colour_theory
plot gammas using 1:2:3:4 with yerrorbars ls line_uncued pt 7 ps 0.6 title 'load 1', \
     gammas using 1:6:7:8 with yerrorbars ls line_uncued pt 6 ps 0.6 title 'load 4', \
     NaN with lines ls line_theory title 'edge, load 1', \
     NaN with lines ls line_theory dt 2 title 'edge, load 4'
unset multiplot
