"""What leaves a casebook besides the signed report: tables, DICOM, and the disclosure of a case."""
