/// Where an object is (ISO 32000-2, 7.5.4 and 7.5.8.3).
enum CrossReference: Hashable, Sendable {
    case free
    case offset(Int, generation: Int)
    /// Within an object stream.
    case packed(container: Int, index: Int)

    /// Of an object that is there.
    var generation: Int? {
        switch self {
        case .free: nil
        case .offset(_, let generation): generation
        case .packed: 0
        }
    }
}
