"""What each role may sign; an administrator cannot, an auditor only reads."""

from __future__ import annotations

from forensix.domain.case import Role

SIGNS = frozenset({Role.EXAMINER, Role.REVIEWER})
"""Roles whose certificates may carry a signature in a report; only an examiner's may be the certifying one."""


def may_sign(role: Role) -> bool:
    """Whether somebody in this role may put a signature into a report."""
    return role in SIGNS


def in_words(role: Role) -> str:
    """The role with its article, for a sentence."""
    return f"an {role.value}" if role.value[0] in "aeiou" else f"a {role.value}"
