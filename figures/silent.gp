# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 6.4)
table = data . '/silent.tsv'
set multiplot
set bmargin at screen 0.27; set tmargin at screen 0.80
set grid noxtics ytics
set yrange [0:1.05]
place(a, b) = sprintf("set lmargin at screen %g; set rmargin at screen %g", a, b)

eval place(0.072, 0.47); eval letter('a')
set key at screen 0.072, screen 0.985 left top Left maxrows 2 samplen 1
set ylabel 'recalled fraction' offset 1.6, 0
set xrange [450:2150]
set xtics 500, 500, 2000 offset 0, 0.4
set xlabel 'begin of the ping (ms)' offset 0, 0.9
array first[3] = [4, 0, 7]
array last[3] = [6, 3, 9]
array names[3] = ['τ_f  = 3000 ms', 'τ_f  = 1500 ms', 'τ_f  = 750 ms']
array colours[3] = ['#E69F00', '#CC79A7', '#882255']
array points[3] = [9, 7, 11]
within(k, value) = column(1) >= first[k] && column(1) <= last[k] ? value : NaN
plot for [k = 1:3] table using (column(4) + 12 * (k - 2)):(within(k, $12)):13:14 with yerrorlines lw 1 ps 0.6 pt points[k] lc rgb colours[k] title names[k], \
     table using 4:(within(2, $18)):19:20 with yerrorlines lw 1 dt 2 ps 0.6 pt 6 lc rgb colour_uncued title 'uncued rings active'

set ylabel ''; set format y ''; set xlabel ''
eval place(0.525, 0.985); eval letter('b')
set key at screen 0.525, screen 0.985 left top Left maxrows 1 samplen 1
set xrange [-0.6:8.6]
set xtics ('ping' 0, 'no ping' 1, 'sensory part' 2, 'random part' 3, 'fixed synapses' 4, '2 items' 5, '4 items' 6, 'aimed' 7, 'aimed, slow' 8) rotate by 35 right offset 0.6, 0.2
x(k) = k == 0 ? 0 : k >= 10 ? k - 9 : NaN
plot table using (x($1) - 0.1):12:13:14 with yerrorbars lw 1 ps 0.6 pt 7 lc rgb colours[2] title 'recalled', \
     table using (x($1) + 0.1):18:19:20 with yerrorbars lw 1 ps 0.6 pt 6 lc rgb colour_uncued title 'uncued rings active'
unset multiplot
