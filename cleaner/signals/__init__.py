"""What detectors look with: phrases, cards, regions, class names, the headline of a text."""
