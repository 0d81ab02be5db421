import Client
import Decisions
import Foundation
import Testing

@testable import Service

/// Verifying with no more than a browser's forms.
@Suite struct VerifyPagesTests {
    @Test func aDecisionsFileIsAnsweredInFour() async throws {
        try await CertifiedRound.run { certified in
            let digest = try await certified.decide()[0].digest
            let file = try await certified.service.voter.decisionDocument(digest)
            let page = try await verdict(on: file, of: certified.service)
            #expect(page.status == 200 && page.text.contains(#"data-summary="valid""#))
            for question in VerdictQuestion.allCases {
                #expect(page.text.contains(#"data-question="\#(question.rawValue)" data-answer="yes""#))
            }
            #expect(page.text.contains("Nguyễn Văn Thắng") && !page.text.contains(#"id="annulled""#))
        }
    }

    @Test func anAnnulledOneSaysSoFirst() async throws {
        try await CertifiedRound.run { certified in
            let digest = try await certified.decide()[0].digest
            _ = try await certified.annul(digest, reason: "Có đảng viên bị kỷ luật")
            let file = try await certified.service.voter.decisionDocument(digest)
            let page = try await verdict(on: file, of: certified.service).text
            let annulled = try #require(page.range(of: #"id="annulled""#))
            let answers = try #require(page.range(of: #"id="answers""#))
            #expect(annulled.lowerBound < answers.lowerBound && page.contains("Có đảng viên bị kỷ luật"))
            #expect(page.contains(#"data-summary="not-valid""#) && !page.contains("class=\"summary valid\""))
        }
    }

    @Test func whatIsUnknownIsNeverValid() async throws {
        // Nobody is trusted here: who signed cannot be judged.
        try await CertifiedRound.run(trusting: []) { certified in
            let digest = try await certified.decide()[0].digest
            let file = try await certified.service.voter.decisionDocument(digest)
            let page = try await verdict(on: file, of: certified.service).text
            #expect(page.contains(#"data-question="trusted" data-answer="unknown""#))
            #expect(page.contains(#"data-summary="unknown""#))
        }
    }

    @Test func aWrongFileIsNotValid() async throws {
        try await TestService.run { service in
            for file in ["GIF89a", "%PDF-1.7\n%%EOF", "<script>alert(1)</script>"] {
                let page = try await verdict(on: Array(file.utf8), of: service)
                #expect(page.status == 200 && page.text.contains(#"data-summary="not-valid""#), "\(file)")
                #expect(page.text.contains(#"data-question="intact" data-answer="no""#), "\(file)")
            }
        }
    }

    @Test func whatIsTooLargeOrNothingIsRefused() async throws {
        try await TestService.run { service in
            let large = [UInt8](repeating: 0x20, count: DecisionDocument.maximumSize + (64 << 10))
            let refused = try await verdict(on: large, of: service)
            #expect(refused.status == 413 && refused.text.contains(#"data-code="too-large""#))
            let noFile = try await verdict(on: [], of: service)
            let nothing = try await PageVisitor.visit(service) { try await $0.submit("/verify", from: "/verify", [:]) }
            for empty in [noFile, nothing] {
                #expect(empty.status == 400 && empty.text.contains(#"id="file-form""#))
            }
        }
    }

    /// A page that was open since last week, a second tab, a link on another site: nothing is changed by asking.
    @Test(arguments: [["form": ""], ["form": "AAAA"], [:]])
    func whoeverAsksIsAnsweredHoweverOldThePage(fields: [String: String]) async throws {
        try await TestService.run { service in
            let page = try await PageVisitor.visit(service) { visitor in
                try await visitor.upload("/verify", fields, file: "file", Array("%PDF".utf8))
            }
            #expect(page.status == 200 && page.text.contains(#"data-summary="not-valid""#))
            #expect(page.headers["set-cookie"] == nil)
        }
    }

    @Test func aPapersCodeIsTracedToItsDecision() async throws {
        try await CertifiedRound.run { certified in
            let digest = try await certified.decide()[0].digest
            let path = "/decisions/\(certified.path(of: digest))"
            let decision = try await certified.service.call("GET", path, headers: ["Accept": "text/html"])
            let link = try #require(decision.text.firstMatch(of: /id="qr-link" href="([^"]+)"/)).output.1
            let page = try await reading(of: String(link), by: certified.service)
            #expect(page.contains(#"data-genuine="true""#) && page.contains(path))
            let refused = try await reading(of: String(link).replacing("#", with: "#A"), by: certified.service)
            #expect(refused.contains(#"data-genuine="false""#) && !refused.contains(path))
            _ = try await certified.annul(digest)
            let annulled = try await reading(of: String(link), by: certified.service)
            #expect(annulled.contains(#"id="annulled""#))
        }
    }

    private func verdict(on file: [UInt8], of service: TestService) async throws -> PageVisitor.Page {
        try await PageVisitor.visit(service) { visitor in
            try await visitor.upload("/verify", [:], file: "file", file)
        }
    }

    private func reading(of code: String, by service: TestService) async throws -> String {
        try await PageVisitor.visit(service) { visitor in
            try await visitor.submit("/verify", from: "/verify", ["code": code]).text
        }
    }
}
