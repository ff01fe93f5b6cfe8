"""Runs a graph of functions in one thread: the only thing Rasa asks of `dask`.

Rasa writes its component graph as `{node: (function, input, input, …)}` and calls `dask.get(graph, targets)`. Releases
of dask from December 2024 on read such a graph as cyclic, so the stub table serves this module under the name `dask`.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any


def get(graph: Mapping[Hashable, Any], targets: Sequence[Hashable]) -> tuple[Any, ...]:
    """Results of `targets`, each node run once, its inputs first.

    Args:
        graph: node → `(callable, name of an input, …)`; any other value is a constant.
        targets: the nodes whose results are wanted.

    Raises:
        RuntimeError: the graph has a cycle (Rasa turns it into its own `GraphRunError`).
    """
    results: dict[Hashable, Any] = {}
    running: set[Hashable] = set()

    def value(node: Hashable) -> Any:
        if node in results:
            return results[node]
        if node in running:
            raise RuntimeError(f"The graph goes round in a circle at '{node}'.")
        running.add(node)
        task = graph[node]
        if isinstance(task, tuple) and callable(task[0]):
            results[node] = task[0](*(value(name) for name in task[1:]))
        else:
            results[node] = task
        return results[node]

    return tuple(value(target) for target in targets)
