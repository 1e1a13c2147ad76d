"""Military and paramilitary parades, and the weapon systems shown at each or left out."""
