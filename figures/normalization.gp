# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 10.5)
loads = data . '/normalization.tsv'
time = data . '/normalization_time.tsv'
panel(r, c) = sprintf("set lmargin at screen %g; set rmargin at screen %g; set tmargin at screen %g; set bmargin at screen %g", \
    0.08 + 0.5 * c, 0.47 + 0.5 * c, 0.95 - 0.48 * r, 0.62 - 0.48 * r)
dash(L) = int(L) == 1 ? 1 : int(L) == 4 ? 2 : 3
set multiplot
eval panel(0, 0); eval letter('a')
set xrange [0.6:8.4]; set xtics 1
set yrange [0:25]; set ytics 5
set xlabel 'load (items shown)' offset 0, 0.5
set ylabel 'rate of rings (Hz)' offset 1.5, 0
set key top left maxrows 3 width -2
plot loads using 1:15 with lines ls line_theory title 'theory, explicit rings', \
     loads using 1:17 with lines ls line_theory dt 2 title 'mean field, all items', \
     loads using 1:2:3:4 with yerrorbars ls line_sensory ps 0.6 title 'item held', \
     loads using 1:19:20:21 with yerrorbars ls line_sensory pt 4 ps 0.6 title 'settled', \
     loads using 1:5:6:7 with yerrorbars ls line_sensory pt 6 ps 0.6 title 'all cued'
eval panel(0, 1); eval letter('b')
set yrange [0:*]; set ytics autofreq
set ylabel 'rate of random neurons (Hz)' offset 1.5, 0
set key bottom right maxrows 4 width 0
plot loads using 1:16 with lines ls line_theory title 'theory, explicit rings', \
     loads using 1:18 with lines ls line_theory dt 2 title 'mean field, all items', \
     loads using 1:13 with lines ls line_theory dt 3 title 'theory, measured rings', \
     loads using 1:8:9:10 with yerrorbars ls line_random ps 0.6 title 'simulation'
set xrange [0:1100]; set xtics 0, 200
set xlabel 'time (ms)'
set object 1 rectangle from 100, graph 0 to 200, graph 1 behind fc rgb '#E8E8E8' fs solid noborder
eval panel(1, 0); eval letter('c')
set ylabel 'rate of rings (Hz)'
set key bottom right
plot for [L in '1 4 8'] time using 1:(column(2 * int(L))) with lines lc rgb colour_sensory lw 1.5 \
    dt dash(L) title 'load '.L
eval panel(1, 1); eval letter('d')
set yrange [0:34]
set key top right horizontal
set ylabel 'rate of random neurons (Hz)' offset 1.5, 0
plot for [L in '1 4 8'] time using 1:(column(2 * int(L) + 1)) with lines lc rgb colour_random lw 1.5 \
    dt dash(L) title 'load '.L
unset multiplot
