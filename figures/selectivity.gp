# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 14.5)
table(name) = data . '/selectivity' . name . '.tsv'
set multiplot
set key off
set xtics offset 0, 0.4
titled(text) = sprintf("set label 8 '%s' at graph 0.5, graph 1.07 center", text)
array left[3] = [0.08, 0.395, 0.71]
array rank[3] = ['strongest tuning', 'upper quartile', 'median']
width = 0.26; narrow = 0.235

# (a) tuning curves; rows of one curve follow one another
set xrange [-4:360]; set xtics 0, 90
set yrange [0:100]; set ytics 0, 40
set tmargin at screen 0.96; set bmargin at screen 0.77
set xlabel 'position of the item (°)' offset 0, 0.9
do for [k = 1:3] {
    set lmargin at screen left[k]; set rmargin at screen left[k] + width
    set ylabel (k == 1 ? 'rate (Hz)' : '') offset 1
    eval titled(rank[k])
    if (k == 1) { eval letter('a') } else { unset label 99 }
    if (k == 3) { set key at graph 1.03, graph 1.03 right Right noreverse samplen 1 } else { set key off }
    first = 48 * (k - 1)
    plot for [r = 0:1] table('_curves') every ::(first + 24 * r)::(first + 24 * r + 23) using 4:5:6 \
         with yerrorlines lc rgb (r ? colour_uncued : colour_random) lw 0.8 pt (r ? 4 : 7) ps 0.3 title sprintf('in ring %d', r), \
         for [r = 0:1] '' every ::(first + 24 * r)::(first + 24 * r + 23) using 4:5 \
         with linespoints lc rgb (r ? colour_uncued : colour_random) lw 0.8 pt (r ? 4 : 7) ps 0.3 notitle
}

# (b) maps
set key off
set tmargin at screen 0.665; set bmargin at screen 0.42
set xrange [0:360]
set yrange [0:360]; set ytics 0, 90
set palette defined (0 '#FFFFFF', 1 '#F5C09B', 2 colour_random, 3 '#5A2700')
set cbrange [0:80]; set cbtics 0, 40 scale 0.4 offset -0.8
set xlabel 'position in ring 0 (°)'
unset grid
unset label 8
do for [k = 1:3] {
    set lmargin at screen left[k]; set rmargin at screen left[k] + 0.215
    set ylabel (k == 1 ? 'position in ring 1 (°)' : '') offset 1
    if (k == 1) { eval letter('b') } else { unset label 99 }
    if (k == 3) {
        set colorbox user origin screen left[3] + 0.222, screen 0.42 size screen 0.012, screen 0.245
        set cblabel 'rate (Hz)' offset -1.1
    } else { unset colorbox }
    first = 144 * (k - 1)
    plot table('_maps') every ::first::(first + 143) using ($3 + 15):($4 + 15):(15):(15):5 \
         with boxxyerror fs solid noborder lc palette
}
set grid lc rgb colour_grid lt 1 lw 0.5

# (c) numbers of rings and (d) response types
set tmargin at screen 0.315; set bmargin at screen 0.085
set lmargin at screen left[1]; set rmargin at screen left[1] + narrow
eval letter('c')
set xrange [-0.7:8.7]; set xtics 0, 1
set yrange [0:40]; set ytics 0, 10
set xlabel 'rings a neuron is selective for'
set ylabel 'responsive neurons (%)' offset 1.2
ring(name) = name[1:6] eq 'rings_' ? real(name[7:*]) : NaN
plot table('') using (ring(stringcolumn(1))):(100 * $2):(100 * $3):(100 * $4):(0.7) with boxerrorbars fs solid 0.35 lc rgb colour_random lw 0.8

set lmargin at screen left[2]; set rmargin at screen left[2] + narrow
eval letter('d')
set xrange [0.4:4.6]
set xtics offset 0, 0.4 ('neither' 1, 'pure' 2, "linear\nmixed" 3, "non-linear\nmixed" 4) @fine
set yrange [0:80]; set ytics 0, 20
set xlabel ''
set ylabel 'responsive neurons (%)'
classes = 'neither pure linear nonlinear'
at(name) = (position = sum [k = 1:4] (word(classes, k) eq name) * k, position > 0 ? position : NaN)
plot table('') using (at(stringcolumn(1))):(100 * $2):(100 * $3):(100 * $4):(0.7) with boxerrorbars fs solid 0.35 lc rgb colour_random lw 0.8

# (e) pairs and sums
set lmargin at screen left[3]; set rmargin at screen left[3] + width
eval letter('e')
set xrange [0:120]; set xtics 0, 40 font ''
set yrange [0:80]; set ytics 0, 40
set xlabel 'sum of responses to items (Hz)'
set ylabel 'response to the pair (Hz)' offset 1.2
set key at graph 1.02, graph 0.52 right Right noreverse samplen 1.2
plot table('_pairs') using 1:2:3:4 with yerrorbars ls line_random title 'simulation', \
     table('_theory') using 1:2 with lines ls line_theory title 'theory', \
     x with lines lc rgb colour_uncued dt 2 title 'equal to the sum'
unset multiplot
