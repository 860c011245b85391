# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 11.5)
by_load = data . '/precision.tsv'
by_time = data . '/precision_time.tsv'
place_table = data . '/precision_place.tsv'
set multiplot
set datafile missing 'NA'
place(column, row) = sprintf("set lmargin at screen %g; set rmargin at screen %g; set bmargin at screen %g; set tmargin at screen %g", \
    column * 0.5 + 0.075, column * 0.5 + 0.465, row * 0.5 + 0.1, row * 0.5 + 0.46)
panel(name) = sprintf("set label 1 '{/:Bold %s}' at graph -0.15, graph 1.05", name)
colour(L) = load_colours[L]
set style fill transparent solid 0.18 noborder
set xtics offset 0, 0.3

eval place(0, 1); eval panel('a')
set xlabel 'load (items shown)' offset 0, 0.7
set ylabel 'error at the end, s.d. (degrees)' offset 1.6, 0
set xrange [0.5:8.5]; set yrange [0:140]
set xtics 1, 1, 8
set key top left
plot by_load using ($1-0.12):2:3:4 with yerrorbars ls line_cued ps 0.6 title 'maintained, most likely position', \
     by_load using ($1-0.04):5:6:7 with yerrorbars ls line_cued pt 6 ps 0.6 title 'maintained, activity vector', \
     by_load using ($1+0.04):8:9:10 with yerrorbars ls line_uncued lc rgb '#555555' ps 0.6 title 'all items, most likely position', \
     by_load using ($1+0.12):11:12:13 with yerrorbars ls line_uncued lc rgb '#555555' pt 6 ps 0.6 title 'all items, activity vector'

eval place(1, 1); eval panel('b')
set xlabel 'time after the stimulus (ms)' offset 0, 0.7
set ylabel 'variance (square degrees)' offset 1.4, 0
set yrange [0:400]
set xrange [0:930]; set xtics 0, 200
unset key
array named[4] = [1, 2, 3, 8]
plot for [L = 1:8] by_time using 1:3*L:3*L+1 with filledcurves fc rgb colour(L), \
     for [L = 1:8] by_time using 1:3*L-1 with linespoints pt 7 ps 0.25 lw 1 lc rgb colour(L), \
     for [k = 1:4] by_time using 1:3*named[k]-1:(sprintf("%d", named[k])) every ::17::17 with labels left offset 0.4, 0 tc rgb colour(named[k])

eval place(0, 0); eval panel('c')
set xlabel 'load (items shown)' offset 0, 0.7
set ylabel 'growth (square degrees per s)'
set yrange [0:450]
set xrange [0.5:8.5]; set xtics 1, 1, 8
set key bottom left
plot by_load using ($1-0.06):17:18:19 with yerrorbars ls line_cued pt 6 ps 0.6 title 'activity vector', \
     by_load using ($1+0.06):14:15:16 with yerrorbars ls line_cued ps 0.6 title 'most likely position'

eval place(1, 0); eval panel('d')
set xlabel 'time after the stimulus (ms)' offset 0, 0.7
set ylabel 'variance (square degrees)'
set yrange [0:300]
set xrange [0:930]; set xtics 0, 200
set key top left
plot place_table using ($1-6):2:3:4 with yerrorbars pt 7 ps 0.5 lc rgb colour(1) title 'load 1, within a place', \
     place_table using ($1-2):5:6:7 with yerrorbars pt 6 ps 0.5 lc rgb colour(1) title 'load 1, between places', \
     place_table using ($1+2):8:9:10 with yerrorbars pt 5 ps 0.5 lc rgb colour(8) title 'load 8, within', \
     place_table using ($1+6):11:12:13 with yerrorbars pt 4 ps 0.5 lc rgb colour(8) title 'load 8, between'
unset multiplot
