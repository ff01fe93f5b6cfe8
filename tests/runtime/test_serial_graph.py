"""The stand-in for dask.get."""

import pytest

from bot.runtime.serial_graph import get


def test_inputs_run_before_what_needs_them_and_only_once():
    ran = []

    def node(name):
        def run(*inputs):
            ran.append(name)
            return name, inputs

        return run

    graph = {"c": (node("c"), "a", "b"), "b": (node("b"), "a"), "a": (node("a"), "text"), "text": ("text", "hello")}
    assert get(graph, ["c"]) == (("c", (("a", (("text", "hello"),)), ("b", (("a", (("text", "hello"),)),)))),)
    assert ran == ["a", "b", "c"]


def test_what_no_target_needs_does_not_run():
    assert get({"a": (lambda: 1,), "b": (lambda: 1 / 0,)}, ["a"]) == (1,)


def test_a_circle_is_an_error_that_rasa_understands():
    with pytest.raises(RuntimeError, match="circle"):
        get({"a": (lambda b: b, "b"), "b": (lambda a: a, "a")}, ["a"])
