/// Other programs over the same standards, with a folder of their own that goes with it.
public final class Workshop: Sendable {
    public struct Failure: Error, CustomStringConvertible {
        public let command: [String]
        public let outcome: Command.Outcome

        public init(_ command: [String], _ outcome: Command.Outcome) {
            (self.command, self.outcome) = (command, outcome)
        }

        public var description: String { "\(command.joined(separator: " "))\n\(outcome.output)\(outcome.errors)" }
    }

    private let folder: TemporaryFolder

    public init() throws { folder = try TemporaryFolder() }

    /// Runs in the folder.
    /// - Returns: what it printed.
    /// - Throws: `Failure` where it did not exit 0.
    @discardableResult
    public func callAsFunction(_ command: String) throws -> String {
        try callAsFunction(command.split(separator: " ").map(String.init))
    }

    @discardableResult
    public func callAsFunction(_ command: [String]) throws -> String { try outcome(of: command).output }

    @discardableResult
    public func callAsFunction(_ command: String...) throws -> String { try callAsFunction(command) }

    /// As the rest, with what it complained of.
    @discardableResult
    public func outcome(of command: [String]) throws -> Command.Outcome {
        let outcome = try Command.run(command, in: folder.path)
        guard outcome.status == 0 else { throw Failure(command, outcome) }
        return outcome
    }

    public var path: String { folder.path }

    public func makeFolder(_ name: String) throws { try folder.makeFolder(name) }

    public func write(_ bytes: [UInt8], to name: String) throws { try folder.write(bytes, to: name) }
    public func write(_ text: String, to name: String) throws { try folder.write(text, to: name) }
    public func read(_ name: String) throws -> [UInt8] { try folder.read(name) }
}
