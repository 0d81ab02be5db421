import Foundation
import Logging
import Recognition
import Storage
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// What keeps the service from starting, each with its reason.
@Suite struct StartTests {
    private static func starting(
        _ change: (inout ServiceConfiguration) throws -> Void
    ) async throws -> (any Error)? {
        try await TestFolder.use { folder in
            var configuration = try await TestService.configuration(of: folder)
            try change(&configuration)
            return await fault(of: configuration)
        }
    }

    private static func fault(of configuration: ServiceConfiguration) async -> (any Error)? {
        do {
            _ = try await buildApplication(configuration, logger: Logger(label: "phieukin.test"))
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: ["0.0.0.0", "::", "192.0.2.1", "phieu.example", "127.0.0.1.example"])
    func plainHTTPStaysOnLoopbackUnlessForced(host: String) async throws {
        let fault = try await Self.starting { $0.host = host }
        #expect((fault as? ConfigurationFault)?.description.contains(host) == true)
        let forced = try await Self.starting { configuration in
            configuration.host = host
            configuration.forcePlainHTTP = true
        }
        #expect(forced == nil)
    }

    @Test func halfATLSConfigurationIsNone() async throws {
        for isKey in [false, true] {
            let fault = try await Self.starting { configuration in
                if isKey { configuration.tlsKeyFile = "/x.pem" } else { configuration.tlsCertificateFile = "/x.pem" }
            }
            #expect((fault as? ConfigurationFault)?.description.contains("both") == true)
        }
        let absent = try await Self.starting { configuration in
            configuration.tlsCertificateFile = "/absent.pem"
            configuration.tlsKeyFile = "/absent.pem"
        }
        #expect(absent != nil)
    }

    @Test func anAbsentInstallationIsMissing() async throws {
        try await TestFolder.use { folder in
            let fault = await Self.fault(of: ServiceConfiguration(dataFolder: folder + "/nothing"))
            #expect((fault as? StorageError)?.code == .missing)
        }
    }

    @Test func aDamagedDatabaseIsCorrupt() async throws {
        let damages: [@Sendable (inout [UInt8]) -> Void] = [
            { $0 = Array("this is no database at all".utf8) }, { $0 = Array($0.prefix($0.count / 2)) },
            { bytes in for place in stride(from: 100, to: bytes.count, by: 7) { bytes[place] ^= 0x55 } }, { $0 = [] },
        ]
        for damage in damages {
            let fault = try await Self.starting { configuration in
                let database = configuration.dataFolder + "/phieukin.sqlite"
                var bytes = try TemporaryFolder.bytes(of: database)
                damage(&bytes)
                try TemporaryFolder.write(bytes, to: database)
            }
            #expect((fault as? StorageError)?.code == .corrupt, "\(fault as Any)")
        }
    }

    @Test func theMasterKeyMustBeTheRightOneAndSecret() async throws {
        let cases: [(StorageError.Code, @Sendable (String) throws -> Void)] = [
            (.wrongKey, { try TemporaryFolder.write([UInt8](repeating: 7, count: 32), to: $0) }),
            (.malformed, { try TemporaryFolder.write([UInt8](repeating: 7, count: 31), to: $0) }),
            (.unsafePermissions, { try TemporaryFolder.write(TemporaryFolder.bytes(of: $0), to: $0, mode: 0o644) }),
            (.unsafePermissions, { try TemporaryFolder.write(TemporaryFolder.bytes(of: $0), to: $0, mode: 0o640) }),
            (.missing, { try FileManager.default.removeItem(atPath: $0) }),
        ]
        for (code, damage) in cases {
            let fault = try await Self.starting { try damage($0.storage.guardedFile) }
            let error = try #require(fault as? StorageError)
            #expect(error.code == code)
            #expect(error.detail.contains("master key"), "\(error.detail)")
        }
    }

    @Test func twoServicesDoNotShareAFolder() async throws {
        try await TestService.run { service in
            let fault = await Self.fault(of: ServiceConfiguration(dataFolder: service.folder + "/data"))
            #expect((fault as? StorageError)?.code == .locked)
        }
    }

    @Test func guidanceProfilesAreReadStrictly() async throws {
        func starting(with profile: [UInt8]) async throws -> (any Error)? {
            try await Self.starting { configuration in
                let folder = configuration.dataFolder + "/guidance"
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try TemporaryFolder.write(profile, to: folder + "/tinh.json")
                configuration.guidanceFolder = folder
            }
        }
        let bundled = try #require(try ServiceConfiguration(dataFolder: "/").guidanceProfiles().first)
        #expect(try await starting(with: Array("{".utf8)) is MalformedInput)
        #expect(try await starting(with: bundled.bytes + [0x7D]) is MalformedInput)
        let duplicate = try #require(try await starting(with: bundled.bytes) as? ConfigurationFault)
        #expect(duplicate.description.contains(bundled.id) && duplicate.description.contains("tinh.json"))
        let renamed = String(decoding: bundled.bytes, as: UTF8.self)
            .replacing(#""\#(bundled.id)""#, with: #""tinh-moi""#)
        #expect(try await starting(with: Array(renamed.utf8)) == nil)
        let absent = try await Self.starting { $0.guidanceFolder = "/absent" }
        #expect(absent is ConfigurationFault)
    }

    @Test func trustedCertificatesMustBeCertificates() async throws {
        let fault = try await Self.starting { configuration in
            let folder = configuration.dataFolder + "/trusted"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let bad = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
            try TemporaryFolder.write(Array(bad.utf8), to: folder + "/a.pem")
            configuration.trustedCertificatesFolder = folder
        }
        #expect(fault != nil)
    }
}
