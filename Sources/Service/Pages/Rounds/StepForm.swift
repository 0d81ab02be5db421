import Recognition
import StrictEncoding

/// A step of the secretary's that a page's form asks for; what cannot be taken back is confirmed by typing what it does.
enum StepForm: String, CaseIterable, Sendable {
    case freeze, issuing, voting, closing, seal, cancel

    /// The words to be typed; none where a button is enough.
    private var words: [BilingualText] {
        switch self {
        case .freeze: [BilingualText("chốt", "freeze")]
        case .issuing: []
        case .voting: [BilingualText("mở bỏ phiếu", "open voting")]
        case .closing: [BilingualText("kết thúc bỏ phiếu", "close voting")]
        case .seal: [BilingualText("niêm phong", "seal")]
        case .cancel: [BilingualText("hủy đợt", "cancel round"), BilingualText("huỷ đợt", "cancel round")]
        }
    }

    /// - Throws: `Problem.notConfirmed`.
    func confirm(_ form: Form) throws(Problem) {
        if !words.isEmpty { try form.confirms(anyOf: words) }
    }

    /// Takes the step.
    /// - Returns: the path of the page that shows what came of it.
    func take(_ desk: RoundDesk, _ form: Form, _ actions: RoundActions, by member: StaffMember) async throws -> String {
        let page = "/desk/rounds/\(desk.name)"
        let names = Set(form.all("acknowledge"))
        switch self {
        case .freeze:
            _ = try await actions.freeze(desk, acknowledging: names, by: member)
            return "\(page)/freeze"
        case .issuing: try await actions.beginIssuing(desk, by: member)
        case .voting: try await actions.beginVoting(desk, acknowledging: names, by: member)
        case .closing: try await actions.close(desk, acknowledging: names, by: member)
        case .seal: try await actions.seal(desk, acknowledging: names, by: member)
        case .cancel:
            try await actions.cancel(
                desk, reason: form.reader("reason").plainText(maximum: 2_000), acknowledging: names, by: member)
        }
        return page
    }
}
