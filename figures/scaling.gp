# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 6.2)
fixed = data . '/scaling.tsv'
retuned = data . '/scaling_retuned.tsv'
panel(c) = sprintf("set lmargin at screen %g; set rmargin at screen %g; set tmargin at screen 0.9; set bmargin at screen 0.245", \
    0.06 + 0.333 * c, 0.32 + 0.333 * c)
of(name, v) = stringcolumn(1) eq name ? v : NaN
stats fixed using 7 every ::0::0 nooutput; edge = STATS_max
set multiplot
set yrange [-0.1:4.3]; set ytics 1
eval panel(0); eval letter('a')
set xrange [0.31:0.62]; set xtics 0.1
set xlabel 'connection probability γ' offset 0, 0.6
set ylabel 'items held of 4' offset 1.5, 0
set key top right
set arrow 1 from edge, graph 0 to edge, graph 1 nohead ls line_theory dt 2
plot fixed using (of('gamma', $2)):6 with lines ls line_theory title 'theory', \
     fixed using (of('gamma', $2)):3:4:5 with yerrorbars ls line_cued ps 0.6 title 'simulation', \
     NaN with lines ls line_theory dt 2 title 'edge, theory'
unset arrow 1
eval panel(1); eval letter('b')
set logscale x 2
set xrange [900:4700]; set xtics (1024, 2048, 4096)
set xlabel 'random neurons N_R' offset 0, 0.6
set key bottom right
plot fixed using (of('NR', $2)):6 with lines ls line_theory title 'theory', \
     fixed using (of('NR', $2)):3:4:5 with yerrorbars ls line_cued ps 0.6 title 'simulation'
eval panel(2); eval letter('c')
set logscale y 2
set xrange [900:9400]; set xtics (1024, 2048, 4096, 8192)
set yrange [1:8.6]; set ytics (1, 2, 4, 8)
set ylabel 'items held of 8' offset 1.5, 0
set key bottom right maxrows 3 samplen 1
set label 1 'linear in N_R' at graph 0.45, 0.94
plot retuned using 1:11 with lines ls line_theory title 'theory', \
     retuned using 1:12 with lines ls line_theory dt 3 notitle, \
     retuned using 1:13 with lines ls line_theory dt 2 lw 0.8 notitle, \
     retuned using 1:15 with lines ls line_theory dt 4 lw 0.8 notitle, \
     retuned using ($1 * 0.95):2:3:4 with yerrorbars ls line_cued pt 5 ps 0.5 title 'γ = 0.2', \
     retuned using 1:5:6:7 with yerrorbars ls line_cued pt 7 ps 0.6 title 'γ = 0.35', \
     retuned using ($1 / 0.95):8:9:10 with yerrorbars ls line_cued pt 9 ps 0.6 title 'γ = 0.8'
unset multiplot
