"""What a change of the law's figures would do to those who pay and those who receive."""
