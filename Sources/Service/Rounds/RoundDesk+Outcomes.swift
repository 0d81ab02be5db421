import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// What came of a round once its boxes are open.
extension RoundDesk {
    /// What the staff see of the count.
    struct Results: Sendable {
        let tally: TallyDocument
        let outcomes: RoundOutcomes
        let warnings: [StepWarning]
        let finders: FinderCounts

        /// What the relays say that they sent, against the boxes.
        let mix: MixCounts

        /// Of board members whose own devices counted the same.
        let signatures: [MinutesSignature]

        var json: JSONValue {
            [
                "tally": .array(tally.tallies.map(\.json)), "outcomes": outcomes.json,
                "warnings": .array(warnings.map(\.json)), "minutesSignatures": .array(signatures.map(\.json)),
                "finders": finders.json, "mix": mix.json,
            ]
        }
    }

    func results() async throws -> Results {
        let manifest = try await manifest()
        let tally = try await tally(of: manifest)
        let (finders, mix) = (try await findersSoFar(), try await mixCounts())
        return Results(
            tally: tally, outcomes: try await outcomes(tally, of: manifest),
            warnings: try await warningsBeforeCertifying(tally.tallies, of: manifest, after: pastSteps()),
            finders: finders, mix: mix, signatures: try await minutesDocument().signatures)
    }

    /// What the rules make of the count, alone.
    func outcomes() async throws -> RoundOutcomes {
        let manifest = try await manifest()
        return try await outcomes(try await tally(of: manifest), of: manifest)
    }

    private func tally(of manifest: Manifest) async throws -> TallyDocument {
        try TallyDocument(try await require(.tally), of: manifest)
    }

    private func outcomes(_ tally: TallyDocument, of manifest: Manifest) async throws -> RoundOutcomes {
        let attendance = try Attendance(try await require(.attendance), of: manifest)
        let turnout = try Turnout(stored: try await require(.turnout))
        return try manifest.outcomes(tally.tallies, attendance: attendance, issued: turnout.issued)
    }

    /// What finders say against the boxes, for whoever may know the outcome by now.
    /// - Parameter member: nil for anybody.
    /// - Returns: nil as long as they may not.
    func finders(for member: StaffMember?) async throws -> FinderCounts? {
        switch try await state() {
        case .certified: try await findersSoFar()
        case .opened where member.map(Right.seeResults.isGiven) == true: try await findersSoFar()
        default: nil
        }
    }

    /// What the relays say that they sent against ballots and boxes, for whoever may know the outcome by now.
    /// - Returns: nil as long as they may not.
    func mix(for member: StaffMember?) async throws -> MixCounts? {
        try await finders(for: member) == nil ? nil : try await mixCounts()
    }

    /// What the relays say that they sent, against who has a ballot and the sealed boxes.
    func mixCounts() async throws -> MixCounts {
        let mixed = try await statements(of: try await manifest()).map(\.voters).reduce(0, +)
        let issued = try Turnout(stored: try await require(.turnout)).issued
        return MixCounts(mixed: mixed, issued: issued, collected: try await collected())
    }

    /// What finders say by now against the sealed boxes.
    func findersSoFar() async throws -> FinderCounts {
        FinderCounts(found: try await tools.register.found(in: name).count, collected: try await collected())
    }

    /// Read once, since it takes its time, and sealed boxes stay as they are.
    private func collected() async throws -> [Int] {
        if let collected = held.withLock(\.collected) { return collected }
        let manifest = try await manifest()
        let collected = try await document(.tally).map { try TallyDocument($0, of: manifest).tallies }?
            .map(\.counts.collected)
        let counts = if let collected { collected } else { try await slipsInBoxes(manifest) }
        held.withLock { $0.collected = counts }
        return counts
    }

    private func slipsInBoxes(_ manifest: Manifest) async throws -> [Int] {
        let boxes = try await boxes()
        return try await tools.lanes.counting.run { try BoxRootReader.counts(of: boxes.read, in: manifest) }
    }
}
