# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 8.3)
fractions = data . '/controls.tsv'
course = data . '/controls_course.tsv'
set multiplot
set yrange [8.6:-0.8]
set xrange [-0.03:1.03]
set lmargin at screen 0.26; set rmargin at screen 0.455
set bmargin at screen 0.16; set tmargin at screen 0.73
eval letter('a')
set xlabel 'fraction' offset 0, 0.5
set xtics 0, 0.5
set ytics scale 0
set border 1
set key at screen 0.02, screen 0.998 left top Left maxrows 2 samplen 0.5 width 0
load(l, v) = column(4) == l ? v : NaN
array names[9] = ['model', 'no random network', 'no ring weights', 'independent feedback', 'no balance', 'no feedforward balance', \
                  'no feedback balance', 'ring alone, self-excitation', 'self-excitation']
name(v) = names[int(v) + 1]
plot fractions using (load(1, $5)):($1 - 0.3):6:7:ytic(name($1)) with xerrorbars ls line_cued ps 0.5 title 'maintained, load 1', \
     fractions using (load(3, $5)):($1 - 0.1):6:7 with xerrorbars ls line_cued pt 5 ps 0.5 title 'maintained, load 3', \
     fractions using (load(1, $8)):($1 + 0.1):9:10 with xerrorbars ls line_uncued pt 6 ps 0.5 title 'spurious, load 1', \
     fractions using (load(3, $8)):($1 + 0.3):9:10 with xerrorbars ls line_uncued pt 4 ps 0.5 title 'spurious, load 3'
# (b) variants that lose the memory, (c) the others
array left[2] = [0.53, 0.77]
array shown[2] = ['1 2 3 4 8', '1 5 6 7 9']
set border 3
set xrange [0:1100]
set yrange [0:30]
set xtics 0, 500 scale 0.6
set xlabel 'time (ms)'
do for [k = 1:2] {
    set lmargin at screen left[k]; set rmargin at screen left[k] + 0.21
    eval letter(word('b c', k))
    if (k == 1) { set ytics 0, 10 format '%g' scale 0.6; set ylabel 'length of vector (Hz)' offset 0.4, 0 } \
    else { set ytics 0, 10 format '' scale 0.6; set ylabel '' }
    set object 1 rectangle from 100, graph 0 to 200, graph 1 behind fc rgb '#E8E8E8' fs solid noborder
    set arrow 1 from 0, 3 to 1100, 3 nohead dt 2 lw 0.7 lc rgb '#000000'
    set key at screen left[k] + 0.215, screen 0.998 right top Left maxrows 5 samplen 1 spacing 0.85 vertical @fine
    plot for [n = 1:5] v = int(word(shown[k], n)) course using 1:v+1 with lines lw 1.3 \
         lc rgb word('#000000 #D55E00 #0072B2 #CC79A7 #E69F00', n) dt int(word('1 1 1 4 2', n)) title name(v - 1)
}
unset multiplot
