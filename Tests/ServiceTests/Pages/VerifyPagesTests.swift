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
            let visitor = try await Visitor("/verify", of: certified.service)
            let page = try await visitor.send(file, to: "/verify")
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
            let page = try await Visitor("/verify", of: certified.service).send(file, to: "/verify").text
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
            let page = try await Visitor("/verify", of: certified.service).send(file, to: "/verify").text
            #expect(page.contains(#"data-question="trusted" data-answer="unknown""#))
            #expect(page.contains(#"data-summary="unknown""#))
        }
    }

    @Test func aWrongFileIsNotValid() async throws {
        try await TestService.run { service in
            let visitor = try await Visitor("/verify", of: service)
            for file in ["GIF89a", "%PDF-1.7\n%%EOF", "<script>alert(1)</script>"] {
                let page = try await visitor.send(Array(file.utf8), to: "/verify")
                #expect(page.status == 200 && page.text.contains(#"data-summary="not-valid""#), "\(file)")
                #expect(page.text.contains(#"data-question="intact" data-answer="no""#), "\(file)")
            }
        }
    }

    @Test func whatIsTooLargeOrNothingIsRefused() async throws {
        try await TestService.run { service in
            let visitor = try await Visitor("/verify", of: service)
            let large = [UInt8](repeating: 0x20, count: DecisionDocument.maximumSize + (64 << 10))
            let refused = try await visitor.send(large, to: "/verify")
            #expect(refused.status == 413 && refused.text.contains(#"data-code="too-large""#))
            for empty in [try await visitor.send([], to: "/verify"), try await visitor.send([:], to: "/verify")] {
                #expect(empty.status == 400 && empty.text.contains(#"id="file-form""#))
            }
        }
    }

    @Test func aFormOfNoPageOfOursIsRefused() async throws {
        try await TestService.run { service in
            let visitor = try await Visitor("/verify", of: service)
            let page = try await visitor.send(Array("%PDF".utf8), to: "/verify", withToken: false)
            #expect(page.status == 403 && page.text.contains(#"data-code="stale-form""#))
        }
    }

    @Test func aPapersCodeIsTracedToItsDecision() async throws {
        try await CertifiedRound.run { certified in
            let digest = try await certified.decide()[0].digest
            let path = "/decisions/\(certified.path(of: digest))"
            let decision = try await certified.service.call("GET", path, headers: ["Accept": "text/html"])
            let link = try #require(decision.text.firstMatch(of: /id="qr-link" href="([^"]+)"/)).output.1
            let visitor = try await Visitor("/verify", of: certified.service)
            let page = try await visitor.send(["code": String(link)], to: "/verify").text
            #expect(page.contains(#"data-genuine="true""#) && page.contains(path))
            let forged = String(link).replacing("#", with: "#A")
            let refused = try await visitor.send(["code": forged], to: "/verify").text
            #expect(refused.contains(#"data-genuine="false""#) && !refused.contains(path))
            _ = try await certified.annul(digest)
            let annulled = try await visitor.send(["code": String(link)], to: "/verify").text
            #expect(annulled.contains(#"id="annulled""#))
        }
    }
}
