# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 6.2)
table = data . '/sequence.tsv'
effects = data . '/sequence_effects.tsv'
of(k, value) = column(1) == k ? value : NaN
# Items shown together stand to the right of the positions, and have no position.
set multiplot
set bmargin at screen 0.17; set tmargin at screen 0.78
set grid noxtics ytics
set yrange [0:1.05]
set xlabel 'position in the sequence' offset 0, 1.15
place(k) = sprintf("set lmargin at screen %g; set rmargin at screen %g", (k - 1) * 0.325 + 0.072, (k - 1) * 0.325 + 0.33)
above(k) = sprintf("set key at screen %g, screen 0.985 left top Left samplen 1", (k - 1) * 0.325 + 0.072)

eval place(1); eval letter('a')
eval above(1)
set key maxrows 2
set ylabel 'maintained fraction' offset 1.6, 0
set xrange [0.5:7.6]
set xtics ('1' 1, '2' 2, '3' 3, '4' 4, '5' 5, '6' 6) offset 0, 0.4
set arrow 1 from 6.5, 0 to 6.5, 1.05 nohead lc rgb '#999999' dt 3
set label 1 'together' at 7.05, 0.04 rotate by 90 left @fine
plot for [k = 0:2] table using (column(5) + 0.1 * (k - 1)):(of(k, $6)):7:8 with yerrorlines lw 1 ps 0.5 pt 7 lc rgb load_colours[2 * k + 2] title sprintf('%d items', 2 * k + 2), \
     for [k = 0:2] effects using (7.05 + 0.22 * (k - 1)):(of(k, $8)):9:10 with yerrorbars lw 1 ps 0.5 pt 6 lc rgb load_colours[2 * k + 2] notitle

set ylabel ''; set format y ''
set xtics ('1' 1, '2' 2, '3' 3, '4' 4) offset 0, 0.4
eval place(2); eval letter('b')
eval above(2)
set xrange [0.5:4.5]
unset arrow 1; unset label 1
plot table using (column(5) - 0.05):(of(1, $6)):7:8 with yerrorlines lw 1 ps 0.5 pt 7 lc rgb load_colours[4] title 'at the end', \
     table using (column(5) + 0.05):(of(1, $9)):10:11 with yerrorlines lw 1 dt 2 ps 0.5 pt 6 lc rgb colour_random title '900 ms after the item'

eval place(3); eval letter('c')
eval above(3)
set xrange [0.5:5.4]
set arrow 1 from 4.5, 0 to 4.5, 1.05 nohead lc rgb '#999999' dt 3
set label 1 'together' at 4.95, 0.04 rotate by 90 left @fine
array colours[2] = ['#000000', '#CC79A7']
array names[2] = ['long items, fixed', 'long items, plastic']
plot for [k = 0:1] table using (column(5) + 0.1 * (k - 0.5)):(of(k + 3, $6)):7:8 with yerrorlines lw 1 ps 0.5 pt 7 - 2 * k lc rgb colours[k + 1] title names[k + 1], \
     for [k = 0:1] effects using (4.95 + 0.24 * (k - 0.5)):(of(k + 3, $8)):9:10 with yerrorbars lw 1 ps 0.5 pt 6 - 2 * k lc rgb colours[k + 1] notitle
unset multiplot
