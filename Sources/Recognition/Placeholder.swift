enum PlaceholderR {}
