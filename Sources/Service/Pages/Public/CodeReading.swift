import Decisions
import Foundation
import Reader
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// What the QR code on a paper says, whether this service made it, and what the register knows of that decision.
struct CodeReading {
    private let summary: DecisionSummary?

    /// On the register's own file; nil where the register has none of this content.
    private let verdict: DecisionVerdict?
    private let digest: [UInt8]?

    /// - Parameters:
    ///   - text: the link that the code holds, or the part of it after "#".
    ///   - asker: whose share of the readers it counts against.
    init(_ text: String, _ decisions: DecisionDesk, for asker: Asker) async throws {
        let installation = decisions.tools.installation
        let note = String(text.filter { !$0.isWhitespace }.split(separator: "#").last ?? "")
        guard
            let verifier = NoteVerifier(name: installation.issuerName, key: installation.serviceKeys.logKey),
            let summary = try? DecisionSummary(link: "#\(note)", verifier: verifier)
        else {
            (summary, verdict, digest) = (nil, nil, nil)
            return
        }
        self.summary = summary
        let entries = try await Self.paper(summary, in: decisions.register)
        digest = entries.first?.digest
        let file = try await Self.file(of: entries, in: decisions.register)
        verdict = if let file { try await decisions.verify(file, for: asker) } else { nil }
    }

    /// The decisions of the paper that the code is on.
    private static func paper(
        _ summary: DecisionSummary, in register: some DecisionRegister
    ) async throws -> [DecisionEntry] {
        let papers = Set(try await register.decisions(DecisionFilter(numberText: summary.number)).map(\.paper.id))
        for paper in papers {
            let entries = try await register.entries(of: paper)
            if Hash.digest(entries.flatMap(\.digest)) == summary.digest { return entries }
        }
        return []
    }

    private static func file(of entries: [DecisionEntry], in register: some DecisionRegister) async throws -> [UInt8]? {
        guard let paper = entries.first?.paper.id else { return nil }
        return try await register.document(of: paper)
    }

    var json: JSONValue {
        guard let summary else { return ["isGenuine": false] }
        return [
            "isGenuine": true, "number": .string(summary.number),
            "date": (try? CalendarDate(parsing: summary.date).text.json) ?? .string(summary.date),
            "authority": .string(summary.authority), "unit": .string(summary.unit), "year": .integer(summary.year),
            "digest": digest.map(JSONValue.bytes) ?? .null,
            "register": verdict.map { VerdictView($0).json } ?? .null,
        ]
    }
}
