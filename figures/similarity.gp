# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 6.4)
table = data . '/similarity.tsv'
of(name, v) = strcol(1) eq name ? v : NaN
known(name, v) = strcol(15) eq 'NA' ? NaN : of(name, v)
set multiplot
set bmargin at screen 0.2; set tmargin at screen 0.81
set xrange [0:190]
set xtics 0, 45
set xlabel 'angle between the items (degrees)' offset 0, 0.5
place(k) = sprintf("set lmargin at screen %g; set rmargin at screen %g", (k - 1) * 0.333 + 0.075, (k - 1) * 0.333 + 0.315)

eval place(1); eval letter('a')
set label 1 'one ring' at graph 0.5, 1.07 center
set yrange [-0.03:1.05]
set ytics 0, 0.5
set ylabel 'fraction of trials' offset 1.8, 0
set key at screen 0.075, screen 0.995 left top Left maxrows 1 samplen 1.2
plot table using 2:(of('one', $3)):4:5 with yerrorlines ls line_cued pt 7 ps 0.5 title 'both held', \
     table using 2:(of('one', $6)):7:8 with yerrorlines ls line_sensory pt 5 ps 0.5 title 'one held', \
     table using 2:(of('one', $9)):10:11 with yerrorlines ls line_random pt 9 ps 0.6 title 'merged', \
     table using 2:(of('one', $12)):13:14 with yerrorlines ls line_uncued pt 6 ps 0.5 title 'neither'
unset key

eval place(2); eval letter('b')
set label 1 'two rings'
unset ylabel
plot table using 2:(of('two', $3)):4:5 with yerrorlines ls line_cued pt 7 ps 0.5, \
     table using 2:(of('two', $6)):7:8 with yerrorlines ls line_sensory pt 5 ps 0.5, \
     table using 2:(of('two', $12)):13:14 with yerrorlines ls line_uncued pt 6 ps 0.5

eval place(3); eval letter('c')
unset label 1
set ylabel 'displacement (degrees)' offset 1.2, 0
set yrange [-12:32]
set ytics -10, 10
set key at graph 1, graph 0.99 right top Left reverse maxrows 2 samplen 1.2
set arrow 1 from 0, 0 to 190, 0 nohead lw 0.7 lc rgb '#000000'
plot (x < 64 ? x / 2 : NaN) ls line_theory dt 2 lw 1 notitle, \
     table using 2:(known('one', $15)):16:17 with yerrorlines ls line_sensory pt 7 ps 0.5 title 'one ring', \
     table using 2:(known('two', $15)):16:17 with yerrorlines ls line_uncued pt 6 ps 0.5 title 'two rings'
unset multiplot
