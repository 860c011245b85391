# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 10.5)
t(name) = data . '/architecture' . name . '.tsv'
panel(r, c) = sprintf("set lmargin at screen %g; set rmargin at screen %g; set tmargin at screen %g; set bmargin at screen %g", \
    0.085 + 0.332 * c, 0.305 + 0.332 * c, 0.93 - 0.5 * r, 0.62 - 0.5 * r)
set multiplot

eval panel(0, 0); eval letter('a')
set xlabel 'angle (°)' offset 0, 0.6
set ylabel 'weight' offset 0.8, 0
set xrange [-180:180]; set xtics 90; set ytics -0.6, 0.3
plot t('_kernel') using 1:2 with lines ls line_sensory lw 1.5 notitle

eval panel(0, 1); eval letter('b')
set xlabel 'random neuron'
set ylabel 'sensory neuron'
set xrange [-0.5:63.5]; set yrange [-0.5:63.5]; set xtics 0, 32; set ytics 0, 32
unset grid; set border 15
plot t('_connections') using 1:2:(0.5):(0.5) with boxxyerror fs solid noborder lc rgb colour_random notitle
set grid; set border 3; set yrange [*:*]; set ytics auto

eval panel(0, 2); eval letter('c')
set xlabel 'partners of a random neuron'
set ylabel 'density' offset 1.2, 0
set xrange [1290:1580]; set xtics 1300, 100; set yrange [0:*]; set ytics 0, 0.005
set style fill solid 0.35
plot t('_partners') using 1:2 with boxes lc rgb colour_random notitle, \
     '' using 1:3 with lines ls line_theory notitle

eval panel(1, 0); eval letter('d')
set xlabel 'feedforward weight'
set ytics auto
set xrange [-0.75:1.6]; set xtics -0.5, 0.5
set key at graph 0.98, graph 1.0 right top samplen 0.5
plot t('_weights') using 1:2 with boxes lc rgb colour_uncued title 'before', \
     '' using 1:3 with boxes lc rgb colour_random title 'balanced'
unset key

eval panel(1, 1); eval letter('e')
set xlabel 'weight of the loop'
set ylabel 'density' offset 0.4, 0
set ytics 1e-6, 100
set logscale y; set format y '10^{%L}'; unset mytics
set xrange [-50:250]; set xtics 0, 100; set yrange [1e-6:0.2]
plot t('_loop') using 1:($2 > 0 ? $2 : NaN) with points pt 7 ps 0.25 lc rgb colour_uncued notitle, \
     '' using 1:($4 > 0 ? $4 : NaN) with points pt 6 ps 0.4 lc rgb colour_sensory notitle, \
     '' using 1:($3 > 0 ? $3 : NaN) with points pt 7 ps 0.35 lc rgb colour_sensory notitle, \
     '' using 1:5 with lines ls line_theory lw 1 notitle, '' using 1:6 with lines ls line_theory lw 1 notitle
unset logscale; set format y '%g'

eval panel(1, 2); eval letter('f')
set xlabel 'network'
set ylabel 'diagonal / s.d. of others' offset 1, 0
set xrange [-1:20]; set xtics 0, 5; set yrange [-3:40]; set ytics 0, 10
set key at graph 0.98, graph 0.55 right center samplen 0.5
plot t('') using 1:6 with points ls line_sensory title 'shared draw', \
     '' using 1:9 with points ls line_sensory pt 6 title 'two draws', \
     '' using 1:10 with lines ls line_theory title '√N_R', 0 with lines ls line_theory lw 0.7 notitle
unset multiplot
