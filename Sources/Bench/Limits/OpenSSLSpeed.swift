/// What `openssl speed` says of the operations that tokens and slips rest on, a second.
struct OpenSSLSpeed: Sendable {
    let rsaSigns: Double
    let rsaVerifies: Double
    let p256Signs: Double
    let p256Verifies: Double

    /// Each slip's two signatures, one after the other.
    var slipChecks: Double { 1 / (1 / rsaVerifies + 1 / p256Verifies) }

    /// The same with the receipt's signature: seconds of a core for all that OpenSSL has to do for a slip, where this was
    /// measured on one.
    var slipSeconds: Double { 1 / slipChecks + 1 / p256Signs }

    /// Runs it on so many cores at once: processes side by side, their rates added.
    ///
    /// Not its own `-multi`, which goes by the clock on the wall, and so shows less on a machine that is not idle; one
    /// process goes by its processor time.
    /// - Parameter seconds: for each of the four operations that it measures.
    /// - Throws: `BenchFault` without the command, or if it says something else.
    init(cores: Int, seconds: Int) throws {
        let command = ["openssl", "speed", "-seconds", "\(seconds)", "-mr", "rsa2048", "ecdsap256"]
        let runs = try ChildProcess.outputs(of: Array(repeating: command, count: cores))
        let rsa = try runs.map { try Self.rates(in: $0, after: "+F2:") }
        let p256 = try runs.map { try Self.rates(in: $0, after: "+F4:") }
        rsaSigns = rsa.map(\.signs).reduce(0, +)
        rsaVerifies = rsa.map(\.verifies).reduce(0, +)
        p256Signs = p256.map(\.signs).reduce(0, +)
        p256Verifies = p256.map(\.verifies).reduce(0, +)
    }

    /// "+F2:0:2048:2302.1:78010.5": a number, the bits, signs and verifies a second.
    private static func rates(in output: String, after prefix: String) throws -> (signs: Double, verifies: Double) {
        let line = output.split(separator: "\n").first { $0.hasPrefix(prefix) }
        let fields = line?.split(separator: ":").compactMap { Double($0) } ?? []
        guard fields.count >= 4, fields[2] > 0, fields[3] > 0 else {
            throw BenchFault("openssl speed -mr: no line \(prefix)number:bits:signs:verifies")
        }
        return (fields[2], fields[3])
    }
}
