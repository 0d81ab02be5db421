public import Logging
import Synchronization

/// Everything that is logged, at every level.
public final class LogSink: Sendable {
    private let heard = Mutex<[String]>([])

    public init() {}

    public var lines: [String] { heard.withLock { $0 } }

    public var text: String { lines.joined(separator: "\n") }

    public var logger: Logger { Logger(label: "phieukin.test") { _ in Handler(sink: self) } }

    private struct Handler: LogHandler {
        let sink: LogSink
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            sink.heard.withLock { $0.append("\(event.level) \(event.message) \(all)") }
        }
    }
}
