"""Start a cluster on loopback, print its addresses, and keep it until Ctrl-C; or measure it."""

from __future__ import annotations

import argparse
import signal
import time
from contextlib import suppress

from benchmarks.cluster.members import Cluster, running_cluster
from benchmarks.cluster.phases import measure, table
from benchmarks.machine import machine, telling


def main() -> None:
    parser = argparse.ArgumentParser(prog="make cluster ARGS=…", description=__doc__)
    parser.add_argument("--measure", action="store_true", help="kill one of each kind under load, and end")
    parser.add_argument("--seconds", type=float, default=10, help="of each phase")
    parser.add_argument("--readers", type=int, default=4, help="for each server")
    parser.add_argument("--pace", type=float, default=25, help="reads a second of each reader, at most")
    parser.add_argument("--workers", type=int, default=2, help="of each API server")
    parser.add_argument("--dataset", choices=("full", "seed"), default="full")
    asked = parser.parse_args()
    # It also stops what it has started when it is stopped by another signal, or runs under a shell that ignores Ctrl-C.
    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, signal.default_int_handler)
    tell = telling()
    with suppress(KeyboardInterrupt), running_cluster(asked.dataset, asked.workers, tell) as cluster:
        for name, address in cluster.addresses().items():
            print(f"{name}: {address}", flush=True)
        if asked.measure:
            measured = machine()
            phases = measure(cluster, asked.seconds, asked.readers, asked.pace, tell)
            print(", ".join(f"{name} {value}" for name, value in measured.items()))
            print(table(phases))
        else:
            _watch(cluster)


def _watch(cluster: Cluster) -> None:
    """Print the state of the members whenever it changes."""
    print("Ctrl-C stops all.", flush=True)
    told = ""
    while True:
        if (status := cluster.status()) != told:
            print(status, flush=True)
            told = status
        time.sleep(2)


if __name__ == "__main__":
    main()
