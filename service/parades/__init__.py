"""Military and paramilitary parades, and the weapon systems shown or left out at each."""
