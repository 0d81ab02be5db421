/// Which files of a round are there; what is in them is another question.
public struct RoundHolding: Hashable, Sendable {
    public let roundID: [UInt8]

    /// The spool's key, whole: it appears last and goes first.
    public let hasSpoolKey: Bool
    public let hasSpoolDatabase: Bool
    public let hasBoxes: Bool

    /// Boxes that were being written when something ended it.
    public let hasUnfinishedBoxes: Bool

    /// Where to look, in words for people: the folder, and the key's file.
    public let places: String

    public var hasSpool: Bool { hasSpoolKey && hasSpoolDatabase }
}
