# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 6.6)
table = data . '/attention.tsv'
array kappas[4] = [0, 0.1, 0.2, 0.4]
array colours[4] = ['#000000', load_colours[1], load_colours[4], load_colours[7]]
array points[4] = [7, 5, 9, 13]
of(k, v) = abs(column(1) - kappas[k]) < 0.01 ? v : NaN
# The preferences stand side by side, so that their bars do not cover each other.
at(k) = column(2) + 0.35 * (k - 2.5)
set multiplot
set bmargin at screen 0.2; set tmargin at screen 0.82
set xrange [-1:21]
set xtics 0, 5
set xlabel 'drive' offset 0, 0.5
set arrow 1 from -1, 0 to 21, 0 nohead lw 0.7 lc rgb '#000000'

set lmargin at screen 0.09; set rmargin at screen 0.47
eval letter('a')
set label 1 'ring with both stimuli' at graph 0.5, 1.06 center
set yrange [-40:100]
set ytics -40, 20
set ylabel 'selected less other (Hz)' offset 1, 0
set key at screen 0.09, screen 0.995 left top Left maxrows 1 samplen 1.2
plot for [k = 1:4] table using (at(k)):(of(k, $9)):10:11 with yerrorlines lw 1 ps 0.5 pt points[k] lc rgb colours[k] title sprintf('{κ_C} = %g', kappas[k])
unset key

set lmargin at screen 0.6; set rmargin at screen 0.98
eval letter('b')
set label 1 'rings without a stimulus'
set nonlinear y via asinh(20 * y) inverse sinh(y) / 20
set yrange [-40:100]
set ytics ('−10' -10, '−1' -1, '−0.1' -0.1, '0' 0, '0.1' 0.1, '1' 1, '10' 10, '100' 100)
plot for [k = 1:4] table using (at(k)):(of(k, $18)):19:20 with yerrorlines lw 1 ps 0.5 pt points[k] lc rgb colours[k]
unset multiplot
