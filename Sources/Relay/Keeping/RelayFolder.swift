import Foundation
import Glibc
import SecretBallot
import StrictEncoding

/// A relay's files.
///
///     DIR/relay.key                      32 bytes: the key that signs statements and releases
///     DIR/relay.lock                     held while a relay runs
///     DIR/rounds/ROUNDID/manifest.json
///     DIR/rounds/ROUNDID/released.bin    marks of released bundles, 32 bytes each
///     DIR/rounds/ROUNDID/held.bin        u32: of how many voters bundles are held
///     DIR/rounds/ROUNDID/mix.bin         the mixed order, until the service has all of it
///     DIR/rounds/ROUNDID/mixed.bin       the same without its messages, for ever after that
///     DIR/rounds/ROUNDID/ended.bin       u64: when the round ended without having been mixed
///     DIR/rounds/ROUNDID/missing.bin     u64: since when the service does not know the round, or does not prove its end
final class RelayFolder: RelayStorage {
    private let path: String
    private let lock: CInt

    /// - Throws: `FileFault` where another relay works in the folder: two would mix one round twice.
    init(_ path: String) throws {
        self.path = path
        try FileManager.default.createDirectory(
            atPath: path + "/rounds", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        lock = open(path + "/relay.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw FileFault.system("open", path + "/relay.lock") }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            close(lock)
            throw FileFault(description: "\(path): another relay works in this folder: stop it first")
        }
    }

    deinit { close(lock) }

    /// The relay's key; a fresh one at the first start.
    func key() throws -> SigningKey {
        let file = path + "/relay.key"
        if let bytes = try contents(file) { return try SigningKey(bytes) }
        let key = SigningKey()
        try DurableFile.write(key.scalar, to: file)
        return key
    }

    func rounds() throws -> [KeptRound] {
        try FileManager.default.contentsOfDirectory(atPath: path + "/rounds").sorted().compactMap(round)
    }

    private func round(_ name: String) throws -> KeptRound? {
        let folder = path + "/rounds/" + name
        // A folder without its manifest is what a crash left of an adoption.
        guard let bytes = try contents(folder + "/manifest.json") else { return nil }
        let manifest = try Manifest(bytes, expecting: RoundID(text: name))
        let marks = try contents(folder + "/released.bin") ?? []
        let released = stride(from: 0, to: marks.count / 32 * 32, by: 32).map { Array(marks[$0..<$0 + 32]) }
        let finished = try contents(folder + "/mixed.bin").map { bytes in try MixedOrder(bytes) }
        let order = try finished ?? contents(folder + "/mix.bin").map { bytes in try MixedOrder(bytes) }
        return KeptRound(
            manifest: manifest, released: Set(released), held: Int(try number(folder + "/held.bin", UInt32.self) ?? 0),
            order: order, isFinished: finished != nil, endedAt: try time(folder + "/ended.bin"),
            missingSince: try time(folder + "/missing.bin"))
    }

    private func time(_ file: String) throws -> Int? { try number(file, UInt64.self).flatMap(Int.init(exactly:)) }

    private func number<Number: FixedWidthInteger & UnsignedInteger>(_ file: String, _: Number.Type) throws -> Number? {
        guard let bytes = try contents(file) else { return nil }
        var reader = ByteReader(bytes, of: file)
        let number: Number = try reader.integer()
        try reader.finish()
        return number
    }

    func keep(held count: Int, of roundID: RoundID) throws {
        try DurableFile.write([UInt8](bigEndian: UInt32(count)), to: folder(roundID) + "/held.bin")
    }

    func adopt(_ manifest: Manifest) throws {
        let folder = self.folder(manifest.roundID)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try DurableFile.syncFolder(of: folder)
        try DurableFile.write(manifest.bytes, to: folder + "/manifest.json")
    }

    /// A crash may leave a part of the last mark, which nobody was told of: what follows it begins at a whole one.
    func keep(release mark: [UInt8], of roundID: RoundID) throws {
        let file = folder(roundID) + "/released.bin"
        let present = try contents(file) ?? []
        guard present.count % 32 == 0 else {
            return try DurableFile.write(present.prefix(present.count / 32 * 32) + mark, to: file)
        }
        try DurableFile.append(mark, to: file)
    }

    func keep(_ order: MixedOrder, of roundID: RoundID) throws {
        let folder = folder(roundID)
        let bytes = order.encoded
        // The same again is a repetition of what failed after it was written.
        let present = try contents(folder + "/mix.bin")
        guard present == nil || present == bytes, try contents(folder + "/mixed.bin") == nil else {
            throw FileFault(description: "\(folder): the round was mixed already")
        }
        try DurableFile.write(bytes, to: folder + "/mix.bin")
    }

    func finish(_ roundID: RoundID) throws {
        let folder = folder(roundID)
        guard let bytes = try contents(folder + "/mix.bin") else { return }
        let order = try MixedOrder(bytes)
        let rest = MixedOrder(closing: order.closing, voters: order.voters, marks: order.marks, messages: [])
        try DurableFile.write(rest.encoded, to: folder + "/mixed.bin")
        try DurableFile.remove(folder + "/mix.bin")
    }

    func end(_ roundID: RoundID, at time: Int) throws {
        try DurableFile.write([UInt8](bigEndian: UInt64(time)), to: folder(roundID) + "/ended.bin")
    }

    func keep(missingSince time: Int?, of roundID: RoundID) throws {
        let file = folder(roundID) + "/missing.bin"
        guard let time else { return try DurableFile.remove(file) }
        try DurableFile.write([UInt8](bigEndian: UInt64(time)), to: file)
    }

    /// The manifest first: a folder without it is none.
    func forget(_ roundID: RoundID) throws {
        let folder = folder(roundID)
        guard access(folder, F_OK) == 0 else { return }
        try DurableFile.remove(folder + "/manifest.json")
        try FileManager.default.removeItem(atPath: folder)
        try DurableFile.syncFolder(of: folder)
    }

    private func folder(_ roundID: RoundID) -> String { path + "/rounds/\(roundID)" }

    /// Nil where there is no such file.
    private func contents(_ file: String) throws -> [UInt8]? {
        guard access(file, F_OK) == 0 else {
            guard errno == ENOENT else { throw FileFault.system("examine", file) }
            return nil
        }
        return [UInt8](try Data(contentsOf: URL(filePath: file)))
    }
}
