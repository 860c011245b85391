# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 14)
spikes = data . '/raster.tsv'
rings = data . '/raster_rings.tsv'
Ns = 512; P = 8; NR = 1024

# Which rings were cued is looked up for each spike.
array cued[P]
stats rings using (cued[$1 + 1] = $2 >= 0) nooutput

in(population) = stringcolumn(2) eq population
of(wanted) = in('sensory') && cued[int(column(3) / Ns) + 1] == wanted ? column(3) : NaN

set multiplot
set lmargin at screen 0.155; set rmargin at screen 0.975
set xrange [0:1115]
unset grid
set object 1 rectangle from first 100, graph 0 to first 200, graph 1 behind fc rgb '#E8E8E8' fs solid noborder
set border 0
set tics scale 0

set bmargin at screen 0.33; set tmargin at screen 0.945
set yrange [0:P * Ns]
set xtics 0, 100 format ''
set label 1 'sensory rings' at screen 0.02, screen 0.64 rotate by 90 center
set label 2 'stimulus' at first 150, graph 1.02 center
do for [k = 0:P] { set arrow 10 + k from first 0, first k * Ns to first 1115, first k * Ns nohead lw 0.7 lc rgb '#000000' front }
set key at graph 1, graph 1.055 right top horizontal samplen 0.5 width 1
plot rings using (0):($1 * Ns + Ns / 2):ytic(sprintf("ring %d\n%s", $1, stringcolumn(3))) with dots lc rgb '#FFFFFF' notitle, \
     spikes using 1:(of(0)) with dots lc rgb colour_uncued notitle, \
     spikes using 1:(of(1)) with dots lc rgb colour_sensory notitle, \
     NaN with points pt 7 ps 0.4 lc rgb colour_sensory title 'cued', \
     NaN with points pt 7 ps 0.4 lc rgb colour_uncued title 'not cued', \
     rings using (stringcolumn(3) eq 'maintained' || stringcolumn(3) eq 'spurious' ? 1104 : NaN):($1 * Ns + $5) \
         with points pt 9 ps 0.7 lc rgb colour_theory title 'memory'
do for [k = 0:P] { unset arrow 10 + k }
unset label 2

set bmargin at screen 0.105; set tmargin at screen 0.315
set yrange [0:NR]
set xtics format '%g' scale 0.6 out nomirror
set border 15 lw 0.7
set ytics (0, 512, 1024) scale 0.6
set xlabel 'time (ms)' offset 0, 0.6
set label 1 'random network' at screen 0.02, screen 0.2 rotate by 90 center
plot spikes using 1:(in('random') ? column(3) : NaN) with dots lc rgb colour_random notitle
unset multiplot
