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

    @Test func randomBytesDiffer() throws {
        #expect(try !SecretBytes(random: 32).isEqual(to: SecretBytes(random: 32)))
    }
}
