x {.id, .key, .url, .title, .source, .sourcePath, .authors, .publishedAt, .language}
