import ArgumentParser
import Foundation
import OpenSSLKit
import Service
import TestSupport
import Testing

@testable import phieukin

/// `init --trial`, and what `serve` makes of it.
struct TrialInstallationTests {
    @Test func makesAnInstallationThatTrustsItsOwnSigner() async throws {
        try await TemporaryFolder.use { folder in
            let data = folder + "/dữ liệu"
            let outcome = try Tool.run(["init", "--trial", "--data", data])
            #expect(outcome.status == 0 && outcome.errors.isEmpty)
            let trial = TrialFolder(in: data)
            let password = try InputFile.line(trial.signerPassword)
            let identity = try SigningIdentity(
                pkcs12: InputFile.read(trial.signer), password: SecretBytes(copying: Array(password.utf8)))
            #expect(identity.certificate.subject.organization == TrialSample.authority)
            let settings = try await ServeSettings(try ServeOptions.parse(["--data", data]).values, environment: [:])
            let trusted = try #require(settings.configuration.trustedCertificatesFolder)
            let anchor = try #require(try Certificate.all(pem: InputFile.read(trusted + "/ca-dung-thu.pem")).first)
            let verdict = TrustAnchors([anchor]).verdict(on: identity.certificate, chain: [], at: Clock.now)
            #expect("\(verdict)" == "trusted")
            #expect(settings.configuration.trial != nil)
            for secret in [trial.signer, trial.signerPassword, trial.account] {
                let mode = try FileManager.default.attributesOfItem(atPath: secret)[.posixPermissions] as? Int
                #expect(mode == 0o600)
            }
        }
    }

    @Test func saysTheAccountAgainWheneverItStarts() async throws {
        try await TemporaryFolder.use { folder in
            let data = folder + "/data"
            let made = try Tool.run(["init", "--trial", "--data", data])
            let settings = try await ServeSettings(try ServeOptions.parse(["--data", data]).values, environment: [:])
            let lines = Welcome(to: settings.configuration, opening: false).lines("http://127.0.0.1:8080/")
            let password = try #require(made.output.firstMatch(of: /Password: (\S+)/)?.output.1)
            #expect(lines.contains { $0.contains("http://127.0.0.1:8080/") })
            #expect(lines.contains { $0.hasSuffix("  admin") } && lines.contains { $0.hasSuffix(password) })
        }
    }

    @Test func anInstallationInEarnestIsNoTrialAndNeedsAName() async throws {
        try await TemporaryFolder.use { folder in
            let data = folder + "/data"
            let unnamed = try Tool.run(["init", "--data", data])
            #expect(unnamed.status == 2 && unnamed.errors.contains("--issuer"))
            #expect(!FileManager.default.fileExists(atPath: data))
            #expect(try Tool.run(["init", "--data", data, "--issuer", "phieu.example"]).status == 0)
            #expect(ServiceConfiguration(dataFolder: data).trial == nil)
            let lines = Welcome(to: ServiceConfiguration(dataFolder: data), opening: false).lines("http://a/")
            #expect(lines == ["phieukin: http://a/"])
        }
    }
}
