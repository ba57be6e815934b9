"""Facts in, a court's PDF out: composing, archiving, signing and checking reports."""
