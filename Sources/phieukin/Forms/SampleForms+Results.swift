import OfficialDocuments
import Recognition

/// What is printed after the count.
extension SampleForms {
    var resultPapers: [SampleForm] {
        get throws { [SampleForm(.minutesOfCount, try minutes), SampleForm(.noticeOfResults, try notice)] }
    }

    private var minutes: CountMinutesForm {
        get throws {
            CountMinutesForm(
                authority: commune.authority, roundTitle: commune.title, meeting: commune.meeting,
                rules: commune.profile.rules, counts: try commune.counts, excused: 1, outcomes: try commune.outcomes,
                finders: FinderCounts(found: 0, collected: []), roundCode: "5JRE-7BVB-YW1E-EP0C-V5KA",
                boxRoot: SampleRound.digest,
                board: [
                    BoardSeat(name: "Hoàng Thị Bích Ngọc", position: "Trưởng ban"),
                    BoardSeat(name: "Vàng A Páo", position: "Ủy viên"),
                    BoardSeat(name: "Lý Thị Nga", position: "Ủy viên"),
                ])
        }
    }

    private var notice: ResultsNoticeForm {
        get throws {
            ResultsNoticeForm(
                authority: commune.authority, number: "15-TB/ĐU", date: commune.decisionDate, year: commune.year,
                ballotDate: commune.meeting.date, outcomes: try commune.outcomes, signer: commune.signer)
        }
    }
}
