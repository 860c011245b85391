# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 15)
moved = data . '/robustness.tsv'
strengths = data . '/robustness_strengths.tsv'
retuned = data . '/robustness_retuned.tsv'
left(c) = 0.075 + 0.227 * c
array top[3] = [0.925, 0.615, 0.295]
panel(r, c) = sprintf("set lmargin at screen %g; set rmargin at screen %g; set tmargin at screen %g; set bmargin at screen %g", \
    left(c), left(c) + 0.155, top[r + 1], top[r + 1] - 0.205)
of(name, v) = stringcolumn(1) eq name ? v : NaN
set multiplot

array names[7] = ["gamma", "NR", "e_ff", "e_fb", "k1", "lambda", "dt"]
array labels[7] = ["connection probability γ", "random neurons N_R", "feedforward balance e_{ff}", "feedback balance e_{fb}", "concentration k_1", "ring baseline λ", "time step Δt (ms)"]
array defaults[7] = [0.35, 1024, -1, -1, 1, 0.28, 0.1]
array tics[7] = ["0, 0.2", "(256, 1024, 4096)", "-1.1, 0.1", "-1.1, 0.1", "0, 1", "0, 0.2", "(0.05, 0.2, 1)"]
array low[7] = [0.05, 210, -1.12, -1.12, 0.3, -0.03, 0.04]
array high[7] = [0.85, 5000, -0.88, -0.88, 3.2, 0.45, 1.25]
set yrange [-0.05:1.05]
set ytics 0, 0.5
set key at screen 0.5, screen 0.998 center top vertical maxrows 1 width 1 samplen 1
do for [k = 1:7] {
    eval panel((k - 1) / 4, (k - 1) % 4); eval letter(word('a b c d e f g', k))
    set xlabel labels[k] offset 0, 0.6
    if (k == 2 || k == 7) { set logscale x 2 } else { unset logscale x }
    eval "set xtics " . tics[k]
    set ylabel (k == 1 || k == 5 ? 'fraction, load 4' : '') offset 2.3, 0
    set arrow 1 from defaults[k], graph 0 to defaults[k], graph 1 nohead dt 3 lw 0.7 lc rgb '#000000'
    plot [low[k]:high[k]] \
         moved using (of(names[k], $2)):6:7:8 with yerrorbars ls line_uncued pt 6 ps 0.45 title 'spurious', \
         moved using (of(names[k], $2)):3:4:5 with yerrorbars ls line_cued ps 0.45 title 'maintained'
    unset key
}
unset arrow 1

eval panel(1, 3); eval letter('h')
set logscale xy
set xtics (0.1, 0.2, 0.35, 0.8)
set ytics (500, 1000, 2000)
set yrange [330:3000]
set xlabel 'connection probability γ'
set ylabel ''
set label 5 'factor F' at graph 0.06, 0.92 left
plot [0.08:1] [330:3000] x < 0.9 ? 1000 * sqrt(x / (1 - x) * 0.65 / 0.35) : NaN with lines ls line_theory notitle, \
     retuned using (stringcolumn(5) eq 'yes' ? $1 : NaN):3 with points ls line_random pt 6 ps 0.5 notitle, \
     retuned using (stringcolumn(5) eq 'no' ? $1 : NaN):3 with points ls line_random pt 2 ps 0.5 notitle
unset logscale
unset label 5

set palette defined (0 '#FFFFFF', 0.5 '#56B4E9', 1 '#0072B2')
set cbrange [0:1]
unset grid
set border 15
set colorbox user origin 0.92, top[3] - 0.205 size 0.012, 0.205
set cbtics 0, 0.5 scale 0.3 offset -0.7, 0
set cblabel 'fraction' offset -0.9, 0
array what[2] = ["maintained", "spurious"]
do for [m = 0:1] {
    eval panel(2, m); eval letter(word('i j', m + 1))
    set title what[m + 1] offset 0, -0.8
    set xtics 1.2, 0.6
    set ytics 0.1, 0.1
    if (m == 1) { set ytics format '' }
    set xlabel 'feedforward strength α'
    set ylabel (m == 0 ? 'feedback strength β' : '') offset 1.6, 0
    plot [1.05:2.85] [0.095:0.275] \
         strengths using 1:2:(0.15):(0.015):(column(3 + 3 * m)) with boxxyerror fs solid noborder lc palette notitle, \
         '+' using (2.1):(0.2) every ::::0 with points pt 2 ps 0.8 lw 1.5 lc rgb '#000000' notitle
    unset colorbox
}
# gamma and NR by their position in the list
position(g) = g < 0.15 ? 0 : g < 0.3 ? 1 : g < 0.4 ? 2 : g < 0.6 ? 3 : 4
set xtics ('0.1' 0, '0.2' 1, '0.35' 2, '0.5' 3, '0.8' 4) @fine
set ytics format '%g'
set ytics ('256' 0, '512' 1, '1024' 2, '2048' 3, '4096' 4)
do for [m = 0:1] {
    eval panel(2, 2 + m); eval letter(word('k l', m + 1))
    set title what[m + 1] . ', re-tuned' offset 0, -0.8
    set xlabel 'connection probability γ'
    set ylabel ''
    if (m == 0) { set label 5 'N_R' at graph -0.08, -0.12 right } else { unset label 5 }
    if (m == 1) { set ytics ('' 0, '' 1, '' 2, '' 3, '' 4) }
    plot [-0.5:4.5] [-0.5:4.5] \
         retuned using (position($1)):(log($2) / log(2) - 8):(0.5):(0.5):(column(6 + 3 * m)) with boxxyerror fs solid noborder lc palette notitle, \
         '+' using (2):(2) every ::::0 with points pt 2 ps 0.8 lw 1.5 lc rgb '#000000' notitle
}
unset multiplot
