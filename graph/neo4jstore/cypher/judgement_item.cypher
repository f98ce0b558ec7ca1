x {.id, .a, .b, .verdict, .by, .score, .author, .reason, .at, .block, .act, .name}
