# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 19.5)
table = data . '/claims.tsv'
# The region of a claim is stretched to [0, 1]; what lies far outside is drawn at the edge, as an arrow.
edge = 0.75
scaled(x) = (x - $8) / ($9 - $8)
within(x) = x < -edge ? -edge : x > 1 + edge ? 1 + edge : x
# An end that is not known is drawn at the estimate.
at(c) = within(scaled(strcol(c) eq 'NA' ? $5 : column(c)))
of(verdict, value) = stringcolumn(12) eq verdict ? value : NaN
judged(value) = strcol(8) eq 'NA' ? NaN : value
outside(x) = x < -edge ? '◂' : x > 1 + edge ? '▸' : ''
interval(none) = strcol(6) eq 'NA' ? sprintf('%.3g', $5) : sprintf('%.3g [%.3g, %.3g]', $5, $6, $7)
region(none) = sprintf('%g to %g%s', $8, $9, strcol(17) eq 'yes' ? ' †' : '')
# A long claim is cut; the table of claims has all of it.
short(s) = strlen(s) > 70 ? substr(s, 1, 68) . '…' : s
colour_easy = '#9A9A9A'
kinds = "reproduced partly not 'passed by construction'"
stats table using (judged($0)) nooutput
rows = STATS_records
set lmargin at screen 0.005; set rmargin at screen 0.995
set bmargin at screen 0.05; set tmargin at screen 0.935
set yrange [rows - 0.4:-0.6]
set xrange [-7.5:6.1]
unset border; unset grid; unset tics
do for [k = 0:rows - 1] { set arrow from -edge, k to 1 + edge, k nohead back lc rgb colour_grid lw 0.5 }
set object 1 rectangle from 0, graph 0 to 1, graph 1 behind fc rgb '#E8E8E8' fs solid noborder
set label 1 'below' at -edge / 2, graph -0.02 center
set label 2 'region' at 0.5, graph -0.02 center
set label 3 'above' at 1 + edge / 2, graph -0.02 center
set label 4 'estimate [95% interval]' at 1.95, graph 1.015 left @fine
set label 5 'region' at 4.55, graph 1.015 left @fine
set key at -7.3, graph 1.008 left bottom horizontal maxrows 2 samplen 0.5 width 1
plot table using (judged(-edge - 0.1)):0:(short(stringcolumn(3))) with labels right @fine notitle, \
     table using (judged(1.95)):0:(interval(0)) with labels left @fine notitle, \
     table using (judged(4.55)):0:(region(0)) with labels left @fine notitle, \
     table using (judged(at(5))):0:(outside(scaled($5))) with labels @fine notitle, \
     for [v in kinds] table using (of(v, at(5))):0:(of(v, at(6))):(of(v, at(7))) \
         with xerrorbars lc rgb (v eq 'reproduced' ? colour_cued : v eq 'partly' ? colour_random : v eq 'not' ? colour_theory : colour_easy) \
         pt (v eq 'reproduced' ? 7 : v eq 'partly' ? 5 : v eq 'not' ? 4 : 6) ps 0.5 title (v eq 'not' ? 'not reproduced' : v)
