# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 14)
table = data . '/claims.tsv'
# below, within and above the region, each stretched to a unit
place(x, from, to, least, most) = x < from ? -(from - x) / (from - least) : \
    x > to ? 1 + (x - to) / (most - to) : (x - from) / (to - from)
at(column_) = place(column(column_), $8, $9, $10, $11)
of(verdict, value) = stringcolumn(12) eq verdict ? value : NaN
stats table using (strcol(8) eq 'NA' ? NaN : $0) nooutput
rows = STATS_records
set lmargin at screen 0.52; set rmargin at screen 0.95
set bmargin at screen 0.07; set tmargin at screen 0.985
set yrange [rows - 0.4:-0.6]
set xrange [-1.05:2.05]
set ytics scale 0 @fine
set xtics ('least possible' -1, 'region' 0.5, 'most' 2) scale 0
set border 1
set object 1 rectangle from 0, graph 0 to 1, graph 1 behind fc rgb '#E8E8E8' fs solid noborder
set key at graph 1, graph 0.97 right top vertical samplen 0.5
plot table using (strcol(8) eq 'NA' ? NaN : 0.5):0:ytic(strcol(8) eq 'NA' ? '' : strcol(3)) with points ps 0 notitle, \
     for [v in 'reproduced partly not'] table using (of(v, at(5))):0:(of(v, at(6))):(of(v, at(7))) \
         with xerrorbars lc rgb (v eq 'reproduced' ? colour_cued : v eq 'partly' ? colour_random : colour_theory) \
         pt (v eq 'reproduced' ? 7 : v eq 'partly' ? 5 : 4) ps 0.5 title v
