x {.id, .publishedAt, .key, .type, .mode, .status, .partKeys, .partRoles, .partSpans, .place, .from, .to, .precision, .trigger, .triggerText,
  .spans, .text, .statement, .article, event: startNode(x).id, .confidence, .reason, .why}
