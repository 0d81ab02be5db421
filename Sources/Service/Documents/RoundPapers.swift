import OfficialDocuments
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Typesetting

/// Prints the papers of one round.
struct RoundPapers: Sendable {
    let desk: RoundDesk

    private var tools: RoundTools { desk.tools }

    /// The paper as PDF.
    /// - Throws: `Problem.wrongState` for one that the round has not come to yet, `.notFound` for an unknown unit,
    ///   `.document` where something that must stand on it was not said.
    func pdf(_ form: RoundForm, _ request: PaperRequest) async throws -> [UInt8] {
        switch form {
        case .ballot: try await print(try await ballot(isSpecimen: false))
        case .specimen: try await print(try await ballot(isSpecimen: true))
        case .attendance: try await print(try await attendance(request))
        case .minutes: try await minutes(request)
        case .notice: try await print(try await notice(request))
        case .plan: try await print(PlanForm(try await unitPaper(request)))
        case .selfAssessment: try await print(SelfAssessmentForm(try await unitPaper(request)))
        }
    }

    /// The minutes bear the time of the count, so that every copy is the same to the byte.
    func minutes(_ request: PaperRequest? = nil) async throws -> [UInt8] {
        let form = try await countMinutes(request)
        let certified = try await tools.register.steps(of: desk.name).last?.at ?? tools.clock.now
        return try await print(form, created: certified)
    }

    private func print(_ form: some OfficialForm, created: Int? = nil) async throws -> [UInt8] {
        let (forms, time) = (tools.installation.forms, Int64(created ?? tools.clock.now))
        return try await tools.lanes.papers.run { try forms.typeset(form, created: time).pdf }
    }

    private func today(_ request: PaperRequest?) throws -> CalendarDate {
        try request?.date ?? CalendarDate(inVietnamAt: tools.clock.now)
    }

    // MARK: - Before the vote

    private func ballot(isSpecimen: Bool) async throws -> PaperBallotForm {
        let manifest = try await desk.manifest()
        return try PaperBallotForm(
            authority: manifest.authority, kind: manifest.kind, year: manifest.year, units: manifest.units,
            criteria: manifest.criteria, isSpecimen: isSpecimen)
    }

    private func attendance(_ request: PaperRequest) async throws -> AttendanceSheetForm {
        let draft = try await desk.draft()
        let rows = try await desk.draftVoters()?.entries.map { AttendanceRow(name: $0.name, position: $0.position) }
        return try AttendanceSheetForm(
            authority: draft.authority, roundTitle: draft.title,
            meeting: Meeting(date: try today(request), place: request.meetingPlace ?? draft.authority.place),
            rows: rows ?? [])
    }

    private func unitPaper(_ request: PaperRequest) async throws -> UnitPaper {
        let draft = try await desk.draft()
        guard let unit = try await desk.draftUnits().map(\.unit).first(where: { $0.id == request.unit }) else {
            throw Problem(.notFound, "unit: the id of one of the round's units")
        }
        let citation = try tools.profile(draft.guidance).document.citation
        return UnitPaper(
            unit: unit, superior: draft.authority.name, place: draft.authority.place, year: draft.year,
            citation: citation)
    }

    // MARK: - After the count

    private func countMinutes(_ request: PaperRequest?) async throws -> CountMinutesForm {
        let state = try await desk.state()
        guard state == .opened || state == .certified else { throw Problem.wrongState(state.rawValue) }
        let manifest = try await desk.manifest()
        let seal = try SealDocument(try await desk.require(.seal), of: manifest)
        let attendance = try Attendance(try await desk.require(.attendance), of: manifest)
        let turnout = try Turnout(stored: try await desk.require(.turnout))
        let results = try await desk.results()
        return CountMinutesForm(
            authority: manifest.authority, roundTitle: manifest.title,
            meeting: Meeting(
                date: try CalendarDate(inVietnamAt: seal.sealedAt),
                place: request?.meetingPlace ?? manifest.authority.place),
            rules: manifest.rules,
            counts: try RoundCounts(
                summoned: attendance.summoned, present: attendance.present.count, issued: turnout.issued),
            excused: attendance.excused.count, outcomes: results.outcomes, finders: results.finders,
            relays: try await relays(of: manifest), mix: results.mix,
            roundCode: try await desk.roundCode() ?? "", boxRoot: seal.seal.boxRoot,
            board: manifest.board.members.map { BoardSeat(name: $0.name) })
    }

    private func relays(of manifest: Manifest) async throws -> [RelaySeat] {
        let heard = Dictionary(
            uniqueKeysWithValues: try await desk.statements(of: manifest).map { ($0.relay, $0.voters) })
        return (manifest.casting?.relays ?? []).enumerated().map {
            RelaySeat(name: $1.name, host: $1.host, fingerprint: $1.fingerprint, mixed: heard[$0])
        }
    }

    private func notice(_ request: PaperRequest) async throws -> ResultsNoticeForm {
        let state = try await desk.state()
        guard state == .certified else { throw Problem.wrongState(state.rawValue) }
        guard let signer = request.signer, let number = request.number else {
            throw Problem(
                .document,
                because: BilingualText(
                    "thông báo phải có số (12-TB/ĐU) và người ký", "the notice needs a number (12-TB/ĐU) and a signer"))
        }
        let manifest = try await desk.manifest()
        let seal = try SealDocument(try await desk.require(.seal), of: manifest)
        return ResultsNoticeForm(
            authority: manifest.authority, number: number, date: try today(request), year: manifest.year,
            ballotDate: try CalendarDate(inVietnamAt: seal.sealedAt), outcomes: try await desk.outcomes(),
            signer: signer)
    }
}
