# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many of LOAD items (6) does a network keep, in ten trials?  python3 kept.py LOAD"""
from ctypes import CDLL, POINTER, Structure, byref, c_char, c_int, c_uint32, c_uint64, c_void_p, cast
import sys

lib = CDLL('libflexwm.so.0')
Opaque = type('Opaque', (Structure,), {'_fields_': [('room', c_char * 4096)]})  # more than any of the structures needs
Trial = type('Trial', (Structure,), {'_fields_': [                              # as in trial.h
    ('seed', c_uint64), ('network', c_uint32), ('trial', c_uint32), ('load', c_int), ('centre', c_int), ('cues', c_void_p), ('protocol', c_void_p),
    ('engine', c_void_p), ('observe_every', c_uint32), ('observe', c_void_p), ('context', c_void_p)]})
Outcome = type('Outcome', (Structure,), {'_fields_': [('load', c_int), ('maintained', c_int)]})  # its beginning
lib.fwm_parameters_default.restype = Opaque
lib.fwm_network_draw.argtypes = [c_void_p, c_void_p, c_uint64, c_uint32, c_void_p]

p, record, error, network, outcome = lib.fwm_parameters_default(), Opaque(), Opaque(), c_void_p(), POINTER(Outcome)()
trial = Trial(seed=1, load=int(sys.argv[1]) if len(sys.argv) > 1 else 6, centre=256, engine=cast(lib.fwm_events, c_void_p))
def must(status):
    if status != 0:
        print(bytes(error)[4:].split(b'\0')[0].decode(), file=sys.stderr)   # behind the status
        sys.exit(status)

must(lib.fwm_network_draw(byref(network), byref(p), 1, 0, byref(error)))
must(lib.fwm_record_open(byref(record), network, byref(error)))
shown = kept = 0
for trial.trial in range(10):
    lib.fwm_record_clear(byref(record))
    must(lib.fwm_trial_run(network, byref(trial), byref(record), byref(outcome), byref(error)))
    shown, kept = shown + outcome.contents.load, kept + outcome.contents.maintained
print(f'{kept} of {shown} items kept')
