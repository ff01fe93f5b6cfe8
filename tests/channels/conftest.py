"""Servers on SQLite and on PostgreSQL, with the trained model."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from serving import Client, Server, serving
from sqlalchemy import make_url


@pytest.fixture(scope="module")
def server(trained_model: Path, own_database: Path) -> Iterator[Server]:
    """A server on SQLite."""
    with serving({"MALLEO_ORIGINS": "https://runner.example,http://localhost:8000"}) as one:
        yield one


@pytest.fixture
def client(server: Server) -> Client:
    return Client(server)


@pytest.fixture(scope="module")
def shared_database(postgres_url: str) -> Iterator[str]:
    """A PostgreSQL database for several servers; its address."""
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(postgres_url, autocommit=True) as maintenance:
        maintenance.execute(sql.SQL("CREATE DATABASE {} STRATEGY file_copy").format(sql.Identifier(name)))
        yield make_url(postgres_url).set(database=name).render_as_string(hide_password=False)
        maintenance.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="module")
def two_servers(trained_model: Path, shared_database: str) -> Iterator[tuple[Server, Server]]:
    """Two servers on one database."""
    environment = {"MALLEO_DATABASE_URL": shared_database}
    with serving(environment) as one, serving(environment) as other:
        yield one, other
