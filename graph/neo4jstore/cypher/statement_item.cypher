x {.id, .article, .kind, .spans, .text, .cue, .cueSpan, .speakerText, .speakerSpan, .saidAt, .at, .context, .confidence, .reason, .why,
  said: [(x)<-[l:SAID]-() | l {.entity, .key}],
  to: [(x)-[l:TO]->() | l {.entity, .key}],
  about: [(x)-[l:ABOUT]->() | l {.entity, .key, .spans, .confidence, .reason, .why}],
  within: [(x)-[:WITHIN]->(o) | o.id]
}
