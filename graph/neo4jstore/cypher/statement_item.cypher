x {.id, .article, .kind, .mode, .spans, .text, .cue, .cueSpan, .speakerText, .speakerSpan, .saidAt, .saidAtPrecision, .at, .context, .confidence, .reason, .why,
  said: [(x)<-[l:SAID]-() | l {.entity, .key}],
  to: [(x)-[l:TO]->() | l {.entity, .key}],
  about: [(x)-[l:ABOUT]->() | l {.entity, .key, .spans, .confidence, .reason, .why, .tone, .toneConfidence}],
  within: [(x)-[:WITHIN]->(o) | o.id]
}
