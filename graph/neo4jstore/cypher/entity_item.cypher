x {.id, .kind, .name, .aliases, .aliasMentions, .articleCount, .mentionCount, .firstSeen, .lastSeen, .byName, .byNameRest}
