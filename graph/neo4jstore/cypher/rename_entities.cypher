// Gives entities other ids. Each has its hub for an id meanwhile, so that one may get the id that another one had.
CALL {
  UNWIND $renamed AS row
  MATCH (e:Entity {id: row.was})
  SET e.id = row.hub
  RETURN count(*) AS freed
}
WITH freed
UNWIND $renamed AS row
MATCH (e:Entity {id: row.hub})
SET e.id = row.id
