"""Heatmaps in words and in small pictures: the methods' names, what a map explains, its checks; no Qt but its translations."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from forensix.domain.examination import Saliency, SaliencyCheck
from forensix.domain.view import VOI, Pixels, ViewRecipe, blend, colour_bar, present
from forensix.gui.wording import isolated, tr

COLOUR_MAP: str = ViewRecipe("").colour_map
SMALL = 336
SMALL_RATIO = 2.0
"""Pixels of a small picture for each device-independent one, so that it is sharp on a dense screen."""
METHODS = {
    "grad_cam": "Grad-CAM",
    "hires_cam": "HiResCAM",
    "grad_cam_plus_plus": "Grad-CAM++",
    "layer_cam": "LayerCAM",
    "eigen_cam": "EigenCAM",
    "score_cam": "Score-CAM",
    "occlusion": "Occlusion",
}


def legend() -> NDArray[np.uint8]:
    """The colour bar from none (left) to the map's peak (right)."""
    return colour_bar(COLOUR_MAP, (10, 70))


def method_name(method: str) -> str:
    """A method as its paper calls it."""
    return METHODS.get(method, method)


def follows_output(method: str) -> bool:
    """Whether male and female have maps of their own."""
    return method != "eigen_cam"


def what_it_does(method: str) -> str:
    """One sentence on the method, and what it cannot say."""
    return {
        "grad_cam": tr("The layer's channels, weighted by the mean gradient of what is explained."),
        "hires_cam": tr("Channels times gradient, place by place. At the last layer of a network with mean pooling it is Grad-CAM."),
        "grad_cam_plus_plus": tr("As Grad-CAM, with weights that favour several separate places."),
        "layer_cam": tr("Channels times the positive gradient, place by place; made for finer layers."),
        "eigen_cam": tr("The layer's strongest pattern. It explains no output: male and female have the same map."),
        "score_cam": tr(
            "What is left of the output when the picture is seen through one channel alone; the 64 channels that vary most. Slow."
        ),
        "occlusion": tr("How much the output falls when a patch is flattened; no gradient, no layer but for its grid. Slow."),
    }.get(method, "")


def explains_word(explains: str) -> str:
    return {"male": tr("male"), "female": tr("female"), "age": tr("older age"), "no output": tr("no output")}.get(explains, explains)


def facts(saliency: Saliency) -> str:
    """What a map is: what it explains, by which method and layer, how coarse, how strong; or that there is none."""
    rows, columns = saliency.grid
    said = tr("{explains}: {method} at {layer}, grid {rows} \N{MULTIPLICATION SIGN} {columns}")
    head = said.format(
        explains=explains_word(saliency.explains), method=method_name(saliency.method), layer=saliency.layer, rows=rows, columns=columns
    )
    tail = tr("no map: flat or not finite") if saliency.map is None else tr("peak {peak}").format(peak=f"{saliency.peak:.3g}")
    return f"{head}, {tail}"


def check_line(check: SaliencyCheck) -> str:
    """A check's result as a mark and a word, then its sentence: a failed one as plainly as a passed one."""
    words = {
        True: tr("\N{CHECK MARK} passed"),
        False: tr("\N{MULTIPLICATION SIGN} failed"),
        None: tr("\N{EN DASH} not measured"),
    }
    return f"{words[check.passed]}: {isolated(check.sentence)}"


def small_picture(pixels: Pixels, voi: VOI, saliency: Saliency, side: int = SMALL) -> NDArray[np.uint8]:
    """The radiograph with a map's own blocks laid over it, (rows, columns, 3), at most `side` pixels wide or high."""
    step = max(1, -(-max(pixels.shape) // side))
    few = np.ascontiguousarray(pixels[::step, ::step])
    return np.ascontiguousarray(blend(present(few, voi), saliency.map, colour_map=COLOUR_MAP))
