# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
eval figure(two_columns, 7)
table = data . '/bench.tsv'
set multiplot layout 1, 2
set logscale xy
set format '10^{%L}'
set key top left
set xlabel 'candidates and additions alone (ms)'
set ylabel 'trial, 50 ms of model time (ms)'
set xrange [1e-3:1e2]
set yrange [1e-2:1e3]
plot [1e-3:1e2] x with lines ls line_theory title 'equality', \
     table using 11:9 with points ls line_sensory ps 0.7 title 'event-driven engine'
set xlabel 'connections'
set ylabel 'peak memory (MB)'
set xrange [1e4:1e9]
set yrange [1e-1:1e3]
plot [1e4:1e9] x * 0.25 / 0.35 / 2**20 with lines ls line_theory title 'bits of the connections', \
     table using 12:10 with points ls line_sensory ps 0.7 title 'network and trial'
unset multiplot
