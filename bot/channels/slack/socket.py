"""Socket Mode: Slack is asked for deliveries, where it cannot reach this machine, as on a laptop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.channels.refusal import Refused
from bot.channels.slack.api import SlackApi
from bot.channels.slack.events import Malformed

logger = logging.getLogger(__name__)

Take = Callable[[dict[str, Any]], Awaitable[Any]]


class Socket:
    """One connection to Slack, opened again whenever it breaks.

    Args:
        app_token: of the app, `xapp-…`, with the scope `connections:write`.
        event, interaction, command: take what comes in.
    """

    def __init__(self, api: SlackApi, app_token: str, event: Take, interaction: Take, command: Take) -> None:
        self._api = api
        self._app_token = app_token
        self._taken_by = {"events_api": event, "interactive": interaction, "slash_commands": command}
        self._client: SocketModeClient | None = None
        self._opening: asyncio.Task[None] | None = None

    def open(self) -> None:
        """Connects as soon as Slack can be reached and lets us: the client tries until then."""
        self._client = _Client(self._app_token, web_client=self._api.client)
        self._client.socket_mode_request_listeners.append(self._take)
        self._opening = asyncio.create_task(self._client.connect())  # type: ignore[no-untyped-call]

    async def close(self) -> None:
        if self._opening:
            self._opening.cancel()
        if self._client:
            await self._client.close()  # type: ignore[no-untyped-call]

    async def _take(self, client: Any, request: SocketModeRequest) -> None:
        """Acknowledges what was kept. What was not, Slack delivers again."""
        take = self._taken_by.get(request.type)
        try:
            answer = await take(request.payload) if take else None
        except Malformed:
            logger.warning("A delivery that cannot be read was left out.")
            answer = None
        except Refused as refused:
            logger.error("A delivery could not be kept: %s.", refused.code)
            return
        except Exception as error:  # the client would say nothing of it
            logger.error("A delivery could not be kept: %s.", type(error).__name__)
            return
        await client.send_socket_mode_response(SocketModeResponse(request.envelope_id, answer))


class _Client(SocketModeClient):
    """Slack's own client, which tries on its own until it is connected, and says nothing of that."""

    async def issue_new_wss_url(self) -> str:
        try:
            return await super().issue_new_wss_url()
        except SlackApiError as error:
            logger.error("Slack refuses a socket: %s. Look at MALLEO_SLACK_APP_TOKEN.", error.response["error"])
            raise
        except (TimeoutError, ClientError, SlackClientError, OSError):
            logger.error("Slack cannot be reached for a socket.")
            raise
