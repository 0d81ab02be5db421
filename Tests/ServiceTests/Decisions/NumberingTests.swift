import Client
import Foundation
import Recognition
import StrictEncoding
import Testing

@testable import Service

/// One body has one series of numbers, however its name is typed.
@Suite struct NumberingTests {
    @Test(arguments: [
        "Đảng uỷ xã Bum Tở", "Đảng  ủy xã Bum Tở", "ĐẢNG ỦY XÃ BUM TỞ",
        "Đảng ủy xã Bum Tở".decomposedStringWithCanonicalMapping, "Ðảng ủy xã Bum Tở",
    ])
    func spellingsOfOneBodyShareOneSeries(name: String) async throws {
        try await CertifiedRound.run { certified in
            let first = try await certified.decide()
            #expect(first.map(\.number.description) == ["01-QĐ/ĐU", "02-QĐ/ĐU"])
            let other = try await TestRound.frozen(certified.service, units: 1, draft: Self.draft(of: name))
            try await other.certified()
            let issued = try await certified.signer.decide(
                other.name, units: nil, together: false, date: CalendarDate(parsing: "2026-12-22"),
                signer: certified.trial.signer, password: TrialSigner.password)
            #expect(issued.map(\.number.description) == ["03-QĐ/ĐU"])
        }
    }

    private static func draft(of authority: String) -> JSONValue {
        guard case .object(let members) = TestRound.draft else { return .null }
        return .object(
            members.map { member in
                guard member.name == "authority", case .object(let parts) = member.value else { return member }
                let named = parts.map { $0.name == "name" ? JSONValue.Member("name", .string(authority)) : $0 }
                return JSONValue.Member("authority", .object(named))
            })
    }
}
