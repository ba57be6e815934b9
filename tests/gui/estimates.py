"""Made-up estimates for the tests of what the window says of them."""

from __future__ import annotations

from dataclasses import replace

from forensix.domain.examination import Limitation, Outcome, SexEstimate


def estimate(log10_lr: float = 1.45, outcome: Outcome = Outcome.MALE, reason: str = "", **changes: object) -> SexEstimate:
    made = SexEstimate(
        outcome=outcome,
        reason=reason,
        forced_choice="male" if log10_lr > 0 else "female",
        logit=log10_lr * 2.3,
        log10_lr=log10_lr,
        log10_lr_bound=(-1.9, 1.8),
        probability_male=0.966,
        prior_male=0.5,
        typicality=0.43,
        model="made-up",
        limitations=(Limitation("subadult", "ANSI/ASB 090 does not cover subadults."),),
        log10_lr_unbounded=log10_lr,
    )
    return replace(made, **changes)  # type: ignore[arg-type]
