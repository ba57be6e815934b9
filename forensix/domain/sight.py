"""Who may see an estimate when: blind first; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from forensix.domain.case import Acquisition

COVERED = "covered"
"""What stands in the place of a word that may not be read yet."""
AFTER_SEEING = "concluded after seeing the estimate"
"""What stands with a conclusion whose examiner had locked no observation of her own."""


@dataclass(frozen=True, slots=True)
class Sight:
    """The answer: whether the estimate may be seen, and otherwise which verb comes next."""

    visible: bool
    next: str = ""


def may_see(blind_first: bool, observed_by: Iterable[str], examiner: str) -> Sight:
    """Whether `examiner` may see a radiograph's estimate.

    Parameters
    ----------
    blind_first : bool
        The casebook's setting, fixed at its creation and bound by the first seal.
    observed_by : iterable of str
        Examiners whose own observation of this radiograph is locked.
    examiner : str
        Who asks.
    """
    if not blind_first or examiner in set(observed_by):
        return Sight(visible=True)
    return Sight(visible=False, next="observe")


def tags_in_sight(tags: Mapping[str, str], covered: bool) -> dict[str, str]:
    """The header fields that may be read: all, or while `covered` only those that say how the picture was made and nothing of whom.

    What is not known to be harmless is left out: a comment or a private field may name the sex as plainly as PatientSex does.
    """
    return {keyword: text for keyword, text in tags.items() if not covered or keyword in OF_THE_PICTURE}


def acquisition_in_sight(acquisition: Acquisition, covered: bool) -> Acquisition:
    """What may be read of a file's header: all, or while `covered` nothing of whom it shows."""
    if not covered:
        return acquisition
    return replace(acquisition, patient_sex=COVERED, patient_age_years=None, tags=tags_in_sight(acquisition.tags, covered))


OF_THE_PICTURE = frozenset(
    """
    AcquisitionDate AcquisitionDateTime AcquisitionDeviceProcessingCode AcquisitionTime BitsAllocated BitsStored BodyPartExamined
    BurnedInAnnotation Columns ContentDate ContentTime DetectorActiveShape DetectorConfiguration DetectorID DetectorTemperature
    DetectorType DeviceSerialNumber DistanceSourceToDetector DistanceSourceToPatient EntranceDoseInmGy
    EstimatedRadiographicMagnificationFactor Exposure ExposureControlMode ExposureInuAs ExposureTime FieldOfViewDimensions
    FieldOfViewShape FileMetaInformationGroupLength FileMetaInformationVersion FilterMaterial FilterType FocalSpots Grid HighBit
    ImageAreaDoseProduct ImageLaterality ImageOrientationPatient ImageType ImagerPixelSpacing ImplementationClassUID
    ImplementationVersionName InstanceCreationDate InstanceCreationTime InstanceNumber InstitutionName KVP Laterality
    LossyImageCompression LossyImageCompressionMethod LossyImageCompressionRatio Manufacturer ManufacturerModelName
    MediaStorageSOPClassUID MediaStorageSOPInstanceUID Modality NumberOfFrames PatientOrientation PhotometricInterpretation
    PixelAspectRatio PixelIntensityRelationship PixelIntensityRelationshipSign PixelPaddingValue PixelRepresentation PixelSpacing
    PixelSpacingCalibrationType PlanarConfiguration PlateID PlateType PositionerType PresentationIntentType PresentationLUTShape
    RelativeXRayExposure RescaleIntercept RescaleSlope RescaleType Rows SOPClassUID SOPInstanceUID SamplesPerPixel Sensitivity
    SeriesDate SeriesInstanceUID SeriesNumber SeriesTime SoftwareVersions SpatialResolution SpecificCharacterSet StudyDate
    StudyInstanceUID StudyTime TransferSyntaxUID VOILUTFunction ViewPosition WindowCenter WindowCenterWidthExplanation WindowWidth
    XRayTubeCurrent bits compression dpi format height mode size width
    """.split()  # noqa: SIM905
)
