import Foundation
import TestSupport
import Testing

@testable import phieukin

struct SecretFileTests {
    @Test func writesForTheOwnerOnly() async throws {
        try await TemporaryFolder.use { folder in
            let path = folder + "/key"
            try SecretFile.write([1, 2, 3], to: path)
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
            #expect(try SecretFile.read(path) == [1, 2, 3])
            #expect(throws: Failure.self) { try SecretFile.write([4], to: path) }
            try SecretFile.write([4], to: path, replacing: true)
            #expect(try SecretFile.read(path) == [4])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["key"])
        }
    }

    @Test func refusesWhatOthersCanRead() async throws {
        try await TemporaryFolder.use { folder in
            let path = folder + "/key"
            try Data([1]).write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            #expect(throws: Failure.self) { try SecretFile.read(path) }
        }
    }

    @Test func followsNoLinkThatWasLaidInItsWay() async throws {
        try await TemporaryFolder.use { folder in
            let (path, victim) = (folder + "/key", folder + "/victim")
            try Data([9]).write(to: URL(filePath: victim))
            try FileManager.default.createSymbolicLink(atPath: path + ".part", withDestinationPath: victim)
            try SecretFile.write([1], to: path)
            #expect(try InputFile.read(victim) == [9])
            #expect(try SecretFile.read(path) == [1])
        }
    }

    @Test func saysWhyItCannotWrite() {
        #expect(throws: Failure.self) { try SecretFile.write([1], to: "/nonexistent/key") }
    }

    @Test func erases() async throws {
        try await TemporaryFolder.use { folder in
            let path = folder + "/state"
            try SecretFile.write([1, 2], to: path)
            SecretFile.erase(path)
            #expect(!SecretFile.exists(path))
        }
    }
}
