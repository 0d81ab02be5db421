enum PlaceholderSecretBallot {}
