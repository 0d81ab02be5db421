import Decisions
import OpenSSLKit
import StrictEncoding
import Testing

@testable import Reader

/// What goes over the wire, and what is refused there.
@Suite struct ProtocolTests {
    @Test(arguments: Frame.Kind.allCases)
    func aFrameIsNoLongerThanItsKindMayBe(kind: Frame.Kind) {
        let longest = [kind.rawValue] + [UInt8](bigEndian: UInt32(kind.longest))
        #expect(Frame.parse(head: longest)?.length == kind.longest)
        #expect(Frame.parse(head: [kind.rawValue] + [UInt8](bigEndian: UInt32(kind.longest + 1))) == nil)
        #expect(Frame.parse(head: Array(longest.dropLast())) == nil)
    }

    @Test func unknownKindsAreRefused() {
        let known = Set(Frame.Kind.allCases.map(\.rawValue))
        for kind in UInt8.min...UInt8.max {
            #expect((Frame.parse(head: [kind, 0, 0, 0, 0]) != nil) == known.contains(kind))
        }
    }

    @Test(arguments: [
        ReadingOrder.findings(file: [], now: 0), .findings(file: [1, 2, 3], now: .min),
        .judgement(recordedAt: -1, now: .max), .intake(file: [1], base: [2, 3], now: 4),
        .intake(file: [], base: [], now: 0), .probe(path: "/a"),
    ])
    func anOrderArrivesAsItWasSent(order: ReadingOrder) throws {
        #expect(try ReadingOrder(order.frame) == order)
    }

    @Test(arguments: [
        Frame(.findings, [1, 2]), Frame(.judgement, [UInt8](repeating: 0, count: 15)),
        Frame(.judgement, [UInt8](repeating: 0, count: 17)),
        Frame(.intake, [UInt8](repeating: 0, count: 8) + [0, 0, 0, 2, 1]), Frame(.hello, []), Frame(.answer, []),
    ])
    func aBrokenOrderIsRefused(frame: Frame) {
        #expect(throws: MalformedInput.self) { try ReadingOrder(frame) }
    }

    @Test func trustArrivesAsItWasSent() throws {
        let nobody = try ReaderTrust.verifier(ReaderTrust.frame(DecisionVerifier(anchors: TrustAnchors([]))))
        #expect(nobody.anchors.certificates.isEmpty && nobody.revocationLists.isEmpty)
        for broken in [[], [0, 0, 0, 1], [UInt8](repeating: 0, count: 13), [0, 0, 0, 1, 0, 0, 0, 1, 0x30]] {
            #expect(throws: (any Error).self) { try ReaderTrust.verifier(Frame(.trust, broken)) }
        }
    }

    @Test(arguments: [
        #"{"version":2,"holding":15}"#, #"{"version":1,"holding":16}"#, #"{"version":1,"holding":-1}"#,
        #"{"version":1}"#, #"{"version":1,"holding":15,"more":0}"#, "", "null",
    ])
    func anotherHelloIsRefused(text: String) {
        #expect(throws: MalformedInput.self) { try ReaderHello(Frame(.hello, Array(text.utf8))) }
    }

    @Test func aReaderIsStartedByItsWordAlone() {
        let confinement = Confinement()
        #expect(ReaderChild(arguments: ["phieukin", "serve"]) == nil)
        #expect(ReaderChild(arguments: ["phieukin", ReaderChild.word]) == nil)
        #expect(Confinement(arguments: confinement.arguments("w")) == confinement)
        #expect(Confinement(arguments: ["phieukin", "w", "0", "10", "0"]) == nil)
        #expect(Confinement(arguments: ["phieukin", "w", "1", "10", "-1"]) == nil)
    }
}
