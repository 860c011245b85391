# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 7.5)
fractions = data . '/controls.tsv'
course = data . '/controls_course.tsv'
colours = "#000000 #D55E00 #0072B2 #CC79A7 #009E73 #56B4E9 #E69F00 #D55E00 #000000"
dashes = "1 1 4 5 1 1 4 2 3"
set multiplot
set yrange [8.6:-0.8]
set xrange [-0.03:1.03]
set lmargin at screen 0.225; set rmargin at screen 0.46
set bmargin at screen 0.17; set tmargin at screen 0.8
eval letter('a')
set xlabel 'fraction' offset 0, 0.5
set xtics 0, 0.5
set ytics scale 0
set border 1
set key at screen 0.7, screen 0.998 right top Left maxrows 2 samplen 0.5 width -1
load(l, v) = column(4) == l ? v : NaN
plot fractions using (load(1, $5)):($1 - 0.3):6:7:ytic(2) with xerrorbars ls line_cued ps 0.5 title 'maintained, load 1', \
     fractions using (load(3, $5)):($1 - 0.1):6:7 with xerrorbars ls line_cued pt 5 ps 0.5 title 'maintained, load 3', \
     fractions using (load(1, $8)):($1 + 0.1):9:10 with xerrorbars ls line_uncued pt 6 ps 0.5 title 'spurious, load 1', \
     fractions using (load(3, $8)):($1 + 0.3):9:10 with xerrorbars ls line_uncued pt 4 ps 0.5 title 'spurious, load 3'
set lmargin at screen 0.54; set rmargin at screen 0.735
eval letter('b')
set yrange [0:*]
set xrange [0:1100]
set border 3
set xtics 0, 500 scale 0.6
set ytics auto scale 0.6
set xlabel 'time (ms)'
set ylabel 'length (Hz)' offset 0.8, 0
set object 1 rectangle from 100, graph 0 to 200, graph 1 behind fc rgb '#E8E8E8' fs solid noborder
set arrow 1 from 0, 3 to 1100, 3 nohead dt 2 lw 0.7 lc rgb '#000000'
set key at screen 0.998, screen 0.8 right top Left maxrows 9 samplen 1.5 spacing 1.0 vertical
name(v) = system("awk -F'\t' '$1 == " . (v - 1) . " { print $2; exit }' " . fractions)
plot for [v = 1:9] course using 1:v+1 with lines lw 1.3 lc rgb word(colours, v) dt int(word(dashes, v)) title name(v)
unset multiplot
