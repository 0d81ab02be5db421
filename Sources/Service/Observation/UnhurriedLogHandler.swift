public import Logging

/// Writes to standard error as swift-log does, but puts what is known of a request into words only with a line that is
/// written: swift-log's own handler does so whenever something becomes known, which is at every request.
public struct UnhurriedLogHandler: LogHandler {
    public var logLevel = Logger.Level.info
    public var metadata: Logger.Metadata = [:]
    private let label: String

    public init(label: String) { self.label = label }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var writer = StreamLogHandler.standardError(label: label)
        writer.metadata = metadata
        writer.log(event: event)
    }
}
