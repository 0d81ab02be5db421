import ArgumentParser
import Decisions
import Foundation
import OpenSSLKit
import TestSupport
import Testing

@testable import phieukin

/// `phieukin archive`, with a real authority.
@Suite struct ArchiveCommandTests {
    private let folder: String
    private let paper: String

    init() throws {
        folder = try TestService.makeFolder()
        paper = TestFiles.path("Tests/Vectors/pdf/handed-out-signed-by-pyhanko.pdf")
    }

    private func archive(_ file: String, by authority: TrialTimestampAuthority) async throws -> [UInt8] {
        let out = folder + "/out.pdf"
        let command = try ArchiveCommand.parse([
            file, "--tsa", authority.url, "--trust-timestamps", authority.folder + "/root.crt", "--out", out,
        ])
        try await command.run()
        return try [UInt8](Data(contentsOf: URL(filePath: out)))
    }

    @Test func aPaperIsStampedAndStaysTheSame() async throws {
        try await TrialTimestampAuthority.run { authority in
            let before = try [UInt8](Data(contentsOf: URL(filePath: paper)))
            let archived = try await archive(paper, by: authority)
            let again = try await archive(folder + "/out.pdf", by: authority)
            #expect(archived.starts(with: before) && again.starts(with: archived))
            let root = try Certificate(pem: [UInt8](Data(contentsOf: URL(filePath: authority.folder + "/root.crt"))))
            let verdict = DecisionVerifier(anchors: TrustAnchors([]), timestampAnchors: TrustAnchors([root]))
                .verify(again, now: Int64(Date().timeIntervalSince1970))
            #expect(verdict.intact.isYes && verdict.timestamps.count == 2)
            let trusted = verdict.timestamps.filter(\.trusted.isYes)
            #expect(trusted.count == 2)
            let lines = VerdictText(verdict).lines(inEnglish: true)
            #expect(lines.contains { $0.hasPrefix("Archive time stamp of Dấu thời gian tsa:") }, "\(lines)")
            #expect(lines.contains { $0.hasSuffix("(PAdES B-T): the signer’s signature") }, "\(lines)")
        }
    }

    @Test func whatIsNotIntactIsNotWritten() async throws {
        try await TrialTimestampAuthority.run { authority in
            let damaged = folder + "/damaged.pdf"
            try (Data(contentsOf: URL(filePath: paper)) + [10]).write(to: URL(filePath: damaged))
            await #expect { _ = try await archive(damaged, by: authority) } throws: { error in
                (error as? Failure)?.code == Failure.doesNotHold
            }
            #expect(!FileManager.default.fileExists(atPath: folder + "/out.pdf"))
        }
    }

    @Test(arguments: ["html", "error", "stale"]) func aLyingAuthorityChangesNothing(mode: String) async throws {
        try await TrialTimestampAuthority.run(mode) { authority in
            await #expect(throws: (any Error).self) { _ = try await archive(paper, by: authority) }
            #expect(!FileManager.default.fileExists(atPath: folder + "/out.pdf"))
        }
    }

    @Test func aStampThatNobodyTrustsIsNotAskedFor() {
        #expect(throws: (any Error).self) {
            try ArchiveCommand.parse([paper, "--tsa", "http://127.0.0.1:9/", "--out", folder + "/out.pdf"])
        }
    }
}
