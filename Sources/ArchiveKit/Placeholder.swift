enum PlaceholderArchiveKit {}
