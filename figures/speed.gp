# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 7)
table = data . '/bench.tsv'
stats table using (roof = $11) nooutput
set multiplot layout 1, 2
set logscale xy
set format '10^{%L}'
set key top left
set xlabel 'additions (spikes × targets)'
set ylabel 'time for 50 ms of model time (ms)'
set xrange [1e4:1e10]
plot [1e4:1e10] x / (1e6 * roof) with lines ls line_theory title 'masked additions alone', \
     table using 7:9 with points ls line_sensory ps 0.7 title 'event-driven engine'
set xlabel 'neurons'
set ylabel 'peak memory (MB)'
set xrange [5e2:2e6]
set yrange [1:1e3]
plot table using 4:10 with points ls line_sensory ps 0.7 notitle
unset multiplot
