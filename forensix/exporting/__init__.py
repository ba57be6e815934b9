"""What leaves a casebook besides the signed report: tables for other systems."""
