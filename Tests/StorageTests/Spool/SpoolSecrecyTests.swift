import Crypto
import Foundation
import GRDB
import OpenSSLKit
import StrictEncoding
import TestSupport
import Testing

@testable import Storage

/// Reads the raw files, as whoever seizes the disk would.
@Suite struct SpoolSecrecyTests {
    private let place: Installation
    private let folder: DataFolder
    private let slips: [TestSlip]

    init() throws {
        place = try Installation()
        folder = try place.open()
        slips = (0..<96).map { TestSlip($0 &* 7919, contests: 8) }
    }

    /// Twelve voters, eight slips each, one voter after the other.
    private func vote() async throws -> SQLiteSpool {
        let spool = try await place.spool(contests: 8, in: folder)
        for voter in 0..<12 {
            let digest = Array(SHA256.hash(data: [UInt8(voter)]))
            _ = try await spool.issue(Issuance(voter: voter, batchDigest: digest, batch: digest + digest))
            for slip in slips[voter * 8..<voter * 8 + 8] { _ = try await spool.cast(slip) }
        }
        return spool
    }

    private func raw() throws -> [String: [UInt8]] { try TemporaryFolder.files(under: place.layout.root) }

    /// Pieces long enough that chance does not make them.
    private func pieces(of slip: TestSlip) -> [[UInt8]] {
        [slip.slipID, Array(slip.slipID.prefix(12))]
            + stride(from: 0, to: 460, by: 40).map { Array(slip.bytes[$0..<$0 + 12]) }
    }

    @Test func nothingOfASlipIsInClearWhileTheBoxIsOpen() async throws {
        let spool = try await vote()
        let raw = try raw()
        #expect(raw.keys.contains { $0.hasSuffix("spool.sqlite-wal") })
        for (name, bytes) in raw {
            for slip in slips {
                for piece in pieces(of: slip) { #expect(!contains(bytes, piece), "\(name)") }
                #expect(!contains(bytes, Array(SHA256.hash(data: slip.slipID))), "\(name): an unkeyed hash")
            }
            for voter in 0..<12 { #expect(!contains(bytes, Array(SHA256.hash(data: [UInt8(voter)]))), "\(name)") }
            #expect(!contains(bytes, Array(repeating: 3, count: 32)), "\(name): a token key")
        }
        withExtendedLifetime(spool) {}
    }

    /// The order of arrival is there, as of old; what stands in it names no slip without the spool key.
    @Test func theLogLinksOnlyHashesThatOnlyTheKeyExplains() async throws {
        let spool = try await vote()
        let log = try #require(try raw().first { $0.key.hasSuffix("spool.sqlite-wal") }?.value)
        let keys = slips.map { spool.cipher.key(of: $0.slipID, in: .slips) }
        #expect(keys.allSatisfy { contains(log, $0) })
        let otherCipher = SpoolCipher(SecretBytes(copying: [UInt8](repeating: 0, count: 32)))
        let guesses = slips.map { otherCipher.key(of: $0.slipID, in: .slips) }
        #expect(!guesses.contains { contains(log, $0) })
        let stored = try await spool.database.read { db in try Data.fetchAll(db, sql: "SELECT value FROM slips") }
        #expect(Set(stored.map(\.count)) == [4 + 32 + 473 + Wrapping.overhead])
    }

    @Test func nothingButTheBoxesIsLeftAfterSealing() async throws {
        let spool = try await vote()
        let keys = slips.map { spool.cipher.key(of: $0.slipID, in: .slips) }
        await spool.close()
        try await place.writeBoxes(of: spool)
        try await spool.destroy()
        var raw = try raw()
        let boxes = try TemporaryFolder.bytes(of: place.boxes)
        raw = raw.filter { $0.value != boxes }
        #expect(!raw.isEmpty && !raw.keys.contains { $0.contains("spool") })
        for (name, bytes) in raw {
            for (slip, key) in zip(slips, keys) {
                for piece in pieces(of: slip) + [key] { #expect(!contains(bytes, piece), "\(name)") }
            }
        }
        #expect(!zip(slips, keys).contains { contains(boxes, $0.slipID) || contains(boxes, $1) })
        let sorted = slips.sorted { ($0.contest, Base16.text($0.slipID)) < ($1.contest, Base16.text($1.slipID)) }
        #expect(try parseBoxes(boxes).flatMap(\.self) == sorted.map(\.bytes))
    }
}

private enum Base16 {
    static func text(_ bytes: [UInt8]) -> String { bytes.map { String(Int($0) + 0x100, radix: 16) }.joined() }
}
