# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 11.5)
short = data . '/forgetting.tsv'
long = data . '/forgetting_long.tsv'
holding = data . '/forgetting_held.tsv'
rates = data . '/forgetting_rates.tsv'
long_rates = data . '/forgetting_long_rates.tsv'
back = data . '/forgetting_back.tsv'
set multiplot
unset key
set datafile missing 'NA'
place(column, row) = sprintf("set lmargin at screen %g; set rmargin at screen %g; set bmargin at screen %g; set tmargin at screen %g", \
    column * 0.5 + 0.075, column * 0.5 + 0.465, row * 0.5 + 0.1, row * 0.5 + 0.46)
colour(L) = load_colours[L]
array of_long[5] = [1, 2, 4, 6, 8]
set style fill transparent solid 0.18 noborder
set xtics offset 0, 0.3

eval place(0, 1); eval letter('a')
set xlabel 'time after the stimulus (ms)' offset 0, 0.95
set ylabel 'share of items not lost' offset 2, 0
set xrange [0:900]; set yrange [0:1.02]
last = 85
plot for [L = 1:8] short using 1:3*L:3*L+1 with filledcurves fc rgb colour(L), \
     for [L = 1:8] short using 1:3*L-1 with lines lw 1.3 lc rgb colour(L), \
     for [L = 1:8] short using 1:3*L-1:(sprintf("%d", L)) every ::last::last with labels left offset 0.5, (L == 1 ? 0.35 : L == 2 ? -0.2 : L == 6 ? 0.2 : L == 8 ? -0.25 : 0) tc rgb colour(L)

eval place(1, 1); eval letter('b')
set xlabel 'time after the stimulus (s)' offset 0, 0.95
set xrange [0:4.2]
plot for [k = 1:5] long using ($1/1000):3*k:3*k+1 with filledcurves fc rgb colour(of_long[k]), \
     for [k = 1:5] long using ($1/1000):3*k-1 with lines lw 1.3 lc rgb colour(of_long[k]), \
     for [k = 1:5] holding using ($1/1000):3*k-1 with lines lw 1 dt 3 lc rgb colour(of_long[k]), \
     for [k = 1:5] long using ($1/1000):3*k-1:(sprintf("%d", of_long[k])) every ::79::79 with labels left offset 0.5, 0 tc rgb colour(of_long[k])

eval place(0, 0); eval letter('c')
set ylabel 'rate of loss (1/s)' offset 2.6, 0
set logscale xy
set xrange [0.02:4.5]; set xtics (0.03, 0.1, 0.3, 1, 3); set yrange [0.009:12]
set ytics (0.01, 0.1, 1, 10)
set key top right samplen 0.7 maxrows 2
# each load has its own shape; bins are drawn side by side, and a bar that reaches zero ends at the axis
positive(x) = x > 0 ? x : NaN
least(x) = x > 0.009 ? x : 0.009
side(k) = 1.025 ** (k - 3.5)
array filled[5] = [0, 13, 9, 5, 7]
array open[5] = [0, 12, 8, 4, 6]
set errorbars small
plot for [k = 2:5] rates using ($1/1000*side(k)):(positive(column(3*of_long[k]+1))):(least(column(3*of_long[k]+2))):3*of_long[k]+3 \
         with yerrorbars pt filled[k] ps 0.4 lw 0.6 lc rgb colour(of_long[k]) title sprintf('load %d', of_long[k]), \
     for [k = 2:5] long_rates using ($1/1000*side(k)):(positive(column(3*k+1))):(least(column(3*k+2))):3*k+3 every ::4 \
         with yerrorbars pt open[k] ps 0.4 lw 0.6 lc rgb colour(of_long[k]) notitle
set errorbars

eval place(1, 0); eval letter('d')
unset logscale
set ytics 0, 0.05
set xlabel 'load (items shown)' offset 0, 0.95
set ylabel 'rate (1/s)' offset 0.8, 0
set xrange [0.5:8.5]; set yrange [0:0.28]
set xtics 1, 1, 8
set key top left maxrows 8 at graph 0.22, graph 0.98
plot back using ($1-0.08):2:3:4 with yerrorbars ls line_cued ps 0.6 title 'recovery of lost items', \
     back using ($1-0.08):2 with points ls line_cued ps 0.6 notitle, \
     back using ($1+0.08):5:6:7 with yerrorbars ls line_uncued lc rgb '#555555' ps 0.6 title 'ignition of uncued rings', \
     back using ($1+0.08):5 with points ls line_uncued lc rgb '#555555' ps 0.6 notitle
unset multiplot
