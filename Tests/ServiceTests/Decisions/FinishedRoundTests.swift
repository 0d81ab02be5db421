import Client
import Foundation
import OpenSSLKit
import Recognition
import SecretBallot
import Testing

@testable import Service

/// A certified round waits for its decisions, and for nobody once they are all signed or it called for none; then it
/// says what is left.
@Suite struct FinishedRoundTests {
    @Test func aRoundIsFinishedWhenItsLastDecisionIsSigned() async throws {
        try await CertifiedRound.run { certified in
            try await Self.expect(certified, next: "Ký quyết định", says: "Còn 2 dự thảo")
            let signed = try await certified.decide(["cb-01"])
            try await Self.expect(certified, next: "Ký quyết định", says: "Còn 1 dự thảo")
            let paper = try await certified.signer.prepareDecisions(
                certified.round.name, date: CalendarDate(parsing: "2026-12-22"), signer: certified.trial.signer)[0]
            try await Self.expect(certified, next: "Nộp chữ ký từ bên ngoài", says: "1 văn bản chờ chữ ký")
            let bytes = try await certified.signer.bytesToSign(paper.id)
            _ = try await certified.signer.attach(
                DetachedSignature.sign(content: bytes, by: certified.trial.identity(), as: .pades), to: paper.id)
            try await Self.expectFinished(certified, says: "Mọi quyết định theo kết quả này (2) đã được ký")
            // What was recognised and annulled since was recognised: there is nothing to sign again.
            _ = try await certified.annul(signed[0].digest)
            try await Self.expectFinished(certified, says: "Mọi quyết định theo kết quả này (2) đã được ký")
        }
    }

    @Test func aPaperThatIsTakenBackIsToBeSignedAgain() async throws {
        try await CertifiedRound.run(rejecting: 6) { certified in
            let paper = try await certified.signer.prepareDecisions(
                certified.round.name, date: CalendarDate(parsing: "2026-12-22"), signer: certified.trial.signer)[0]
            try await Self.expect(certified, next: "Nộp chữ ký từ bên ngoài", says: "1 văn bản chờ chữ ký")
            try await certified.signer.withdraw(paper.id)
            try await Self.expect(certified, next: "Ký quyết định", says: "Còn 1 dự thảo")
            _ = try await certified.decide()
            try await Self.expectFinished(certified, says: "Mọi quyết định theo kết quả này (1) đã được ký")
        }
    }

    @Test func aRoundThatRecognisedNobodyIsFinishedAtOnce() async throws {
        try await CertifiedRound.run(stage: .voting) { certified in
            let round = certified.round
            for index in round.codes.indices { try await round.vote(index, [Choice](repeating: .second, count: 8)) }
            try await round.open(round.seal([]))
            try await round.secretary.certify(round.name, acknowledging: ["unanimous"])
            try await Self.expectFinished(certified, says: "không phải ra quyết định nào")
        }
    }

    // MARK: -

    private static let left = ["round-finished", "left-to-do"].map { "id=\"\($0)\"" }

    /// The one thing to do, on the list of rounds and on the round's own page.
    private static func expect(_ certified: CertifiedRound, next: String, says text: String) async throws {
        let line = try await line(certified)
        #expect(line.contains("theirs") && line.contains("button main") && line.contains(next), "\(line)")
        let page = try await certified.round.visitor(.signer).open().text
        #expect(page.contains(text) && !left.contains { page.contains($0) })
    }

    private static func expectFinished(_ certified: CertifiedRound, says text: String) async throws {
        let line = try await line(certified)
        #expect(!line.contains("theirs") && line.contains("Đợt đã xong") && !line.contains("Ký quyết định"), "\(line)")
        for role in [Role.signer, .secretary, .board] {
            let page = try await certified.round.visitor(role).open().text
            #expect(page.contains(text) && left.allSatisfy { page.contains($0) }, "\(role)")
            #expect(page.contains(#"id="notice""#) && page.contains("/record"), "\(role)")
            #expect(!page.contains("Ký quyết định"), "\(role)")
        }
    }

    /// The round's line among the signer's.
    private static func line(_ certified: CertifiedRound) async throws -> String {
        let page = try await certified.service.call(
            "GET", "/desk?lang=vi", headers: ["Authorization": "Bearer " + PreparedStaff.token(.signer)]
        ).text
        let start = try #require(page.range(of: #"<li class="card round-card"#))
        let end = try #require(page[start.lowerBound...].range(of: "</li>"))
        return String(page[start.lowerBound..<end.lowerBound])
    }
}
