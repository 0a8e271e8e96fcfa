"""Runs engines in turn, whole processes, several rounds: race.py ROUNDS NAME=COMMAND NAME=COMMAND ...

Each round runs every engine once, in the other order than the round before, so that what else the machine does falls on all.
Prints the seconds, processor seconds and most memory of each run, the middle run of each, and how each compares with the first
of the same round.
"""

import os
import statistics
import sys
import time

rounds = int(sys.argv[1])
engines = [one.split("=", 1) for one in sys.argv[2:]]
runs: dict[str, list[tuple[float, float, int]]] = {name: [] for name, _ in engines}
for each in range(rounds):
    for name, command in engines if each % 2 == 0 else reversed(engines):
        began = time.perf_counter()
        child = os.posix_spawn("/bin/sh", ["sh", "-c", f"exec {command} >/dev/null"], os.environ)
        _, status, used = os.wait4(child, 0)
        if status != 0:
            raise SystemExit(f"{name} ended with {os.waitstatus_to_exitcode(status)}.")
        runs[name].append((time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024))
        print(f"round {each + 1}: {name} {runs[name][-1][0]:.2f} s, processor {runs[name][-1][1]:.2f} s, {runs[name][-1][2]} MiB", flush=True)
first = engines[0][0]
print(f"\n| engine | seconds | processor | most memory, MiB | seconds against {first} | processor against {first} |")
print("| --- | --- | --- | --- | --- | --- |")
for name, _ in engines:
    middle = [statistics.median(column) for column in zip(*runs[name])]
    against = [
        [one[at] / other[at] for one, other in zip(runs[name], runs[first])]
        for at in (0, 1)
    ]
    shown = [f"{statistics.median(some):.1f} ({min(some):.1f}–{max(some):.1f})" for some in against]
    print(f"| {name} | {middle[0]:.2f} | {middle[1]:.2f} | {middle[2]:.0f} | {shown[0]} | {shown[1]} |")
