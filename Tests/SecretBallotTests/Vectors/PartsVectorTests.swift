import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

/// Version 2 against the vectors of its parts: tokens, closing, seal, found.
@Suite struct PartsVectorTests {
    let vectors: PartsVectors

    init() throws { vectors = try PartsVectors.shared.get() }

    /// The vectors name the signer's key and what is signed, and have a signature of it.
    private func expect(_ message: [UInt8], isSignedAs name: String, by key: String) throws {
        #expect(message == (try vectors.hex("signed", name, "message")), "\(name)")
        let signature = try vectors.hex("signed", name, "exampleSignature")
        #expect(try vectors.key(key).isValid(signature, over: message), "\(name)")
    }

    @Test func contestsAreNamedByVersion() throws {
        for (index, id) in try vectors.root.member("contestIDs").array().enumerated() {
            let message = Label.contest.message(.two, vectors.roundID.bytes, [UInt8](bigEndian: UInt32(index)))
            #expect(Hash.digest(message) == hex(try id.string()))
        }
    }

    @Test func theGatewaysKeyIsAKeyConfiguration() throws {
        let configuration = GatewayKey(try vectors.key("gateway")).configuration
        #expect(configuration == (try vectors.hex("keyConfiguration")))
        let reader = JSONReader(["gateway": .bytes(configuration), "relays": []], at: "casting")
        #expect(try Casting(reading: reader).gateway.publicKey == vectors.key("gateway"))
    }

    @Test func tokensAreAskedForWithTheDeviceKey() throws {
        let requests = try vectors.member(["documents", "tokenRequests"]).array().map {
            hex(try $0.string(maximum: 4_096))
        }
        let digest = Hash.digest(requests.flatMap { $0 })
        let deviceKey = try vectors.key("device")
        try expect(
            Label.issue.message(.two, vectors.roundID.bytes, digest, deviceKey.bytes), isSignedAs: "issue",
            by: "credential")
        let voter = try vectors.member(["documents", "voter"]).string()
        try expect(Issued.message(voter, deviceKey, of: vectors.roundID), isSignedAs: "issued", by: "receipt")
    }

    @Test func theRollsLineHasTheDeviceKey() throws {
        let line = try vectors.hex("documents", "roll")
        let entry = try RollEntry(Array(line.dropLast()), as: "roll line 1", in: .two)
        #expect(try entry.deviceKey == vectors.key("device"))
        #expect(RollEntry.roll([entry]) == line)
        #expect(throws: MalformedInput.self) { try RollEntry(Array(line.dropLast()), as: "roll line 1", in: .one) }
    }

    @Test func closingAndSeal() throws {
        let closedAt = try vectors.member(["documents", "closedAt"]).integer()
        let sealedAt = try vectors.member(["documents", "sealedAt"]).integer()
        let rollHash = Hash.digest(try vectors.hex("documents", "roll"))
        let closing = Closing(closedAt: closedAt, rollHash: rollHash, of: vectors.roundID)
        try expect(closing.bytes, isSignedAs: "closing", by: "receipt")
        #expect(closing.bytes == (try vectors.hex("closing")))
        #expect(try Closing(closing.bytes, of: vectors.roundID) == closing)
        let parts = Seal.Parts(
            boxRoot: try vectors.hex("documents", "boxRoot"),
            attendanceHash: Hash.digest(try vectors.hex("documents", "attendance")), rollHash: rollHash,
            times: Seal.Times(
                stepsHash: Hash.digest(try vectors.hex("documents", "steps")), closingHash: closing.hash,
                sealedAt: sealedAt))
        let seal = Seal(parts, of: vectors.roundID, contestCount: 3, in: .two)
        #expect(seal.bytes == (try vectors.hex("seal")))
        #expect(seal.hash == (try vectors.hex("sealHash")))
        try expect(seal.foundMessage, isSignedAs: "found", by: "device")
    }

    @Test func aClosingHasOneForm() throws {
        let bytes = try vectors.hex("closing")
        for (name, wrong) in [
            ("shorter", Array(bytes.dropLast())), ("longer", bytes + [0]),
            ("of version 1", [UInt8](bytes).replacing(at: 9)),
            ("after the end of time", bytes.replacing(at: bytes.count - 40)),
        ] {
            #expect(throws: MalformedInput.self, "\(name)") { try Closing(wrong, of: vectors.roundID) }
        }
        #expect(throws: MalformedInput.self) { try Closing(bytes, of: RoundID(ofManifest: [])) }
    }
}

extension [UInt8] {
    fileprivate func replacing(at place: Int) -> [UInt8] {
        var bytes = self
        bytes[place] = ~bytes[place]
        return bytes
    }
}
