import Foundation
import OpenSSLKit
import StrictEncoding
import TestSupport
import Testing

@testable import Storage

@Suite struct BackupTests {
    private let place: Installation
    private let sealed: Set<String> = ["sealed"]
    private var backup: String { place.temporary.path + "/backup" }
    private var restored: FolderLayout {
        FolderLayout(root: place.temporary.path + "/restored", masterKey: place.layout.masterKey)
    }

    init() throws { place = try Installation() }

    /// A round that is sealed, with two slips, and one that is open.
    private func fill(_ folder: DataFolder) async throws {
        let register = try await place.register(folder)
        try await register.add(
            StaffToken(.session, digest: [UInt8](repeating: 1, count: 32), account: "an", createdAt: 1, expiresAt: 9))
        try await register.add(.numbered(1))
        try await register.create(.draft("r2"))
        let spool = try await place.spool(contests: 1, in: folder)
        for number in 0..<2 { _ = try await spool.cast(TestSlip(number, contests: 1)) }
        await spool.close()
        try await place.writeBoxes(of: spool)
        try await spool.shutDown()
        try await register.move(
            "r1", by: RoundTransition(from: ["draft"], to: "sealed", at: 200, roundID: place.roundID))
        try await register.move("r2", by: RoundTransition(from: ["draft"], to: "voting", at: 200))
    }

    private func make(areSealed: @escaping Backup.BoxCheck = { _, _ in true }) async throws -> Backup.Contents {
        try await Backup(at: backup).make(of: place.layout, boxesIn: sealed, areSealed: areSealed)
    }

    private func restore() async throws -> Backup.Contents {
        try await Backup(at: backup).restore(to: restored, boxesIn: sealed)
    }

    @Test func isMadeWhileTheRegisterIsOpenAndRestoredWhole() async throws {
        let folder = try place.open()
        try await fill(folder)
        let made = try await make()
        #expect(made.rounds.map(\.state).sorted() == ["sealed", "voting"] && made.boxes == 1)
        // What comes after it is not in it.
        try await folder.register.create(.draft("r3"))
        let contents = try await restore()
        #expect(contents.journal == made.journal && contents.journalFault == nil)
        let again = try DataFolder(opening: restored)
        #expect(try await again.register.rounds().map(\.id).sorted() == ["r1", "r2"])
        #expect(try await again.register.journalHead() == made.journal)
        #expect(
            try TemporaryFolder.bytes(of: restored.boxes(of: place.roundID)) == TemporaryFolder.bytes(of: place.boxes))
        // What was revoked since must not live again.
        #expect(try await again.register.staffTokens(of: "an").isEmpty)
    }

    /// The register is older than the boxes: a backup without them would be of nothing.
    @Test func theOnlyCopyOfSealedSlipsIsNeverLeftOut() async throws {
        let folder = try place.open()
        let register = try await place.register(folder)
        let spool = try await place.spool(contests: 1, in: folder)
        _ = try await spool.cast(TestSlip(0, contests: 1))
        await spool.close()
        try await place.writeBoxes(of: spool)
        try await spool.shutDown()
        try await register.move(
            "r1", by: RoundTransition(from: ["draft"], to: "voting", at: 200, roundID: place.roundID))
        #expect(try await make().boxes == 0, "a sealing that was interrupted: its spool holds them yet")
        try FileManager.default.removeItem(atPath: backup)
        try await folder.destroySpool(of: place.roundID)
        let error = await #expect(throws: StorageError.self) { try await make() }
        #expect(error?.code == .corrupt && error?.detail.contains(place.boxes) == true, "\(error as Any)")
        #expect(!FileManager.default.fileExists(atPath: backup) && FileManager.default.fileExists(atPath: place.boxes))
    }

    @Test func isNotMadeWithinWhatItIsOf() async throws {
        try await fill(try place.open())
        for path in ["/backup", "/rounds/backup", "/../\(place.layout.root.split(separator: "/").last ?? "")/b"] {
            let within = Backup(at: place.layout.root + path)
            let error = await #expect(throws: StorageError.self) {
                try await within.make(of: place.layout, boxesIn: sealed) { _, _ in true }
            }
            #expect(error?.detail.contains("inside") == true, "\(path)")
        }
        _ = try await Backup(at: place.layout.root + "-backup").make(of: place.layout, boxesIn: sealed) { _, _ in true }
    }

    /// One round's loss is not to be everybody's.
    @Test func boxesThatAreGoneStopNoBackup() async throws {
        try await fill(try place.open())
        try FileManager.default.removeItem(atPath: place.boxes)
        let made = try await make()
        #expect(made.faulty.map(\.id) == ["r1"] && made.boxes == 0)
        let contents = try await restore()
        #expect(contents.faulty.map(\.id) == ["r1"] && contents.boxes == 0)
        #expect(!FileManager.default.fileExists(atPath: restored.boxes(of: place.roundID)))
        #expect(try await DataFolder(opening: restored).register.rounds().count == 2)
    }

    /// They are copied all the same: damaged boxes may be all there is.
    @Test func boxesThatAreNotWhatWasSealedAreNamed() async throws {
        let folder = try place.open()
        try await fill(folder)
        let bytes = try TemporaryFolder.bytes(of: place.boxes)
        let made = try await make { document, read in
            var seen: [UInt8] = []
            try read { seen += $0 }
            #expect(try document("seal") == nil && seen == bytes)
            return false
        }
        #expect(made.faulty.map(\.id) == ["r1"] && made.boxes == 1)
        #expect(try TemporaryFolder.bytes(of: Self.boxes(in: backup)) == bytes)
    }

    @Test func holdsNoKeyAndNoSpoolAndNothingForOthersToRead() async throws {
        try await fill(try place.open())
        _ = try await make()
        let names = try TemporaryFolder.files(under: backup).keys.sorted()
        let box = "rounds/\(Base64URL.encode(place.roundID))/boxes.bin"
        #expect(names == ["SHA256SUMS", "phieukin.sqlite", box])
        for name in try FileManager.default.subpathsOfDirectory(atPath: backup) + [""] {
            let attributes = try FileManager.default.attributesOfItem(atPath: backup + "/" + name)
            #expect(try #require(attributes[.posixPermissions] as? Int) & 0o077 == 0, "\(name)")
        }
    }

    @Test func isReadBySha256sum() async throws {
        try await fill(try place.open())
        _ = try await make()
        let sums = try Command.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], in: backup)
        #expect(sums.status == 0, "\(sums.errors)")
    }

    static let damages: [(String, StorageError.Code, @Sendable (String) throws -> Void)] = [
        ("a byte of the register", .corrupt, { try flip($0 + "/phieukin.sqlite") }),
        ("a byte of the boxes", .corrupt, { try flip(boxes(in: $0)) }),
        ("a byte of the sums", .corrupt, { try flip($0 + "/SHA256SUMS") }),
        ("no sums", .missing, { try FileManager.default.removeItem(atPath: $0 + "/SHA256SUMS") }),
        ("empty sums", .corrupt, { try TemporaryFolder.write([], to: $0 + "/SHA256SUMS") }),
        ("no boxes", .corrupt, { try FileManager.default.removeItem(atPath: boxes(in: $0)) }),
        ("boxes that no sum names", .corrupt, { try dropLine("boxes.bin", of: $0) }),
        ("a register that no sum names", .corrupt, { try dropLine("phieukin.sqlite", of: $0) }),
        ("a half register", .corrupt, { try halve($0 + "/phieukin.sqlite") }),
        (
            "a name that leads out", .corrupt,
            { try append("\(String(repeating: "0", count: 64))  ../x/boxes.bin\n", to: $0) }
        ),
        ("nothing at all", .missing, { try FileManager.default.removeItem(atPath: $0) }),
    ]

    @Test(arguments: damages.map(\.0)) func damageIsFoundBeforeAnythingIsWritten(_ name: String) async throws {
        let damage = try #require(Self.damages.first { $0.0 == name })
        try await fill(try place.open())
        _ = try await make()
        try damage.2(backup)
        await expectCode(damage.1) { _ = try await restore() }
        #expect(!FileManager.default.fileExists(atPath: restored.root))
    }

    private static func boxes(in backup: String) -> String {
        "\(backup)/rounds/\(Base64URL.encode([UInt8](repeating: 0xA5, count: 32)))/boxes.bin"
    }

    private static func flip(_ path: String) throws {
        var bytes = try TemporaryFolder.bytes(of: path)
        bytes[bytes.count / 2] ^= 1
        try TemporaryFolder.write(bytes, to: path)
    }

    private static func halve(_ path: String) throws {
        let bytes = try TemporaryFolder.bytes(of: path)
        try TemporaryFolder.write(Array(bytes.prefix(bytes.count / 2)), to: path)
    }

    private static func sums(of backup: String) throws -> String {
        String(decoding: try TemporaryFolder.bytes(of: backup + "/SHA256SUMS"), as: UTF8.self)
    }

    private static func dropLine(_ name: String, of backup: String) throws {
        let lines = try sums(of: backup).split(separator: "\n").filter { !$0.hasSuffix(name) }.map { $0 + "\n" }
        try TemporaryFolder.write(Array(lines.joined().utf8), to: backup + "/SHA256SUMS")
    }

    private static func append(_ line: String, to backup: String) throws {
        try TemporaryFolder.write(Array((try sums(of: backup) + line).utf8), to: backup + "/SHA256SUMS")
    }

    @Test func needsTheMasterKeyThatItWasMadeUnder() async throws {
        try await fill(try place.open())
        _ = try await make()
        let other = place.temporary.path + "/other.key"
        try MasterKey.create(file: other)
        let layout = FolderLayout(root: restored.root, masterKey: other)
        await expectCode(.wrongKey) { _ = try await Backup(at: backup).restore(to: layout, boxesIn: sealed) }
        let without = FolderLayout(root: restored.root)
        await expectCode(.missing) { _ = try await Backup(at: backup).restore(to: without, boxesIn: sealed) }
        #expect(!FileManager.default.fileExists(atPath: restored.root))
    }

    @Test func goesIntoAnEmptyFolderAlone() async throws {
        try await fill(try place.open())
        _ = try await make()
        await expectCode(.exists) {
            _ = try await Backup(at: backup).restore(to: place.layout, boxesIn: sealed)
        }
        // Where nothing but the master key is, it may.
        try FileManager.default.createDirectory(atPath: restored.root, withIntermediateDirectories: false)
        let key = restored.root + "/master.key"
        try TemporaryFolder.write(TemporaryFolder.bytes(of: place.layout.masterKey), to: key)
        _ = try await Backup(at: backup).restore(to: FolderLayout(root: restored.root), boxesIn: sealed)
        _ = try DataFolder(opening: FolderLayout(root: restored.root))
    }

    @Test func isNeverWrittenOverAnother() async throws {
        try await fill(try place.open())
        _ = try await make()
        let before = try TemporaryFolder.files(under: backup)
        await expectCode(.exists) { _ = try await make() }
        #expect(try TemporaryFolder.files(under: backup) == before)
    }

    @Test func leavesNothingWhereAFileCannotBeRead() async throws {
        try await fill(try place.open())
        try FileManager.default.removeItem(atPath: place.boxes)
        try FileManager.default.createDirectory(atPath: place.boxes, withIntermediateDirectories: false)
        await #expect(throws: StorageError.self) { _ = try await make() }
        #expect(!FileManager.default.fileExists(atPath: backup + ".part"))
        #expect(!FileManager.default.fileExists(atPath: backup))
    }
}
