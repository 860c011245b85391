# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 11.5)
table(name) = data . '/subspace' . name . '.tsv'
set multiplot
set xtics offset 0, 0.4
set xlabel offset 0, 0.9
titled(text) = sprintf("set label 8 '%s' at graph 0.5, graph 1.07 center", text)
array left[3] = [0.075, 0.4, 0.715]

# (a) paths of items
set key off
set tmargin at screen 0.945; set bmargin at screen 0.6
set lmargin at screen left[1]; set rmargin at screen left[1] + 0.25
eval letter('a')
set xtics 20; set ytics 20
set xlabel 'axis 1 (spikes per window)' offset 0, 0.9
set ylabel 'axis 2 (spikes per window)' offset 1.4
set palette defined (0 '#F5C09B', 1 colour_random, 2 '#5A2700')
set cbrange [250:1050]
unset colorbox
set label 7 'dark: late' at graph 0.97, graph 0.95 right
plot for [k = 0:15] table('_path') every ::(9 * k)::(9 * k + 8) using 3:4:2 with linespoints lw 1 pt 7 ps 0.3 lc palette
unset label 7

# (b) variance kept, (c) spectra
set lmargin at screen left[2]; set rmargin at screen left[2] + 0.24
eval letter('b')
set xrange [0:1100]; set xtics 0, 300
set yrange [0:1.6]; set ytics 0, 0.5
set xlabel 'time (ms)'
set ylabel 'relative variance' offset 1.2
set object 1 rectangle from first 100, graph 0 to first 200, graph 1 fc rgb colour_stimulus fs solid 0.35 noborder behind
set object 2 rectangle from first 300, graph 0 to first 500, graph 1 fc rgb colour_grid fs solid 0.6 noborder behind
set object 3 rectangle from first 900, graph 0 to first 1100, graph 1 fc rgb colour_grid fs solid 0.6 noborder behind
array names[4] = ['random network, one item', 'random network, four items', 'sensory ring, one item', 'sensory ring, four items']
array points[4] = [7, 6, 5, 4]
array colours[4] = [colour_random, colour_random, colour_sensory, colour_sensory]
set label 5 'one item' at first 1080, first 1.03 right
set label 6 'four items' at first 1080, first 0.36 right
plot for [c = 1:4] table('_time') every ::(11 * (c - 1))::(11 * c - 1) using ($3 + 8 * (c - 2.5)):4:5:6 \
     with yerrorlines lc rgb colours[c] lw 0.8 pt points[c] ps 0.35 notitle, \
     for [c = 1:4] '' every ::(11 * (c - 1))::(11 * c - 1) using ($3 + 8 * (c - 2.5)):4 \
     with linespoints lc rgb colours[c] lw 0.8 pt points[c] ps 0.35 notitle
unset object 1; unset object 2; unset object 3; unset label 5; unset label 6
set key top right Right noreverse samplen 1

set lmargin at screen left[3]; set rmargin at screen left[3] + 0.25
eval letter('c')
set xrange [0.5:15.5]; set xtics 1, 2
set yrange [-1:30]; set ytics 0, 10
set xlabel 'principal component'
set ylabel 'share of variance (%)' offset 1.2
plot for [c = 1:4:2] table('_spectrum') every ::(15 * (c - 1))::(15 * c - 1) using ($3 + 0.06 * (c - 2)):(100 * $4):(100 * $5):(100 * $6) \
     with yerrorlines lc rgb colours[c] lw 0.8 pt points[c] ps 0.35 title (c == 1 ? 'random network' : 'sensory ring')

# (d) decoding across time
set key off
unset grid
set tmargin at screen 0.415; set bmargin at screen 0.1
set xrange [0:1100]; set xtics 0, 300
set yrange [0:1100]; set ytics 0, 300
set palette defined (0 '#FFFFFF', 1 '#000000')
set cbrange [0:1]; set cbtics 0, 0.5 scale 0.4 offset -0.8
set xlabel 'test time (ms)'
array code_of[3] = [1, 2, 3]
do for [k = 1:3] {
    set lmargin at screen left[k]; set rmargin at screen left[k] + 0.205
    if (k == 1) { eval letter('d') } else { unset label 99 }
    eval titled(names[code_of[k]])
    set ylabel (k == 1 ? 'training time (ms)' : '') offset 1.5
    if (k == 3) {
        set colorbox user origin screen left[3] + 0.213, screen 0.1 size screen 0.01, screen 0.315
        set cblabel 'accuracy' offset -1.6
    } else { unset colorbox }
    first = 121 * (code_of[k] - 1)
    plot table('_decoding') every ::first::(first + 120) using 4:3:(50):(50):5 with boxxyerror fs solid noborder lc palette
}
unset multiplot
