import StrictEncoding
import Testing

@testable import SecretBallot

@Suite struct BoxContentsTests {
    let vectors: RoundVectors

    init() throws { vectors = try RoundVectors.shared.get() }

    @Test(arguments: [1, 2, 3, 4, 5, 472, 473, 474, 1000, 1 << 20])
    func theSizeOfChunksDoesNotMatter(size: Int) throws {
        let boxes = try vectors.boxes()
        let bytes = boxes.bytes
        let root = try BoxRootReader.root(
            of: { receive in
                for start in stride(from: 0, to: bytes.count, by: size) {
                    try receive(Array(bytes[start..<min(start + size, bytes.count)]))
                }
            }, in: vectors.manifest)
        #expect(root == boxes.root)
    }

    @Test func emptyBoxesHaveARoot() throws {
        let empty = BoxContents([[[UInt8]]](repeating: [], count: 8))
        #expect(empty.bytes == [UInt8](repeating: 0, count: 32))
        #expect(try BoxRootReader.root(of: { try $0(empty.bytes) }, in: vectors.manifest) == empty.root)
    }

    @Test func everyTruncationIsRefused() throws {
        let bytes = try vectors.boxes().bytes
        for count in stride(from: 0, to: bytes.count, by: 97) {
            #expect(throws: MalformedInput.self) { try BoxContents(Array(bytes[..<count]), of: vectors.manifest) }
        }
        #expect(throws: MalformedInput(.trailingBytes, at: "boxes")) {
            try BoxContents(bytes + [0], of: vectors.manifest)
        }
    }

    @Test func aBoxThatClaimsFourBillionSlipsIsJustTruncated() {
        #expect(throws: MalformedInput.self) {
            try BoxContents([0xFF, 0xFF, 0xFF, 0xFF] + [UInt8](repeating: 0, count: 900), of: vectors.manifest)
        }
    }
}
