import OpenSSLKit
import Testing

struct SecretBytesTests {
    @Test func equalByContentOnly() {
        let one = SecretBytes(copying: [1, 2, 3])
        #expect(one.isEqual(to: SecretBytes(copying: [1, 2, 3])))
        #expect(!one.isEqual(to: SecretBytes(copying: [1, 2, 4])))
        #expect(!one.isEqual(to: SecretBytes(copying: [1, 2])))
        #expect(SecretBytes(copying: []).isEqual(to: SecretBytes(copying: [])))
    }

    @Test func joinedAndTakenApart() {
        let parts = [[1, 2], [], [3]].map { SecretBytes(copying: $0 as [UInt8]) }
        let joined = SecretBytes(joining: parts)
        #expect(joined.unwipedCopy == [1, 2, 3])
        #expect(joined[1..<3].unwipedCopy == [2, 3])
        #expect(joined[3..<3].count == 0)
        #expect(SecretBytes(joining: []).count == 0)
    }

    @Test func randomBytesDiffer() throws {
        #expect(try !SecretBytes(random: 32).isEqual(to: SecretBytes(random: 32)))
    }
}
