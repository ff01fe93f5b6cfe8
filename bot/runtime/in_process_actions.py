"""Runs custom actions in the server's own process and event loop.

Rasa calls an action through an `EndpointConfig`. This one hands the call to rasa_sdk's executor instead of an HTTP
server: the same `actions` package runs behind `rasa run actions` unchanged.
"""

import json
from types import ModuleType
from typing import Any

from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor, ActionNotFoundException
from rasa_sdk.interfaces import ActionExecutionRejection


class InProcessActions(EndpointConfig):
    """An action endpoint without a server.

    Actions get the tracker's state by reference and must treat it as read-only. The domain is not sent.
    """

    def __init__(self, package: str | ModuleType = "actions") -> None:
        """Registers every action of `package`. Raises `ImportError` when it cannot be imported."""
        super().__init__(url="in-process", enable_selective_domain=True)
        self.executor = ActionExecutor()
        self.executor.register_package(package)

    async def request(
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> dict[str, Any] | None:
        """Runs the action named in `kwargs["json"]`; the answer has the form of an action server's.

        Raises:
            ClientResponseError: 400 when the action declines to run, 404 when there is none of that name, as a server
                would answer.
        """
        call = kwargs["json"]
        try:
            answer: dict[str, Any] | None = await self.executor.run(call)
        except ActionExecutionRejection as rejection:
            body = json.dumps({"error": str(rejection), "action_name": rejection.action_name})
            raise ClientResponseError(400, "rejected", body) from rejection
        except ActionNotFoundException as missing:
            body = json.dumps({"error": str(missing), "action_name": call["next_action"]})
            raise ClientResponseError(404, "no such action", body) from missing
        return answer
