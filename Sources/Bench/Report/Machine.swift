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

extension Array where Element: Sendable {
    /// The results in order, computed on all cores.
    func onAllCores<Value: Sendable>(_ work: @escaping @Sendable (Element) throws -> Value) async throws -> [Value] {
        let stripes = Swift.min(count, Machine.coreCount * 4)
        return try await withThrowingTaskGroup(of: (Int, [Value]).self) { group in
            for stripe in 0..<stripes {
                let part = self[count * stripe / stripes..<count * (stripe + 1) / stripes]
                group.addTask { (stripe, try part.map(work)) }
            }
            var parts = [[Value]](repeating: [], count: stripes)
            for try await (stripe, values) in group { parts[stripe] = values }
            return Array<Value>(parts.joined())
        }
    }
}
