# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many trials, kept in a store."""
import contextlib
import os
import sqlite3
import threading
from ctypes import POINTER, byref, c_int, c_size_t, c_uint64, c_void_p
from pathlib import Path

from . import _library as c
from ._library import lib, must
from ._model import _text


def _name(path):
    name = os.fsencode(path)
    if b"\0" in name:
        raise c.BadInput(f"a store is {os.fspath(path)!r}, expected a name without a zero byte")
    return name


class Store:
    """A store of trials, an SQLite file, that `sweep` or the program wrote; the library checks it when it is opened.

    trials(), rings(), windows(), conditions() return tables of pandas; in all but the last, the columns of `conditions`
    that vary, and load and centre, are joined to each row.
    """

    def __init__(self, path):
        self.path, handle = os.fspath(path), c_void_p()
        must("fwm_store_open", byref(handle), _name(path), None)
        lib.fwm_store_close(handle)

    def query(self, sql):
        """The result of a query in SQL, as a table of pandas."""
        import pandas
        with contextlib.closing(sqlite3.connect(Path(os.fsdecode(self.path)).absolute().as_uri() + "?mode=ro", uri=True)) as connection:
            return pandas.read_sql(sql, connection)

    def conditions(self):
        """One row a condition: its number, load, centre, and all parameters."""
        # a symbol that differs from another only in case has an underscore in the store
        return self.query("select * from conditions").rename(columns=lambda name: "condition" if name == "id" else name.rstrip("_"))

    def _joined(self, table):
        conditions = self.conditions().set_index("condition")
        varied = [name for name in conditions if name not in ("load", "centre") and conditions[name].nunique() > 1]
        return table.join(conditions[varied], on="condition")

    def trials(self):
        """One row a trial: condition, seed, network, trial, load, maintained, forgotten, spurious, spikes, digest."""
        return self._joined(self.query("select * from trials").drop(columns=["id", "run"]))

    def _of_trials(self, table):
        rows = self.query(f"select t.condition, t.seed, t.network, t.trial as number, r.* from {table} r "
                          "join trials t on t.id = r.trial")
        return self._joined(rows.drop(columns="trial").rename(columns={"number": "trial"}))

    def rings(self):
        """One row a ring of a trial: cued, centre, length (Hz), position, ml_position, drift (rad)."""
        return self._of_trials("rings")

    def windows(self):
        """One row a window of a ring; ring -1 is the random network.  Empty unless t_bin was set."""
        return self._of_trials("windows")


def sweep(store, vary=None, networks=10, trials=10, seed=1, threads=0, **parameters):
    """Runs the trials of a grid that `store` lacks, and returns it as a Store.

    store : path of an SQLite file, made if it is not there
    vary : dictionary {name: values} of parameters, "load" or "centre"; all combinations are run
    networks, trials : how many for each combination, and on each network
    threads : 0 for one a processor
    parameters : keywords that are the same everywhere; load and centre are random unless they are set or varied

    An interrupt (Ctrl-C) keeps the trials that were finished; the same call goes on from there.
    """
    networks, trials = c.whole("networks", networks, 1, 2**32 - 1), c.whole("trials", trials, 1, 2**32 - 1)
    seed, threads, name = c.whole("seed", seed, 0, 2**64 - 1), c.whole("threads", threads, 0, 4096), _name(store)
    grid, points, count, handle = c.Grid(), POINTER(c.Point)(), c_size_t(), c_void_p()

    def release():
        lib.fwm_store_close(handle)
        lib.fwm_factorial_grid_free(byref(grid))
        c.libc.free(points)

    try:
        for symbol, value in parameters.items():
            must("fwm_factorial_grid_set", byref(grid), f"{symbol}={_text(value)}".encode())
        for symbol, values in (vary or {}).items():
            if isinstance(values, str) or not hasattr(values, "__iter__"):
                raise c.BadInput(f"vary has {values!r} for {symbol}, expected a list of values")
            must("fwm_factorial_grid_vary", byref(grid), f"{symbol}={','.join(map(_text, values))}".encode())
        must("fwm_factorial_grid_points", byref(grid), byref(points), byref(count))
        stop = c_int(0)
        todo = c.Sweep(points=points, count=count.value, networks=networks, trials=trials, seed=seed)
        todo.workers.threads, todo.workers.stop = threads, POINTER(c_int)(stop)
        must("fwm_sweep_missing", byref(todo), None, byref(c_uint64()))  # a sweep that is refused leaves no store
        must("fwm_store_open", byref(handle), name, b"flexwm.sweep in Python")
    except BaseException:
        release()
        raise
    _run(todo, handle, stop, release)
    return Store(store)


def _run(todo, handle, stop, release):
    # in a thread of its own, so that Python can take an interrupt meanwhile; the thread releases what it works on,
    # since interrupts come to the main thread alone, as often as the user likes.  An event says when it has done so:
    # Thread.join takes a thread for ended if it is interrupted itself
    failures, done = [], threading.Event()

    def work():
        try:
            must("fwm_sweep_run", byref(todo), handle)
        except Exception as error:  # raised again by the caller
            failures.append(error)
        finally:
            release()
            done.set()

    threading.Thread(target=work).start()
    try:
        while not done.wait(0.1):
            pass
    finally:
        stop.value = 1
        done.wait()
    if failures:
        raise failures[0]
