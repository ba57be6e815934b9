"""Time-stamps of RFC 3161 from the site's own service, made on this computer: asn1crypto writes what is said, pyHanko signs it as CMS."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from asn1crypto import cms, core, tsp
from pyhanko.sign.signers import Signer
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import get_nonce

POLICY = "2.25.104313580318529346722338706043541012573"  # a UUID as OID (ITU-T X.667): the rules in docs/how-to/identities.md


class SiteTimeStamper(TimeStamper):  # type: ignore[misc]
    """Answers pyHanko's requests with the service's key; `clock` is this computer's."""

    def __init__(self, service: Signer, clock: Callable[[], datetime] | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._service = service
        self._clock = clock or _now

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        said = tsp.TSTInfo(
            {
                "version": "v1",
                "policy": POLICY,
                "message_imprint": req["message_imprint"],
                "serial_number": get_nonce(),  # type: ignore[no-untyped-call]
                "gen_time": core.GeneralizedTime(self._clock().astimezone(UTC)),
                "nonce": req["nonce"],
            }
        )
        content = cms.EncapsulatedContentInfo({"content_type": "tst_info", "content": cms.ParsableOctetString(said.dump())})
        token = await self._service.async_sign_general_data(content, "sha256", detached=False)
        return tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": token})


def _now() -> datetime:
    return datetime.now(UTC)
