/// Something in the configuration with which the service does not start.
public struct ConfigurationFault: Error, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
