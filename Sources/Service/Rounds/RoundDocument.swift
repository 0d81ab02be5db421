/// The documents that the register keeps of a round, by name; those of the record have its names.
enum RoundDocument: String {
    // Of the draft, replaceable until the round is frozen.
    case draft, units, voters, board
    case draftRelays = "draft-relays"

    // Fixed with a step.
    case manifest, guidance, attendance, roll, closing, steps, relays, seal, opening, tally, outcomes, cancellation
    case turnout

    /// What is public of a cancellation: that it was, and when, signed.
    case signedCancellation = "signed-cancellation"

    /// How a board of several made its key.
    case boardTranscript = "board-transcript"

    /// The name of what a relay said, by its place in the manifest; the seal joins all into `relays`.
    static func statement(of relay: Int) -> String { "relay-\(relay)" }
}
