import CSandbox

/// What shuts a process in that reads what strangers sent.
public struct SandboxFeatures: OptionSet, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Of memory, the processor's time, files, processes (setrlimit(2)).
    public static let limits = SandboxFeatures(rawValue: UInt32(SANDBOX_LIMITS))
    public static let noNewPrivileges = SandboxFeatures(rawValue: UInt32(SANDBOX_NO_NEW_PRIVILEGES))

    /// No files but those named, and no network from version 4 on (landlock(7)).
    public static let landlock = SandboxFeatures(rawValue: UInt32(SANDBOX_LANDLOCK))

    /// Few calls of the kernel, and none that opens, connects or starts anything (seccomp(2)).
    public static let seccomp = SandboxFeatures(rawValue: UInt32(SANDBOX_SECCOMP))

    public static let all: SandboxFeatures = [.limits, .noNewPrivileges, .landlock, .seccomp]

    private static let names: [(SandboxFeatures, String)] = [
        (.limits, "limits"), (.noNewPrivileges, "no_new_privs"), (.landlock, "Landlock"), (.seccomp, "seccomp"),
    ]

    public var description: String {
        Self.names.filter { contains($0.0) }.map(\.1).joined(separator: ", ")
    }
}
