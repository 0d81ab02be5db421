import Foundation
import Testing

@testable import Reader

/// What a reader could do if a file took it over.
@Suite struct SandboxTests {
    /// A file that only its owner may read; the tests' account is its owner.
    private func probe(
        _ withheld: SandboxFeatures = [], readable: [String] = []
    ) async throws -> (holding: SandboxFeatures, breaches: [String]) {
        let path = FileManager.default.temporaryDirectory.appending(path: "phieukin-key-\(UUID().uuidString)").path()
        try Data("secret".utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let configure = { (settings: inout ReaderSettings) in
            settings.confinement.withheld = withheld
            settings.confinement.readable = readable
        }
        let (holding, probe) = try await Readers.run(nil, configure) { try await $0.probe(reaching: path) }
        return (holding, probe.breaches)
    }

    @Test func aReaderReachesNothing() async throws {
        let (holding, breaches) = try await probe()
        #expect(holding == .all)
        #expect(breaches.isEmpty)
    }

    /// Each wall stands for itself, where a kernel lacks the other.
    @Test func oneWallIsEnoughForFiles() async throws {
        let withoutLandlock = try await probe(.landlock)
        #expect(withoutLandlock.holding == SandboxFeatures.all.subtracting(.landlock))
        #expect(withoutLandlock.breaches.isEmpty)
        let withoutSeccomp = try await probe(.seccomp)
        #expect(withoutSeccomp.holding == SandboxFeatures.all.subtracting(.seccomp))
        #expect(
            Set(withoutSeccomp.breaches).isDisjoint(with: ["open", "write", "execute", "descriptors", "environment"]))
    }

    /// The attempts are real ones: without walls they succeed.
    @Test func withoutWallsTheProbeFindsTheWayOut() async throws {
        let (holding, breaches) = try await probe(.all)
        #expect(holding.isEmpty)
        #expect(Set(breaches).isSuperset(of: ["open", "write", "socket", "fork", "execute", "signal"]))
        #expect(Set(breaches).isDisjoint(with: ["descriptors", "environment"]))
    }

    /// Whoever draws pages reads fonts, and nothing beside them.
    @Test func whatIsNamedMayBeReadAndNothingElse() async throws {
        let (holding, breaches) = try await probe(readable: ["/usr/share/fonts", "/nothing/there"])
        #expect(holding == .all && breaches.isEmpty)
        let temporary = try await probe(readable: [FileManager.default.temporaryDirectory.path()])
        #expect(temporary.holding == .all && temporary.breaches == ["open"])
    }
}
