"""DICOM files made to order for these tests."""

from io import BytesIO

import numpy as np
from pydicom import dcmread

from forensix.imaging import phantom

RAMP = np.arange(4096, dtype=np.uint16).reshape(64, 64)
AMBIGUOUS = {"PixelPaddingValue", *(f"{name}PaletteColorLookupTableDescriptor" for name in ("Red", "Green", "Blue"))}


def rewritten(data, change):
    """The file with `change(dataset)` made to it."""
    dataset = dcmread(BytesIO(data))
    change(dataset)
    out = BytesIO()
    dataset.save_as(out)
    return out.getvalue()


def stored_as(values, **tags):
    """A file with exactly these stored values."""
    values = np.asarray(values)

    def change(dataset):
        dataset.Rows, dataset.Columns = values.shape
        dataset.BitsAllocated = values.dtype.itemsize * 8
        dataset.PixelData = values.tobytes()
        dataset["PixelData"].VR = "OW"
        for keyword, value in tags.items():
            if keyword in AMBIGUOUS:
                dataset.add_new(keyword, "US", value)
            else:
                setattr(dataset, keyword, value)

    return rewritten(phantom.dicom(np.zeros((2, 2), np.float32), bits=16), change)
