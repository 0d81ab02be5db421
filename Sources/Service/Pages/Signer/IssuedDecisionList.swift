import Decisions
import Recognition
import Storage
import StrictEncoding

/// Issued decisions as the signer's pages list them, with what the register does not say: whether each paper bears the
/// body's seal.
struct IssuedDecisionList {
    let decisions: DecisionDesk

    func lines(_ entries: [DecisionEntry]) async throws -> [JSONValue] {
        let sealed = try await bearingBodySeal(among: entries)
        var lines: [JSONValue] = []
        for entry in entries {
            lines.append(try await line(entry, bearsBodySeal: sealed.contains(entry.paper.id)))
        }
        return lines
    }

    private func line(_ entry: DecisionEntry, bearsBodySeal: Bool) async throws -> JSONValue {
        var value: JSONValue
        switch entry.kind {
        case .recognition:
            value = try entry.summary(annulment: try await decisions.annulment(of: entry.digest))
        case .annulment:
            let statement = try ExactAnnulment(bytes: entry.statement.bytes).statement
            value = [
                "digest": .bytes(entry.digest), "number": .string(entry.paper.numberText),
                "date": .string(statement.date.description), "unit": statement.unit.json,
                "annuls": .string(statement.annuls.number.description),
            ]
        }
        value = value.adding("day", .string(Self.day(entry)))
        return value.adding("kind", .string(entry.kind.rawValue)).adding("isSealed", .bool(bearsBodySeal))
    }

    /// "20/12/2026", the decision's own date.
    static func day(_ entry: DecisionEntry) -> String {
        let date =
            (try? ExactDecision(bytes: entry.statement.bytes).statement.date)
            ?? (try? ExactAnnulment(bytes: entry.statement.bytes).statement.date)
        return date?.text.vietnamese ?? ""
    }

    private func bearingBodySeal(among entries: [DecisionEntry]) async throws -> Set<Int64> {
        var files: [(paper: Int64, file: [UInt8])] = []
        for paper in Set(entries.map(\.paper.id)) {
            if let file = try await decisions.register.document(of: paper) { files.append((paper, file)) }
        }
        let (verifier, now) = (decisions.verifier, Int64(decisions.tools.clock.now))
        let sealed = try await decisions.tools.lanes.papers.map(files) { paper, file in
            let state = (try? DecisionDocument(file)).map { verifier.bodySeal(on: $0, now: now) }
            return state == .affixed ? paper : nil
        }
        return Set(sealed.compactMap(\.self))
    }
}
