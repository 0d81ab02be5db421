import StrictEncoding

/// What an authenticator signs (WebAuthn level 2, section 6.1).
///
///     rpIdHash (32)  flags (1)  signCount (4)  [attested credential data]  [extensions, a CBOR map]
struct AuthenticatorData {
    struct Flags: OptionSet {
        let rawValue: UInt8

        static let userPresent = Flags(rawValue: 1 << 0)
        static let userVerified = Flags(rawValue: 1 << 2)
        static let backupEligible = Flags(rawValue: 1 << 3)
        static let backedUp = Flags(rawValue: 1 << 4)
        static let attestedCredential = Flags(rawValue: 1 << 6)
        static let extensions = Flags(rawValue: 1 << 7)
    }

    private static let place = "authenticatorData"

    /// Section 7.1, step 19 of level 3: no authenticator may name longer ones.
    private static let longestID = 1_023

    let relyingPartyHash: [UInt8]
    let flags: Flags
    let counter: UInt32

    /// Of a registration.
    let credential: Passkey?

    /// - Throws: `MalformedInput`.
    init(parsing bytes: [UInt8]) throws(MalformedInput) {
        var reader = ByteReader(bytes, of: Self.place)
        relyingPartyHash = try reader.take(32)
        flags = Flags(rawValue: try reader.integer(UInt8.self))
        counter = try reader.integer(UInt32.self)
        guard flags.contains(.attestedCredential) else {
            credential = nil
            try Self.readExtensions(CBORReader(try reader.take(reader.remaining), as: Self.place), flags)
            return
        }
        _ = try reader.take(16)
        let length = Int(try reader.integer(UInt16.self))
        guard (1...Self.longestID).contains(length) else { throw MalformedInput(.wrongLength, at: Self.place, "id") }
        let id = try reader.take(length)
        var rest = CBORReader(try reader.take(reader.remaining), as: Self.place)
        credential = Passkey(id: id, publicKey: try Passkey.x963(ofCOSE: rest.value()), counter: counter)
        try Self.readExtensions(rest, flags)
    }

    /// Nothing of them is used; but they are there exactly when the flag says so, and nothing follows.
    private static func readExtensions(_ reader: CBORReader, _ flags: Flags) throws(MalformedInput) {
        var reader = reader
        if flags.contains(.extensions) {
            guard case .map = try reader.value() else { throw MalformedInput(.wrongType, at: place, "extensions") }
        }
        guard reader.isAtEnd else { throw MalformedInput(.trailingBytes, at: place) }
    }
}
