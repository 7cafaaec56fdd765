"""What makes the models that the package ships: `python -m training page`."""
