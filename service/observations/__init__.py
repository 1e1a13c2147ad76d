"""What analysts saw at a facility: findings on its components, and activity."""
