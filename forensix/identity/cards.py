"""Smart cards through PKCS#11: the key never leaves the card; python-pkcs11 talks to it, pyHanko chooses the mechanism."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import Any

from asn1crypto import algos
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from forensix.domain.errors import SigningFailed

SUFFIX = ".card"
PROOF = b"forensix: this card holds the key that is certified"

PublicKey = ec.EllipticCurvePublicKey | rsa.RSAPublicKey


class Standing(Enum):
    """What a card says of itself before its PIN is typed."""

    READY = auto()
    TRIED = auto()
    """A wrong PIN was typed since it was last unlocked."""
    LAST_TRY = auto()
    LOCKED = auto()
    NO_PIN = auto()
    """Nobody has set its PIN yet, as it says."""
    ABSENT = auto()


@dataclass(frozen=True, slots=True)
class Card:
    """Where a key on a card is found.

    Parameters
    ----------
    module : str
        The PKCS#11 library of the card's maker, a .so, .dll or .dylib.
    token : str
        The card's label.
    key : str
        The key's label; "" where the card holds one signing key.
    """

    module: str
    token: str
    key: str = ""

    @classmethod
    def read(cls, path: Path) -> Card:
        """The card that a .card file names."""
        try:
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise SigningFailed(
                f"{path.name} does not say where the card's key is found.", "Name the card again with --pkcs11 and --token.", str(path)
            ) from error

    def write(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    def public_key(self, pin: str) -> PublicKey:
        """The public half of the key, after the card has shown that it holds the private one."""
        with self._session(pin) as session:
            from pkcs11 import Attribute, KeyType
            from pkcs11.util import ec as ec_form
            from pkcs11.util import rsa as rsa_form

            private = self._private_key(session)
            found = self._objects(session, "PUBLIC_KEY", {Attribute.ID: private[Attribute.ID]})
            if not found:
                raise SigningFailed(f"The card {self.token} does not show the public half of its key.", "Put it on the card.", self.token)
            form = ec_form.encode_ec_public_key if found[0].key_type == KeyType.EC else rsa_form.encode_rsa_public_key
            public = serialization.load_der_public_key(form(found[0]))
        if not isinstance(public, ec.EllipticCurvePublicKey | rsa.RSAPublicKey):
            raise SigningFailed(f"The key on the card {self.token} is neither RSA nor on an elliptic curve.", ASK, self.token)
        _check_pair(public, CardKey(self, public, pin).sign(PROOF), self.token)
        return public

    def certificates(self, pin: str) -> tuple[x509.Certificate | None, tuple[x509.Certificate, ...]]:
        """The certificate of the key as it lies on the card, and the card's other ones."""
        from pkcs11 import Attribute

        with self._session(pin) as session:
            of_key = self._private_key(session)[Attribute.ID]
            found = [(one[Attribute.ID], one[Attribute.VALUE]) for one in self._objects(session, "CERTIFICATE", {})]
        own = [x509.load_der_x509_certificate(value) for identifier, value in found if identifier == of_key]
        others = [x509.load_der_x509_certificate(value) for identifier, value in found if identifier != of_key]
        return (own[0] if own else None), tuple(others)

    def standing(self) -> Standing:
        """How the card stands, without a try at its PIN; SigningFailed where its module cannot be used or it does not answer."""
        token = self._in_reader()
        if token is None:
            return Standing.ABSENT
        flags, flag = token.flags, _library(self.token).TokenFlag
        told = {flag.USER_PIN_LOCKED: Standing.LOCKED, flag.USER_PIN_FINAL_TRY: Standing.LAST_TRY, flag.USER_PIN_COUNT_LOW: Standing.TRIED}
        found = next((standing for one, standing in told.items() if one in flags), None)
        return found or (Standing.READY if flag.USER_PIN_INITIALIZED in flags else Standing.NO_PIN)

    def _in_reader(self) -> Any:
        """The token of that label as it is now; None where none lies in a reader."""
        pkcs11 = _library(self.token)
        library = _opened(self.module, self.token)
        try:
            return next((one for one in library.get_tokens() if one.label == self.token), None)
        except pkcs11.PKCS11Error as error:
            raise _silent(error, self.token) from error

    @contextmanager
    def _session(self, pin: str) -> Iterator[Any]:
        """A session at the card, unlocked with the PIN; whatever goes wrong is said in words."""
        pkcs11, token = _library(self.token), self._in_reader()
        if token is None:
            raise SigningFailed(f"There is no card {self.token} in a reader.", "Put the card into the reader, then try again.", self.token)
        try:
            with token.open(user_pin=pin) as session:
                yield session
        except (pkcs11.PKCS11Error, AttributeError) as error:
            raise _refusal(error, token, self.token) from error

    def _private_key(self, session: Any) -> Any:
        from pkcs11 import Attribute

        named = {Attribute.LABEL: self.key} if self.key else {}
        found = self._objects(session, "PRIVATE_KEY", {Attribute.SIGN: True, **named})
        if len(found) != 1:
            many = "more than one signing key" if found else f"no signing key{' named ' + self.key if self.key else ''}"
            raise SigningFailed(f"The card {self.token} holds {many}.", "Name the key's label with --key.", self.token)
        return found[0]

    def _objects(self, session: Any, kind: str, wanted: dict[Any, Any]) -> list[Any]:
        from pkcs11 import Attribute, ObjectClass

        return list(session.get_objects({Attribute.CLASS: ObjectClass[kind], **wanted}))


@dataclass(frozen=True, slots=True)
class CardKey:
    """A card's key with the PIN that was typed; each signature opens a session of its own, so that a card that was taken out is noticed."""

    card: Card
    public: PublicKey
    pin: str = field(repr=False)

    def sign(self, data: bytes) -> bytes:
        """A raw signature over SHA-256 of `data`: ECDSA (DER) or RSA PKCS#1 v1.5, as the key is."""
        from pyhanko.sign.pkcs11 import select_pkcs11_signing_params

        on_curve = isinstance(self.public, ec.EllipticCurvePublicKey)
        mechanism = algos.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa" if on_curve else "sha256_rsa"})
        chosen = select_pkcs11_signing_params(mechanism, "sha256", use_raw_mechanism=True, sign_kwargs={})
        assert chosen.pre_sign_transform is not None
        with self.card._session(self.pin) as session:
            signature: bytes = self.card._private_key(session).sign(chosen.pre_sign_transform(data), **chosen.sign_kwargs)
        return chosen.post_sign_transform(signature) if chosen.post_sign_transform else signature


ASK = "Use a card with an RSA or P-256 key."


def tokens(module: str) -> tuple[str, ...]:
    """The labels of the cards that lie in the readers of a PKCS#11 module; SigningFailed where it cannot be used."""
    pkcs11 = _library(module)
    try:
        return tuple(token.label for token in _opened(module, module).get_tokens() if token.label)
    except pkcs11.PKCS11Error as error:
        raise _silent(error, module) from error


def _opened(module: str, subject: str) -> Any:
    """The maker's library, loaded."""
    pkcs11 = _library(subject)
    try:
        return pkcs11.lib(module)
    except (pkcs11.PKCS11Error, RuntimeError, OSError) as error:
        raise SigningFailed(
            f"The PKCS#11 module {module} cannot be used ({type(error).__name__}).",
            "Check its path, and that the card reader is connected.",
            module,
        ) from error


def _library(token: str) -> Any:
    try:
        import pkcs11
    except ImportError as error:
        raise SigningFailed(
            "Signing with a card needs python-pkcs11, which is not installed.", "Install forensix with its extra: forensix[cards].", token
        ) from error
    return pkcs11


def _check_pair(public: PublicKey, signature: bytes, token: str) -> None:
    try:
        if isinstance(public, rsa.RSAPublicKey):
            public.verify(signature, PROOF, padding.PKCS1v15(), hashes.SHA256())
        else:
            public.verify(signature, PROOF, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature as error:
        raise SigningFailed(f"The two halves of the key on the card {token} do not fit.", ASK, token) from error


def _refusal(error: Exception, token: Any, label: str) -> SigningFailed:
    """What the card said, for the examiner."""
    from pkcs11 import TokenFlag, exceptions

    try:
        flags = token.slot.get_token().flags  # as it is after the refusal; `token` knows how it was before
    except exceptions.PKCS11Error:
        flags = TokenFlag(0)
    if isinstance(error, exceptions.PinLocked) or TokenFlag.USER_PIN_LOCKED in flags:
        return SigningFailed(
            f"The card {label} is locked after too many wrong PINs.", "Unlock it with its PUK, or ask who issued it.", label
        )
    if isinstance(error, exceptions.PinIncorrect | exceptions.PinInvalid | exceptions.PinLenRange):
        left = " One try is left." if TokenFlag.USER_PIN_FINAL_TRY in flags else ""
        fewer = " Some tries have been used." if not left and TokenFlag.USER_PIN_COUNT_LOW in flags else ""
        return SigningFailed(
            f"The PIN does not open the card {label}.{left or fewer}", "Type it again; a card locks itself after some wrong PINs.", label
        )
    return _silent(error, label)


def _silent(error: Exception, label: str) -> SigningFailed:
    return SigningFailed(
        f"The card {label} does not answer ({type(error).__name__}): it was taken out, or is not fit to sign.",
        "Put the card back into the reader, then sign again; nothing was signed.",
        label,
    )
