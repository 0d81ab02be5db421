/// Why the journal is not the one that was written.
public enum JournalFault: Hashable, Sendable {
    /// The entry at `place` (from 1) is not there, though later ones are.
    case missing(place: Int)

    /// The entry at `place` is not the one that was chained there, or the one before it is not.
    case altered(place: Int, JournalEntry)

    /// Entries were added or cut off at the end: the head counts `expected`, `found` are there.
    case length(expected: Int, found: Int)

    /// The head kept beside the entries is not the last entry's.
    case head

    /// The chain never had the head that somebody wrote down.
    case unknownCode(String)
}
