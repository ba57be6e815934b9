"""Marked regions, and their retrieval inside the network."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from forensix.inference import backbones
from forensix.inference.backbones.roi_sequential_cnn import STRIDE, Retrieving, phog
from forensix.training import regions
from forensix.training.recipe import load
from forensix.training.train import preprocess_of
from forensix.validation.manifest import Manifest, ManifestRejected, Row, read

SIDE = 96


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    """Pictures with one bright disc each, every time elsewhere."""
    folder, lines = tmp_path_factory.mktemp("discs"), ["path,subject,sex,bone_age_months"]
    rows, columns = np.mgrid[0:120, 0:80]
    for index in range(6):
        disc = np.hypot(rows - 30 - 12 * index, columns - 28 - 5 * index) < 20
        Image.fromarray((30 + 190 * disc).astype(np.uint8)).save(folder / f"{index}.png")
        lines.append(f"{index}.png,{index},{'FM'[index % 2]},100")
    (folder / "labels.csv").write_text("\n".join(lines), encoding="utf-8")
    return read(folder / "labels.csv")


def test_the_rule_boxes_what_is_bright(data: Manifest) -> None:
    marks = regions.marks_by_rule(data.rows, 6)
    assert len(marks) == 6
    for index, mark in enumerate(marks):
        assert mark.y + mark.size / 2 == pytest.approx(30 + 12 * index, abs=2)
        assert mark.x + mark.size / 2 == pytest.approx(28 + 5 * index, abs=2)
        assert mark.size == pytest.approx(38, abs=4)


def test_marks_are_written_and_read_back(data: Manifest, tmp_path: Path) -> None:
    marks = regions.marks_by_rule(data.rows, 3)
    regions.write_marks(marks, data, tmp_path / "marks.csv")
    back = regions.read_marks(tmp_path / "marks.csv", data, data.rows)
    assert [(mark.path.name, mark.x, mark.y, mark.size) for mark in back] == [(m.path.name, m.x, m.y, m.size) for m in marks]


def test_all_faults_of_the_marks_are_listed(data: Manifest, tmp_path: Path) -> None:
    file = tmp_path / "marks.csv"
    file.write_text(
        "path,x,y,size\n0.png,1,1,20\n1.png,70,1,20\n5.png,1,1,20\ngone.png,1,1,9\n2.png,1,one,9\n3.png,1,1,-4\n", encoding="utf-8"
    )
    train: list[Row] = [row for row in data.rows if row.subject != "5"]
    with pytest.raises(ManifestRejected) as rejected:
        regions.read_marks(file, data, train)
    assert [fault.split(":")[0] for fault in rejected.value.faults] == ["line 3", "line 4", "line 5", "line 6", "line 7"]
    file.write_text("path,x,y,size\n", encoding="utf-8")
    with pytest.raises(ManifestRejected, match="no marks"):
        regions.read_marks(file, data, train)


def test_a_marked_picture_retrieves_its_own_region_and_the_map_lies_there(data: Manifest) -> None:
    torch.manual_seed(0)
    network = Retrieving(1, 8).eval().requires_grad_(False)
    marks = regions.marks_by_rule(data.rows, 6)
    preprocess = preprocess_of(load("roi_retrieval"))
    pictures, centres = regions.tensors(marks, type(preprocess)(size=SIDE, mean=preprocess.mean, sd=preprocess.sd))
    network.remember(pictures, centres)
    cells, side = SIDE // STRIDE, round(0.75 * SIDE / STRIDE)
    corners = network.corners(pictures, cells, side)
    expected = [[min(max(round(float(c) * cells - side / 2), 0), cells - side) for c in centre] for centre in centres]
    assert np.abs(np.array(corners) - expected).max() <= 1 and len({tuple(corner) for corner in corners}) > 1
    seen: list[torch.Tensor] = []
    backbones.load("roi_sequential_cnn").saliency_layer(network).register_forward_hook(lambda _m, _i, output: seen.append(output))
    alone = torch.cat([network(picture[None]) for picture in pictures])
    together = network(pictures)
    assert torch.allclose(alone, together, atol=1e-4)
    for canvas, (row, column) in zip(seen[-1], corners, strict=True):
        assert canvas.shape[1:] == (cells, cells)
        outside = canvas.clone()
        outside[:, row : row + side, column : column + side] = 0
        assert float(outside.abs().max()) == 0.0 < float(canvas.abs().max())


def test_the_histogram_does_not_know_brightness_or_contrast() -> None:
    picture = torch.rand((1, 1, 40, 40), generator=torch.Generator().manual_seed(0))
    assert torch.allclose(phog(picture), phog(3.0 * picture + 5.0), atol=1e-5)
    assert float(phog(picture).sum()) == pytest.approx(1.0, abs=1e-4)
    assert float(phog(torch.ones(1, 1, 40, 40)).sum()) == 0.0
    with pytest.raises(ValueError, match="room for 1 to 8"):
        Retrieving(1, 8).remember(torch.zeros(9, 1, 32, 32), torch.zeros(9, 2))
