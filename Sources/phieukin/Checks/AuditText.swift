import Recognition
import SecretBallot

/// An audit's report in words.
struct AuditText {
    private let report: AuditReport

    /// What could not be checked, of the decisions.
    private let gaps: [BilingualText]

    init(_ report: AuditReport, gaps: [BilingualText] = []) {
        self.report = report
        self.gaps = gaps
    }

    func lines(inEnglish isEnglish: Bool) -> [String] {
        let open = board + time + bound
        let texts = checks + open + gaps.map { BilingualText("!   \($0.vietnamese)", "!   \($0.english)") }
        return head + texts.map { $0.text(inEnglish: isEnglish) } + faults + [verdict.text(inEnglish: isEnglish)]
    }

    private var head: [String] {
        guard let manifest = report.manifest else { return [] }
        return ["\(manifest.authority.name): \(manifest.title)", "roundID: \(manifest.roundID)"]
    }

    private var checks: [BilingualText] {
        AuditCheck.allCases.compactMap { check in
            let faults = report.faults.count { $0.check == check }
            let count = report.checked[check] ?? 0
            guard count > 0 || faults > 0 else { return nil }
            let (words, mark) = (check.words, faults == 0 ? "ok " : "BAD")
            return BilingualText(
                "\(mark) \(words.vietnamese): \(count)" + (faults == 0 ? "" : ", số lỗi: \(faults)"),
                "\(mark) \(words.english): \(count)" + (faults == 0 ? "" : ", faults: \(faults)"))
        }
    }

    /// How many open the box, which is the board's own choice, and whether that is weaker than people expect of a board.
    private var board: [BilingualText] {
        guard let board = report.manifest?.board else { return [] }
        let (threshold, members) = (board.threshold, board.members.count)
        guard members > 1 else {
            return [
                BilingualText(
                    "    một người giữ khóa mở hòm: yếu hơn ban nhiều người",
                    "    one person holds the key of the box: weaker than a board of several")
            ]
        }
        let isHalf = CountingBoard.opensByHalves(threshold: threshold, of: members)
        return [
            BilingualText(
                "    mở hòm cần \(threshold) trên \(members) người của ban kiểm phiếu"
                    + (isHalf ? ": hai nhóm không chung người nào đều tự mở được" : ""),
                "    \(threshold) of \(members) members of the board open the box"
                    + (isHalf ? ": two groups with nobody in common could each open it" : ""))
        ]
    }

    /// What the audit can say nothing of: the protocol's first version has the time under no signature.
    private var time: [BilingualText] {
        guard let sealedAt = report.sealedAt else { return [] }
        let time = Clock.text(sealedAt)
        guard report.seal?.parts.times == nil else {
            return [BilingualText("    niêm phong lúc \(time)", "    sealed at \(time)")]
        }
        return [
            BilingualText(
                "    niêm phong lúc \(time): theo lời dịch vụ, không có chữ ký nào xác nhận giờ này",
                "    sealed at \(time): as the service says; no signature is over that time")
        ]
    }

    /// What the voters' own word says about slips that nobody cast, or that it cannot be true.
    private var bound: [BilingualText] {
        guard report.seal != nil, report.issuedCount > 0 else { return [] }
        let (finders, issued) = (report.finders, report.issuedCount)
        let share = BilingualText(
            "    \(finders.found)/\(issued) người đã thấy phiếu của mình",
            "    \(finders.found) of \(issued) voters found their slips")
        let most = finders.foreignAtMost.map {
            BilingualText(
                "\(share.vietnamese): mỗi hòm có nhiều nhất \($0) phiếu lạ, nếu họ nói đúng.",
                "\(share.english): at most \($0) slips a contest can be foreign, if they tell the truth.")
        }
        let said = [finders.contradiction, report.mix.warning, report.mix.overstatement].compactMap(\.self)
        return [most ?? share] + said.map { BilingualText("!!! \($0.vietnamese)", "!!! \($0.english)") }
    }

    private var faults: [String] {
        let more = report.faultCount - report.faults.count
        return report.faults.map { "FAULT \($0)" } + (more > 0 ? ["FAULT … \(more) more"] : [])
    }

    private var verdict: BilingualText {
        guard report.holds else {
            return BilingualText(
                "KHÔNG đúng: \(report.faultCount) lỗi.", "It does NOT hold: faults: \(report.faultCount).")
        }
        guard report.finders.contradictions.isEmpty else {
            return BilingualText(
                "Hồ sơ không có lỗi, nhưng lời của những người thấy phiếu mâu thuẫn với hòm phiếu.",
                "The record has no fault, but what finders say contradicts the boxes.")
        }
        guard report.mix.overstated == nil else {
            return BilingualText(
                "Hồ sơ không có lỗi, nhưng các trạm chuyển phiếu nói đã chuyển nhiều phiếu hơn số đã phát.",
                "The record has no fault, but relays say that they sent more ballots than were issued.")
        }
        return report.mix.mostShort == nil
            ? BilingualText("Tất cả đều đúng.", "All of it holds.")
            : BilingualText(
                "Hồ sơ không có lỗi, nhưng hòm thiếu phiếu đã trao cho trạm chuyển phiếu.",
                "The record has no fault, but ballots handed to relays are not all in the boxes.")
    }
}
