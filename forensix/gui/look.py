"""How a radiograph is looked at: window, place, turn and overlay as one value, and what each movement of the hand makes of it; no Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from forensix.domain.drawing import Overlay, crop_of
from forensix.domain.examination import Saliency
from forensix.domain.raster import Placing
from forensix.domain.view import VOI, Enlarging, LookupTable, ViewRecipe, Window, describe

LARGEST_SCALE = 32.0
Size = tuple[int, int]
"""(rows, columns), of a radiograph, or of the screen in device pixels."""


UNTOUCHED = Window(0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Look:
    """All that decides what is drawn of a radiograph; what undo goes back to.

    Parameters
    ----------
    scale : float
        Device pixels for each radiograph pixel.
    left, top : int
        As in `Placing`.
    fitted : bool
        Whether it follows the size of the view.
    """

    voi: VOI = UNTOUCHED
    inverted: bool = False
    scale: float = 1.0
    left: int = 0
    top: int = 0
    fitted: bool = True
    rotation: float = 0.0
    flip: bool = False
    heat_shown: bool = True
    opacity: float = 0.45
    cut_off: float = 0.0
    colour_map: str = ViewRecipe("").colour_map
    enlarging: Enlarging = "bilinear"

    @property
    def window(self) -> Window:
        """The window as edges; a look-up table counts from its first to its last value."""
        voi = self.voi
        return Window(voi.first, voi.last, explanation=voi.explanation) if isinstance(voi, LookupTable) else voi

    def placed_as(self, held: Look) -> Look:
        """Place, turn and window of another look, with this one's map."""
        map_of_now = {name: getattr(self, name) for name in ("heat_shown", "opacity", "cut_off", "colour_map", "enlarging")}
        return replace(held, **map_of_now)

    def placing(self, screen: Size) -> Placing:
        return Placing(*screen, self.scale, self.left, self.top, self.rotation, self.flip)

    def overlay(self, saliency: Saliency | None) -> Overlay | None:
        """What is laid over the radiograph; None where there is no map, or it is hidden."""
        if saliency is None or saliency.map is None or not self.heat_shown or self.opacity <= 0.0:
            return None
        return Overlay(saliency.map, self.opacity, self.cut_off, self.colour_map, self.enlarging)

    def recipe(self, screen: Size, saliency: Saliency | None) -> ViewRecipe:
        """What is on a screen of this size, so that `drawing.draw` draws it again."""
        placing = self.placing(screen)
        shown = self.overlay(saliency) is not None
        named = {"saliency_method": saliency.method, "layer": saliency.layer, "target": saliency.explains} if shown and saliency else {}
        return ViewRecipe(
            window=describe(self.voi),
            inverted=self.inverted,
            rotation=self.rotation,
            flip=self.flip,
            crop=crop_of(placing),
            opacity=self.opacity if shown else 0.0,
            cut_off=self.cut_off if shown else 0.0,
            colour_map=self.colour_map,
            size=screen,
            enlarging=self.enlarging,
            scale=self.scale,
            **named,
        )


def fitted(look: Look, radiograph: Size, screen: Size) -> Look:
    """The whole radiograph, as large as it goes, in the middle."""
    placing = look.placing(screen)
    high, wide = placing.turned(*radiograph)
    angle = math.radians(abs(placing.fine))
    around = (wide * math.cos(angle) + high * math.sin(angle), high * math.cos(angle) + wide * math.sin(angle))
    scale = min(max(screen[1], 1) / around[0], max(screen[0], 1) / around[1], LARGEST_SCALE)
    left, top = -round((screen[1] - wide * scale) / 2), -round((screen[0] - high * scale) / 2)
    return replace(look, scale=scale, left=left, top=top, fitted=True)


def zoomed(look: Look, factor: float, about: tuple[float, float], radiograph: Size, screen: Size) -> Look:
    """Scaled so that what lies under `about` (x, y in device pixels) stays there; between a quarter of fitted, or of 1:1, and 32 to 1."""
    smallest = min(fitted(look, radiograph, screen).scale, 1.0) / 4
    scale = min(max(look.scale * factor, smallest), LARGEST_SCALE)
    ratio = scale / look.scale
    left, top = (round((start + at) * ratio - at) for start, at in zip((look.left, look.top), about, strict=True))
    return replace(look, scale=scale, left=left, top=top, fitted=False)


def moved(look: Look, right: int, down: int) -> Look:
    return replace(look, left=look.left - right, top=look.top - down, fitted=False)


def turned(look: Look, degrees: float, radiograph: Size, screen: Size) -> Look:
    """Turned clockwise about what lies in the middle of the screen."""
    return _about_middle(look, replace(look, rotation=(look.rotation + degrees) % 360.0), radiograph, screen)


def mirrored(look: Look, radiograph: Size, screen: Size) -> Look:
    """Left and right of the screen exchanged."""
    return _about_middle(look, replace(look, flip=not look.flip, rotation=-look.rotation % 360.0), radiograph, screen)


def resized(look: Look, radiograph: Size, before: Size, screen: Size) -> Look:
    """On a screen of another size: fitted again, or what was in the middle still there."""
    if look.fitted:
        return fitted(look, radiograph, screen)
    return replace(look, left=look.left + round((before[1] - screen[1]) / 2), top=look.top + round((before[0] - screen[0]) / 2))


def _about_middle(before: Look, after: Look, radiograph: Size, screen: Size) -> Look:
    if before.fitted:
        return fitted(after, radiograph, screen)
    middle = (screen[1] / 2, screen[0] / 2)
    at = before.placing(screen).to_radiograph(*middle, *radiograph)
    x, y = replace(after, left=0, top=0).placing(screen).from_radiograph(*at, *radiograph)
    return replace(after, left=round(x - middle[0]), top=round(y - middle[1]))


def dragged_window(window: Window, across: float, down: float) -> Window:
    """Window and level after a drag of `across`, `down` widget widths and heights: right widens, down brightens."""
    width = max((window.high - window.low) * 4.0**across, 1.0 / 4096)
    middle = (window.low + window.high) / 2 - down * (window.high - window.low)
    return Window(middle - width / 2, middle + width / 2, window.function, "set by hand")


def followed(look: Look, before: Look, after: Look, radiograph: Size, screen: Size) -> Look:
    """What another view's change from `before` to `after` makes of `look`: the same movements, each from where it is itself."""
    if after.flip is not before.flip:
        look = mirrored(look, radiograph, screen)
    elif after.rotation != before.rotation:
        look = turned(look, after.rotation - before.rotation, radiograph, screen)
    elif after.fitted and not before.fitted:
        look = fitted(look, radiograph, screen)
    elif (after.scale, after.left, after.top) != (before.scale, before.left, before.top):
        ratio = after.scale / before.scale
        left, top = after.left - ratio * before.left, after.top - ratio * before.top
        scale = min(look.scale * ratio, LARGEST_SCALE)
        look = replace(look, scale=scale, left=round(look.left * ratio + left), top=round(look.top * ratio + top), fitted=False)
    if after.voi != before.voi:
        look = replace(look, voi=_window_followed(look.window, before.window, after.window))
    return replace(look, inverted=look.inverted is not (after.inverted is not before.inverted))


def _window_followed(window: Window, before: Window, after: Window) -> Window:
    """A window made wider and moved as another was, in shares of its own width."""
    share = (window.high - window.low) / (before.high - before.low)
    low = window.low + (after.low - before.low) * share
    return Window(low, low + (after.high - after.low) * share, window.function, "set by hand")
