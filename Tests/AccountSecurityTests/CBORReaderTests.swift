import StrictEncoding
import TestSupport
import Testing

@testable import AccountSecurity

/// What is CBOR here, and what is not.
@Suite struct CBORReaderTests {
    private static func reason(_ text: String) -> MalformedInput.Reason? {
        do throws(MalformedInput) {
            _ = try CBORValue(parsing: hex(text), as: "x")
            return nil
        } catch {
            return error.reason
        }
    }

    /// RFC 8949, appendix A, of the part that is read.
    @Test(
        arguments: [
            ("00", .unsigned(0)), ("17", .unsigned(23)), ("1818", .unsigned(24)), ("1903e8", .unsigned(1_000)),
            ("1a000f4240", .unsigned(1_000_000)), ("1bffffffffffffffff", .unsigned(.max)), ("20", .integer(-1)),
            ("3903e7", .integer(-1_000)), ("3bffffffffffffffff", .negative(.max)), ("f4", .bool(false)),
            ("f5", .bool(true)), ("f6", .null), ("40", .bytes([])), ("4401020304", .bytes([1, 2, 3, 4])),
            ("60", .text("")), ("62c3bc", .text("ü")), ("80", .array([])),
            (
                "8301820203820405",
                .array([
                    .unsigned(1), .array([.unsigned(2), .unsigned(3)]), .array([.unsigned(4), .unsigned(5)]),
                ])
            ), ("a0", .map([:])), ("a201020304", .map([.unsigned(1): .unsigned(2), .unsigned(3): .unsigned(4)])),
        ] as [(String, CBORValue)])
    func publishedItemsAreRead(text: String, value: CBORValue) throws {
        #expect(try CBORValue(parsing: hex(text), as: "x") == value)
    }

    @Test(
        arguments: [
            ("", .wrongLength), ("18", .wrongLength), ("44010203", .wrongLength), ("8201", .wrongLength),
            ("a101", .wrongLength), ("1800", .notCanonical), ("1817", .notCanonical), ("190017", .notCanonical),
            ("1900ff", .notCanonical), ("1a0000ffff", .notCanonical), ("1b00000000ffffffff", .notCanonical),
            ("5f42010243030405ff", .notCanonical), ("9fff", .notCanonical), ("bfff", .notCanonical),
            ("1c", .notCanonical), ("c074", .wrongType), ("f97e00", .wrongType), ("fb3ff199999999999a", .wrongType),
            ("f7", .wrongType), ("f818", .wrongType), ("ff", .wrongType), ("61ff", .notUTF8), ("62eda0", .notUTF8),
            ("a2010201 03", .repeatedMember), ("a2616101616102", .repeatedMember), ("0000", .trailingBytes),
            ("8181818100", .tooDeep), ("a101a101a101a10101", .tooDeep),
        ] as [(String, MalformedInput.Reason)])
    func everythingElseIsRefused(text: String, reason: MalformedInput.Reason) {
        #expect(Self.reason(text) == reason, "\(text)")
    }

    /// Counts that promise more than there is cost no memory.
    @Test(arguments: [
        "5bffffffffffffffff", "7b7fffffffffffffff", "9bffffffffffffffff", "bb7fffffffffffffff", "9a00ffffff00",
    ])
    func aPromisedGiantIsRefusedAtOnce(text: String) { #expect(Self.reason(text) == .wrongLength) }

    @Test func noByteStringEndsTheProcess() {
        var random = SeededRandom()
        for _ in 0..<20_000 { _ = try? CBORValue(parsing: random.bytes(random.below(41)), as: "x") }
    }
}
