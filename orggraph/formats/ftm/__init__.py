"""FollowTheMoney: the entities of investigative journalism (https://followthemoney.tech)."""
