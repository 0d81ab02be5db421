/// For whom a file is read, as far as shares tell people apart. Kept in memory while it is; never logged.
public enum Asker: Hashable, Sendable {
    /// Whoever is signed in: served before strangers, and waiting apart from them.
    case staff

    /// By address; nil where many come from one, which then has no share of its own.
    case stranger([UInt8]?)

    /// Whether it has no more than its share.
    var isShared: Bool {
        switch self {
        case .stranger(.some): true
        case .staff, .stranger(nil): false
        }
    }
}
