# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 6)
table = data . '/wandering.tsv'
set multiplot
set datafile missing 'NA'
place(k) = sprintf("set lmargin at screen %g; set rmargin at screen %g; set bmargin at screen 0.2; set tmargin at screen 0.92", k * 0.5 + 0.085, k * 0.5 + 0.47)
set xtics offset 0, 0.3
set xlabel 'time after the stimulus (ms)' offset 0, 0.8
set ylabel 'variance (square degrees)' offset 1.1, 0
set xrange [0:930]; set xtics 0, 200
set yrange [0:300]
set key top left
do for [k = 0:1] {
    eval place(k); eval letter(word('a b', k + 1))
    c = 12 * k
    shade = load_colours[k ? 8 : 1]
    if (k) { unset key }
    plot table using 1:c+5 with lines lw 1.3 lc rgb colour_theory title 'theory, within cues', \
         table using 1:c+11 with lines lw 1.3 dt 3 lc rgb colour_theory title 'theory, between cues', \
         table using 1:c+2:c+3:c+4 with yerrorbars pt 7 ps 0.5 lc rgb shade title 'within cues (noise)', \
         table using 1:c+2 with points pt 7 ps 0.5 lc rgb shade notitle, \
         table using 1:c+8:c+9:c+10 with yerrorbars pt 6 ps 0.5 lc rgb shade title 'between cues (network)', \
         table using 1:c+8 with points pt 6 ps 0.5 lc rgb shade notitle
}
unset multiplot
