#!/usr/bin/env python3
# SPDX-FileCopyrightText: The flexwm authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""First-order mutants of the tangled C: one small change each, which the tests should notice.

A mutant is killed by the tests of its chapter or, if these pass, by the golden outcomes; one of a chapter of
the program that has no tests of its own by the tests of the command line.  Mutants that do not compile, or
compile to the same object, do not count, and neither do those that mutants.equivalent gives a reason for.
They run as an ordinary user, in a folder of their own, with limits on time, memory and files.
`make check-mutants MUTANTS=200 SEED=1' is how to run it; MUTANTS=all takes hours.
"""
import argparse, concurrent.futures, os, pathlib, random, re, resource, shutil, subprocess, sys, tempfile, time

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
            if number and before[1] not in ("->", "."):
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
        elif kind == "word" and brackets == 0 and before[1] in (";", "{", "}", ")", "else") and text not in TYPES:
            if before[1] == ")" and not ends_condition(tokens, k - 1):
                continue
            stop = statement_end(tokens, k)
            if stop and after[1] in ("(", "=", "[", "->", ".", "+=", "-=", "++", "--", "*=", "/=", "|=", "&=", "^="):
                yield start, stop[2], ""


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
    def __init__(self, chapter, source, change):
        start, end, new = change
        self.chapter, self.text = chapter, source[:start] + new + "\n" * source.count("\n", start, end) + source[end:]
        begin, _ = line_of(source, start)
        _, stop = line_of(source, end)
        words = lambda text: " ".join(text.split())
        self.old, self.new = words(source[begin:stop]), words(source[begin:start] + new + source[end:stop])
        self.line = source.count("\n", 0, start) + 1


def limits(seconds, sanitized):
    def set_limits():
        os.setsid()
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        if not sanitized:
            resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
        resource.setrlimit(resource.RLIMIT_FSIZE, (256 << 20, resource.RLIM_INFINITY))    # a test may ask for less, and go back
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
    return set_limits


class Bench:
    """Compiles, links and runs; knows how long the tests of the unchanged program take."""

    def __init__(self, options, room):
        self.o, self.room, self.baseline = options, room, {}
        self.environment = dict(os.environ, TMPDIR=str(room), HOME=str(room), srcdir=options.srcdir,
                                AWK=options.awk, OMP_NUM_THREADS="2", FLEXWM_MUTANT="1")

    def call(self, command, where, seconds, wall):
        process = subprocess.Popen(command, cwd=where, env=self.environment, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=limits(seconds, "-fsanitize" in self.o.compile))
        try:
            return process.wait(wall)
        except subprocess.TimeoutExpired:
            return 124
        finally:
            try:
                os.killpg(process.pid, 9)
            except ProcessLookupError:
                pass
            process.wait()

    def compile(self, source, target):
        command = f"{self.o.compile} -g0 -w -c -o {target} {source}"
        return subprocess.run(command, shell=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0

    def link(self, objects, target):
        command = f"{self.o.compile} -o {target} {' '.join(map(str, objects))} src/.libs/libflexwm.a {self.o.libs}"
        return subprocess.run(command, shell=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0

    def tests(self, chapter, place, object_file):
        """The programs to run: name, command; linked when it is their turn."""
        folder, name = chapter.rsplit("/", 1)
        check = f"{folder}/check_{name}.o"
        if pathlib.Path(check).exists():
            target = place / "check"
            if self.link([check, object_file], target):
                yield "tests of the chapter", [str(target)]
        program = place / "flexwm"
        others = [f"{c}.o" for c in self.o.program.split() if c != chapter]
        if self.link([object_file] + others, program):
            self.environment["FLEXWM"] = str(program)
            names = ["golden"] if pathlib.Path(check).exists() else ["golden", "cli"]
            for test in names:
                script = f"sh {self.o.srcdir}/tests/{test}.test > log 2>&1 && ! grep -q '^not ok' log"
                yield test, ["sh", "-c", script]

    def run(self, chapter, place, object_file, first=False):
        """None if all tests pass, else what failed."""
        environment = self.environment
        for name, command in self.tests(chapter, place, object_file):
            began = time.monotonic()
            key = chapter if name == "tests of the chapter" else name
            if first and key in self.baseline:
                continue
            seconds, wall = (600, 900) if first else self.baseline[key]
            environment["FLEXWM"] = str(place / "flexwm")
            status = self.call(command, place, seconds, wall)
            taken = time.monotonic() - began
            if first:
                if status:
                    sys.exit(f"mutants: {chapter}: {name} fails without a change")
                self.baseline[key] = (int(10 + 5 * taken), 20 + 10 * taken)
            elif status:
                return name
        return None


def judge(bench, mutant, number, original):
    place = bench.room / f"m{number}"
    place.mkdir()
    try:
        source, target = place / "mutant.c", place / "mutant.o"
        source.write_text(mutant.text)
        if not bench.compile(source, target):
            return "does not compile"
        if target.read_bytes() == original.read_bytes():
            return "same object"
        if os.getuid() == 0:
            shutil.chown(place, 65534, 65534)
        worker = Bench(bench.o, bench.room)
        worker.baseline = bench.baseline
        worker.environment["TMPDIR"] = worker.environment["HOME"] = str(place)
        return worker.run(mutant.chapter, place, target) or "survived"
    finally:
        shutil.rmtree(place, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("compile", "libs", "program", "srcdir", "awk", "equivalent"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--mutants", default="200", help="how many, or all (default 200)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--least", type=float, default=95, help="the score in percent below which the run fails")
    parser.add_argument("chapters", nargs="+")
    options = parser.parse_args()
    options.srcdir = os.path.abspath(options.srcdir)

    reasons = {}
    for line in open(options.equivalent):
        fields = line.rstrip("\n").split("\t")
        if len(fields) == 4:
            reasons[tuple(fields[:3])] = fields[3]
    every = []
    for chapter in options.chapters:
        path = next(p for p in (f"{chapter}.c", f"{options.srcdir}/{chapter}.c") if os.path.exists(p))
        source = open(path).read()
        every += [Mutant(chapter, source, change) for change in mutants(source)]
    count = len(every) if options.mutants == "all" else min(int(options.mutants), len(every))
    sample = sorted(random.Random(options.seed).sample(range(len(every)), count))
    chosen = [every[k] for k in sample]

    room = pathlib.Path(tempfile.mkdtemp(prefix="flexwm-mutants-"))
    results = {}
    try:
        room.chmod(0o711)
        bench, originals = Bench(options, room), {}
        for number, chapter in enumerate(sorted({m.chapter for m in chosen})):
            place = room / f"o{number}"
            place.mkdir()
            path = next(p for p in (f"{chapter}.c", f"{options.srcdir}/{chapter}.c") if os.path.exists(p))
            (place / "mutant.c").write_text(open(path).read())
            bench.compile(place / "mutant.c", place / "mutant.o")
            originals[chapter] = place / "mutant.o"
            if os.getuid() == 0:
                shutil.chown(place, 65534, 65534)
            bench.environment["TMPDIR"] = bench.environment["HOME"] = str(place)
            bench.run(chapter, place, place / "mutant.o", first=True)
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            # a name of the source is in the object, so all are called mutant.c, in folders of their own
            began = time.monotonic()
            futures = {pool.submit(judge, bench, m, k, originals[m.chapter]): m for k, m in enumerate(chosen)}
            for done, future in enumerate(concurrent.futures.as_completed(futures), 1):
                mutant, verdict = futures[future], future.result()
                if verdict == "survived" and (mutant.chapter, mutant.old, mutant.new) in reasons:
                    verdict = "equivalent"
                results[mutant] = verdict
                if verdict == "survived":
                    print(f"SURVIVED\t{mutant.chapter}\t{mutant.old}\t{mutant.new}", flush=True)
                if sys.stderr.isatty():
                    left = (time.monotonic() - began) / done * (count - done)
                    print(f"\r{done} of {count}, {left:.0f} s left ", end="", file=sys.stderr, flush=True)
    finally:
        shutil.rmtree(room, ignore_errors=True)
    return report(results, options)


def report(results, options):
    verdicts = ("does not compile", "same object", "equivalent", "survived")
    print("\nchapter\tmutants\tequivalent\tkilled\tsurvived")
    total = [0, 0, 0]
    for chapter in options.chapters:
        mine = [v for m, v in results.items() if m.chapter == chapter]
        if mine:
            counted = [v for v in mine if v not in verdicts[:2]]
            equivalent, survived = counted.count("equivalent"), counted.count("survived")
            killed = len(counted) - equivalent - survived
            total = [a + b for a, b in zip(total, (equivalent, killed, survived))]
            print(f"{chapter}\t{len(counted)}\t{equivalent}\t{killed}\t{survived}")
    equivalent, killed, survived = total
    score = 100 * killed / max(1, killed + survived)
    print(f"mutants: {killed} of {killed + survived} killed ({score:.1f} %), {equivalent} equivalent, "
          f"seed {options.seed}")
    return score < options.least


if __name__ == "__main__":
    sys.exit(main())
