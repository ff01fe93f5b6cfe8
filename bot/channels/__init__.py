"""Front ends: one base class, one file each."""
