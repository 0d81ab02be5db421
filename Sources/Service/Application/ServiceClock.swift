import Foundation

/// The one clock of the service, so that tests have their own.
public struct ServiceClock: Sendable {
    private let read: @Sendable () -> Int

    public init(_ read: @escaping @Sendable () -> Int) { self.read = read }

    public static let system = ServiceClock { Int(Date().timeIntervalSince1970) }

    /// Seconds since 1970.
    public var now: Int { read() }
}
