"""Peninsula: the sourced, dated record of diplomacy and denuclearisation on the Korean Peninsula, over HTTP."""
