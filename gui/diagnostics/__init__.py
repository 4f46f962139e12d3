"""What helps when something is wrong: the doctor, the crash log, and one file to send."""
