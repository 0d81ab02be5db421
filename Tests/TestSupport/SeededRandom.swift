import Foundation

/// SplitMix64: the same sequence for the same seed, so that a failure can be repeated.
public struct SeededRandom: RandomNumberGenerator, Sendable, CustomStringConvertible {
    /// Names the seed to repeat a run by.
    public static let variable = "PHIEUKIN_TEST_SEED"

    public let seed: UInt64
    private var state: UInt64

    public init(_ seed: UInt64) {
        self.seed = seed
        state = seed
    }

    /// A fresh sequence, or that of the seed in the environment. Its seed is printed, and stands in what an
    /// expectation says of it.
    public init(of test: String = #function) {
        let given = ProcessInfo.processInfo.environment[Self.variable].flatMap { UInt64($0) }
        self.init(given ?? UInt64.random(in: 0 ... .max))
        print("\(test): \(self)")
    }

    /// 0 to `bound` - 1; 0 where there is nothing below it.
    public mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

    public mutating func byte() -> UInt8 { UInt8(below(256)) }

    public mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in byte() } }

    public var description: String { "\(Self.variable)=\(seed)" }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
