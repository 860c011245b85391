# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 5.8)
by_load = data . '/precision.tsv'
by_time = data . '/precision_time.tsv'
set multiplot
set datafile missing 'NA'
place(from, to) = sprintf("set lmargin at screen %g; set rmargin at screen %g; set bmargin at screen 0.2; set tmargin at screen 0.91", from, to)
colour(L) = load_colours[L]
set style fill transparent solid 0.18 noborder
set xtics offset 0, 0.3

eval place(0.075, 0.325); eval letter('a')
set xlabel 'load (items shown)' offset 0, 0.8
set ylabel 's.d. of error (degrees)' offset 1.6, 0
set xrange [0.5:8.5]; set yrange [0:90]; set ytics 0, 30
set xtics 1, 1, 8
set key top left samplen 0.7
set label 1 'all items' at 8.3, 52 right; set label 2 'maintained items' at 8.3, 12 right
plot by_load using ($1-0.12):2:3:4 with yerrorbars ls line_cued ps 0.5 notitle, \
     by_load using ($1-0.04):5:6:7 with yerrorbars ls line_cued pt 6 ps 0.5 notitle, \
     by_load using ($1+0.04):8:9:10 with yerrorbars ls line_uncued lc rgb '#555555' ps 0.5 title 'likelihood', \
     by_load using ($1+0.12):11:12:13 with yerrorbars ls line_uncued lc rgb '#555555' pt 6 ps 0.5 title 'vector'

eval place(0.41, 0.655); eval letter('b')
unset label 1; unset label 2
set xlabel 'time after the stimulus (ms)'
set ylabel 'variance (degrees²)' offset 1, 0
set yrange [0:480]; set ytics 0, 100
set xrange [0:980]; set xtics 0, 200
unset key
array named[4] = [1, 2, 3, 8]
plot for [L = 1:8] by_time using 1:3*L:3*L+1 with filledcurves fc rgb colour(L), \
     for [L = 1:8] by_time using 1:3*L-1 with lines lw 1.3 lc rgb colour(L), \
     for [B = 1:3] by_time using 1:25+B with lines lw 1 dt 2 lc rgb colour_theory, \
     for [k = 1:4] by_time using 1:3*named[k]-1:(sprintf("%d", named[k])) every ::17::17 with labels left offset 0.4, 0 tc rgb colour(named[k])

eval place(0.74, 0.985); eval letter('c')
set xlabel 'load (items shown)'
set ylabel 'growth (degrees²/s)' offset 1, 0
set yrange [0:620]; set ytics 0, 200
set xrange [0.5:8.5]; set xtics 1, 1, 8
set key bottom right samplen 1.2
plot by_load using 1:21 with lines ls line_theory title 'theory', \
     by_load using 1:30 with lines ls line_theory dt '-' lw 0.8 title 'rings', \
     by_load using ($1-0.08):17:18:19 with yerrorbars ls line_cued pt 6 ps 0.5 title 'vector', \
     by_load using ($1+0.08):14:15:16 with yerrorbars ls line_cued ps 0.5 title 'likelihood'
unset multiplot
