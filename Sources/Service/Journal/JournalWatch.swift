import Logging
import Recognition
import Storage

/// What was found of the journal's chain at the start: a journal that was changed is said aloud and stops nothing.
struct JournalWatch {
    private let fault: BilingualText?

    /// Computes the chain anew.
    init(_ tools: RoundTools) async throws {
        fault = try await tools.register.journalFault(known: [])?.text
        guard let fault else { return }
        tools.logger.critical(
            """
            the journal was changed by somebody other than this service: \(fault.english); keep a copy of the data \
            folder, and compare with a backup / nhật ký đã bị sửa từ bên ngoài: \(fault.vietnamese); hãy giữ một bản sao \
            của thư mục dữ liệu và so với bản sao lưu
            """)
    }
}

extension JournalWatch: MetricSource {
    var metrics: [Metric] {
        [
            Metric(
                "phieukin_journal_whole", .gauge, "Whether the journal's chain held at the start.",
                [Metric.Sample(fault == nil ? 1 : 0)])
        ]
    }
}
