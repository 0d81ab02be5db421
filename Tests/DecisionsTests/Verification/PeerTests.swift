import Decisions
import Foundation
import OpenSSLKit
import Testing

/// Signatures by another program, the `openssl` command, over our statements.
@Suite struct PeerTests {
    private let folder: URL
    private let decision: SignedDecision
    private let signers: Signers

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "phieukin-peer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        signers = try Signers.shared.get()
        decision = try signed(TrialRound().statement())
        try write(decision.bytes, "decision.json")
        try write(decision.signature, "ours.p7s")
        try write(signers.secretary.certificate.pem(), "signer.crt")
        try write(signers.secretary.key.pem().unwipedCopy, "signer.key")
        try write(signers.root.certificate.pem(), "root.crt")
    }

    private func write(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: folder.appending(path: name))
    }

    /// - Returns: whether it exited 0.
    private func openssl(_ arguments: String) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments.split(separator: " ").map(String.init)
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    private func verify(_ name: String) throws -> DecisionVerdict {
        let signature = try [UInt8](Data(contentsOf: folder.appending(path: name)))
        return DecisionVerifier(anchors: signers.anchors).verify(
            decision.bytes, signature: signature,
            register: .known(RegisteredDecision(digest: decision.digest, issuedAt: Signers.signedAt)), now: .max)
    }

    private static let sign = "cms -sign -binary -nosmimecap -in decision.json -signer signer.crt -inkey signer.key"

    @Test func othersVerifyOurs() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let verify = "cms -verify -binary -cades -inform DER -in ours.p7s -CAfile root.crt -attime \(Signers.signedAt)"
        #expect(try openssl("\(verify) -content decision.json -out out"))
        try write(decision.bytes + [0x0A], "other.json")
        #expect(try !openssl("\(verify) -content other.json -out out"))
    }

    @Test func weVerifyOthers() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try openssl("\(Self.sign) -cades -outform DER -out bound.p7s"))
        #expect(try verify("bound.p7s").summary == .valid)
        #expect(try openssl("\(Self.sign) -outform DER -out unbound.p7s"))
        let unbound = try verify("unbound.p7s")
        #expect(unbound.intact.code == "certificate-not-bound" && unbound.intact.value == .no)
        #expect(unbound.trusted.code == "no-signer")
        #expect(unbound.inForce.value == .unknown)
    }
}
