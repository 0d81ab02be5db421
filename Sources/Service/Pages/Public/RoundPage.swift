import Decisions
import Recognition
import Storage
import StrictEncoding

/// A round as its public pages are filled: what it is, where it stands, how to come in, what came of it.
struct RoundPage {
    let desk: RoundDesk
    let rounds: PublicRounds
    let decisions: DecisionDesk

    private var address: String { decisions.press.address }

    func json() async throws -> JSONValue {
        let facts = try await rounds.facts(of: desk)
        let status = try await rounds.status(of: desk)
        let link = "\(address)/v/\(facts.roundID)"
        let code = try await desk.roundCode() ?? ""
        let value: JSONValue = [
            "facts": facts.json, "status": status, "roundCode": .string(code),
            "codeGroups": .array(code.split(separator: "-").map { .string(String($0)) }),
            "link": .string(link), "typed": .string(Self.typed("\(address)/v/\(facts.name)")),
            "qr": try QRPicture(link).json,
        ]
        let state = try await desk.state()
        let isGathering = state == .frozen || state == .issuing
        return value.adding("isGathering", .bool(isGathering)).adding("isClosed", .bool(state.isSealed))
            .adding("relays", try await RelayLines(of: desk).json ?? .null)
            .adding("bar", try await bar(facts, state))
            .adding("outcomes", try await outcomes())
    }

    /// How far the meeting is with what it does now: the slips of those who have a ballot, then who found theirs.
    private func bar(_ facts: RoundFacts, _ state: RoundState) async throws -> JSONValue? {
        guard let turnout = try await desk.turnout() else { return nil }
        let expected = turnout.issued * facts.contestCount
        let found = state.isSealed ? try await desk.tools.register.found(in: desk.name).count : nil
        return [
            "expected": .integer(expected), "whole": .integer(max(1, found == nil ? expected : turnout.issued)),
            "value": .integer(found ?? turnout.slips),
        ]
    }

    /// Nothing of the results before they are certified.
    private func outcomes() async throws -> JSONValue? {
        guard let finders = try await desk.finders(for: nil) else { return nil }
        let outcomes = try await decisions.basis(of: desk).outcomes
        return OutcomesView(outcomes: outcomes, finders: finders, mix: try await desk.mixCounts()).json
    }

    /// As people type an address: browsers add the scheme by themselves where it is the usual one.
    private static func typed(_ address: String) -> String {
        address.hasPrefix("https://") ? String(address.dropFirst("https://".count)) : address
    }
}
