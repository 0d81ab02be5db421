import Recognition
import StrictEncoding

/// A step that a page's form asks for; what cannot be taken back is confirmed by typing what it does.
enum StepForm: String, CaseIterable, Sendable {
    case freeze, issuing, voting, seal, certify, cancel

    /// The words to be typed; none where a button is enough.
    private var words: [BilingualText] {
        switch self {
        case .freeze: [BilingualText("chốt", "freeze")]
        case .issuing: []
        case .voting: [BilingualText("mở bỏ phiếu", "open voting")]
        case .seal: [BilingualText("niêm phong", "seal")]
        case .certify: [BilingualText("công bố", "certify")]
        case .cancel: [BilingualText("hủy đợt", "cancel round"), BilingualText("huỷ đợt", "cancel round")]
        }
    }

    /// - Throws: `Problem.notConfirmed`.
    func confirm(_ form: Form) throws(Problem) {
        if !words.isEmpty { try form.confirms(anyOf: words) }
    }

    /// - Throws: `Problem.unauthenticated`, `.forbidden`.
    func requireRole(_ context: ServiceContext) throws(Problem) -> StaffMember {
        self == .certify ? try context.require(.secretary, .board) : try context.require(.secretary)
    }

    /// What the journal calls it; the API's word for the same step.
    var journalName: String { "round.\(rawValue)" }

    /// Takes the step.
    /// - Returns: the path of the page that shows what came of it.
    func take(_ desk: RoundDesk, _ form: Form, _ office: RoundOffice) async throws -> String {
        let page = "/desk/rounds/\(desk.name)"
        let acknowledged = Set(form.all("acknowledge"))
        switch self {
        case .freeze:
            _ = try await desk.beginFreezing { office.remember(desk, as: $0) }
            return "\(page)/freeze"
        case .issuing: try await desk.beginIssuing()
        case .voting: try await desk.beginVoting(acknowledging: acknowledged)
        case .seal: try await desk.seal()
        case .certify: try await desk.certify(acknowledging: acknowledged)
        case .cancel: try await desk.cancel(reason: form.reader("reason").plainText(maximum: 2_000))
        }
        return page
    }
}
