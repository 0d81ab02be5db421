import Crypto
import Glibc

/// Sealed boxes in a file of their own.
struct BoxesFile: SealedBoxes {
    let file: KeptFile

    private var draft: String { file.path + ".new" }

    init(_ path: String) { file = KeptFile(path) }

    func write(from spool: any BallotSpool) async throws {
        let written = try await writeDraft(from: spool)
        guard file.isThere else { return try FileTree.move(draft, to: file.path) }
        let present = try Self.digest(of: file)
        try FileTree.destroy(draft)
        guard present == written else {
            throw StorageError(.exists, "\(file.path): there are sealed boxes already, with other slips: they stay")
        }
    }

    /// - Returns: the digest of what is on the disk.
    private func writeDraft(from spool: any BallotSpool) async throws -> [UInt8] {
        let draft = draft
        return try await spool.withBoxes { read in
            var hash = SHA256()
            try FileTree.write(draft) { file in
                try read { chunk in
                    hash.update(data: chunk)
                    try file.write(chunk)
                }
            }
            let written = Array(hash.finalize())
            guard try Self.digest(of: KeptFile(draft)) == written else {
                throw StorageError(.inputOutput, "\(draft): the disk did not keep what was written: check the disk")
            }
            return written
        }
    }

    func remove(_ permission: BoxRemoval) async throws {
        switch permission {
        case .heldBy(let spool):
            if file.isThere {
                guard try await areHeld(by: spool) else {
                    throw StorageError(
                        .exists, "\(file.path): it holds slips that the round's spool does not hold: it stays")
                }
            }
            try FileTree.destroy(file.path)
        case .unfinishedAlone: break
        }
        // Never the only copy: a spool is destroyed only when its boxes are whole and in their place.
        try FileTree.destroy(draft)
    }

    func areHeld(by spool: any BallotSpool) async throws -> Bool {
        let file = file
        return try await spool.withBoxes { read in
            var held: Set<[UInt8]> = []
            var own = BoxSlips()
            try read { chunk in own.read(chunk) { held.insert(Self.digest(of: $0)) } }
            var (theirs, isHeld) = (BoxSlips(), true)
            try file.read { chunk in theirs.read(chunk) { isHeld = isHeld && held.contains(Self.digest(of: $0)) } }
            return isHeld
        }
    }

    func restore(
        from spool: any BallotSpool, where holds: @Sendable (_ read: BoxReading) throws -> Bool
    ) async throws -> Bool {
        _ = try await writeDraft(from: spool)
        guard try holds(KeptFile(draft).read) else {
            try FileTree.destroy(draft)
            return false
        }
        if file.isThere { try FileTree.move(file.path, to: file.path + ".damaged") }
        try FileTree.move(draft, to: file.path)
        return true
    }

    private static func digest(of slip: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: slip)) }

    /// Of what the disk has, not of what memory still holds of it.
    private static func digest(of file: KeptFile) throws -> [UInt8] {
        var hash = SHA256()
        try OpenFile(file.path, O_RDONLY).dropCached()
        try file.read { hash.update(data: $0) }
        return Array(hash.finalize())
    }
}

/// Finds the slips in boxes that stream by, as far as they go.
struct BoxSlips {
    private var pending: [UInt8] = []

    /// Slips that are still to come in the box at hand.
    private var left: UInt32 = 0

    mutating func read(_ chunk: [UInt8], _ slip: ([UInt8]) -> Void) {
        pending += chunk
        var place = 0
        while pending.count - place >= (left > 0 ? SpooledSlip.slipCount : 4) {
            if left == 0 {
                left = pending[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
                place += 4
            } else {
                slip(Array(pending[place..<place + SpooledSlip.slipCount]))
                left -= 1
                place += SpooledSlip.slipCount
            }
        }
        pending.removeFirst(place)
    }
}
