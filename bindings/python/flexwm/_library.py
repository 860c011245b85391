# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shared library by ctypes: structures as in the headers of the same names, and statuses as exceptions."""
import ctypes
import operator
import os
from ctypes import (CFUNCTYPE, POINTER, Structure, byref, c_char, c_char_p, c_double, c_int, c_size_t, c_uint32,
                    c_uint64, c_void_p)
from pathlib import Path


class BadInput(ValueError):
    """A value that the model cannot have; the message names it and what would be accepted."""


class Failed(RuntimeError):
    """A failure of the machine: memory, a disk, a store in use."""


def _load():
    here = Path(__file__).parent
    names = [os.environ.get("FLEXWM_LIBRARY"), *map(str, here.glob("libflexwm.*")), "libflexwm.so.0", "libflexwm.0.dylib"]
    reason = None
    for name in filter(None, names):
        try:
            return ctypes.CDLL(name)
        except OSError as error:
            reason = reason or error
    raise ImportError(f"there is no libflexwm, expected it in {here} or where the loader looks: {reason}")


lib = _load()


class Error(Structure):
    _fields_ = [("status", c_int), ("message", c_char * 1024)]


class ParameterInfo(Structure):
    _fields_ = [("kind", c_int), ("symbol", c_char_p), ("offset", c_size_t)] + [
        (name, c_char_p) for name in ("preset", "range", "unit", "tex", "group", "meaning")]


def _list():
    lib.fwm_parameter_list.restype = POINTER(ParameterInfo)
    count = c_size_t()
    rows = lib.fwm_parameter_list(byref(count))
    return [rows[k] for k in range(count.value)]


infos = _list()
INTEGER, REAL, ONOFF, CHOICE = range(4)


def _structure():
    # the members are in memory in the order of their offsets, each a double or an int
    ordered = sorted(infos, key=lambda info: info.offset)
    fields = [(info.symbol.decode(), c_double if info.kind == REAL else c_int) for info in ordered]
    made = type("Parameters", (Structure,), {"_fields_": fields})
    wrong = [name for (name, _), info in zip(fields, ordered) if getattr(made, name).offset != info.offset]
    if wrong:
        raise ImportError(f"the library has other parameters than this package expects: {wrong[0]}")
    return made


Parameters = _structure()
Observer = CFUNCTYPE(None, c_void_p, c_uint32, POINTER(c_double))


class TrialOptions(Structure):
    _fields_ = [("seed", c_uint64), ("network", c_uint32), ("trial", c_uint32), ("load", c_int), ("centre", c_int),
                ("cues", POINTER(c_int)), ("protocol", c_void_p), ("engine", c_void_p), ("observe_every", c_uint32),
                ("observe", Observer), ("context", c_void_p)]


class Spike(Structure):
    _fields_ = [("step", c_uint32), ("neuron", c_uint32)]


class Record(Structure):
    _fields_ = [("spikes", POINTER(Spike)), ("count", c_size_t), ("room", c_size_t), ("rates", POINTER(c_double)),
                ("neurons", c_int)]


class Ring(Structure):
    _fields_ = [("cue", c_int), ("fate", c_int), ("length", c_double), ("position", c_double), ("ml_position", c_int),
                ("drift", c_double), ("first_loss", c_double), ("recovery", c_double), ("position_2", c_double),
                ("drift_2", c_double)]


class Outcome(Structure):
    _fields_ = [("load", c_int), ("maintained", c_int), ("forgotten", c_int), ("spurious", c_int),
                ("sensory_spikes", c_size_t), ("random_spikes", c_size_t), ("digest", c_char * 33), ("P", c_int),
                ("windows", c_int), ("course", c_void_p), ("items", c_void_p), ("rings", Ring * 0)]


class NetworkHead(Structure):
    _fields_ = [("parameters", Parameters)]


class Workers(Structure):
    _fields_ = [("threads", c_int), ("stop", POINTER(c_int)), ("progress", c_void_p)]


class Point(Structure):
    _fields_ = [("parameters", Parameters), ("load", c_int), ("centre", c_int), ("protocol", c_void_p), ("wiring", c_void_p)]


class Sweep(Structure):
    _fields_ = [("points", POINTER(Point)), ("count", c_size_t), ("networks", c_uint32), ("trials", c_uint32),
                ("seed", c_uint64), ("workers", Workers), ("ranks", c_void_p)]


class Grid(Structure):
    _fields_ = [("count", c_size_t), ("axes", c_void_p)]


DRAWN = NOT_CUED = -1
lib.fwm_parameters_default.restype = Parameters
lib.fwm_version.restype = c_char_p
lib.fwm_sensory_neurons.restype = c_int
lib.fwm_connected.restype = ctypes.c_bool
lib.fwm_network_draw.argtypes = [c_void_p, c_void_p, c_uint64, c_uint32, c_void_p]
lib.fwm_network_from_bytes.argtypes = [c_void_p, c_void_p, c_void_p, c_char_p, c_void_p]
lib.fwm_network_free.argtypes = lib.fwm_protocol_free.argtypes = lib.fwm_store_close.argtypes = [c_void_p]
lib.fwm_feedforward_row.argtypes = lib.fwm_feedback_row.argtypes = [c_void_p, c_int, c_void_p]
lib.fwm_connected.argtypes = [c_void_p, c_int, c_int]
libc = ctypes.CDLL(None)
libc.free.argtypes = [c_void_p]


def must(function, *arguments):
    """Calls a function whose last argument is its error, and raises what it reports."""
    error = Error()
    status = getattr(lib, function)(*arguments, byref(error))
    if status != 0:
        raise (BadInput if status == 64 else Failed)(error.message.decode("utf-8", "replace"))


def whole(name, value, low, high, words=""):
    """The value as an int; ctypes would take any int modulo two to the power of its bits."""
    try:
        number = None if isinstance(value, bool) else operator.index(value)
    except TypeError:
        number = None
    if number is None or not low <= number <= high:
        raise BadInput(f"{name} is {value!r}, expected a whole number from {low} to {high}{words}")
    return number


def version():
    """The release of the library."""
    return lib.fwm_version().decode()
