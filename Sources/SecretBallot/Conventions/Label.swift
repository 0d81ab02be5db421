import StrictEncoding

/// The domain separators of the protocol: the ASCII bytes "phieukin/1 ", the label, one zero byte.
enum Label: String {
    case cast, contest, credential, found, freeze, issue, minutes, nonce, open, receipt, seal, slip, tracking
    case roundCode = "round-code"

    var bytes: [UInt8] { Array("phieukin/1 ".utf8) + rawValue.utf8 + [0] }

    /// `label || parts…`, the form of everything that is signed or hashed under a label.
    func message(_ parts: [UInt8]...) -> [UInt8] { parts.reduce(into: bytes, +=) }
}
