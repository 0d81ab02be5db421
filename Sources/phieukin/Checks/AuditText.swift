import Recognition
import SecretBallot

/// An audit's report in words.
struct AuditText {
    private let report: AuditReport

    init(_ report: AuditReport) { self.report = report }

    var lines: [String] { lines(before: []) }

    /// - Parameter notes: what stands before the verdict.
    func lines(before notes: [String]) -> [String] { head + checks + bound + notes + faults + [verdict] }

    private var head: [String] {
        guard let manifest = report.manifest else { return [] }
        return ["\(manifest.authority.name): \(manifest.title)", "roundID: \(manifest.roundID)"]
    }

    private var checks: [String] {
        AuditCheck.allCases.compactMap { check in
            guard let count = report.checked[check] else { return nil }
            let faults = report.faults.count { $0.check == check }
            return "\(faults == 0 ? "ok " : "BAD") \(check.words): \(count)" + (faults == 0 ? "" : ", faults: \(faults)")
        }
    }

    /// What the voters' own word says about slips that nobody cast.
    private var bound: [String] {
        guard report.seal != nil, report.issuedCount > 0 else { return [] }
        let open = max(0, report.issuedCount - report.foundCount)
        return ["Found: \(report.foundCount) of \(report.issuedCount) voters; at most \(open) slips a contest can be foreign."]
    }

    private var faults: [String] {
        let more = report.faultCount - report.faults.count
        return report.faults.map { "FAULT \($0)" } + (more > 0 ? ["and \(more) faults more"] : [])
    }

    private var verdict: String {
        report.holds
            ? "All of it holds (tất cả đều đúng)."
            : "It does NOT hold (không đúng): faults: \(report.faultCount)."
    }
}

extension AuditCheck {
    /// "slips (phiếu)"
    fileprivate var words: String {
        switch self {
        case .archive: "files in the archive (tệp trong hồ sơ)"
        case .manifest: "manifest (bản kê khai của đợt)"
        case .guidance: "guidance (hướng dẫn)"
        case .freeze: "freeze signatures of the board (chữ ký khóa danh sách)"
        case .attendance: "attendance (có mặt, vắng mặt)"
        case .issuance: "slips issued to voters (phát phiếu)"
        case .slip: "slips (phiếu)"
        case .boxes: "boxes (hòm phiếu)"
        case .seal: "seal (niêm phong)"
        case .note: "log's note over the seal (nhật ký công khai)"
        case .found: "voters who found their slips (người đã thấy phiếu của mình)"
        case .opening: "opening by the board (mở hòm phiếu)"
        case .tally: "tallies (kiểm phiếu)"
        case .outcomes: "outcomes (kết quả)"
        case .decisions: "decisions (quyết định)"
        }
    }
}
