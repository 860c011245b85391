# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 5.8)
variants = data . '/sensitivity.tsv'
thresholds = data . '/sensitivity_threshold.tsv'
lengths = data . '/sensitivity_lengths.tsv'
set multiplot
set datafile missing 'NA'
panel(from, to) = sprintf("set lmargin at screen %g; set rmargin at screen %g; set bmargin at screen 0.21; set tmargin at screen 0.91", from, to)
set xtics offset 0, 0.3

eval panel(0.085, 0.325); eval letter('a')
set xlabel 'length of vector (Hz)' offset 0, 0.8
set ylabel 'number of rings' offset 0.6, 0
set xrange [0:14]; set xtics 0, 3
set logscale y
set format y '10^{%L}'
set yrange [0.7:2e5]
set key top right samplen 1
set arrow 1 from 3, graph 0 to 3, graph 1 nohead dt 2 lw 0.7
positive(x) = x > 0 ? x : NaN
plot lengths using 1:(positive($2)) with histeps lw 2 lc rgb colour_cued title 'cued', \
     lengths using 1:(positive($3)) with histeps lw 1.2 lc rgb '#555555' title 'not cued'

unset logscale
set format y '%g'
eval panel(0.41, 0.655); eval letter('b')
set xlabel 'threshold (Hz)' offset 0, 0.8
set ylabel 'items held' offset 1, 0
set xrange [1.3:6.6]; set xtics 1, 1, 6
set yrange [0:4.4]
unset key
array shown[5] = [1, 2, 4, 6, 8]
plot for [k = 1:5] thresholds using 1:2*shown[k] with linespoints pt 7 ps 0.3 lw 1 lc rgb load_colours[shown[k]], \
     for [k = 1:5] thresholds using 1:2*shown[k]:(sprintf("%d", shown[k])) every ::9::9 with labels left offset 0.5, (k == 4 ? -0.15 : k == 5 ? 0.25 : 0) tc rgb load_colours[shown[k]]
unset arrow 1

eval panel(0.735, 0.985); eval letter('c')
set xlabel 'load (items shown)' offset 0, 0.8
set ylabel 'change (% points)' offset 0.5, 0
set xrange [0:7]; set xtics ('1' 1, '3' 3, '6' 6)
set yrange [-7:16]; set ytics -6, 3, 6
set arrow 1 from 0, 0 to 7, 0 nohead lw 0.7 lc rgb colour_theory
set key top right samplen 1 maxrows 8
array names[3] = ['Δt = 0.05 ms', 'Δt = 0.2 ms', 'read at 1000 ms']
array marks[3] = [4, 8, 7]
plot for [v = 1:3] variants using ($1 == v ? $3 + 0.3 * (v - 2) : NaN):(100 * $10):(100 * $11):(100 * $12) \
     with yerrorbars pt marks[v] ps 0.55 lw 0.8 lc rgb (v == 3 ? colour_cued : colour_theory) title names[v], \
     for [v = 1:3] variants using ($1 == v ? $3 + 0.3 * (v - 2) : NaN):(100 * $10) \
     with points pt marks[v] ps 0.55 lw 0.8 lc rgb (v == 3 ? colour_cued : colour_theory) notitle
unset multiplot
