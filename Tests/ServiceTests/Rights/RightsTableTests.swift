import Foundation
import TestSupport
import Testing

@testable import Service

/// The table itself, held to the one that people read.
@Suite struct RightsTableTests {
    /// Signing out needs no right on its page: whoever is nobody is signed out already.
    @Test func theTableIsTheOneInTheDocument() throws {
        let lines = try TestFiles.text("docs/architecture.md").split(separator: "\n").map(String.init)
        let rows = Right.allCases.map(Self.row)
        for row in rows { #expect(lines.contains(row), "docs/architecture.md lacks: \(row)") }
        let written = lines.filter { line in Right.allCases.contains { line.hasPrefix("| `\($0.rawValue)` |") } }
        #expect(written.filter { !rows.contains($0) } == [], "rows of docs/architecture.md that are not so")
    }

    private static func row(_ right: Right) -> String {
        let row = right.row
        let tokens =
            switch row.tokens {
            case .allowed: row.audience == .anybody ? "" : "yes"
            case .withPassword: "with the password"
            case .refused: "no"
            }
        let cells = [
            "`\(right.rawValue)`", who(row.audience), tokens, states(row.due), states(row.past),
            row.needsFreshPassword ? "yes" : "",
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private static func who(_ audience: RightRow.Audience) -> String {
        switch audience {
        case .anybody: "anybody"
        case .accounts: "any account"
        case .seats: "a board's seat"
        case .roles(let roles): Role.allCases.filter(roles.contains).map(\.rawValue).joined(separator: ", ")
        }
    }

    private static func states(_ states: Set<RoundState>?) -> String {
        RoundState.allCases.filter { states?.contains($0) == true }.map(\.rawValue).joined(separator: ", ")
    }

    @Test func whatIsPastIsNotDue() {
        for right in Right.allCases {
            #expect(right.row.past.isDisjoint(with: right.row.due ?? []), "\(right)")
            #expect(right.row.past.isEmpty || right.row.due != nil, "\(right)")
        }
    }

    @Test func whoHoldsAFoundTokenMakesNoMoreOfIt() {
        for right in Right.allCases where right.row.tokens == .allowed && right.row.audience != .anybody {
            #expect(![.makeToken, .createAccount, .changeRoles, .resetPassword].contains(right))
        }
    }
}
