public import OfficialDocuments
public import Recognition
public import SecretBallot
import SignedPDF
import Typesetting

/// Sets decisions in type, with all that belongs into their files but the signatures.
public struct DecisionPress: Sendable {
    private static let language = "vi-VN"

    private let forms: FormLibrary

    /// As people reach the service, without a slash at its end.
    public let address: String
    private let logKey: NoteSigner

    /// - Parameters:
    ///   - address: of the service, for the QR code's link: `https://phieukin.example`, without a slash at its end.
    ///   - logKey: vouches for what the QR code says.
    public init(forms: FormLibrary, address: String, logKey: NoteSigner) {
        self.forms = forms
        self.address = address
        self.logKey = logKey
    }

    /// A decision recognising one unit or more.
    /// - Parameters:
    ///   - decisions: of one number, date, authority, form, year and signer.
    ///   - ground: what it cites.
    ///   - time: when it is made, in seconds since 1970 (UTC).
    /// - Throws: `FormFault`, `TemplateFault`, `TypesettingError`, `PDFError`.
    public func recognition(
        _ decisions: [ExactDecision], on ground: DecisionGround, at time: Int64
    ) throws -> UnsignedDecision {
        guard !decisions.isEmpty else { throw FormFault.nothingToPrint("the list of units") }
        let text = DecisionText.recognition(decisions)
        let form = try RecognitionDecisionForm(
            statements: decisions.map(\.statement), citation: ground.citation, ballotDate: ground.ballotDate,
            verification: link(to: text))
        return try print(form, text, at: time)
    }

    /// A decision annulling a recognition.
    /// - Parameters:
    ///   - annulled: the decision that it ends.
    ///   - ballotDate: of the ballot on the annulment, where one was held.
    /// - Throws: as `recognition`.
    public func annulment(
        _ annulment: ExactAnnulment, of annulled: DecisionStatement, citation: String, ballotDate: CalendarDate?,
        at time: Int64
    ) throws -> UnsignedDecision {
        let text = DecisionText.annulment(annulment)
        let form = try AnnulmentDecisionForm(
            statement: annulment.statement, annulled: annulled, citation: citation, ballotDate: ballotDate,
            verification: link(to: text))
        return try print(form, text, at: time)
    }

    /// What a decision's QR code leads to: the verify page, with a signed summary that needs no server to be compared.
    /// - Throws: an error of the cryptographic library.
    public func link(to text: DecisionText) throws -> String {
        try DecisionSummary(text).link(to: address, signedBy: logKey)
    }

    private func print(_ form: some OfficialForm, _ text: DecisionText, at time: Int64) throws -> UnsignedDecision {
        let typeset = try forms.typeset(form, created: time)
        let fields = SignatureRole.allCases.compactMap { role in
            typeset.places[role.place.name].map { PDFAdditions.Field(role, $0) }
        }
        let additions = PDFAdditions(
            language: Self.language, attachments: StatementFile.attachments(of: text, modified: time),
            reservedFields: fields)
        return UnsignedDecision(text: text, pdf: try additions.appended(to: typeset.pdf))
    }
}

extension PDFAdditions.Field {
    fileprivate init(_ role: SignatureRole, _ place: Place) {
        self.init(
            name: role.rawValue, page: place.page,
            rectangle: PDFRectangle(x: place.x, y: place.y, width: place.width, height: place.height))
    }
}

/// A decision's file before anyone has signed it: typeset, with its statements inside and its signatures' fields empty.
public struct UnsignedDecision: Hashable, Sendable {
    public let text: DecisionText
    public let pdf: [UInt8]
}

/// What decisions of recognition rest on, as they cite it.
public struct DecisionGround: Hashable, Sendable {
    /// The guidance: `GuidanceDocument.citation`.
    public let citation: String
    public let ballotDate: CalendarDate

    public init(citation: String, ballotDate: CalendarDate) {
        (self.citation, self.ballotDate) = (citation, ballotDate)
    }
}
