# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for fish: commands, options, experiments and parameters, as the program itself tells them.

function __flexwm_command
    set -l words (commandline -opc)
    test (count $words) -ge 2; and echo $words[2]
end
function __flexwm_options
    flexwm (__flexwm_command) --help 2> /dev/null | string match -r -g -- '^ *(?:-., *)?(--[a-z-]+=?)'
end
function __flexwm_parameters
    flexwm params --format tsv 2> /dev/null | string match -v -r '^(#|symbol)' | string replace -r '\t.*' "$argv[1]"
    contains -- (__flexwm_command) sweep plot; and printf "%s$argv[1]\n" load centre
end
complete -c flexwm -n 'test -z (__flexwm_command)' -f -a "(flexwm --help 2> /dev/null | sed -n '/^Commands:/,/COMMAND --help/s/^  \([a-z]*\)  */\1\t/p')"
complete -c flexwm -n 'string match -q -- "-*" (commandline -ct)' -f -a '(__flexwm_options)'
complete -c flexwm -n 'string match -q -r -- "^(--set|-S|--vary|-v)\$" (commandline -opc)[-1]' -f -a '(__flexwm_parameters =)'
complete -c flexwm -n 'string match -q -r -- "^(--x|-x|--by|-b)\$" (commandline -opc)[-1]' -f -a '(__flexwm_parameters)'
complete -c flexwm -n 'test (__flexwm_command) = experiment 2> /dev/null' -f -a "(flexwm experiment --list 2> /dev/null | string replace -r ' .*' '')"
