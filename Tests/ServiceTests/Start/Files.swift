import Foundation
import SecretBallot
import Storage
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// The files of one round and its register, as they were at several times.
struct Files: Sendable {
    enum Kind: String, CaseIterable {
        case register, spool, key, boxes
    }

    enum Moment: String {
        case draft, frozen, voting
    }

    let folder: String
    let laid: LaidRound
    var roundID: [UInt8] { laid.round.manifest.roundID.bytes }

    /// A round of two voters who have cast, each earlier moment set aside.
    init(in folder: String) async throws {
        self.folder = folder
        _ = try await TestService.configuration(of: folder)
        try Self.setAside(.draft, in: folder)
        laid = try await LaidRound(in: folder, voters: 2) { try Self.setAside(.frozen, in: folder) }
        try Self.setAside(.voting, in: folder)
    }

    private static func setAside(_ moment: Moment, in folder: String) throws {
        try FileManager.default.copyItem(atPath: folder + "/data", toPath: "\(folder)/\(moment.rawValue)")
    }

    func path(_ kind: Kind) -> String { Self.path(kind, in: folder + "/data", roundID) }

    private static func path(_ kind: Kind, in data: String, _ roundID: [UInt8]) -> String {
        let name = Base64URL.encode(roundID)
        return switch kind {
        case .register: data + "/phieukin.sqlite"
        case .spool: "\(data)/rounds/\(name)/spool.sqlite"
        case .key: "\(data)/spool-keys/\(name).key"
        case .boxes: "\(data)/rounds/\(name)/boxes.bin"
        }
    }

    // MARK: - What happens to them

    /// Puts a file back as it was, with what belongs to it.
    func put(_ kind: Kind, from moment: Moment) throws {
        try remove(kind)
        let source = Self.path(kind, in: "\(folder)/\(moment.rawValue)", roundID)
        try FileManager.default.copyItem(atPath: source, toPath: path(kind))
    }

    func remove(_ kind: Kind) throws {
        for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path(kind) + suffix) {
            try FileManager.default.removeItem(atPath: path(kind) + suffix)
        }
    }

    func halve(_ kind: Kind) throws {
        let bytes = try TemporaryFolder.bytes(of: path(kind))
        try TemporaryFolder.write(Array(bytes.prefix(bytes.count / 2)), to: path(kind))
    }

    func seal() async throws { try await OpenOffice.run(in: folder) { try await $0.desk.seal() } }

    /// As a sealing that is interrupted before its transaction leaves them.
    func writeBoxes() async throws {
        try await OpenOffice.run(in: folder) { office in
            let spool = try office.desk.requireLive().spool
            await spool.close()
            try await office.office.tools.storage.boxes(of: roundID).write(from: spool)
        }
    }

    /// What of the round's files is there, with its bytes; not the register.
    func kept() throws -> [String: [UInt8]] {
        var kept: [String: [UInt8]] = [:]
        for kind in [Kind.spool, .key, .boxes] {
            for suffix in ["", ".new"] where FileManager.default.fileExists(atPath: path(kind) + suffix) {
                kept[kind.rawValue + suffix] = try TemporaryFolder.bytes(of: path(kind) + suffix)
            }
        }
        return kept
    }
}
