public import Recognition

/// The attendance sheet of the meeting at which the ballot is held, to be marked and signed by hand.
public struct AttendanceSheetForm: Hashable, Sendable {
    public let authority: Authority
    public let roundTitle: String
    public let meeting: Meeting

    /// In the order of the list of voters.
    public let rows: [AttendanceRow]

    /// - Throws: `FormFault` without rows.
    public init(
        authority: Authority, roundTitle: String, meeting: Meeting, rows: [AttendanceRow]
    ) throws(FormFault) {
        guard !rows.isEmpty else { throw .nothingToPrint("the list of voters") }
        self.authority = authority
        self.roundTitle = roundTitle
        self.meeting = meeting
        self.rows = rows
    }

    static let schema = TemplateSchema(
        lines: [
            "document-title", "kind", "column-order", "column-name", "column-position", "column-present",
            "column-excused", "column-absent", "column-signature", "keeper", "chair",
        ],
        passages: ["subject", "opening", "closing"],
        fields: [
            "authority", "committee", "parent", "place", "round", "meeting-date", "meeting-place", "count",
        ],
        required: ["round"])

    var values: FieldValues {
        FieldValues([
            "authority": authority.bodyName, "committee": authority.committeeName, "parent": authority.parent,
            "place": authority.place, "round": roundTitle.insideSentence, "meeting-date": meeting.date.vietnamese,
            "meeting-place": meeting.place, "count": Figures.count(rows.count),
        ])
    }
}

/// One line of the attendance sheet.
public struct AttendanceRow: Hashable, Sendable {
    public let name: String
    public let position: String?

    public init(name: String, position: String? = nil) {
        self.name = name
        self.position = position
    }
}
