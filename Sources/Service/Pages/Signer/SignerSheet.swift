import Decisions
import Foundation
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// What the signer's page of a round shows: drafts beside their tallies, papers that wait, decisions.
struct SignerSheet {
    let desk: RoundDesk
    let decisions: DecisionDesk

    /// What was ticked before; nil for all.
    let chosen: Set<String>?

    private var register: any Register { decisions.register }

    /// - Parameter member: who will sign.
    func json(for member: StaffMember) async throws -> JSONValue {
        let draft = try await desk.draft()
        let entry = try await desk.entry()
        let base: JSONValue = [
            "round": RoundDesk.summary(of: entry), "authority": draft.authority.json, "body": .string(draft.body),
            "isReady": .bool(entry.state == RoundState.certified.rawValue),
        ]
        guard entry.state == RoundState.certified.rawValue else { return base }
        let outcomes = try await desk.outcomes()
        let issued = try await register.decisions(DecisionFilter(round: desk.name))
        let waiting = try await waiting()
        let all =
            base
            .adding("attendance", Bar(verdict: outcomes.attendance).json)
            .adding("finders", try await desk.finders(for: nil)?.json ?? .null)
            .adding("mix", try await desk.mix(for: nil)?.json ?? .null)
            .adding("issued", .array(try await IssuedDecisionList(decisions: decisions).lines(issued)))
            .adding("waiting", .array(waiting.map { Self.paper($0, $1, outcomes) }))
        if draft.kind == .annulment {
            return all.adding("annulments", .array(try await annulments(outcomes, ballot: entry.roundID)))
        }
        let taken = Set((issued.filter { $0.kind == .recognition } + waiting.flatMap(\.1)).map(\.claim.unit))
        let drafts = outcomes.units.filter { $0.passed && !taken.contains($0.unit.id) }
        return
            all
            .adding(
                "drafts",
                .array(
                    drafts.map {
                        OutcomesView.unit($0).adding("isLeftOut", .bool(chosen?.contains($0.unit.id) == false))
                    })
            )
            .adding("criteria", .array(outcomes.units.first?.criteria.map { $0.criterion.json } ?? []))
            .adding("failed", .array(outcomes.units.filter { !$0.passed }.map(OutcomesView.unit)))
            .adding("suggested", try await SignerSuggestion(decisions: decisions).json(draft.authority, for: member))
    }

    private func waiting() async throws -> [(NumberedPaper, [DecisionEntry])] {
        var papers: [(NumberedPaper, [DecisionEntry])] = []
        for paper in try await register.prepared(round: desk.name) {
            papers.append((paper, try await register.entries(of: paper.id)))
        }
        return papers
    }

    private static func paper(
        _ paper: NumberedPaper, _ entries: [DecisionEntry], _ outcomes: RoundOutcomes
    ) -> JSONValue {
        let names = entries.map { outcomes.outcome(of: $0.claim.unit)?.unit.name ?? $0.claim.unit }
        return paper.json.adding("units", .array(names.map(JSONValue.string)))
    }

    /// The recognitions that an annulment ballot has decided to end, and that stand still.
    private func annulments(_ outcomes: RoundOutcomes, ballot: [UInt8]?) async throws -> [JSONValue] {
        var lines: [JSONValue] = []
        for outcome in outcomes.units where outcome.passed {
            for entry in try await register.decisions(DecisionFilter(unit: outcome.unit.id, kind: .recognition)) {
                let annulment = try await decisions.annulment(of: entry.digest)
                lines.append(
                    try entry.summary(annulment: annulment).adding("ballot", ballot.map(JSONValue.bytes) ?? .null))
            }
        }
        return lines
    }
}
