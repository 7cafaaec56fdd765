"""The engines and frameworks that users already run; one module each, installed as an extra."""
