# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 6.6)
table = data . '/behaviour.tsv'
times = data . '/behaviour_time.tsv'
$monkeys << EOD
load	finding
2	0.85
5	0.665
EOD
array shades[3] = ['#9ECAE9', '#3182BD', '#08306B']
array loads[3] = [1, 3, 6]
set multiplot
set bmargin at screen 0.17; set tmargin at screen 0.82
set grid noxtics ytics

set lmargin at screen 0.085; set rmargin at screen 0.47
eval letter('a')
set xrange [0.5:8.5]; set xtics 1, 1, 8 offset 0, 0.4
set xlabel 'load (items shown)' offset 0, 0.9
set yrange [0:1.05]; set ytics 0, 0.25
set ylabel 'probability of finding the change' offset 1.4, 0
set key at screen 0.085, screen 0.995 left top Left maxrows 2 samplen 1 width -2
plot table using 1:2:3:4 with yerrorbars lw 1 ps 0.5 pt 7 lc rgb colour_cued title 'guess among all', \
     table using 1:5:6:7 with yerrorbars lw 1 ps 0.5 pt 6 lc rgb colour_cued title 'guess among the lost', \
     $monkeys using 1:2 with points lw 2 ps 0.9 pt 2 lc rgb colour_random title 'two monkeys', \
     x >= 1 ? 1 / x : NaN with lines lw 1 dt 2 lc rgb '#808080' title 'chance'

set lmargin at screen 0.585; set rmargin at screen 0.975
eval letter('b')
set xrange [0:900]; set xtics 0, 300 offset 0, 0.4
set xlabel 'time after the stimulus (ms)' offset 0, 0.9
set yrange [0:95]; set ytics 0, 30
set ylabel 'mean absolute error (degrees)' offset 1, 0
set key at screen 0.585, screen 0.995 left top Left maxrows 2 samplen 1.5 width -1
plot for [k = 1:3] times using 1:(column(3 * k - 1)):(column(3 * k)):(column(3 * k + 1)) with yerrorbars \
         lw 1 ps 0.35 pt 7 lc rgb shades[k] title sprintf('load %d', loads[k]), \
     90 with lines lw 1 dt 3 lc rgb '#808080' title 'at random'
unset multiplot
