/// How often, and after which pauses, a call is repeated whose answer was lost.
///
/// Only for calls that say the same when they are said again: the service answers the same bytes with the same answer.
public struct Patience: Sendable, Hashable {
    public let pauses: [Duration]

    public init(_ pauses: [Duration]) { self.pauses = pauses }

    public static let usual = Patience([.milliseconds(250), .seconds(1), .seconds(4), .seconds(8)])
    public static let none = Patience([])

    /// Runs `attempt` until it answers, fails for good, or has been tried once more than there are pauses.
    func persist<Value: Sendable>(_ attempt: () async throws -> Value) async throws -> Value {
        for pause in pauses {
            do {
                return try await attempt()
            } catch let error where Self.mayPass(error) {
                try await Task.sleep(for: pause)
            }
        }
        return try await attempt()
    }

    private static func mayPass(_ error: any Error) -> Bool {
        switch error {
        case let fault as ConnectionFault: fault.mayPass
        case let problem as ServerProblem: [429, 502, 503, 504].contains(problem.status)
        default: false
        }
    }
}
