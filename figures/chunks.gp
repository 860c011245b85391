# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 7)
table = data . '/chunks.tsv'
set multiplot
set bmargin at screen 0.2; set tmargin at screen 0.84
set yrange [-0.03:1.05]
set ytics 0, 0.5
# (a) by strength, with the four chunks as triangles; (b) by distance at rho = 0.1.  Points are shifted sideways.
strength(n, v) = column(3) == 0 && column(2) == n ? v : NaN
distance(v) = abs(column(1) - 0.1) < 0.01 && column(2) == 1 ? v : NaN
degrees = 360.0 / 512
set lmargin at screen 0.09; set rmargin at screen 0.47
eval letter('a')
set xrange [-0.02:0.52]
set xtics 0, 0.1
set xlabel 'strength of the chunk ϱ' offset 0, 0.5
set ylabel 'fraction' offset 1, 0
set key at screen 0.09, screen 0.995 left top Left maxrows 1 samplen 1.2
plot table using ($1 - 0.005):(strength(1, $4)):5:6 with yerrorbars ls line_cued pt 7 ps 0.5 title 'items of the chunk', \
     table using ($1 + 0.005):(strength(1, $7)):8:9 with yerrorbars ls line_sensory pt 5 ps 0.5 title 'other items', \
     table using 1:(strength(1, $10)):11:12 with yerrorbars ls line_uncued pt 6 ps 0.5 title 'spurious', \
     table using ($1 + 0.015):(strength(4, $4)):5:6 with yerrorbars ls line_cued pt 9 ps 0.7 notitle, \
     table using ($1 + 0.025):(strength(4, $7)):8:9 with yerrorbars ls line_sensory pt 9 ps 0.7 notitle, \
     table using ($1 + 0.02):(strength(4, $10)):11:12 with yerrorbars ls line_uncued pt 8 ps 0.7 notitle
unset key
set lmargin at screen 0.6; set rmargin at screen 0.98
eval letter('b')
set xrange [-8:188]
set xtics 0, 45
set xlabel 'distance from the chunk (degrees)' offset 0, 0.5
stats table using (column(1) == 0 && column(3) == 0 ? $4 : NaN) name 'none' nooutput
set arrow 1 from -8, none_mean to 188, none_mean nohead dt 3 lw 1 lc rgb colour_cued
plot table using (degrees * $3 - 1.5):(distance($4)):5:6 with yerrorbars ls line_cued pt 7 ps 0.5, \
     table using (degrees * $3 + 1.5):(distance($7)):8:9 with yerrorbars ls line_sensory pt 5 ps 0.5, \
     table using (degrees * $3):(distance($10)):11:12 with yerrorbars ls line_uncued pt 6 ps 0.5
unset multiplot
