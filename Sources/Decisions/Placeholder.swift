enum PlaceholderDecisions {}
