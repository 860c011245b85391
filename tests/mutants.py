#!/usr/bin/env python3
# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""First-order mutants of the tangled C: one small change each, which the tests should notice.

A mutant is killed by the tests of its chapter or, in turn, by what else looks at this part of the program (SEEN_BY):
golden outcomes, scripts, tables of quick experiments; the last are the tests of its chapter once more, with sanitizers.
Mutants that do not compile, or compile to the same object, do not count, and neither do those for which
mutants.equivalent gives a reason.  They run as an ordinary user, who can write to no disk and not into /dev, in a folder of their own, with limits
on time, memory, files and processes.  `make check-mutants MUTANTS=200 SEED=1' runs it (README-hacking.md).
"""
import argparse, collections, concurrent.futures, glob, hashlib, itertools, os, pathlib, random, re, resource, shutil, signal
import subprocess, sys, tempfile, threading, time

TOKEN = re.compile(r"""(?P<skip>/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|^[ \t]*\#(?:\\\n|[^\n])*)
    |(?P<number>\.?\b[0-9](?:[eEpP][+-]|[\w.])*)|(?P<word>[A-Za-z_]\w*)
    |(?P<operator><<=|>>=|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|[-+*/%<>=!&|^~?:;,.(){}\[\]])""",
                   re.S | re.M | re.X)
SWAPS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "+": "-", "-": "+", "*": "/", "/": "*",
         "%": "*", "&&": "||", "||": "&&", "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=", "++": "--", "--": "++",
         "&": "|", "|": "&", "<<": ">>", ">>": "<<"}
BINARY = set("+-*&")                   # unary as well
KEYWORDS = {"return", "sizeof", "case", "if", "while", "for", "else", "do"}
TYPES = {"const", "static", "struct", "enum", "typedef", "extern", "void", "int", "double", "float", "char", "bool",
         "size_t", "return", "break", "continue", "case", "default", "else", "goto", "if", "for", "while", "do"}

# What looks at a chapter after its own tests, by folder, in order of cost; a name of tests/*.test, or
# `tables': of its own experiment, or of those that include it in the end; `memory': its tests under sanitizers;
# `folder': the tests of those that include it in its folder; `status': those of the chapter that gives null pointers to
# all functions.  A command has no tests of its own, and `memory' is the script
# that runs it, with the sanitizers.
SEEN_BY = {"base": ["status", "cli", "golden", "memory", "faults"], "numerics": ["folder", "golden", "memory"],
           "model": ["status", "cli", "golden", "memory", "faults"], "engine": ["status", "golden", "memory"],
           "analysis": ["memory", "tables"], "theory": ["status", "memory", "tables"],
           "trials": ["status", "memory", "verify", "faults", "sweep", "mpi"],
           "results": ["tables", "memory"], "program": ["cli", "golden", "plot", "verify", "faults", "sweep", "mpi", "memory"]}
SCRIPTS = {"cmd_plot": "plot", "cmd_store": "sweep", "cmd_sweep": "sweep", "cmd_verify": "verify"}    # of commands; else cli
SANITIZE = "-O1 -fsanitize=address,undefined -fno-sanitize-recover=all"


def next_number(text):
    """The number and one more; a fraction is changed by a third, and so is what an exponent hides."""
    whole = re.fullmatch(r"(0[xX][0-9a-fA-F]+|[0-9]+)([uUlL]*)", text)
    if whole:
        value = int(whole[1], 0) if not re.fullmatch(r"0[0-7]+", whole[1]) else int(whole[1], 8)
        return f"{value + 1}{whole[2]}"
    if not re.fullmatch(r"[0-9.eExXa-fA-FpP+-]+[fF]?", text):
        return None
    return f"({text} * 1.33)" if re.search("[1-9a-fA-F]", text.split("x")[-1].split("e")[0]) else "1.0"


def mutants(source):
    """Yields (start, end, replacement) for each change of the text."""
    tokens = [(m.lastgroup, m.group(), m.start(), m.end()) for m in TOKEN.finditer(source) if m.lastgroup != "skip"]
    depth, brackets = 0, 0
    for k, (kind, text, start, end) in enumerate(tokens):
        before = tokens[k - 1] if k else ("operator", ";", 0, 0)
        after = tokens[k + 1] if k + 1 < len(tokens) else ("operator", ";", end, end)
        depth += (text == "{") - (text == "}")
        brackets += (text in ("(", "[")) - (text in (")", "]"))
        if depth == 0 and kind != "number":
            continue
        if kind == "number":
            number = next_number(text)
            if number and before[1] not in ("->", ".") and not only_room(tokens, k):
                yield start, end, number
        elif text in SWAPS:
            operand = before[0] in ("number", "word") and before[1] not in KEYWORDS or before[1] in (")", "]")
            if text not in BINARY or operand:
                yield start, end, SWAPS[text]
        elif text == "return" and after[1] != ";":
            stop = source.index(";", end)
            if source[end:stop].strip() != "0":
                yield end, stop, " 0"
        elif text == "if" and after[1] == "(":
            closing = match(tokens, k + 1)
            if closing:
                yield after[3], closing[2], "0"
        elif text == "status" and after[1] == "=" and before[1] in (";", "{", "}", ")"):     # a failure is swallowed
            call = [t[1] for t in tokens[k + 2:k + 4]]
            if call[0].startswith("fwm_") and call[1] == "(":
                yield start, after[3], ""
        elif kind == "word" and brackets == 0 and before[1] in (";", "{", "}", ")", "else") and text not in TYPES:
            if before[1] == ")" and not ends_condition(tokens, k - 1):
                continue
            stop = statement_end(tokens, k)
            if stop and after[1] in ("(", "=", "[", "->", ".", "+=", "-=", "++", "--", "*=", "/=", "|=", "&=", "^="):
                yield start, stop[2], ""


def only_room(tokens, k):
    """Whether this number is a size of memory, of which more than is needed does no harm."""
    depth, opening = 0, k
    while opening > 0 and depth <= 0 and tokens[opening][1] not in (";", "{", "}"):
        opening -= 1
        depth += (tokens[opening][1] in ("(", "[")) - (tokens[opening][1] in (")", "]"))
    if depth > 0 and tokens[opening][1] == "(":
        return tokens[opening - 1][1] in ("malloc", "calloc", "realloc", "aligned_alloc")
    start, name = k, k - 1
    while start > 0 and tokens[start - 1][1] not in (";", "{", "}", "(", "="):
        start -= 1
    if depth > 0 and "char" in [t[1] for t in tokens[start:start + 3]] and "*" not in [t[1] for t in tokens[start:k]]:
        return True
    if depth <= 0 or tokens[k + 1][1] != "]" or tokens[k - 1][1] == "-":
        return False
    while tokens[name][1] in ("[", "]") or tokens[name - 1][1] == "[":      # of several dimensions
        name -= 1
    asked = any(t[1] in ("sizeof", "COUNT") and tokens[name][1] in [n[1] for n in tokens[i + 1:i + 4]]
                for i, t in enumerate(tokens))
    kind, declares = tokens[start][1], tokens[start + 1][0] == "word"
    types = ("static", "const", "int", "double", "float", "bool", "size_t", "uint32_t", "uint64_t", "int64_t", "struct")
    return (kind in types or kind.startswith("fwm_") and declares) and not asked \
        and ")" not in [t[1] for t in tokens[start:k]]


def match(tokens, opening):
    depth = 0
    for kind, text, start, end in tokens[opening:]:
        depth += (text == "(") - (text == ")")
        if depth == 0:
            return kind, text, start, end
    return None


def ends_condition(tokens, closing):
    """Whether this bracket closes the head of an if, a while or a for."""
    depth = 0
    for k in range(closing, 0, -1):
        depth += (tokens[k][1] == ")") - (tokens[k][1] == "(")
        if depth == 0:
            return tokens[k - 1][1] in ("if", "while", "for")
    return False


def statement_end(tokens, k):
    depth = 0
    for token in tokens[k:]:
        depth += (token[1] in ("(", "{", "[")) - (token[1] in (")", "}", "]"))
        if depth < 0:
            return None
        if depth == 0 and token[1] == ";":
            return token
    return None


def line_of(source, position):
    begin = source.rfind("\n", 0, position) + 1
    end = source.find("\n", position)
    return begin, end if end >= 0 else len(source)


class Mutant:
    def __init__(self, chapter, path, source, change):
        start, end, new = change
        self.chapter, self.path = chapter, path
        self.text = source[:start] + new + "\n" * source.count("\n", start, end) + source[end:]
        begin, _ = line_of(source, start)
        _, stop = line_of(source, end)
        words = lambda text: " ".join(text.split())
        self.old, self.new = words(source[begin:stop]), words(source[begin:start] + new + source[end:stop])
        self.line, self.key = source.count("\n", 0, start) + 1, (chapter, self.old, self.new)
        self.name = (*self.key, str(self.line), hashlib.sha256(source.encode()).hexdigest()[:16])  # of this text of the program


def found(chapter, pattern, options):
    """The tangled files of a chapter: in the build folder, or in the sources if a tarball brought them."""
    folder, name = chapter.rsplit("/", 1)
    for root in (".", options.srcdir):
        files = sorted(glob.glob(f"{root}/{folder}/{pattern.replace('NAME', name)}"))
        if files:
            return files
    return []


def sources(chapter, options):
    """What is changed: the chapter's C, and its headers if they have functions."""
    return found(chapter, "NAME.c", options) + [h for h in found(chapter, "NAME*.h", options)
                                                if re.search("inline.*\n?.*[^;]\n{", open(h).read(), re.I)]


def limits(seconds, sanitized):
    def set_limits():
        os.setsid()
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        if not sanitized:              # these reserve terabytes
            resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 30, resource.RLIM_INFINITY))    # a test may ask for less, and go back
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if os.getuid() == 0:
            resource.setrlimit(resource.RLIMIT_NPROC, (1000, 1000))
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
    return set_limits


def forbid_devices():
    """Stops the run if the user of the mutants could change /dev or write to a disk."""
    question = "for f in /dev $(find /dev -type b); do test ! -w \"$f\" || echo \"$f\"; done"
    answer = subprocess.run(["sh", "-c", question], preexec_fn=limits(60, True), capture_output=True, text=True)
    if answer.stdout.strip():
        sys.exit(f"mutants: they could write to {answer.stdout.split()[0]}: run this as another user")


class Unlinked(Exception):
    pass


class Bench:
    """Compiles, links and runs; knows how long the tests of the unchanged program take."""

    def __init__(self, options, room):
        self.o, self.room, self.baseline, self.originals = options, room, {}, {}
        self.running, self.stopped = set(), False
        self.kept = room / "trials.sqlite"       # of all experiments that have run without a change
        if os.path.exists("quick/data/trials.sqlite"):
            shutil.copy("quick/data/trials.sqlite", self.kept)
            self.kept.chmod(0o644)
        self.sanitized, self.locks = "-fsanitize" in options.compile, collections.defaultdict(threading.Lock)
        self.environment = dict(os.environ, srcdir=str(room), AWK=options.awk, OMP_NUM_THREADS="2", LC_ALL="C", FAULTS="10",
                                ASAN_OPTIONS="allocator_may_return_null=1",
                                CK_TIMEOUT_MULTIPLIER="10")      # the limits are those of this program
        for name in ("FLEXWM_VECTORS", "FLEXWM_QUICK", "FLEXWM_TEST_LOCALE", "CK_RUN_CASE", "CK_RUN_SUITE"):
            self.environment.pop(name, None)

    def fails(self, command, place, seconds, wall, free=False):
        """Whether a test fails, of those that the command prints, or the command itself, and the processor's seconds that it
        took; the first failure ends it."""
        environment = dict(self.environment, TMPDIR=str(place), HOME=str(place), FLEXWM=str(place / "flexwm"))
        process = subprocess.Popen(command, cwd=place, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, preexec_fn=limits(seconds, self.sanitized or free))
        process.place = f"{place}/"
        self.running.add(process)
        limit = threading.Timer(0 if self.stopped else wall, self.end, [process])
        limit.start()
        failed = any(line.startswith(b"not ok") for line in process.stdout)
        late = limit.finished.is_set()
        limit.cancel()
        if failed or late:
            self.end(process)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status              # nobody else waits for it
        self.end(process)
        process.stdout.close()
        self.running.discard(process)
        return status != 0 or failed or late, usage.ru_utime + usage.ru_stime

    def end(self, process):
        """Ends it with its group, and what it started in groups of their own, which would hold its output open."""
        pids = [int(pid) for pid in os.listdir("/proc") if pid.isdigit()] if os.path.isdir("/proc") else []
        for kill, pid in [(os.killpg, process.pid)] + [(os.kill, pid) for pid in pids]:
            try:
                if kill is os.killpg or os.readlink(f"/proc/{pid}/exe").startswith(process.place):
                    kill(pid, 9)
            except OSError:
                pass

    def shell(self, command):
        return subprocess.run(command, shell=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0

    def compile(self, source, header=None, flags=""):
        before = f"-include {header}" if header and "#ifndef FWM_" in header.read_text() else ""
        return self.shell(f"{self.o.compile} {flags} {before} -g0 -w -c -o {source.with_suffix('.o')} {source}")

    def link(self, objects, target, flags=""):
        objects = " ".join(map(str, objects))
        return self.shell(f"{self.o.compile} {flags} -o {target} {objects} src/libprogram.a src/.libs/libflexwm.a {self.o.libs}")

    def prepare(self, chapter, place, path=None, text=None, flags=""):
        """The object of the chapter in this folder, changed if a text is given; its name is the same everywhere,
        since it is in the object."""
        place.mkdir(exist_ok=True)
        for file in sources(chapter, self.o):
            shutil.copy(file, place)
        header = None
        if path:
            changed = place / os.path.basename(path)
            changed.write_text(text)
            header = changed if changed.suffix == ".h" else None
        if not self.compile(place / (chapter.rsplit("/", 1)[1] + ".c"), header, flags):
            return None
        if os.getuid() == 0:
            os.chown(place, 65534, 65534)
        return place / (chapter.rsplit("/", 1)[1] + ".o")

    def link_tests(self, chapter, place, header, flags=""):
        """The tests of the chapter with the object that prepare() left; none if it has no tests."""
        folder, name = chapter.rsplit("/", 1)
        check = found(chapter, "check_NAME.c", self.o)
        if not check:
            return None
        includes = f'#include "{name}.c"' in open(check[0]).read()      # tests of what is not public
        objects = [f"{folder}/check_{name}.o", place / f"{name}.o"]
        if includes or header or flags:
            shutil.copy(check[0], place)
            self.compile(place / f"check_{name}.c", header, flags)
            objects = [place / f"check_{name}.o"] + [place / f"{name}.o"] * (not includes)
        if not self.link(objects, place / "check", flags):
            raise Unlinked
        return [str(place / "check")]

    def link_program(self, chapter, place, flags=""):
        """The program with the object that prepare() left."""
        objects = [place / (chapter.rsplit("/", 1)[1] + ".o")] + [f"{c}.o" for c in self.o.commands.split() if c != chapter]
        if not self.link(objects, place / "flexwm", flags):
            raise Unlinked

    def tests(self, chapter, place, path=None, text=None):
        """What is run, in turn: a name and a command; each is linked when it is its turn."""
        folder, name = chapter.split("/")[-2:]
        header = place / os.path.basename(path) if path and path.endswith(".h") else None
        check = self.link_tests(chapter, place, header)
        if check and folder == "results":        # their tests run the whole experiment, unless they are told to be quick
            yield f"quick {chapter}", ["env", "FLEXWM_QUICK=1", *check]
        elif check:
            yield chapter, check
        self.link_program(chapter, place)
        for test in SEEN_BY[folder]:
            if test == "tables":
                for experiment in self.experiments(chapter):
                    yield f"tables of {experiment}", self.tables_of(experiment)
                if check and folder == "results":
                    yield chapter, check
            elif test == "status":
                if not self.link(["src/base/check_status.o", place / f"{name}.o"], place / "check"):
                    raise Unlinked
                yield test, [str(place / "check")]
            elif test == "folder":
                for other in self.o.chapters:
                    above, other_name = other.rsplit("/", 1)
                    if above.endswith(f"/{folder}") and name in self.included(other) and found(other, "check_NAME.c", self.o):
                        if not self.link([f"{above}/check_{other_name}.o", place / f"{name}.o"], place / "check"):
                            raise Unlinked
                        yield other, [str(place / "check")]
            elif test != "memory":
                yield test, ["sh", f"{self.room}/tests/{test}.test"]
            elif (check or folder == "program") and not self.sanitized:
                if not self.prepare(chapter, place, path, text, SANITIZE):
                    raise Unlinked
                if check:
                    yield f"memory of {chapter}", self.link_tests(chapter, place, header, SANITIZE)
                    continue
                self.link_program(chapter, place, SANITIZE)
                script = SCRIPTS.get(name, "cli")
                yield f"memory of {script}", ["sh", f"{self.room}/tests/{script}.test"]

    def experiments(self, chapter):
        """Those whose tables tell of this chapter; the ledger needs all others."""
        folder, name = chapter.split("/")[-2:]
        if folder == "results":
            return [name] * (name != "ledger")
        return [c.rsplit("/", 1)[1] for c in self.o.chapters if "/results/" in c and not c.endswith("/ledger")
                and name in self.included(c)]

    def included(self, chapter):
        """The names of what a chapter includes, and what that includes."""
        names, new = set(), {chapter}
        while new:
            files = [file for c in new for file in found(c, "NAME.[ch]", self.o)]
            added = {name for file in files for name in re.findall(r'#include "(\w+)\.h"', open(file).read())} - names
            names |= added
            new = {c for c in self.o.chapters if c.rsplit("/", 1)[1] in added}
        return names

    def tables_of(self, experiment):
        """Its quick tables, from the trials that the unchanged program left, have the published sums."""
        return ["sh", "-c", f"rm -rf out && mkdir out && {{ test ! -e {self.kept} || cp {self.kept} out/trials.sqlite; }} && "
                f"./flexwm experiment {experiment} --quick --output out && cd out && "
                f"grep '  {experiment}[._]' {self.room}/data/quick.SHA256SUMS | sha256sum -c"]

    def allowed(self, chapter, name):
        """Processor and wall time for these tests, from those that they take without a change; None if they fail then."""
        with self.locks["tables" if name.startswith("tables") else name]:
            if name not in self.baseline:
                place = pathlib.Path(tempfile.mkdtemp(dir=self.room))
                self.prepare(chapter, place)
                same = next(c for n, c in self.tests(chapter, place) if n == name)
                for turn in (1, 2):
                    began = time.monotonic()
                    failed, seconds = self.fails(same, place, 1200, 3600, name.startswith("memory"))
                    taken = time.monotonic() - began
                    if not failed:
                        break
                    if name.startswith("tables"):
                        self.kept.unlink(missing_ok=True)        # it may be another version's
                if not failed and name.startswith("tables") and (place / "out/trials.sqlite").exists():
                    (place / "out/trials.sqlite").rename(self.kept)
                shutil.rmtree(place, ignore_errors=True)
                # the machine may be busy
                self.baseline[name] = None if failed else (int(5 + 4 * seconds), 60 + 10 * max(taken, 10 * seconds))
                if failed and not self.stopped:
                    print(f"mutants: {name}: left out, since it fails without a change", file=sys.stderr, flush=True)
        return self.baseline[name]

    def completed(self, pool, futures):
        """As they come; an interrupt ends the rest, and what has come is reported."""
        try:
            yield from concurrent.futures.as_completed(futures)
        except KeyboardInterrupt:
            print("mutants: stopped before the end; what was judged before the first that was not counts, and the same command goes on",
                  file=sys.stderr)
        finally:
            self.stopped = True
            pool.shutdown(wait=False, cancel_futures=True)
            for process in list(self.running):
                self.end(process)

    def original(self, chapter):
        with self.locks[f"object of {chapter}"]:
            if chapter not in self.originals:
                place = pathlib.Path(tempfile.mkdtemp(dir=self.room))
                self.originals[chapter] = self.prepare(chapter, place).read_bytes()
                shutil.rmtree(place, ignore_errors=True)
        return self.originals[chapter]

    def judge(self, mutant, number, equivalent):
        """What kills the mutant; one that is said to be equivalent is held against the tests of its chapter alone."""
        place = self.room / f"m{number}"
        try:
            target = self.prepare(mutant.chapter, place, mutant.path, mutant.text)
            if not target:
                return "does not compile"
            if target.read_bytes() == self.original(mutant.chapter):
                return "same object"
            for name, command in self.tests(mutant.chapter, place, mutant.path, mutant.text):
                if self.stopped:
                    break
                own = name in (mutant.chapter, f"quick {mutant.chapter}")
                if equivalent and not own:
                    continue
                allowed = self.allowed(mutant.chapter, name)
                if not allowed:
                    continue
                fails = lambda: self.fails(command, place, *allowed, name.startswith("memory"))[0]
                if fails() and (own or fails()):                         # a busy machine may fail a script once
                    return "tests" if own else name.split()[0]
                if equivalent and name == mutant.chapter:
                    break
            return "equivalent" if equivalent else "survived"
        except Unlinked:
            return "does not compile"
        finally:
            shutil.rmtree(place, ignore_errors=True)


def chosen_chapters(options):
    """Those that a word names: a chapter, a folder, or either with what comes before it."""
    words = options.of.split()
    matches = lambda c, w: f"/{w.rstrip('/')}/" in f"/{c}/"
    for word in words:
        if not any(matches(c, word) for c in options.chapters):
            sys.exit(f"mutants: OF has '{word}', expected chapters or folders: capacity, src/theory, ...")
    return [c for c in options.chapters if not words or any(matches(c, w) for w in words)]


def listed(path):
    """The mutants of a list: chapter, line, changed line, reason, with tabs between."""
    mutants = {}
    for line in open(path):
        if line.strip() and not line.startswith("#"):
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 4 or not fields[3]:
                sys.exit(f"mutants: {path}: expected chapter, line, changed line, reason: {line.strip()}")
            mutants[tuple(fields[:3])] = fields[3]
    return mutants


def reasons_of(options, every):
    """The list of equivalents; what fits no mutant any more is told."""
    there, reasons = {m.key for m in every}, listed(options.equivalent)
    for key in reasons:
        if key[0] in {m.chapter for m in every} and key not in there:
            print(f"mutants: {options.equivalent}: no such mutant any more: {' '.join(key)}", file=sys.stderr)
    return reasons


class Journal:
    """The verdicts of a run that was stopped, beside the tests: what was killed is not judged again while its file is the same."""

    def __init__(self, path):
        self.path, self.kept = path, {}
        if os.path.exists(path):
            for line in open(path):
                *name, verdict = line.rstrip("\n").split("\t")
                self.kept[tuple(name)] = verdict

    def known(self, mutant):
        verdict = self.kept.get(mutant.name)
        return None if verdict in ("survived", "equivalent") else verdict

    def add(self, mutant, verdict):
        with open(self.path, "a") as file:
            print(*mutant.name, verdict, sep="\t", file=file)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("compile", "libs", "commands", "srcdir", "awk", "equivalent"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--mutants", default="200", help="how many, or all (default 200)")
    parser.add_argument("--of", default="", help="of these chapters or folders (default all)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--again", help="only those that this list has, as survivors are printed")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--least", type=float, default=0, help="the score in percent below which the run fails")
    parser.add_argument("chapters", nargs="+")
    options = parser.parse_args()
    options.srcdir = os.path.abspath(options.srcdir)

    every = []
    for chapter in chosen_chapters(options):
        for path in sources(chapter, options):
            source = open(path).read()
            every += [Mutant(chapter, path, source, change) for change in mutants(source)]
    reasons = reasons_of(options, every)
    count = len(every) if options.mutants == "all" else min(int(options.mutants), len(every))
    chosen = random.Random(options.seed).sample(every, count)      # in this order, so that the first ones are a sample too
    if options.again:
        again = listed(options.again)
        chosen = [m for m in every if m.key in again]
    whole = not options.of and not options.again
    forbid_devices()

    room = pathlib.Path(tempfile.mkdtemp(prefix="flexwm-mutants-"))
    results = {}
    try:
        room.chmod(0o711)
        shutil.copytree(f"{options.srcdir}/tests", room / "tests")
        (room / "tests").chmod(0o755)
        for folder in ("src", "examples", "data"):
            (room / folder).symlink_to(f"{options.srcdir}/{folder}")
        bench, count = Bench(options, room), len(chosen)
        print(f"mutants: {count} of {len(every)}, in {len({m.chapter for m in chosen})} chapters", file=sys.stderr)
        began = time.monotonic()
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        journal = Journal("check-mutants.journal")
        results = {m: journal.known(m) for m in chosen if journal.known(m)}
        count -= len(results)
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            futures = {pool.submit(bench.judge, m, k, m.key in reasons): m for k, m in enumerate(chosen) if m not in results}
            for done, future in enumerate(bench.completed(pool, futures), 1):
                mutant, verdict = futures[future], future.result()
                results[mutant] = verdict
                journal.add(mutant, verdict)
                if verdict == "survived":
                    print(f"SURVIVED {mutant.chapter}:{mutant.line}: {mutant.old} -> {mutant.new}", file=sys.stderr, flush=True)
                if sys.stderr.isatty():
                    left = (time.monotonic() - began) / done * (count - done)
                    print(f"\r{done} of {count}, {left:.0f} s left ", end="", file=sys.stderr, flush=True)
    finally:
        shutil.rmtree(room, ignore_errors=True)
    # a run that was stopped leaves the first ones of the sample, which are a sample too
    results = {m: results[m] for m in itertools.takewhile(results.__contains__, chosen)}
    return report(results, options, whole and all(bench.baseline.values()))


def report(results, options, sample):
    """A table by chapter and by folder, then the survivors as mutants.equivalent would have them; a sample of all
    chapters is recorded."""
    killers = list(dict.fromkeys(["tests"] + [test for tests in SEEN_BY.values() for test in tests]))
    score = lambda c: 100 * (1 - c["survived"] / max(1, sum(c[k] for k in killers + ["survived"])))

    def row(name, *chapters):
        verdicts = collections.Counter(v for m, v in results.items() if m.chapter in chapters)
        columns = [verdicts[k] for k in ["equivalent", *killers, "survived"]]
        if sum(columns):
            print(name, sum(columns), *columns, f"{score(verdicts):.0f} %", sep="\t")
        return verdicts

    print("chapter", "mutants", "equivalent", *(f"by {k}" for k in killers), "survived", "score", sep="\t")
    mine = {chapter: row(chapter, chapter) for chapter in options.chapters}
    for folder in SEEN_BY:
        row(f"src/{folder}/", *(c for c in options.chapters if c.split("/")[-2] == folder))
    total = row("all", *options.chapters)
    for mutant, verdict in sorted(results.items(), key=lambda r: (options.chapters.index(r[0].chapter), r[0].line)):
        if verdict == "survived":
            print(*mutant.key, "?", sep="\t")
    counted = lambda c: sum(c[k] for k in killers + ["survived"])
    print(f"mutants: {counted(total) - total['survived']} of {counted(total)} killed ({score(total):.1f} %), "
          f"{total['equivalent']} equivalent, seed {options.seed}")
    if score(total) < options.least:
        return 1
    if sample:
        record(options, [(c, counted(mine[c]) - mine[c]["survived"], counted(mine[c])) for c in options.chapters])
    return 0


def record(options, chapters):
    """Into the published counts of all checks, that of each chapter too: make check-mutants RECORD=1."""
    rows = [("mutants", sum(c[2] for c in chapters)), ("mutantsKilled", sum(c[1] for c in chapters))]
    rows += [(f"mutants {name}", f"{killed} of {all}") for name, killed, all in chapters if all]
    checks = ["sh", f"{options.srcdir}/build-aux/checks"]
    file = os.environ.get("CHECKS", "")
    subprocess.run([*checks, "forget", file, "mutants"], check=True)
    subprocess.run([*checks, "record", file, os.environ.get("RELEASE", ""), *(str(x) for row in rows for x in row)], check=True)


if __name__ == "__main__":
    sys.exit(main())
