import Foundation
import OpenSSLKit
import Storage
import TestSupport
import Testing

@Suite struct MasterKeyTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path + "/master.key" }

    init() throws { folder = try TemporaryFolder() }

    @Test func isAFileOfThisAccountAlone() throws {
        try MasterKey.create(file: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(attributes[.size] as? Int == 32)
        let first = try TemporaryFolder.bytes(of: path)
        expectCode(.exists) { try MasterKey.create(file: path) }
        #expect(try TemporaryFolder.bytes(of: path) == first)
    }

    @Test(arguments: [0, 1, 31, 33, 4096]) func ofAWrongLengthIsRefused(_ count: Int) throws {
        try TemporaryFolder.write([UInt8](repeating: 1, count: count), to: path)
        expectCode(.malformed) { _ = try MasterKey(file: path) }
    }

    @Test(arguments: [0o640, 0o604, 0o644, 0o660, 0o601]) func thatOthersCanReachIsRefused(_ mode: Int) throws {
        try TemporaryFolder.write([UInt8](repeating: 1, count: 32), to: path, mode: mode)
        expectCode(.unsafePermissions) { _ = try MasterKey(file: path) }
    }

    @Test func thatIsNotThereOrNoFileIsRefused() throws {
        expectCode(.missing) { _ = try MasterKey(file: path) }
        expectCode(.malformed) { _ = try MasterKey(file: folder.path) }
    }

    @Test(arguments: [0, 1, 32, 5000]) func unwrapsWhatItWrapped(_ count: Int) throws {
        try MasterKey.create(file: path)
        let secret = try SecretBytes(random: count)
        let wrapped = try MasterKey(file: path).wrap(secret, purpose: "one")
        #expect(wrapped.count == count + 29)
        #expect(try MasterKey(file: path).unwrap(wrapped, purpose: "one").unwipedCopy == secret.unwipedCopy)
        #expect(try MasterKey(file: path).wrap(secret, purpose: "one") != wrapped)
    }

    @Test func unwrapsForNoOtherPurposeAndNoOtherKey() throws {
        try MasterKey.create(file: path)
        try MasterKey.create(file: path + "2")
        let wrapped = try MasterKey(file: path).wrap(SecretBytes(random: 32), purpose: "one")
        expectCode(.wrongKey) { _ = try MasterKey(file: path).unwrap(wrapped, purpose: "two") }
        expectCode(.wrongKey) { _ = try MasterKey(file: path + "2").unwrap(wrapped, purpose: "one") }
    }

    @Test func unwrapsNothingDamaged() throws {
        try MasterKey.create(file: path)
        let key = try MasterKey(file: path)
        let wrapped = try key.wrap(SecretBytes(random: 8), purpose: "one")
        for position in wrapped.indices {
            var damaged = wrapped
            damaged[position] ^= 0x10
            expectCode(.wrongKey) { _ = try key.unwrap(damaged, purpose: "one") }
            expectCode(.wrongKey) { _ = try key.unwrap(Array(wrapped.prefix(position)), purpose: "one") }
        }
    }
}
