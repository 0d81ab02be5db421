import Foundation
import SecretBallot
import TestSupport
import Testing

@testable import Relay

@Suite struct RelayFolderTests {
    private let temporary: TemporaryFolder
    private let path: String
    private let manifest: Manifest

    init() throws {
        temporary = try TemporaryFolder()
        path = temporary.path + "/relay"
        manifest = try MixWorld.shared.get().manifest
    }

    private var round: String { path + "/rounds/\(manifest.roundID)" }

    private let order = MixedOrder(
        closing: [1], voters: 2, marks: [[UInt8](repeating: 2, count: 32), [UInt8](repeating: 1, count: 32)],
        messages: [[5, 6], [7, 8]])

    @Test func theKeyIsMadeOnceAndIsNobodyElses() throws {
        let key = try RelayFolder(path).key()
        #expect(try RelayFolder(path).key().publicKey == key.publicKey)
        let attributes = try FileManager.default.attributesOfItem(atPath: path + "/relay.key")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func twoRelaysDoNotShareAFolder() throws {
        let first = try RelayFolder(path)
        #expect(throws: FileFault.self) { try RelayFolder(path) }
        withExtendedLifetime(first) {}
        _ = consume first
        #expect(throws: Never.self) { try RelayFolder(path) }
    }

    @Test func roundsComeBackAsTheyWere() throws {
        let folder = try RelayFolder(path)
        #expect(try folder.rounds().isEmpty)
        try folder.adopt(manifest)
        let adopted = try #require(try folder.rounds().first)
        #expect(adopted.manifest.bytes == manifest.bytes && adopted.order == nil && !adopted.isFinished)
        for mark in [1, 2] as [UInt8] {
            try folder.keep(release: [UInt8](repeating: mark, count: 32), of: manifest.roundID)
        }
        try folder.keep(order, of: manifest.roundID)
        let mixed = try #require(try folder.rounds().first)
        #expect(mixed.order == order && mixed.released.count == 2 && !mixed.isFinished)
        try folder.finish(manifest.roundID)
        try folder.finish(manifest.roundID)
        let finished = try #require(try folder.rounds().first)
        #expect(finished.isFinished && finished.order?.marks == order.marks && finished.order?.messages == [])
        #expect(!FileManager.default.fileExists(atPath: round + "/mix.bin"))
    }

    @Test func aRoundHasOneOrderForEver() throws {
        let folder = try RelayFolder(path)
        try folder.adopt(manifest)
        try folder.keep(order, of: manifest.roundID)
        // What failed after it was written is repeated.
        try folder.keep(order, of: manifest.roundID)
        let other = MixedOrder(closing: [1], voters: 2, marks: order.marks, messages: order.messages.reversed())
        #expect(throws: FileFault.self) { try folder.keep(other, of: manifest.roundID) }
        try folder.finish(manifest.roundID)
        for order in [order, other] {
            #expect(throws: FileFault.self) { try folder.keep(order, of: manifest.roundID) }
        }
    }

    /// A crash in the middle of any file: what was acknowledged is there, what was not is not half there.
    @Test func whatACrashLeavesIsNoObstacle() throws {
        let folder = try RelayFolder(path)
        try FileManager.default.createDirectory(atPath: path + "/rounds/half", withIntermediateDirectories: true)
        try folder.adopt(manifest)
        try folder.keep(release: [UInt8](repeating: 1, count: 32), of: manifest.roundID)
        try append([9, 9, 9], to: "/released.bin")
        try folder.keep(release: [UInt8](repeating: 2, count: 32), of: manifest.roundID)
        #expect(
            FileManager.default.createFile(atPath: round + "/mix.bin.new", contents: Data(order.encoded.prefix(20))))
        let kept = try #require(try folder.rounds().first)
        #expect(kept.released == [[UInt8](repeating: 1, count: 32), [UInt8](repeating: 2, count: 32)])
        #expect(kept.order == nil)
        try folder.keep(order, of: manifest.roundID)
        #expect(try folder.rounds().first?.order == order)
    }

    @Test func aDamagedOrderStopsTheStart() throws {
        let folder = try RelayFolder(path)
        try folder.adopt(manifest)
        try folder.keep(order, of: manifest.roundID)
        try append([0], to: "/mix.bin")
        #expect(throws: (any Error).self) { try folder.rounds() }
    }

    private func append(_ bytes: [UInt8], to name: String) throws {
        let file = try #require(FileHandle(forWritingAtPath: round + name))
        try file.seekToEnd()
        try file.write(contentsOf: Data(bytes))
        try file.close()
    }
}
