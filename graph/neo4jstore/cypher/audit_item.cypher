x {.id, .at, .by, .action, .outcome, .nodes, .detail, .applied}
