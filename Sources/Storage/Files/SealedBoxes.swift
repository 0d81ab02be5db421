/// A round's sealed boxes, in the protocol's `boxes.bin` form: once the round is sealed, the only copy of its slips.
///
/// Every implementation promises: they appear *whole*, synced, and read back from the disk; they are *never replaced* by
/// other bytes; and they go only by a permission that says why nothing is lost.
public protocol SealedBoxes: Sendable {
    var file: KeptFile { get }

    /// Writes a closed spool's slips, reads them back and compares.
    /// - Throws: `StorageError`: `exists` if there are boxes with other bytes; `wrongState` unless the spool is closed;
    ///   `full`, `corrupt`, `inputOutput`.
    func write(from spool: any BallotSpool) async throws

    /// Whether this closed or idle spool holds every slip of theirs: then they can be made again.
    func areHeld(by spool: any BallotSpool) async throws -> Bool

    /// Removes them, and what was being written of them; nothing if there is neither.
    /// - Throws: `StorageError.exists` if they hold a slip that the spool does not hold: then they stay.
    func remove(_ permission: BoxRemoval) async throws

    /// Puts what a whole spool holds in the place of boxes that are damaged, which stay beside it.
    /// - Parameter holds: whether the spool's boxes are the ones that were sealed; nothing changes where not.
    func restore(
        from spool: any BallotSpool, where holds: @Sendable (_ read: BoxReading) throws -> Bool
    ) async throws -> Bool
}

/// Hands boxes over in chunks, in order.
public typealias BoxReading = (_ receive: ([UInt8]) throws -> Void) throws -> Void

/// Why boxes may go.
public enum BoxRemoval: Sendable {
    /// The round was never sealed, or was cancelled, and this closed or idle spool holds every slip of theirs.
    case heldBy(any BallotSpool)

    /// The round is sealed and its boxes are proved, or it has none: only what was left half-written goes.
    case unfinishedAlone
}
