# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: CC-BY-4.0
#
# The style of all figures.  The build calls
#     gnuplot -e "term='svg'; out='FILE'; data='DIRECTORY'" style.gp NAME.gp
# and NAME.gp begins with its size, in centimetres:
#     eval figure(two_columns, 9)

one_column  = 7.7
two_columns = 16.0

svg(w, h) = sprintf("set terminal svg size %d,%d dynamic enhanced background 'white' font 'Latin Modern Sans,Helvetica,Arial,sans-serif,12'", \
    pixels(50 * w), pixels(50 * h))
pdf(w, h) = sprintf("set terminal pdfcairo size %.2fcm,%.2fcm enhanced fontscale 1 font 'Latin Modern Sans,7'", w, h)
png(w, h) = sprintf("set terminal pngcairo size %d,%d enhanced fontscale 0.75 font 'Latin Modern Sans,12'", \
    pixels(40 * w), pixels(40 * h))
figure(w, h) = (term eq 'svg' ? svg(w, h) : term eq 'png' ? png(w, h) : pdf(w, h)) . '; set output out'
pixels(x) = int(x + 0.5)
# Small type, used as @fine; like all type it is larger on the screen.
fine = term eq 'pdf' ? "font ',5.5'" : "font ',9.5'"

# Okabe and Ito: to be told apart by (nearly) every eye, in print and on the screen.
# A colour means the same thing in every figure.
colour_sensory = '#0072B2'
colour_random  = '#D55E00'
colour_cued    = '#009E73'
colour_uncued  = '#999999'
colour_theory  = '#000000'
colour_stimulus = '#F0E442'
colour_grid    = '#E5E5E5'

# Loads 1 to 8, from light to dark.
array load_colours[8] = ['#6DCD59', '#35B779', '#1F9E89', '#26828E', '#31688E', '#3E4A89', '#482878', '#440154']

# Theory is a line, simulation is points with their 95% interval, published values have their own mark.
set style line 1 lc rgb colour_theory  lw 1.5 dt 1
set style line 2 lc rgb colour_sensory lw 1 pt 7 ps 0.4
set style line 3 lc rgb colour_random  lw 1 pt 7 ps 0.4
set style line 4 lc rgb colour_cued    lw 1 pt 7 ps 0.4
set style line 5 lc rgb colour_uncued  lw 1 pt 7 ps 0.4
set style line 6 lc rgb colour_theory  lw 1 pt 4 ps 0.6
line_theory = 1; line_sensory = 2; line_random = 3; line_cued = 4; line_uncued = 5; line_published = 6

set encoding utf8
set datafile separator "\t"
set datafile commentschars '#'
set datafile columnheaders
set border 3 lw 0.7
set tics nomirror out scale 0.6
set grid lc rgb colour_grid lt 1 lw 0.5
set pointintervalbox 0.01 # error bars reach their points
# Where a bar leaves its panel or is NA, gnuplot 6 leaves out the point too: figures where that
# happens draw the points once more, by themselves.
set key top left Left reverse samplen 1.5 spacing 1.1
set minussign

# The letter of a panel, above the left end of its upper edge.
letter(s) = sprintf("set label 99 '{/:Bold %s}' at graph 0, graph 1 right offset character -2, 0.7", s)
