// What articles say of their keys.
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN id, a.publishedAt AS at, a.seen AS seen
