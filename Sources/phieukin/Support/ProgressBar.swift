import Dispatch
import Foundation

/// A bar on a terminal; nothing at all where nobody watches.
final class ProgressBar {
    private static let width = 40

    private let label: String
    private let total: Int?
    private let isShown: Bool
    private var done = 0
    private var lastDrawn = ""

    /// - Parameter total: nil where it is not known beforehand.
    init(_ label: String, total: Int?, isShown: Bool = Terminal.isWatched) {
        self.label = label
        self.total = total
        self.isShown = isShown
    }

    func advance(by count: Int = 1) { move(to: done + count) }

    func move(to count: Int) {
        done = count
        guard isShown else { return }
        let line = Self.line(label, done: done, of: total)
        guard line != lastDrawn else { return }
        lastDrawn = line
        Terminal.write("\r\(line)", to: .standardError)
    }

    /// Takes the bar away.
    func finish() {
        guard isShown, !lastDrawn.isEmpty else { return }
        Terminal.write("\r" + String(repeating: " ", count: lastDrawn.count) + "\r", to: .standardError)
        lastDrawn = ""
    }

    /// "freezing [########            ] 34/88"
    static func line(_ label: String, done: Int, of total: Int?) -> String {
        guard let total, total > 0 else { return "\(label) \(done)" }
        let filled = min(width, width * min(done, total) / total)
        let bar = String(repeating: "#", count: filled) + String(repeating: " ", count: width - filled)
        return "\(label) [\(bar)] \(done)/\(total)"
    }
}

/// Runs work that computes long where it holds up nothing else.
func offEventLoops<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(with: Result(catching: work)) }
    }
}
