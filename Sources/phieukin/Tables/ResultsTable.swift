import Recognition
import SecretBallot

/// The results as a text that can be read out and put on a wall.
struct ResultsTable {
    let manifest: Manifest
    let outcomes: RoundOutcomes

    var text: String {
        let head = """
            \(manifest.authority.name.uppercased()) – KẾT QUẢ KIỂM PHIẾU
            \(manifest.title)
            Có mặt \(outcomes.attendance.count)/\(outcomes.attendance.baseCount) (\(quorum)).
            Mỗi ô: phiếu “\(manifest.kind.firstChoice.vietnamese)”/hợp lệ; * là không đạt.

            """
        return head + table.joined(separator: "\n") + "\n\n" + legend + failures
    }

    private var quorum: String { outcomes.attendance.holds ? "đủ số người dự" : "KHÔNG đủ số người dự" }

    private var table: [String] {
        let width = outcomes.units.map(\.unit.name.count).max() ?? 0
        let numbers = manifest.criteria.indices.map { "TC\($0 + 1)".padded(7) }.joined()
        let top = "TT".padded(4) + "Tổ chức".padded(width + 2) + numbers + "Kết quả"
        return [top]
            + outcomes.units.enumerated().map { place, unit in
                String(place + 1).padded(4) + unit.unit.name.padded(width + 2) + cells(unit) + result(unit)
            }
    }

    private func cells(_ unit: UnitOutcome) -> String {
        unit.criteria.map { "\($0.counts.first)/\($0.counts.valid)\($0.holds ? "" : "*")".padded(7) }.joined()
    }

    private func result(_ unit: UnitOutcome) -> String {
        switch manifest.kind {
        case .recognition: unit.passed ? "Công nhận" : "Không công nhận"
        case .annulment: unit.passed ? "Hủy bỏ" : "Giữ nguyên"
        }
    }

    private var legend: String {
        manifest.criteria.enumerated().map { "TC\($0 + 1): \($1.name)" }.joined(separator: "\n") + "\n"
    }

    private var failures: String {
        let lines = outcomes.units.filter { !$0.passed }.map { unit in
            "- \(unit.unit.name): " + unit.failures.map(\.text.vietnamese).joined(separator: " ")
        }
        return lines.isEmpty ? "" : "\nLý do:\n" + lines.joined(separator: "\n") + "\n"
    }
}

extension String {
    /// At least `width` characters wide.
    fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
