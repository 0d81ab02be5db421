import Foundation

/// What the figures were measured on.
public struct Machine: Sendable, Encodable {
    public let cores: Int
    public let processor: String
    public let kernel: String
    public let openSSL: String

    static let coreCount = ProcessInfo.processInfo.activeProcessorCount

    /// - Throws: `BenchFault` without the `openssl` command.
    init() throws {
        cores = Self.coreCount
        processor = Self.processorName ?? "unknown processor"
        kernel = ProcessInfo.processInfo.operatingSystemVersionString
        openSSL = try ChildProcess.output(of: ["openssl", "version"]).trimmingCharacters(in: .newlines)
    }

    private static var processorName: String? {
        guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else { return nil }
        let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
        return line?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
    }
}
