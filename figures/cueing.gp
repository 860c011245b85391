# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 6.4)
table = data . '/cueing.tsv'
distractors = data . '/cueing_distractors.tsv'
of(k, value) = column(1) == k ? value : NaN
set multiplot
set bmargin at screen 0.30; set tmargin at screen 0.80
set grid noxtics ytics
set yrange [0:1.05]
place(a, b) = sprintf("set lmargin at screen %g; set rmargin at screen %g", a, b)

eval place(0.072, 0.345); eval letter('a')
set key at screen 0.072, screen 0.985 left top Left maxrows 1 samplen 1
set ylabel 'fraction in place' offset 1.6, 0
set xrange [-0.6:4.6]
set xtics ('no cue' 0, 'excitation' 1, 'inhibition' 2, 'both' 3, 'strong excitation' 4) rotate by 35 right offset 0.6, 0.2
# In the order of the labels.
x(k) = k == 0 ? 0 : k == 4 ? 1 : k == 5 ? 2 : k == 2 ? 3 : k == 6 ? 4 : NaN
plot table using (x($1) - 0.08):6:7:8 with yerrorbars lw 1 ps 0.6 pt 7 lc rgb colour_cued title 'cued item', \
     table using (x($1) + 0.08):9:10:11 with yerrorbars lw 1 ps 0.6 pt 6 lc rgb colour_uncued title 'other items'

set ylabel ''; set format y ''
unset key
eval place(0.397, 0.61); eval letter('b')
set xrange [-100:700]
set xtics norotate 0, 200, 600 offset 0, 0.4
set xlabel "begin of the cue after\nthe stimulus (ms)" offset 0, 0.9
at(k, t) = k >= 1 && k <= 3 ? t : NaN
plot table using (at($1, $5) - 8):6:7:8 with yerrorlines lw 1 ps 0.6 pt 7 lc rgb colour_cued, \
     table using (at($1, $5) + 8):9:10:11 with yerrorlines lw 1 ps 0.6 pt 6 lc rgb colour_uncued

eval place(0.662, 0.985); eval letter('c')
set xlabel ''
set key at screen 0.662, screen 0.985 left top Left maxrows 2 samplen 1
set xrange [-0.6:7.6]
set xtics ('none' 0, '22.5°' 1, '45°' 2, '90°' 3, '180°' 4, 'strong, 90°' 5, 'strong, 180°' 6, 'other ring' 7) rotate by 35 right offset 0.6, 0.2
y(k) = k == 0 ? 0 : k >= 2 ? k - 1 : NaN
inside(k) = k >= 2 && k < 8 ? k - 1 : NaN
plot distractors using (y($1) - 0.1):5:6:7 with yerrorbars lw 1 ps 0.6 pt 7 lc rgb colour_cued title 'item in place', \
     distractors using (inside($1) + 0.1):11:12:13 with yerrorbars lw 1 ps 0.6 pt 4 lc rgb colour_random title 'nearer to the distractor'
unset multiplot
