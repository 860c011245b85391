# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 5.8)
parts = data . '/swaps.tsv'
errors = data . '/swaps_errors.tsv'
set multiplot
set datafile missing 'NA'
place(from, to) = sprintf("set lmargin at screen %g; set rmargin at screen %g; set bmargin at screen 0.21; set tmargin at screen 0.91", from, to)
set xtics offset 0, 0.3

eval place(0.085, 0.325); eval letter('a')
set xlabel 'error (degrees)' offset 0, 0.8
set ylabel 'density (1/degree)' offset 0.6, 0
set xrange [-180:180]; set xtics -180, 90
set logscale y
set yrange [2e-5:0.6]
set format y '10^{%L}'
set key top left samplen 0.4
array shown[3] = [1, 4, 8]
array shape[3] = [8, 4, 7]
positive(x) = x > 0 ? x : NaN
plot for [k = 1:3] errors using 1:(positive(column(2*shown[k]))) with points pt shape[k] ps 0.3 lw 0.6 lc rgb load_colours[shown[k]] title sprintf('load %d', shown[k]), \
     for [k = 1:3] errors using 1:2*shown[k]+1 with lines lw 1 lc rgb load_colours[shown[k]] notitle

unset logscale
set format y '%g'
eval place(0.41, 0.655); eval letter('b')
set xlabel 'load (items shown)' offset 0, 0.8
set ylabel 'weight in the mixture' offset 0.9, 0
set xrange [0.5:8.5]; set xtics 1, 1, 8
set yrange [-0.05:1.5]; set ytics 0, 0.2, 1
set key top right samplen 0.5 maxrows 2 width -2
plot parts using 1:2:3:4 with yerrorbars ls line_cued ps 0.6 title 'targets', \
     parts using ($1-0.06):8:9:10 with yerrorbars ls line_uncued pt 5 lc rgb '#555555' ps 0.5 title 'guesses', \
     parts using 1:5:6:7 with yerrorbars ls line_random pt 9 ps 0.6 title 'swaps', \
     parts using 1:2 with points ls line_cued ps 0.6 notitle, \
     parts using ($1-0.06):8 with points ls line_uncued pt 5 lc rgb '#555555' ps 0.5 notitle, \
     parts using 1:5 with points ls line_random pt 9 ps 0.6 notitle, \
     parts using ($1+0.1):14 with points pt 4 ps 0.7 lc rgb '#000000' title 'forgotten'

eval place(0.735, 0.985); eval letter('c')
set ylabel 's.d. of targets (degrees)' offset 0.9, 0
set yrange [0:*]; set ytics auto
unset key
plot parts using 1:11:12:13 with yerrorbars ls line_cued ps 0.6, \
     parts using 1:11 with points ls line_cued ps 0.6
unset multiplot
