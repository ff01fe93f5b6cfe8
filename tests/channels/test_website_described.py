"""The server does what its description says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS, load_all_checks
from serving import Client, Server, ask, serving

from bot.channels.website_openapi import description

load_all_checks()
SCHEMA = schemathesis.openapi.from_dict(description())
NO_LIMITS = "conversation=1000000/1000000, address=1000000/1000000, session=1000000/1000000"
NOT_PROMISED = [
    CHECKS.get_one("positive_data_acceptance"),  # a question or option of the right shape may not exist
    CHECKS.get_one("negative_data_rejection"),  # fields may be added freely, and what is not known is not looked at
]


@pytest.fixture(scope="module")
def patient_server(trained_model: object, own_database: object) -> Iterator[Server]:
    """A server without limits."""
    with serving({"MALLEO_RATES": NO_LIMITS}) as one:
        yield one


@pytest.fixture(scope="module")
def person(patient_server: Server) -> Client:
    return Client(patient_server)


def test_the_description_is_served(patient_server: Server) -> None:
    assert ask(patient_server, "GET", "/webhooks/website/openapi.json").json == description()


@SCHEMA.parametrize()
@settings(max_examples=120, deadline=None, database=None, suppress_health_check=list(HealthCheck))
def test_answers_are_as_described(case: Any, patient_server: Server, person: Client) -> None:
    client = Client(patient_server) if case.method == "DELETE" else person
    case.call_and_validate(
        base_url=f"http://127.0.0.1:{patient_server.port}",
        headers={"Authorization": f"Bearer {client.token}"},
        excluded_checks=NOT_PROMISED,
    )
