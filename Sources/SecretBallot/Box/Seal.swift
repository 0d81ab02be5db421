public import StrictEncoding

/// What sealing fixes for good.
///
///     seal = label("seal") || roundID || u32 C || box root || H(attendance) || H(roll)
///            in version 2 also || H(steps) || H(closing) || u64 sealedAt
public struct Seal: Sendable, Hashable {
    public let bytes: [UInt8]
    public let version: ProtocolVersion
    public let parts: Parts

    /// What a seal is over.
    public struct Parts: Sendable, Hashable {
        public let boxRoot: [UInt8]
        public let attendanceHash: [UInt8]
        public let rollHash: [UInt8]

        /// Nil in version 1, where nobody signs when anything was.
        public let times: Times?

        public init(boxRoot: [UInt8], attendanceHash: [UInt8], rollHash: [UInt8], times: Times? = nil) {
            (self.boxRoot, self.attendanceHash, self.rollHash, self.times) = (boxRoot, attendanceHash, rollHash, times)
        }
    }

    /// When the round took its steps, and when its box was sealed.
    public struct Times: Sendable, Hashable {
        public let stepsHash: [UInt8]
        public let closingHash: [UInt8]

        /// Seconds since 1970.
        public let sealedAt: Int

        public init(stepsHash: [UInt8], closingHash: [UInt8], sealedAt: Int) {
            (self.stepsHash, self.closingHash, self.sealedAt) = (stepsHash, closingHash, sealedAt)
        }
    }

    public init(_ parts: Parts, of manifest: Manifest) {
        self.init(parts, of: manifest.roundID, contestCount: manifest.contests.count, in: manifest.version)
    }

    public init(
        _ parts: Parts, of roundID: RoundID, contestCount: Int, in version: ProtocolVersion = .current
    ) {
        self.parts = parts
        self.version = version
        bytes = Self.start(roundID, contestCount, version) + parts.bytes
    }

    /// - Throws: `MalformedInput` unless the bytes are a seal of this round.
    public init(_ bytes: [UInt8], of manifest: Manifest) throws(MalformedInput) {
        let start = Self.start(manifest.roundID, manifest.contests.count, manifest.version)
        guard bytes.starts(with: start), let parts = Parts(bytes.dropFirst(start.count), in: manifest.version) else {
            throw MalformedInput(.wrongValue, at: "seal", "the seal of this round")
        }
        self.init(parts, of: manifest)
    }

    public var hash: [UInt8] { Hash.digest(bytes) }

    public var boxRoot: [UInt8] { parts.boxRoot }

    private static func start(_ roundID: RoundID, _ contestCount: Int, _ version: ProtocolVersion) -> [UInt8] {
        Label.seal.message(version, roundID.bytes, [UInt8](bigEndian: UInt32(contestCount)))
    }

    /// What is signed by whoever found all their slips in the sealed box.
    public var foundMessage: [UInt8] { Label.found.message(version, hash) }

    /// Whether the voter says that all their slips are in the sealed box.
    /// - Parameter key: the voter's finding key: `Manifest.findingKey(of:)`.
    public func isFound(by key: VerifyingKey, signature: [UInt8]) -> Bool {
        key.isValid(signature, over: foundMessage)
    }
}

extension Seal.Parts {
    fileprivate var bytes: [UInt8] {
        boxRoot + attendanceHash + rollHash
            + (times.map { $0.stepsHash + $0.closingHash + [UInt8](bigEndian: UInt64($0.sealedAt)) } ?? [])
    }

    /// - Returns: nil unless the bytes are as many as the version has.
    fileprivate init?(_ bytes: ArraySlice<UInt8>, in version: ProtocolVersion) {
        let hashes = version == .one ? 3 : 5
        let time = bytes.dropFirst(hashes * Hash.byteCount)
        guard bytes.count >= hashes * Hash.byteCount, time.count == (version == .one ? 0 : 8),
            let sealedAt = Int(exactly: time.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        else { return nil }
        func hash(_ index: Int) -> [UInt8] {
            Array(bytes.dropFirst(index * Hash.byteCount).prefix(Hash.byteCount))
        }
        let times = Seal.Times(stepsHash: hash(3), closingHash: hash(4), sealedAt: sealedAt)
        self.init(
            boxRoot: hash(0), attendanceHash: hash(1), rollHash: hash(2), times: version == .one ? nil : times)
    }
}

extension Manifest {
    /// The key by which a voter says that the slips were found: what only the voter's device has, or in version 1 what
    /// the printed card stands for.
    /// - Parameter entry: the voter's line of the roll.
    public func findingKey(of entry: RollEntry) -> VerifyingKey? {
        guard self.version == .one else { return entry.deviceKey }
        return position(ofVoter: entry.voter).map { self.voters[$0].credentialKey }
    }
}
