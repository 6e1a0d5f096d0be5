"""The answers of the students: rows, the file that holds them, work files to take along, codes, and calibration."""
