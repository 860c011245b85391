# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 6)
t(name) = data . '/interference' . name . '.tsv'
panel(c) = sprintf("set lmargin at screen %g; set rmargin at screen %g; set tmargin at screen 0.9; set bmargin at screen 0.22", \
    0.085 + 0.332 * c, 0.315 + 0.332 * c)
set multiplot
eval panel(0); eval letter('a')
set xrange [0.5:8.5]; set xtics 1
set yrange [0:1]; set ytics 0, 0.25
set xlabel 'load (items shown)' offset 0, 0.5
set ylabel 'correlation of patterns' offset 1.7, 0
set key top right
plot t('') using 1:7:8 with filledcurves fc rgb '#BBBBBB' fs solid noborder notitle, \
     t('') using 1:6 with lines ls line_theory title 'theory', \
     t('') using 1:5 with lines ls line_theory dt '-' lw 0.8 title 'mean field', \
     t('') using 1:2:3:4 with yerrorbars ls line_random ps 0.5 title 'simulation'
eval panel(1); eval letter('b')
set xrange [-10:235]; set xtics (0, 45, 90, 180, "" 220)
set yrange [-0.15:1]
set xlabel 'distance of two items (°)'
set label 2 'other ring' at 222, 0.1 right
plot t('_distance') using (stringcolumn(2) eq 'same' ? $1 : NaN):3:4:5 with yerrorbars ls line_random ps 0.5 notitle, \
     t('_distance') using (stringcolumn(2) eq 'other' ? $1 : NaN):3:4:5 with yerrorbars ls line_random pt 6 ps 0.6 notitle
eval panel(2); eval letter('c')
unset label 2
set xrange [*:*]; set xtics 0.4
set yrange [0:1]
set xlabel 'interference input (units of s)'
set ylabel 'maintained fraction'
plot t('_loss') using 2:3:4:5 with yerrorbars ls line_cued ps 0.5 notitle
unset multiplot
