# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 6.2)
loads = data . '/rings.tsv'
greatest = data . '/rings_greatest.tsv'
single = data . '/rings_single.tsv'
set datafile missing 'NA'
panel(c) = sprintf("set lmargin at screen %g; set rmargin at screen %g; set tmargin at screen 0.9; set bmargin at screen 0.2", \
    0.065 + 0.335 * c, 0.315 + 0.335 * c)
of(rings, v) = stringcolumn(1) eq 'same' && column(2) == rings ? v : NaN
set xtics offset 0, 0.3
set multiplot
eval panel(0); eval letter('a')
set logscale xy 2
set xrange [0.9:18]; set xtics (1, 2, 4, 8, 16)
set yrange [0.55:8.5]; set ytics (1, 2, 4, 8)
set xlabel 'load (items shown)' offset 0, 0.8
set ylabel 'items held' offset 1.5, 0
set key bottom right samplen 1
set label 1 'all' at 4.2, 5.8 right
plot x with lines lc rgb colour_uncued dt 3 notitle, \
     for [k = 1:4] loads using 4:(of(2**k, $5)) with lines lc rgb load_colours[2*k] notitle, \
     for [k = 1:4] loads using 4:(of(2**k, $5)):6:7 with yerrorbars pt 7 ps 0.5 lc rgb load_colours[2*k] title sprintf('%d rings', 2**k)
eval panel(1); eval letter('b')
set xrange [1.8:18]; set xtics (2, 4, 8, 16)
set yrange [0.55:20]; set ytics (1, 2, 4, 8, 16)
set xlabel 'rings' offset 0, 0.8
set ylabel 'greatest number of items' offset 1.5, 0
set key top left maxrows 4 samplen 1
set label 1 'in proportion' at 3.2, 0.95 left
plot greatest using 1:15 with lines ls line_theory dt 3 notitle, \
     greatest using 1:14 with lines ls line_theory title 'theory', \
     greatest using ($1 * 0.97):2:3:4 with yerrorbars ls line_cued pt 7 ps 0.6 title 'same synapses', \
     greatest using ($1 * 1.03):5:6:7 with yerrorbars ls line_cued pt 6 ps 0.6 title 'same, in place', \
     greatest using 1:8:9:10 with yerrorbars ls line_random pt 5 ps 0.6 title 're-tuned'
eval panel(2); eval letter('c')
unset logscale y
unset label 1
set yrange [-0.03:1.6]; set ytics 0, 0.2, 1
set ylabel 'spurious fraction, one item' offset 0.8, 0
set key top right maxrows 3 samplen 1
plot single using ($1 * 0.97):5:6:7 with yerrorbars ls line_cued pt 7 ps 0.6 title 'same synapses', \
     single using 1:11:12:13 with yerrorbars ls line_random pt 5 ps 0.6 title 're-tuned', \
     single using ($1 * 1.03):17:18:19 with yerrorbars ls line_uncued pt 9 lc rgb '#555555' ps 0.6 title 'α fixed'
unset multiplot
