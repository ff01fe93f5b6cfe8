"""Calls of Slack's Web API through Slack's own client, and what its refusals mean for us."""

from __future__ import annotations

import logging
from typing import Any

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.desk import Later, Shut, Unsendable

logger = logging.getLogger(__name__)

SECONDS = 20
"""How long a call may take."""

NOT_US = frozenset(
    {"invalid_auth", "not_authed", "token_revoked", "token_expired", "missing_scope", "not_allowed_token_type"}
)
"""Refusals that the operator can mend: nothing is lost until then."""

GONE = frozenset(
    "account_inactive channel_not_found is_archived user_not_found user_not_visible user_disabled cannot_dm_bot "
    "messages_tab_disabled not_in_channel restricted_action".split()
)
"""Refusals after which a person cannot be reached any more."""


class SlackApi:
    """One app in one workspace.

    Args:
        token: of the bot, `xoxb-…`.
        server: address of the Web API.
    """

    def __init__(self, token: str, server: str) -> None:
        # What may be tried again is decided at the desk, in order, and not by each call for itself.
        self.client = AsyncWebClient(token, base_url=server, timeout=SECONDS, retry_handlers=[])

    async def call(self, method: str, /, **parameters: Any) -> Any:
        """The answer of a method, such as `chat_postMessage`. Raises `Later`, `Shut` or `Unsendable`."""
        try:
            return await getattr(self.client, method)(**parameters)
        except SlackApiError as refused:
            raise _meaning(refused) from None
        except (TimeoutError, ClientError, SlackClientError, OSError, ValueError):
            raise Later from None


def _meaning(refused: SlackApiError) -> Exception:
    response = refused.response
    if response.status_code == 429 or response.get("error") == "ratelimited":
        return Later(float(response.headers.get("Retry-After", 1)))
    if response.status_code >= 500 or response.get("error") in ("internal_error", "fatal_error", "service_unavailable"):
        return Later()
    error = str(response.get("error"))
    if error in NOT_US:
        logger.error("Slack refuses this app: %s. Look at MALLEO_SLACK_TOKEN and the app's scopes.", error)
        return Later()
    return Shut() if error in GONE else Unsendable(error)
