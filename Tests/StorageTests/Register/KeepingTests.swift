import OpenSSLKit
import TestSupport
import Testing

@testable import Storage

@Suite struct KeepingTests {
    private let place: Installation
    private let folder: DataFolder
    private let register: SQLRegister

    init() async throws {
        place = try Installation()
        folder = try place.open()
        register = try await place.register(folder)
    }

    @Test func aSecretIsMadeOnceForAll() async throws {
        let register = register
        let secrets = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await register.secret(named: "receipt") { try SecretBytes(random: 32) }.unwipedCopy
                }
            }
            return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(secrets.count == 1)
        let other = try await register.secret(named: "log") { try SecretBytes(random: 32) }.unwipedCopy
        #expect(!secrets.contains(other))
    }

    @Test func secretsAreNowhereInClear() async throws {
        let secret = try SecretBytes(random: 48)
        _ = try await register.secret(named: "receipt") { secret }
        try await register.setIdentity(SignerIdentity(certificate: [1, 2], pkcs12: secret), of: "AN")
        for (name, bytes) in try TemporaryFolder.files(under: place.layout.root) {
            #expect(!contains(bytes, secret.unwipedCopy), "\(name)")
        }
    }

    @Test func aSignerHasOneIdentity() async throws {
        let secret = SecretBytes(copying: [9, 9])
        #expect(try await register.identity(of: "an") == nil)
        try await register.setIdentity(SignerIdentity(certificate: [1], pkcs12: SecretBytes(copying: [])), of: "an")
        try await register.setIdentity(SignerIdentity(certificate: [2], pkcs12: secret), of: "An")
        let identity = try #require(try await register.identity(of: "an"))
        #expect(identity.certificate == [2] && identity.pkcs12.unwipedCopy == [9, 9])
        #expect(try await register.signerCertificates() == ["an": [2]])
        await expectCode(.missing) {
            try await register.setIdentity(SignerIdentity(certificate: [1], pkcs12: secret), of: "nobody")
        }
    }

    @Test func theJournalIsReadBackwards() async throws {
        let entries = (0..<5).map {
            JournalEntry(at: $0, account: "an", round: $0 % 2 == 0 ? "r1" : nil, action: "round.freeze", detail: "x")
        }
        for entry in entries { try await register.add(entry) }
        #expect(try await register.journal(of: nil, limit: 3) == [entries[4], entries[3], entries[2]])
        #expect(try await register.journal(of: "r1", limit: 9) == [entries[4], entries[2], entries[0]])
    }

    @Test func everyCommitIsSynced() async throws {
        let pragmas = try await register.pragmas()
        #expect(pragmas == ["synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2])
    }
}
