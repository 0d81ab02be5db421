import StrictEncoding

/// The domain separators of the protocol: the ASCII bytes "phieukin/", the version's number, a space, the label, one
/// zero byte.
enum Label: String {
    case accused, board, cancelled, cast, closing, commit, commits, committed, contest, copy, credential, found, freeze,
        gateway, issue
    case issued, minutes, mixed, msg1, nonce, open, receipt, relay, released, seal, slip, tracking
    case roundCode = "round-code"

    func bytes(_ version: ProtocolVersion) -> [UInt8] {
        Array("phieukin/\(version.rawValue) ".utf8) + rawValue.utf8 + [0]
    }

    /// `label || parts…`, the form of everything that is signed or hashed under a label.
    func message(_ version: ProtocolVersion, _ parts: [UInt8]...) -> [UInt8] {
        parts.reduce(into: bytes(version), +=)
    }
}

extension Manifest {
    /// `label || roundID || parts…`, the form of what is signed about the round.
    func message(_ label: Label, _ parts: [UInt8]...) -> [UInt8] {
        parts.reduce(into: label.message(self.version, roundID.bytes), +=)
    }
}
