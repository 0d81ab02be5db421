import Foundation
import FuzzTargets
import TestSupport
import Testing

/// Every input that was kept from fuzzing, what once broke a parser among them, is taken apart again.
@Suite struct CorporaTests {
    private static let folder = URL(filePath: TestFiles.path("Fuzz/Corpora"))

    @Test(arguments: FuzzTarget.allCases)
    func whatWasKeptBreaksNothing(target: FuzzTarget) throws {
        let folder = Self.folder.appending(path: target.rawValue)
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files { target.take([UInt8](try Data(contentsOf: file))) }
    }

    /// Cut short anywhere, and with any byte changed a little: some thousand inputs of each kind, always the same.
    @Test(arguments: FuzzTarget.allCases)
    func damageBreaksNothing(target: FuzzTarget) throws {
        let folder = Self.folder.appending(path: target.rawValue)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted().prefix(12)
        for name in names {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
            let step = max(1, bytes.count / 24)
            for place in stride(from: 0, to: bytes.count, by: step) {
                target.take(Array(bytes[..<place]))
                var changed = bytes
                changed[place] ^= 1 << UInt8(place % 8)
                target.take(changed)
            }
        }
    }
}
