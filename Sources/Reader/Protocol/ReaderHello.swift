import StrictEncoding

/// A reader's first word: which protocol it speaks, and what shuts it in.
struct ReaderHello: Hashable, Sendable {
    static let version = 1

    let holding: SandboxFeatures

    var frame: Frame { Frame(.hello, ["version": .integer(Self.version), "holding": .integer(Int(holding.rawValue))]) }

    init(holding: SandboxFeatures) { self.holding = holding }

    /// - Throws: `MalformedInput`, of another version too.
    init(_ frame: Frame) throws(MalformedInput) {
        let reader = try JSONReader(parsing: frame.payload, as: "hello", limit: Frame.Kind.hello.longest)
        let object = try reader.object(["version", "holding"])
        guard try object.member("version").integer() == Self.version else { throw reader.wrongValue("version 1") }
        holding = SandboxFeatures(
            rawValue: UInt32(try object.member("holding").integer(in: 0...Int(SandboxFeatures.all.rawValue))))
    }
}
