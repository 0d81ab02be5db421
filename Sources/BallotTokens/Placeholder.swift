enum PlaceholderBallotTokens {}
