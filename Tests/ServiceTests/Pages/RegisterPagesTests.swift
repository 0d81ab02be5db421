import Client
import Foundation
import StrictEncoding
import Testing

@testable import Service

/// Looking decisions up.
@Suite struct RegisterPagesTests {
    @Test func decisionsAreFoundByWhatPeopleKnow() async throws {
        try await CertifiedRound.run { certified in
            let decisions = try await certified.decide()
            let annulment = try await certified.annul(decisions[0].digest)
            func rows(_ query: String) async throws -> [String] {
                let page = try await certified.service.call("GET", "/decisions?\(query)").text
                return page.matches(of: /<tr data-digest="([^"]+)"/).map { String($0.output.1) }
            }
            let (first, second) = (certified.path(of: decisions[0].digest), certified.path(of: decisions[1].digest))
            let last = certified.path(of: annulment.digest)
            let holds1 = try await rows("") == [last, second, first]
            #expect(holds1)
            let holds2 = try await rows("unit=cb-02") == [second]
            #expect(holds2)
            let found1 = try await rows("unit=CHI+BO&year=2026")
            #expect(found1.count == 3)
            let holds3 = try await rows("number=2") == [second]
            #expect(holds3)
            let holds4 = try await rows("number=03-qd/du") == [last]
            #expect(holds4)
            for none in ["year=2025", "year=x", "unit=khong%20co", "number=77"] {
                let holds5 = try await rows(none).isEmpty
                #expect(holds5, "\(none)")
            }
            let page = try await certified.service.call("GET", "/decisions?unit=%22%3E%3Cb%3E").text
            #expect(page.contains(#"id="none""#) && !page.contains("<b>"))
        }
    }

    @Test func aDecisionHasAPage() async throws {
        try await CertifiedRound.run { certified in
            let decision = try await certified.decide()[0]
            let path = "/decisions/\(certified.path(of: decision.digest))"
            let before = try await certified.service.call("GET", path).text
            #expect(before.contains(decision.number) && !before.contains(#"id="annulled""#))
            #expect(before.contains("/rounds/\(certified.round.roundID)") && before.contains("<svg class=\"qr\""))
            let annulment = try await certified.annul(decision.digest)
            let after = try await certified.service.call("GET", path).text
            #expect(after.contains(#"id="annulled""#))
            let other = try await certified.service.call("GET", "/decisions/\(certified.path(of: annulment.digest))")
            #expect(other.text.contains(decision.number) && !other.text.contains(#"id="annulled""#))
            let found2 = try await certified.service.call("GET", "/decisions/x")
            #expect(found2.status == 404)
        }
    }

    @Test func namesAreFoundHoweverTheyAreTyped() {
        #expect(RegisterSearch.folded("Đảng  ủy xã\u{A0}Bum Tở") == "dang uy xa bum to")
        #expect(RegisterSearch.folded("Tở".decomposedStringWithCanonicalMapping) == RegisterSearch.folded("TỞ"))
    }
}

extension CertifiedRound {
    /// As addresses have it.
    func path(of digest: [UInt8]) -> String { Base64URL.encode(digest) }
}
