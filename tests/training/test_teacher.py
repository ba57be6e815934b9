"""Distillation: what a teacher answers, and that a student is pulled towards it."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from forensix.domain.errors import ModelRejected
from forensix.training.data import AgeScale
from forensix.training.network import SexAndAge, build
from forensix.training.recipe import Recipe
from forensix.training.teacher import Teacher
from tests.support.tiny_bundle import tiny_bundle

STUDENT = Recipe(name="student", backbone="resnet18", outputs=("sex", "age"), sizes=((0.0, 48),), epochs=1, batch=8)
SCALE = AgeScale(120.0, 40.0)


@pytest.fixture(scope="module")
def teacher(tiny_models: Path) -> Teacher:
    return Teacher(tiny_models / "tiny-resnet18", SCALE)


def test_a_teacher_answers_in_calibrated_odds_and_on_the_student_s_scale_of_ages(teacher: Teacher) -> None:
    pictures = torch.rand((3, 1, 64, 64), generator=torch.Generator().manual_seed(0))
    card = teacher.card
    with torch.no_grad():
        outputs = teacher.network((pictures - card.preprocess.mean) / card.preprocess.sd)
    found = teacher.answers(pictures)
    assert card.age is not None
    assert torch.allclose(found["sex"], card.calibration.a * outputs[:, 0] + card.calibration.b)
    months = [card.age.months(float(value)) for value in outputs[:, 1]]
    assert torch.allclose(found["age"] * SCALE.sd + SCALE.mean, torch.tensor(months), atol=1e-2)


def test_a_student_of_another_size_is_answered_too(teacher: Teacher) -> None:
    small = torch.rand((2, 1, 48, 48), generator=torch.Generator().manual_seed(1))
    assert {name: value.shape for name, value in teacher.answers(small).items()} == {"sex": (2,), "age": (2,)}


def test_what_agrees_with_the_teacher_loses_least(teacher: Teacher) -> None:
    taught = teacher.answers(torch.rand((4, 1, 64, 64), generator=torch.Generator().manual_seed(2)))
    module = SexAndAge(STUDENT, build(STUDENT), set(), SCALE, teacher=teacher)
    same = torch.stack((taught["sex"], taught["age"]), 1)
    losses = [float(module.total(module.losses_beside(same + shift, taught))) for shift in (0.0, 0.5, -0.5, 2.0)]
    assert min(losses) == losses[0]
    sex_alone = SexAndAge(replace(STUDENT, outputs=("sex",)), build(STUDENT), set(), SCALE, teacher=teacher)
    assert set(sex_alone.losses_beside(same[:, :1], taught)) == {"sex"}


def test_a_teacher_without_ages_teaches_sex_alone() -> None:
    module = SexAndAge(STUDENT, build(STUDENT), set(), SCALE)
    found = module.losses_beside(torch.zeros(2, 2), {"sex": torch.tensor([0.0, math.log(3.0)])})
    assert set(found) == {"sex"} and float(found["sex"]) == pytest.approx(math.log(2.0))


def test_an_altered_bundle_does_not_teach(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path)
    with (bundle / "weights.safetensors").open("ab") as file:
        file.write(b"x")
    with pytest.raises(ModelRejected):
        Teacher(bundle, SCALE)
