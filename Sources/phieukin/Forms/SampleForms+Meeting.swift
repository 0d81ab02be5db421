import OfficialDocuments
import Recognition

/// What is printed for the meeting.
extension SampleForms {
    var meetingPapers: [SampleForm] {
        get throws {
            [
                SampleForm(.accessSlips, try slips), SampleForm(.attendanceSheet, try attendance),
                SampleForm(.ballot, try ballot(isSpecimen: false)),
                SampleForm(.ballot, try ballot(isSpecimen: true), variant: "specimen"),
            ]
        }
    }

    private var slips: AccessSlipsForm {
        get throws {
            let voters = try SampleVoters()
            return try AccessSlipsForm(
                authority: commune.authority, roundTitle: commune.title, address: voters.page.printed,
                slips: voters.slips)
        }
    }

    private var attendance: AttendanceSheetForm {
        get throws {
            try AttendanceSheetForm(
                authority: commune.authority, roundTitle: commune.title, meeting: commune.meeting,
                rows: SampleVoters().rows)
        }
    }

    private func ballot(isSpecimen: Bool) throws -> PaperBallotForm {
        try PaperBallotForm(
            authority: commune.authority, kind: .recognition, year: commune.year, units: commune.units,
            criteria: commune.profile.criteria.map(\.value), isSpecimen: isSpecimen)
    }
}
